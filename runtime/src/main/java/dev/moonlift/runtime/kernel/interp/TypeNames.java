package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;

/** Names of types, as addresses of strings. */
public final class TypeNames {
    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final Tables tables;

    public TypeNames(Memory mem, Value values, Strings strings, Tables tables) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.tables = tables;
    }

    /** What {@code type} answers for a value with this tag. */
    public int basic(int tag) {
        return strings.name(basicName(tag));
    }

    private static int basicName(int tag) {
        switch (tag) {
            case Tag.NIL:
                return Name.TYPE_NIL;
            case Tag.FALSE:
            case Tag.TRUE:
                return Name.TYPE_BOOLEAN;
            case Tag.INTEGER:
            case Tag.FLOAT:
                return Name.TYPE_NUMBER;
            case Tag.SHORT_STRING:
            case Tag.LONG_STRING:
                return Name.TYPE_STRING;
            case Tag.TABLE:
                return Name.TYPE_TABLE;
            case Tag.LIGHT_USERDATA:
            case Tag.USERDATA:
                return Name.TYPE_USERDATA;
            case Tag.COROUTINE:
                return Name.TYPE_THREAD;
            default:
                return Name.TYPE_FUNCTION;
        }
    }

    /** For messages about operations: the {@code __name} of the metatable of a table or userdata, else the type. */
    public int ofOperand(int slot) {
        int tag = values.tag(slot);
        boolean mayHaveName = tag == Tag.TABLE || tag == Tag.USERDATA;
        int name = mayHaveName ? nameField(slot) : 0;
        return name != 0 ? name : basic(tag);
    }

    /** For messages about arguments: the {@code __name} of the metatable of any value, else the type. */
    public int ofArgument(int slot) {
        int name = nameField(slot);
        if (name != 0) {
            return name;
        }
        int tag = values.tag(slot);
        return tag == Tag.LIGHT_USERDATA ? strings.name(Name.LIGHT_USERDATA) : basic(tag);
    }

    /** The string in the {@code __name} field of a value's metatable, 0 if there is none. */
    private int nameField(int slot) {
        int metatable = metatable(slot);
        if (metatable == 0) {
            return 0;
        }
        int node = tables.findShort(metatable, strings.name(Name.NAME_FIELD));
        boolean isString = (mem.getByte(node + Node.VALUE_TAG) | 1) == Tag.LONG_STRING;
        return isString ? mem.getInt(node + Node.VALUE) : 0;
    }

    private int metatable(int slot) {
        switch (values.tag(slot)) {
            case Tag.TABLE:
                return mem.getInt(values.object(slot) + Table.METATABLE);
            case Tag.USERDATA:
                return mem.getInt(values.object(slot) + Userdata.METATABLE);
            case Tag.SHORT_STRING:
            case Tag.LONG_STRING:
                return mem.getByte(State.STRING_METATABLE + Layout.TAG) == Tag.TABLE
                        ? mem.getInt(State.STRING_METATABLE)
                        : 0;
            default:
                return mem.getInt(State.TYPE_METATABLES + Integer.BYTES * values.tag(slot));
        }
    }
}
