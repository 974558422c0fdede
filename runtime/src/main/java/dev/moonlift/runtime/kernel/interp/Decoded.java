package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * The way from the interpreter's loop to the instructions in general: a method takes nothing but the frame, and decodes
 * the instruction in front of its PC. What the loop has in registers is so neither passed nor kept during the call.
 *
 * <p>Answers as the methods of {@link Instructions}, or {@link #ENTERED}.
 */
public final class Decoded {
    /** Another frame is the running one, and no safepoint is due. */
    static final int ENTERED = -6;

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

    /** The number of arguments of a CALL or TAILCALL of the value at {@code func}, of results of a RETURN. */
    @Inline
    int argumentCount(int i, int func) {
        int count = (i >>> 16 & 0xFF) - 1;
        return count >= 0 ? count : (mem.getInt(State.TOP) - func >> Layout.SLOT_SHIFT) - 1;
    }

    /** Writes the PC to the running frame, and answers that. */
    @Inline
    int savePc(int pc) {
        int frame = mem.getInt(State.FRAME);
        mem.putInt(frame + Frame.PC, pc);
        return frame;
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
     * <p>The opcode is a constant: in the native kernel no more of this is left than to save the PC and one call. To
     * HotSpot it is a method too long to be inlined into the interpreter's loop, with all that these instructions do,
     * before what is frequent there, for which no room would be left: that ends at 8,000 bytes of bytecode, inlined
     * methods included, and beyond it the least of accesses is a call. So tail calls come by here, and the calls and
     * returns that are not plain.
     *
     * @param pc of the instruction behind, saved first
     * @param count the number of arguments, for a CALL
     */
    @Inline
    int general(int opcode, int pc, int count) {
        int frame = savePc(pc);
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
                return call(frame, count);
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
                return tailCall(frame);
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

    private int call(int frame, int count) {
        int i = instruction(frame);
        int a = register(frame, Code.a(i));
        if (calls.isLuaFunction(a)) {
            calls.enterLua(a, count, Code.c(i) - 1, 0);
            return ENTERED;
        }
        return invocation.callOther(a, count, Code.c(i) - 1);
    }

    @Inline
    private int tailCall(int frame) {
        int i = instruction(frame);
        int a = register(frame, Code.a(i));
        if (Code.c(i) == 0 && calls.replacePlain(frame, a, argumentCount(i, a))) {
            return ENTERED;
        }
        return execute(frame);
    }

    private int returnValues(int frame) {
        int i = instruction(frame);
        int a = register(frame, Code.a(i));
        if ((Code.c(i) | mem.getInt(frame + Frame.FLAGS) & ~FrameFlag.TAIL) == 0) {
            calls.leaveLua(frame, a, argumentCount(i, a - Layout.SLOT));
            return ENTERED;
        }
        return instructions.returnValues(frame, i, a);
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
