package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.jit.CodeTable;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.CodeExtension;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.memory.Memory;

/** Ways from the interpreter into compiled code, and what follows when it comes back. */
public final class Entrances {
    private final Memory mem;
    private final Value values;
    private final CodeTable code;
    private final Instructions instructions;
    private final ForLoop forLoop;

    public Entrances(Memory mem, Value values, CodeTable code, Instructions instructions, ForLoop forLoop) {
        this.mem = mem;
        this.values = values;
        this.code = code;
        this.instructions = instructions;
        this.forLoop = forLoop;
    }

    /**
     * Does an instruction of {@link CompiledOp}, at the frame's PC. Answers RELOAD, an {@link Exit} or what is to be
     * done.
     */
    public int enter(int i, int base) {
        mem.putInt(State.COMPILED_ROOM, mem.getInt(State.ENTRY_ROOM));
        return (i & 0xFF) == CompiledOp.ENTER_FUNCTION ? enterFunction(i >>> 8, base) : enterLoop(i >>> 8, base);
    }

    /** Runs a function's code from its beginning. */
    private int enterFunction(int number, int base) {
        int frame = mem.getInt(State.FRAME);
        mem.putInt(frame + Frame.PC, mem.getInt(prototype(base) + Prototype.CODE));
        return settle(code.call(number, frame));
    }

    /** Goes on in the code of a loop, at its end, where the frame's PC is. */
    private int enterLoop(int loop, int base) {
        int frame = mem.getInt(State.FRAME);
        int prototype = prototype(base);
        int original = original(prototype, loop);
        int status = code.call(mem.getInt(original + loopBytes(prototype)), frame);
        return status == CompiledStatus.DECLINED ? interpret(mem.getInt(original), frame, base) : settle(status);
    }

    /**
     * Runs, for compiled code, the running frame's function where that has just been entered, or the loop at whose end
     * it is. Of a function that a library function has called, as the interpreter does: the way back is not shorter.
     *
     * @return what the code for that answers; DECLINED if there is none
     */
    int run() {
        int frame = mem.getInt(State.FRAME);
        int flags = mem.getInt(frame + Frame.FLAGS);
        if ((flags & FrameFlag.BUILTIN) != 0) {
            return CompiledStatus.DECLINED;
        }
        int prototype = prototype(mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT);
        int pc = mem.getInt(frame + Frame.PC);
        int i = mem.getInt(pc);
        if (pc == mem.getInt(prototype + Prototype.ENTRY)) {
            int number = mem.getInt(prototype + Prototype.DIRECT);
            boolean isWorthIt = (flags & FrameFlag.FROM_BUILTIN) == 0 || (i & 0xFF) == CompiledOp.ENTER_FUNCTION;
            return number == 0 || !isWorthIt ? CompiledStatus.DECLINED : code.call(number + 1, frame);
        }
        if ((i & 0xFF) != CompiledOp.ENTER_LOOP) {
            return CompiledStatus.DECLINED;
        }
        return code.call(mem.getInt(original(prototype, i >>> 8) + loopBytes(prototype)), frame);
    }

    /** Where the instruction is that the entrance of a loop has replaced. */
    private int original(int prototype, int loop) {
        int count = mem.getInt(prototype + Prototype.CODE_COUNT);
        return mem.getInt(prototype + Prototype.CODE) + 4 * (count + CodeExtension.ORIGINALS + loop);
    }

    /** From there to the number of the loop's code. */
    private int loopBytes(int prototype) {
        int count = mem.getInt(prototype + Prototype.CODE_COUNT);
        int loops = mem.getInt(prototype + Prototype.CODE_WORDS) - count - CodeExtension.ORIGINALS >> 1;
        return 4 * loops;
    }

    private int prototype(int base) {
        return mem.getInt(mem.getInt(base - Layout.SLOT) + Closure.PROTOTYPE);
    }

    private int settle(int status) {
        if (status == CompiledStatus.SAFEPOINT) {
            return instructions.safepoint();
        }
        return status == CompiledStatus.RETURNED || status == CompiledStatus.DECLINED ? Invocation.RELOAD : status;
    }

    /** Does the end of a loop itself: the instruction that an entrance has replaced. */
    private int interpret(int i, int frame, int base) {
        int pc = mem.getInt(frame + Frame.PC) + 4;
        int a = base + (i >>> 4 & 0xFF0);
        switch (i & 0xFF) {
            case Op.FORLOOP:
                return continueAt(frame, forLoop.advance(a) ? pc - (i >>> 16 << 2) : pc, pc);
            case Op.JMP:
                return continueAt(frame, pc + (i >> 8 << 2), pc);
            default:
                return continueAt(frame, advances(a) ? pc - (i >>> 16 << 2) : pc, pc);
        }
    }

    /** Whether a generic loop goes on, with its control variable set. */
    private boolean advances(int loop) {
        int control = loop + 4 * Layout.SLOT;
        if (values.isNil(control)) {
            return false;
        }
        values.copy(loop + 2 * Layout.SLOT, control);
        return true;
    }

    private int continueAt(int frame, int target, int next) {
        mem.putInt(frame + Frame.PC, target);
        if (target != next) {
            mem.putInt(State.FUEL, mem.getInt(State.FUEL) - FuelCost.BACK_EDGE);
        }
        return Invocation.RELOAD;
    }
}
