package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.lib.PreludeFunctions;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * Names of functions by where they are found: {@code string.rep} in the loaded modules, {@code print} in the globals.
 */
public final class FunctionNames {
    /** Slot for a builtin whose name is wanted. */
    private static final int BUILTIN = State.SCRATCH_SLOTS + 2 * Layout.SLOT;

    private final Memory mem;
    private final Strings strings;
    private final TextBuffer text;
    private final Tables tables;
    private final Fuel fuel;

    public FunctionNames(Memory mem, Strings strings, TextBuffer text, Tables tables, Fuel fuel) {
        this.mem = mem;
        this.strings = strings;
        this.text = text;
        this.tables = tables;
        this.fuel = fuel;
    }

    /**
     * The string under which the function in a slot is found in the loaded modules, 0 if it is not there. A function of
     * the prelude is looked for as the builtin whose place it has taken.
     */
    public int global(int function) {
        int number = preludeFunction(function);
        if (number < 0) {
            return find(function);
        }
        mem.putLong(BUILTIN, PreludeFunctions.builtin(number));
        mem.putByte(BUILTIN + Layout.TAG, Tag.BUILTIN);
        return find(BUILTIN);
    }

    /** The number of a function of the prelude, -1 for all others. */
    private int preludeFunction(int function) {
        if (mem.getByte(function + Layout.TAG) != Tag.CLOSURE) {
            return -1;
        }
        int closure = mem.getInt(function);
        int slot = mem.getInt(State.PRELUDE);
        for (int i = mem.getInt(State.PRELUDE_COUNT) - 1; i >= 0; i--) {
            if (mem.getInt(slot + (i << Layout.SLOT_SHIFT)) == closure) {
                return i;
            }
        }
        return -1;
    }

    private int find(int function) {
        int loaded = loadedModules();
        if (loaded == 0) {
            return 0;
        }
        int end = end(loaded);
        for (int node = mem.getInt(loaded + Table.NODES); node < end; node += Node.BYTES) {
            int name = hasStringKey(node) ? nameAt(node, function) : 0;
            if (name != 0) {
                return name;
            }
        }
        return 0;
    }

    private int loadedModules() {
        if (mem.getByte(State.REGISTRY + Layout.TAG) != Tag.TABLE) {
            return 0;
        }
        int node = tables.findShort(mem.getInt(State.REGISTRY), strings.name(Name.LOADED));
        return mem.getByte(node + Node.VALUE_TAG) == Tag.TABLE ? mem.getInt(node + Node.VALUE) : 0;
    }

    /** The name of a function that is this module or one of its fields. */
    private int nameAt(int module, int function) {
        int moduleName = mem.getInt(module + Node.KEY);
        if (holds(module, function)) {
            return moduleName;
        }
        boolean isTable = mem.getByte(module + Node.VALUE_TAG) == Tag.TABLE;
        int field = isTable ? field(mem.getInt(module + Node.VALUE), function) : 0;
        return field == 0 ? 0 : qualified(moduleName, field);
    }

    /** The key of a function in a table, 0 if it is not there. */
    private int field(int table, int function) {
        int end = end(table);
        for (int node = mem.getInt(table + Table.NODES); node < end; node += Node.BYTES) {
            if (holds(node, function) && hasStringKey(node)) {
                return mem.getInt(node + Node.KEY);
            }
        }
        return 0;
    }

    /** End of the nodes of a table, which are about to be searched. */
    private int end(int table) {
        int log = mem.getByte(table + Header.EXTRA2);
        fuel.chargeElements(1 << log);
        return mem.getInt(table + Table.NODES) + (Node.BYTES << log);
    }

    private boolean hasStringKey(int node) {
        return (mem.getByte(node + Node.KEY_TAG) | 1) == Tag.LONG_STRING;
    }

    private boolean holds(int node, int function) {
        return mem.getByte(node + Node.VALUE_TAG) == mem.getByte(function + Layout.TAG)
                && mem.getLong(node + Node.VALUE) == mem.getLong(function);
    }

    /** Module and field with a dot between, but without {@code _G.} in front. */
    private int qualified(int module, int field) {
        int begin = text.length();
        text.appendString(module);
        text.appendByte('.');
        text.appendString(field);
        int prefix = strings.length(strings.name(Name.GLOBALS_PREFIX));
        if (beginsWithGlobals(begin, prefix)) {
            return takeWithout(begin, prefix);
        }
        return text.take(begin);
    }

    private boolean beginsWithGlobals(int begin, int prefix) {
        int wanted = strings.bytes(strings.name(Name.GLOBALS_PREFIX));
        return text.length() - begin >= prefix && mem.compare(text.address(begin), wanted, prefix) == 0;
    }

    private int takeWithout(int begin, int prefix) {
        int name = text.take(begin + prefix);
        text.truncate(begin);
        return name;
    }
}
