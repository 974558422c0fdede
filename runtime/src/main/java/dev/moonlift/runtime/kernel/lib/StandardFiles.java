package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;

/**
 * The file objects of the io library: a userdata for each of the three streams, which cannot be closed. Their metatable
 * and the default files are in the registry, under the names that C Lua uses.
 */
public final class StandardFiles {
    private static final int SCRATCH = State.SCRATCH_SLOTS + Layout.SLOT;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final Tables tables;
    private final Arguments arguments;
    private final Errors errors;

    public StandardFiles(Memory mem, Value values, Strings strings, Tables tables, Arguments arguments, Errors errors) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.tables = tables;
        this.arguments = arguments;
        this.errors = errors;
    }

    /** Whether a value is a file. */
    public boolean isFile(int slot) {
        return values.tag(slot) == Tag.USERDATA
                && mem.getInt(values.object(slot) + Userdata.METATABLE) == registered(Name.FILE_TYPE);
    }

    /** The object in a field of the registry. */
    private int registered(int name) {
        return mem.getInt(tables.findShort(values.object(State.REGISTRY), strings.name(name)) + Node.VALUE);
    }

    /** The file of an argument. */
    public int check(int func, int count, int index) {
        int slot = Arguments.slot(func, index);
        if (index > count || !isFile(slot)) {
            errors.argumentType(func, count, index, strings.name(Name.FILE_TYPE));
        }
        return values.object(slot);
    }

    /** One of {@link StandardFile}. */
    public int stream(int file) {
        return mem.getInt(file + Userdata.PAYLOAD);
    }

    // --- defaults: FILE_DEFAULT_INPUT or FILE_DEFAULT_OUTPUT ---

    public int defaultFile(int which) {
        return registered(which);
    }

    public void setDefault(int which, int file) {
        values.setObject(SCRATCH, file);
        tables.putString(values.object(State.REGISTRY), strings.name(which), SCRATCH);
    }
}
