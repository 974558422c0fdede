package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;

/**
 * {@code require} and what else loads from the folder that the embedder granted (manual §6.3). The prelude does it;
 * here are arguments checked and the host asked.
 */
public final class ModuleLibrary {
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Tables tables;
    private final Calls calls;
    private final Arguments arguments;
    private final PreludeFunctions prelude;

    public ModuleLibrary(
            Value values,
            Strings strings,
            TextBuffer text,
            Tables tables,
            Calls calls,
            Arguments arguments,
            PreludeFunctions prelude) {
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.tables = tables;
        this.calls = calls;
        this.arguments = arguments;
        this.prelude = prelude;
    }

    private static int slot(int func, int index) {
        return Arguments.slot(func, index);
    }

    /** A scratch slot with a field of the registry. */
    private int registered(int name) {
        return tables.getString(values.object(State.REGISTRY), strings.name(name));
    }

    public int require(int func, int count) {
        arguments.string(func, count, 1);
        values.copy(slot(func, 2), registered(Name.REGISTRY_PACKAGE));
        values.copy(slot(func, 3), registered(Name.LOADED));
        return prelude.become(PreludeFunctions.REQUIRE, func, 3);
    }

    public int dofile(int func, int count) {
        arguments.string(func, count, 1);
        return prelude.become(PreludeFunctions.DOFILE, func, 1);
    }

    /** An environment counts as given even if it is nil. */
    public int loadfile(int func, int count) {
        arguments.string(func, count, 1);
        if (arguments.optionalString(func, count, 2) == 0) {
            values.setNil(slot(func, 2));
        }
        values.copy(slot(func, 4), slot(func, 3));
        values.setBoolean(slot(func, 3), count >= 3);
        return prelude.become(PreludeFunctions.LOADFILE, func, 4);
    }

    // --- searchers ---

    public int searchPreload(int func, int count) {
        int name = arguments.string(func, count, 1);
        int preload = registered(Name.REGISTRY_PRELOAD);
        int loader = tables.getString(values.object(preload), name);
        if (values.isNil(loader)) {
            int begin = text.length();
            text.appendTemplate(Name.PRELOAD_ABSENT, name, 0, 0);
            values.setObject(func, text.take(begin));
            return 1;
        }
        values.copy(func, loader);
        values.setObject(slot(func, 1), strings.name(Name.PRELOAD_MARK));
        return 2;
    }

    public int searchFolder(int func, int count) {
        arguments.string(func, count, 1);
        return prelude.become(PreludeFunctions.SEARCH_FOLDER, func, 1);
    }

    // --- for the prelude ---

    public int findModule(int func, int count) {
        arguments.string(func, count, 1);
        return calls.askHost(HostService.FIND_MODULE, func, 1);
    }

    public int readFile(int func, int count) {
        arguments.string(func, count, 1);
        return calls.askHost(HostService.READ_FILE, func, 1);
    }
}
