package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Arithmetic as programs do it most: on numbers. A method answers false, and has done nothing, for anything else.
 *
 * <p>Methods decode the operands themselves, of an instruction without its opcode: what the interpreter's loop does for
 * each of many operators in a few bytes of bytecode leaves HotSpot more room there to inline what is hot. Nor do they
 * use a collaborator for what they can store: each has its own way to the memory, which HotSpot goes again.
 */
public final class FastArithmetic {
    /** Both operands' tags, as {@link #tags} has them. */
    static final int INTEGERS = Tag.INTEGER << 8 | Tag.INTEGER;

    static final int FLOATS = Tag.FLOAT << 8 | Tag.FLOAT;

    private final Memory mem;
    private final Operators operators;

    public FastArithmetic(Memory mem, Operators operators) {
        this.mem = mem;
        this.operators = operators;
    }

    /** {@code R[A] := R[B] + sC}. */
    @Inline
    public boolean addImmediate(int operands, int base) {
        return addInteger(base + (operands >>> 4 & 0xFF0), base + (operands >>> 12 & 0xFF0), operands >> 24);
    }

    /** {@code R[A] := R[B] - sC}. */
    @Inline
    public boolean subtractImmediate(int operands, int base) {
        return addInteger(base + (operands >>> 4 & 0xFF0), base + (operands >>> 12 & 0xFF0), -(operands >> 24));
    }

    @Inline
    private boolean addInteger(int to, int from, int immediate) {
        int tag = mem.getByte(from + Layout.TAG);
        if (tag == Tag.INTEGER) {
            setInteger(to, mem.getLong(from) + immediate);
            return true;
        }
        if (tag == Tag.FLOAT) {
            setFloat(to, mem.getDouble(from) + immediate);
            return true;
        }
        return false;
    }

    /** {@code R[A] := -R[B]}. */
    @Inline
    public boolean negate(int operands, int base) {
        int to = base + (operands >>> 4 & 0xFF0);
        int from = base + (operands >>> 12 & 0xFF0);
        int tag = mem.getByte(from + Layout.TAG);
        if (tag == Tag.INTEGER) {
            setInteger(to, -mem.getLong(from));
            return true;
        }
        if (tag == Tag.FLOAT) {
            setFloat(to, -mem.getDouble(from));
            return true;
        }
        return false;
    }

    // --- R[A] := R[B] op the value that operand C counts from an address: of constants or of registers ---

    @Inline
    public boolean add(int operands, int base, int second) {
        int to = base + (operands >>> 4 & 0xFF0);
        int a = base + (operands >>> 12 & 0xFF0);
        int b = second + (operands >>> 20 & 0xFF0);
        int tags = tags(a, b);
        if (tags == INTEGERS) {
            setInteger(to, mem.getLong(a) + mem.getLong(b));
            return true;
        }
        if (tags == FLOATS) {
            setFloat(to, mem.getDouble(a) + mem.getDouble(b));
            return true;
        }
        return operators.onMixed(Op.ADD - Op.ADD, tags, a, b, to);
    }

    @Inline
    public boolean subtract(int operands, int base, int second) {
        int to = base + (operands >>> 4 & 0xFF0);
        int a = base + (operands >>> 12 & 0xFF0);
        int b = second + (operands >>> 20 & 0xFF0);
        int tags = tags(a, b);
        if (tags == INTEGERS) {
            setInteger(to, mem.getLong(a) - mem.getLong(b));
            return true;
        }
        if (tags == FLOATS) {
            setFloat(to, mem.getDouble(a) - mem.getDouble(b));
            return true;
        }
        return operators.onMixed(Op.SUB - Op.ADD, tags, a, b, to);
    }

    @Inline
    public boolean multiply(int operands, int base, int second) {
        int to = base + (operands >>> 4 & 0xFF0);
        int a = base + (operands >>> 12 & 0xFF0);
        int b = second + (operands >>> 20 & 0xFF0);
        int tags = tags(a, b);
        if (tags == INTEGERS) {
            setInteger(to, mem.getLong(a) * mem.getLong(b));
            return true;
        }
        if (tags == FLOATS) {
            setFloat(to, mem.getDouble(a) * mem.getDouble(b));
            return true;
        }
        return operators.onMixed(Op.MUL - Op.ADD, tags, a, b, to);
    }

    /** @param operation as {@link Operators#onNumbers} has it */
    @Inline
    public boolean apply(int operation, int operands, int base, int second) {
        int to = base + (operands >>> 4 & 0xFF0);
        return operators.onNumbers(operation, base + (operands >>> 12 & 0xFF0), second + (operands >>> 20 & 0xFF0), to);
    }

    /** The tags of two slots as one number. */
    @Inline
    private int tags(int a, int b) {
        return mem.getByte(a + Layout.TAG) << 8 | mem.getByte(b + Layout.TAG);
    }

    private void setInteger(int slot, long value) {
        mem.putLong(slot, value);
        mem.putByte(slot + Layout.TAG, Tag.INTEGER);
    }

    private void setFloat(int slot, double value) {
        mem.putDouble(slot, value);
        mem.putByte(slot + Layout.TAG, Tag.FLOAT);
    }
}
