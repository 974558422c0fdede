package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Color;
import dev.moonlift.runtime.kernel.table.TableHash;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Indexing as programs do it most: a table, a key that is there or is wanted from no metatable, no barrier. A method
 * answers false, and has done nothing, when the general instruction is to do it, as with a value in doubt (a tag below
 * NIL).
 */
public final class FastTables {
    private final Memory mem;
    private final Tables tables;
    private final TableHash nodes;

    public FastTables(Memory mem, Tables tables, TableHash nodes) {
        this.mem = mem;
        this.tables = tables;
        this.nodes = nodes;
    }

    /** Whether the collector may have to know what is stored in an object. */
    @Inline
    public boolean isBlack(int object) {
        return (mem.getByte(object + Header.MARK) & Color.BLACK) != 0;
    }

    // --- instructions without their opcodes, which decode their operands as those of FastArithmetic do ---

    @Inline
    public boolean upvalueField(int operands, int base, int constants) {
        int closure = mem.getInt(base - Layout.SLOT);
        int upvalue = mem.getInt(closure + (operands >>> 14 & 0x3FC) + Closure.UPVALUES);
        int key = constants + (operands >>> 20 & 0xFF0);
        return getField(mem.getInt(upvalue + Upvalue.SLOT_ADDRESS), key, base + (operands >>> 4 & 0xFF0));
    }

    @Inline
    public boolean element(int operands, int base) {
        int key = base + (operands >>> 20 & 0xFF0);
        return getElement(base + (operands >>> 12 & 0xFF0), key, base + (operands >>> 4 & 0xFF0));
    }

    @Inline
    public boolean indexed(int operands, int base) {
        return getIndexed(base + (operands >>> 12 & 0xFF0), operands >>> 24, base + (operands >>> 4 & 0xFF0));
    }

    @Inline
    public boolean field(int operands, int base, int constants) {
        int key = constants + (operands >>> 20 & 0xFF0);
        return getField(base + (operands >>> 12 & 0xFF0), key, base + (operands >>> 4 & 0xFF0));
    }

    @Inline
    public boolean method(int operands, int base, int constants) {
        int key = constants + (operands >>> 20 & 0xFF0);
        return getMethod(base + (operands >>> 12 & 0xFF0), key, base + (operands >>> 4 & 0xFF0));
    }

    /** @param values where operand C is counted from: registers or constants */
    @Inline
    public boolean storeElement(int operands, int base, int values) {
        int from = values + (operands >>> 20 & 0xFF0);
        return setElement(base + (operands >>> 4 & 0xFF0), base + (operands >>> 12 & 0xFF0), from);
    }

    @Inline
    public boolean storeIndexed(int operands, int base, int values) {
        int from = values + (operands >>> 20 & 0xFF0);
        return setIndexed(base + (operands >>> 4 & 0xFF0), operands >>> 16 & 0xFF, from);
    }

    @Inline
    public boolean storeField(int operands, int base, int constants, int values) {
        int from = values + (operands >>> 20 & 0xFF0);
        return setField(base + (operands >>> 4 & 0xFF0), constants + (operands >>> 12 & 0xFF0), from);
    }

    @Inline
    private boolean getField(int object, int key, int to) {
        return mem.getByte(object + Layout.TAG) == Tag.TABLE && copyField(mem.getInt(object), mem.getInt(key), to);
    }

    /** What is absent is nil where there is no metatable. */
    @Inline
    private boolean copyField(int table, int string, int to) {
        int node = nodes.findShort(table, string);
        int tag = mem.getByte(node + Node.VALUE_TAG);
        if (tag <= Tag.NIL && (tag < Tag.NIL || mem.getInt(table + Table.METATABLE) != 0)) {
            return false;
        }
        mem.putLong(to, mem.getLong(node + Node.VALUE));
        mem.putByte(to + Layout.TAG, tag);
        return true;
    }

