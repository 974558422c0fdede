package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.heap.Color;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.memory.Memory;

/**
 * Library functions with tables for {@link LeafBuiltins}: at the end of sequences in tables that have no metatable and
 * need not grow.
 */
public final class LeafTables {
    private final Memory mem;
    private final Value values;
    private final Tables tables;
    private final Sequences sequences;

    public LeafTables(Memory mem, Value values, Tables tables, Sequences sequences) {
        this.mem = mem;
        this.values = values;
        this.tables = tables;
        this.sequences = sequences;
    }

    private static int slot(int func, int index) {
        return Arguments.slot(func, index);
    }

    /** The table that is the first argument; 0 if there is none, or it has a metatable. */
    private int plain(int func) {
        boolean isTable = values.tag(slot(func, 1)) == Tag.TABLE;
        int table = isTable ? values.object(slot(func, 1)) : 0;
        return isTable && mem.getInt(table + Table.METATABLE) == 0 ? table : 0;
    }

    private boolean isInArray(int table, long last) {
        return last <= mem.getInt(table + Table.CAPACITY);
    }

    /** Appends an element for which there is room, to a table that the collector need not look at again. */
    int insert(int func, int count) {
        int table = count == 2 ? plain(func) : 0;
        long place = table == 0 ? 0 : tables.length(table) + 1;
        if (table == 0 || !isInArray(table, place) || (mem.getByte(table + Header.MARK) & Color.BLACK) != 0) {
            return -1;
        }
        int array = mem.getInt(table + Table.ARRAY);
        mem.putLong(array - ((int) place << 3), mem.getLong(slot(func, 2)));
        mem.putByte(array + (int) place - 1, mem.getByte(slot(func, 2) + Layout.TAG));
        return 0;
    }

    /** Takes the last element. */
    int remove(int func, int count) {
        int table = count == 1 ? plain(func) : 0;
        long place = table == 0 ? 0 : tables.length(table);
        if (place < 1 || !isInArray(table, place)) {
            return -1;
        }
        values.copy(func, tables.getInteger(table, place));
        values.setNil(slot(func, 1));
        tables.putInteger(table, place, slot(func, 1));
        return 1;
    }

    /** All elements, if there are few. */
    int unpack(int func, int count, int most) {
        int table = count == 1 ? plain(func) : 0;
        long length = table == 0 ? 0 : tables.length(table);
        if (table == 0 || length > most || !isInArray(table, length)) {
            return -1;
        }
        sequences.load(table, 1, func, (int) length);
        return (int) length;
    }
}
