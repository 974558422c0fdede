package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/** Arithmetic as programs do it most: on numbers. A method answers false, and has done nothing, for anything else. */
public final class FastArithmetic {
    /** Both operands' tags, as {@link #tags} has them. */
    static final int INTEGERS = Tag.INTEGER << 8 | Tag.INTEGER;

    static final int FLOATS = Tag.FLOAT << 8 | Tag.FLOAT;

    private final Memory mem;
    private final Value values;
    private final Operators operators;

    public FastArithmetic(Memory mem, Value values, Operators operators) {
        this.mem = mem;
        this.values = values;
        this.operators = operators;
    }

    @Inline
    public boolean addImmediate(int to, int from, int immediate) {
        int tag = mem.getByte(from + Layout.TAG);
        if (tag == Tag.INTEGER) {
            values.setInteger(to, mem.getLong(from) + immediate);
            return true;
        }
        if (tag == Tag.FLOAT) {
            values.setFloat(to, mem.getDouble(from) + immediate);
            return true;
        }
        return false;
    }

    @Inline
    public boolean negate(int to, int from) {
        int tag = mem.getByte(from + Layout.TAG);
        if (tag == Tag.INTEGER) {
            values.setInteger(to, -mem.getLong(from));
            return true;
        }
        if (tag == Tag.FLOAT) {
            values.setFloat(to, -mem.getDouble(from));
            return true;
        }
        return false;
    }

    /** Whether two values are equal just when their payloads are: two integers, or two short strings. */
    @Inline
    public boolean isComparedByPayload(int a, int b) {
        int tag = mem.getByte(a + Layout.TAG);
        return tag == mem.getByte(b + Layout.TAG) && (tag == Tag.INTEGER || tag == Tag.SHORT_STRING);
    }

    /** The tags of two slots as one number. */
    @Inline
    public int tags(int a, int b) {
        return mem.getByte(a + Layout.TAG) << 8 | mem.getByte(b + Layout.TAG);
    }

    @Inline
    public boolean add(int to, int a, int b) {
        int tags = tags(a, b);
        if (tags == INTEGERS) {
            values.setInteger(to, mem.getLong(a) + mem.getLong(b));
            return true;
        }
        if (tags == FLOATS) {
            values.setFloat(to, mem.getDouble(a) + mem.getDouble(b));
            return true;
        }
        return operators.onMixed(Op.ADD - Op.ADD, tags, a, b, to);
    }

    @Inline
    public boolean subtract(int to, int a, int b) {
        int tags = tags(a, b);
        if (tags == INTEGERS) {
            values.setInteger(to, mem.getLong(a) - mem.getLong(b));
            return true;
        }
        if (tags == FLOATS) {
            values.setFloat(to, mem.getDouble(a) - mem.getDouble(b));
            return true;
        }
        return operators.onMixed(Op.SUB - Op.ADD, tags, a, b, to);
    }

    @Inline
    public boolean multiply(int to, int a, int b) {
        int tags = tags(a, b);
        if (tags == INTEGERS) {
            values.setInteger(to, mem.getLong(a) * mem.getLong(b));
            return true;
        }
        if (tags == FLOATS) {
            values.setFloat(to, mem.getDouble(a) * mem.getDouble(b));
            return true;
        }
        return operators.onMixed(Op.MUL - Op.ADD, tags, a, b, to);
    }
}