    @Inline
    private boolean getMethod(int object, int key, int to) {
        if (mem.getByte(object + Layout.TAG) != Tag.TABLE || mem.getByte(key + Layout.TAG) != Tag.SHORT_STRING) {
            return false;
        }
        int table = mem.getInt(object);
        int node = tables.findMethod(table, mem.getInt(key));
        int tag = mem.getByte(node + Node.VALUE_TAG);
        if (tag == Tag.NIL) {
            return false;
        }
        mem.putLong(to + Layout.SLOT, table);
        mem.putByte(to + Layout.SLOT + Layout.TAG, Tag.TABLE);
        mem.putLong(to, mem.getLong(node + Node.VALUE));
        mem.putByte(to + Layout.TAG, tag);
        return true;
    }

    @Inline
    public boolean getElement(int object, int key, int to) {
        if (mem.getByte(object + Layout.TAG) != Tag.TABLE) {
            return false;
        }
        int tag = mem.getByte(key + Layout.TAG);
        if (tag == Tag.INTEGER) {
            return getArray(mem.getInt(object), mem.getLong(key), to);
        }
        return tag == Tag.SHORT_STRING && copyField(mem.getInt(object), mem.getInt(key), to);
    }

    @Inline
    private boolean getIndexed(int object, int index, int to) {
        return mem.getByte(object + Layout.TAG) == Tag.TABLE && getArray(mem.getInt(object), index, to);
    }

    @Inline
    private boolean getArray(int table, long key, int to) {
        if (Long.compareUnsigned(key - 1, mem.getInt(table + Table.CAPACITY)) >= 0) {
            return false;
        }
        int array = mem.getInt(table + Table.ARRAY);
        int tag = mem.getByte(array + (int) key - 1);
        if (tag <= Tag.NIL && (tag < Tag.NIL || mem.getInt(table + Table.METATABLE) != 0)) {
            return false;
        }
        mem.putLong(to, mem.getLong(array - ((int) key << 3)));
        mem.putByte(to + Layout.TAG, tag);
        return true;
    }

    @Inline
    private boolean setField(int object, int key, int from) {
        if (mem.getByte(object + Layout.TAG) != Tag.TABLE) {
            return false;
        }
        int table = mem.getInt(object);
        int node = nodes.findShort(table, mem.getInt(key));
        if (mem.getByte(node + Node.VALUE_TAG) <= Tag.NIL || isBlack(table)) {
            return false;
        }
        mem.putLong(node + Node.VALUE, mem.getLong(from));
        mem.putByte(node + Node.VALUE_TAG, mem.getByte(from + Layout.TAG));
        return true;
    }

    @Inline
    public boolean setElement(int object, int key, int from) {
        if (mem.getByte(object + Layout.TAG) != Tag.TABLE) {
            return false;
        }
        int tag = mem.getByte(key + Layout.TAG);
        if (tag == Tag.INTEGER) {
            return setArray(mem.getInt(object), mem.getLong(key), from);
        }
        return tag == Tag.SHORT_STRING && setField(object, key, from);
    }

    @Inline
    private boolean setIndexed(int object, int index, int from) {
        return mem.getByte(object + Layout.TAG) == Tag.TABLE && setArray(mem.getInt(object), index, from);
    }

    @Inline
    private boolean setArray(int table, long key, int from) {
        if (Long.compareUnsigned(key - 1, mem.getInt(table + Table.CAPACITY)) >= 0) {
            return false;
        }
        int array = mem.getInt(table + Table.ARRAY);
        int element = array + (int) key - 1;
        if (mem.getByte(element) <= Tag.NIL && mem.getInt(table + Table.METATABLE) != 0 || isBlack(table)) {
            return false;
        }
        mem.putLong(array - ((int) key << 3), mem.getLong(from));
        mem.putByte(element, mem.getByte(from + Layout.TAG));
        return true;
    }
}
