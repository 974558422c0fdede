package dev.moonlift.runtime.kernel;

import dev.moonlift.runtime.memory.Memory;

/** Reading and writing value slots. A slot is named by its address. */
public final class Value {
    private final Memory mem;

    public Value(Memory mem) {
        this.mem = mem;
    }

    public int tag(int slot) {
        return mem.getByte(slot + Layout.TAG);
    }

    public long payload(int slot) {
        return mem.getLong(slot);
    }

    /** The object of a collectable value. */
    public int object(int slot) {
        return mem.getInt(slot);
    }

    public long integer(int slot) {
        return mem.getLong(slot);
    }

    /** The float of a value with tag FLOAT. */
    public double number(int slot) {
        return mem.getDouble(slot);
    }

    public boolean isNil(int slot) {
        return mem.getByte(slot + Layout.TAG) == Tag.NIL;
    }

    /** Neither nil nor false. */
    public boolean isTrue(int slot) {
        return mem.getByte(slot + Layout.TAG) > Tag.FALSE;
    }

    public boolean isString(int slot) {
        return (mem.getByte(slot + Layout.TAG) | 1) == Tag.LONG_STRING;
    }

    public boolean isNumber(int slot) {
        return (mem.getByte(slot + Layout.TAG) | 1) == Tag.FLOAT;
    }

    public boolean isFunction(int slot) {
        return isFunctionTag(mem.getByte(slot + Layout.TAG));
    }

    public static boolean isFunctionTag(int tag) {
        return tag == Tag.CLOSURE || tag == Tag.BUILTIN || tag == Tag.BUILTIN_CLOSURE || tag == Tag.HOST_FUNCTION;
    }

    public void copy(int to, int from) {
        mem.putLong(to, mem.getLong(from));
        mem.putByte(to + Layout.TAG, mem.getByte(from + Layout.TAG));
    }

    public void set(int slot, long payload, int tag) {
        mem.putLong(slot, payload);
        mem.putByte(slot + Layout.TAG, tag);
    }

    public void setNil(int slot) {
        mem.putByte(slot + Layout.TAG, Tag.NIL);
    }

    public void setBoolean(int slot, boolean value) {
        mem.putByte(slot + Layout.TAG, value ? Tag.TRUE : Tag.FALSE);
    }

    public void setInteger(int slot, long value) {
        mem.putLong(slot, value);
        mem.putByte(slot + Layout.TAG, Tag.INTEGER);
    }

    public void setFloat(int slot, double value) {
        mem.putDouble(slot, value);
        mem.putByte(slot + Layout.TAG, Tag.FLOAT);
    }

    /** Stores a collectable object, whose kind is its tag. */
    public void setObject(int slot, int object) {
        mem.putLong(slot, object);
        mem.putByte(slot + Layout.TAG, mem.getByte(object + Layout.Header.KIND));
    }

    /** Sets slots to nil, from {@code from} up to but without {@code to}. */
    public void clear(int from, int to) {
        for (int slot = from; slot < to; slot += Layout.SLOT) {
            mem.putByte(slot + Layout.TAG, Tag.NIL);
        }
    }
}
