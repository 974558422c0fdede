package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.interp.TypeNames;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.memory.Memory;

/**
 * What values carry beside themselves, for the functions of the debug library: metatables, of any type, and user
 * values.
 *
 * <p>The metatable of a type that has no place for it in its values lies in {@code State.TYPE_METATABLES}, by tag, and
 * is kept alive by the registry, under the name of the type.
 */
public final class Metatables {
    private final Memory mem;
    private final Value values;
    private final Tables tables;
    private final Collector collector;
    private final Arguments arguments;
    private final Metamethods metamethods;
    private final TypeNames types;
    private final Errors errors;

    public Metatables(
            Memory mem,
            Value values,
            Tables tables,
            Collector collector,
            Arguments arguments,
            Metamethods metamethods,
            TypeNames types,
            Errors errors) {
        this.mem = mem;
        this.values = values;
        this.tables = tables;
        this.collector = collector;
        this.arguments = arguments;
        this.metamethods = metamethods;
        this.types = types;
        this.errors = errors;
    }

    // --- metatables ---

    /** (value) → its metatable, whatever its {@code __metatable} says. */
    public int get(int func, int count) {
        arguments.any(func, count, 1);
        int metatable = metamethods.metatable(Arguments.slot(func, 1));
        if (metatable == 0) {
            values.setNil(func);
        } else {
            values.setObject(func, metatable);
        }
        return 1;
    }

    /** (value, table or nil) → the value, which has that metatable now, alone or with all of its type. */
    public int set(int func, int count) {
        int tag = arguments.tag(func, count, 2);
        if (count < 2 || tag != Tag.NIL && tag != Tag.TABLE) {
            errors.argumentType(func, count, 2, errors.text(Name.NIL_OR_TABLE));
        }
        int value = Arguments.slot(func, 1);
        int metatable = Arguments.slot(func, 2);
        if (values.tag(value) == Tag.TABLE) {
            setOfTable(value, metatable);
        } else if (values.tag(value) == Tag.USERDATA) {
            setOwn(value, Userdata.METATABLE, metatable);
        } else if ((values.tag(value) | 1) == Tag.LONG_STRING) {
            values.copy(State.STRING_METATABLE, metatable);
        } else {
            setOfType(values.tag(value), metatable);
        }
        values.copy(func, value);
        return 1;
    }

    /** Gives a table the metatable, or nil, in a slot. */
    public void setOfTable(int value, int metatable) {
        collector.metatableChanges(values.object(value));
        setOwn(value, Table.METATABLE, metatable);
    }

    /** Gives an object, which has the address of its metatable in a field, the table or nil in a slot. */
    private void setOwn(int value, int field, int metatable) {
        int object = values.object(value);
        if (values.isNil(metatable)) {
            mem.putInt(object + field, 0);
            return;
        }
        int table = values.object(metatable);
        if (tables.findEvent(table, Name.GC) != State.EMPTY_NODE) {
            collector.trackFinalizer(object);
        }
        mem.putInt(object + field, table);
        collector.barrier(object, table);
    }

    private void setOfType(int tag, int metatable) {
        int type = types.basic(tag);
        tables.putString(values.object(State.REGISTRY), type, metatable);
        int table = values.isNil(metatable) ? 0 : values.object(metatable);
        for (int other = 0; other < State.TYPE_METATABLE_COUNT; other++) {
            if (types.basic(other) == type) {
                mem.putInt(State.TYPE_METATABLES + Integer.BYTES * other, table);
            }
        }
    }

    // --- user values: no userdata here has any ---

    /** (userdata, number) → nil, for there is no such value; so too for what is no userdata. */
    public int getUserValue(int func, int count) {
        arguments.optionalInteger(func, count, 2, 1);
        values.setNil(func);
        return 1;
    }

    /** (userdata, value, number) → nil, for there is no place for it. */
    public int setUserValue(int func, int count) {
        arguments.optionalInteger(func, count, 3, 1);
        if (arguments.tag(func, count, 1) != Tag.USERDATA) {
            errors.argumentType(func, count, 1, errors.text(Name.TYPE_USERDATA));
        }
        arguments.any(func, count, 2);
        values.setNil(func);
        return 1;
    }
}
