package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.jit.CodeTable;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.memory.Memory;

/**
 * What compiled code asks of the kernel. Registers that an instruction may look at, and the frame's, are in memory when
 * it asks; no signal passes through compiled code.
 */
public final class CompiledCode {
    /** Compiled calls in progress, within one another: each needs some of the native stack. */
    private static final int MAX_DEPTH = 180;

    private final Memory mem;
    private final CodeTable code;
    private final Calls calls;
    private final Instructions instructions;

    public CompiledCode(Memory mem, CodeTable code, Calls calls, Instructions instructions) {
        this.mem = mem;
        this.code = code;
        this.calls = calls;
        this.instructions = instructions;
    }

    /**
     * Does an instruction as the interpreter does it in general.
     *
     * @param pc address behind the instruction
     * @param next address of the next instruction: further on, if it has an operand behind it
     * @return 0 to go on there with all registers where they were, or what to answer
     */
    public int general(int frame, int pc, int next) {
        mem.putInt(frame + Frame.PC, pc);
        int func = mem.getInt(frame + Frame.FUNCTION);
        int status = execute(frame, func + Layout.SLOT);
        if (status > 0 || status < Invocation.RELOAD) {
            return status;
        }
        mem.putInt(State.REPEATED_FRAME, 0);
        if (mem.getInt(State.DEBT) > 0) {
            return CompiledStatus.SAFEPOINT;
        }
        if (mem.getInt(State.FUEL) < 0) {
            return Exit.FUEL;
        }
        return status == 0 ? 0 : afterReload(frame, func, next);
    }

    private int execute(int frame, int base) {
        try {
            return instructions.execute(frame, base, mem.getInt(frame + Frame.CONSTANTS));
        } catch (Signal.GuestError error) {
            return CompiledStatus.UNWIND;
        } catch (Signal.OutOfMemory full) {
            return CompiledStatus.COLLECT;
        } catch (Signal.Stop stop) {
            return Exit.STOPPED;
        }
    }

    /** Whether nothing but the work is different now, as after a call of a builtin. */
    private int afterReload(int frame, int func, int pc) {
        boolean isSame = mem.getInt(State.FRAME) == frame
                && mem.getInt(frame + Frame.PC) == pc
                && mem.getInt(frame + Frame.FUNCTION) == func;
        return isSame ? 0 : CompiledStatus.INTERPRET;
    }

    /**
     * As {@link #general} for the instruction CALL: if the function has code, that runs it. What the interpreter does
     * apart from its short way is done in general here too, so that collections come at the same places.
     */
    public int call(int i, int frame, int pc) {
        int func = mem.getInt(frame + Frame.FUNCTION);
        int a = func + Layout.SLOT + (i >>> 4 & 0xFF0);
        if (mem.getByte(a + Layout.TAG) != Tag.CLOSURE || !enters(i, frame, pc, a)) {
            return general(frame, pc, pc);
        }
        if (mem.getInt(State.FUEL) < 0) {
            return Exit.FUEL;
        }
        int entered = mem.getInt(State.FRAME);
        int entry = mem.getInt(mem.getInt(entered + Frame.PC));
        int depth = mem.getInt(State.COMPILED_DEPTH);
        if ((entry & 0xFF) != CompiledOp.ENTER_FUNCTION || depth >= MAX_DEPTH) {
            return CompiledStatus.INTERPRET;
        }
        mem.putInt(State.COMPILED_DEPTH, depth + 1);
        int status = code.call(entry >>> 8, entered);
        mem.putInt(State.COMPILED_DEPTH, depth);
        if (status != CompiledStatus.RETURNED) {
            return status == CompiledStatus.DECLINED ? CompiledStatus.INTERPRET : status;
        }
        // Stacks of values and of frames may have moved; then the addresses that the code holds are old.
        boolean isSame = mem.getInt(State.FRAME) == frame && mem.getInt(frame + Frame.FUNCTION) == func;
        return isSame ? 0 : CompiledStatus.INTERPRET;
    }

    /** Enters the Lua function at a slot, in the case that all is as it mostly is. */
    private boolean enters(int i, int frame, int pc, int a) {
        int b = i >>> 16 & 0xFF;
        int count = b != 0 ? b - 1 : (mem.getInt(State.TOP) - a >> Layout.SLOT_SHIFT) - 1;
        mem.putInt(frame + Frame.PC, pc);
        return calls.enterPlain(a, count, (i >>> 24) - 1) != 0;
    }
}
