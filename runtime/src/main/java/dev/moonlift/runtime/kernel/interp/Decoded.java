package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * The way from the interpreter's loop to the instructions in general: a method takes nothing but the frame, and decodes
 * the instruction in front of its PC. What the loop has in registers is so neither passed nor kept during the call.
 *
 * <p>Answers as the methods of {@link Instructions}, unless said otherwise.
 */
public final class Decoded {
    private final Memory mem;
    private final Calls calls;
    private final Invocation invocation;
    private final Instructions instructions;

    public Decoded(Memory mem, Calls calls, Invocation invocation, Instructions instructions) {
        this.mem = mem;
        this.calls = calls;
        this.invocation = invocation;
        this.instructions = instructions;
    }

    private int instruction(int frame) {
        return mem.getInt(mem.getInt(frame + Frame.PC) - 4);
    }

    private int register(int frame, int index) {
        return mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT + (index << Layout.SLOT_SHIFT);
    }

    private int constant(int frame, int index) {
        return mem.getInt(frame + Frame.CONSTANTS) + (index << Layout.SLOT_SHIFT);
    }

    /** Any instruction. */
    int execute(int frame) {
        return instructions.execute(frame, register(frame, 0), constant(frame, 0));
    }

    /**
     * One of the instructions below, or any other.
     *
     * <p>The opcode is a constant: in the native kernel no more of this than one call is left. To HotSpot it is a
     * method too long to be inlined into the interpreter's loop, with all that these instructions do, before what is
     * frequent there, for which no room would be left.
     *
     * @param count the number of arguments, for a CALL
     */
    @Inline
    int general(int opcode, int frame, int count) {
        switch (opcode) {
            case Op.GETTABLE:
                return getTable(frame);
            case Op.GETFIELD:
                return getField(frame);
            case Op.SETTABLE:
                return setTable(frame);
            case Op.SETFIELD:
                return setField(frame);
            case Op.NEWTABLE:
                return newTable(frame);
            case Op.SELF:
                return self(frame);
            case Op.LEN:
                return length(frame);
            case Op.CONCAT:
                return concat(frame);
            case Op.CALL:
                return callOther(frame, count);
            case Op.RETURN:
                return returnValues(frame);
            case Op.FORPREP:
                return prepareFor(frame);
            case Op.TFORCALL:
                return forCall(frame);
            case Op.SETLIST:
                return setList(frame);
            case Op.CLOSURE:
                return closure(frame);
            case Op.VARARG:
                return vararg(frame);
            case Op.TAILCALL:
            default:
                return execute(frame);
        }
    }

    // --- tables ---

    private int getTable(int frame) {
        int i = instruction(frame);
        int key = register(frame, Code.c(i));
        return instructions.index(frame, register(frame, Code.b(i)), key, register(frame, Code.a(i)));
    }

    private int getField(int frame) {
        int i = instruction(frame);
        int key = constant(frame, Code.c(i));
        return instructions.index(frame, register(frame, Code.b(i)), key, register(frame, Code.a(i)));
    }

    private int setTable(int frame) {
        int i = instruction(frame);
        int value = Code.op(i) == Op.SETTABLE ? register(frame, Code.c(i)) : constant(frame, Code.c(i));
        return instructions.setIndex(frame, register(frame, Code.a(i)), register(frame, Code.b(i)), value);
    }

    private int setField(int frame) {
        int i = instruction(frame);
        int value = Code.op(i) == Op.SETFIELD ? register(frame, Code.c(i)) : constant(frame, Code.c(i));
        return instructions.setIndex(frame, register(frame, Code.a(i)), constant(frame, Code.b(i)), value);
    }

    private int self(int frame) {
        int i = instruction(frame);
        int key = constant(frame, Code.c(i));
        return instructions.self(frame, register(frame, Code.b(i)), key, register(frame, Code.a(i)));
    }

    private int newTable(int frame) {
        int i = instruction(frame);
        return instructions.newTable(frame, register(frame, Code.a(i)), Code.b(i));
    }

    private int setList(int frame) {
        int i = instruction(frame);
        return instructions.setList(frame, register(frame, Code.a(i)), Code.b(i));
    }

    // --- operators ---

    private int length(int frame) {
        int i = instruction(frame);
        return instructions.length(frame, register(frame, Code.b(i)), register(frame, Code.a(i)));
    }

    private int concat(int frame) {
        int i = instruction(frame);
        return instructions.concat(frame, register(frame, Code.a(i)), Code.b(i));
    }

    // --- functions ---

    private int closure(int frame) {
        int i = instruction(frame);
        return instructions.closure(register(frame, 0), Code.bx(i), register(frame, Code.a(i)));
    }

    private int vararg(int frame) {
        int i = instruction(frame);
        return instructions.vararg(frame, register(frame, Code.a(i)), Code.c(i) - 1);
    }

    /** A CALL of what is no Lua function. */
    private int callOther(int frame, int count) {
        int i = instruction(frame);
        return invocation.callOther(register(frame, Code.a(i)), count, Code.c(i) - 1);
    }

    /**
     * A CALL of a Lua function.
     *
     * @return the callee's frame
     */
    int enterLua(int frame, int count) {
        int i = instruction(frame);
        return calls.enterLua(register(frame, Code.a(i)), count, Code.c(i) - 1, 0);
    }

    private int returnValues(int frame) {
        int i = instruction(frame);
        return instructions.returnValues(frame, i, register(frame, Code.a(i)));
    }

    // --- loops ---

    private int prepareFor(int frame) {
        int i = instruction(frame);
        return instructions.prepareFor(frame, i, register(frame, Code.a(i)));
    }

    private int forCall(int frame) {
        int i = instruction(frame);
        return instructions.forCall(register(frame, Code.a(i)), Code.c(i));
    }
}
