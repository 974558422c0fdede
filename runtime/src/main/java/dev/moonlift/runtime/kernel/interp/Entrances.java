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
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/** Ways from the interpreter into compiled code, and what follows when it comes back. */
public final class Entrances {
    private final Memory mem;
    private final Value values;
    private final CodeTable code;
    private final Instructions instructions;
    private final Invocation invocation;
    private final ForLoop forLoop;

    public Entrances(
            Memory mem,
            Value values,
            CodeTable code,
            Instructions instructions,
            Invocation invocation,
            ForLoop forLoop) {
        this.mem = mem;
        this.values = values;
        this.code = code;
        this.instructions = instructions;
        this.invocation = invocation;
        this.forLoop = forLoop;
    }

    /**
     * Does an instruction of {@link CompiledOp}, at the frame's PC. Answers RELOAD, an {@link Exit} or what is to be
     * done.
     */
    public int enter(int i, int base) {
        mem.putInt(State.COMPILED_ROOM, CompiledCode.ROOM);
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
        int count = mem.getInt(prototype + Prototype.CODE_COUNT);
        int original = mem.getInt(prototype + Prototype.CODE) + 4 * (count + CodeExtension.ORIGINALS + loop);
        int loops = mem.getInt(prototype + Prototype.CODE_WORDS) - count - CodeExtension.ORIGINALS >> 1;
        int status = code.call(mem.getInt(original + 4 * loops), frame);
        return status == CompiledStatus.DECLINED ? interpret(mem.getInt(original), frame, base) : settle(status);
    }

    /**
     * Runs the code of the running function of a coroutine that has been resumed, if there is any for where it stands.
     * Answers a {@link CompiledStatus}.
     */
    @Inline
    int runOn() {
        int frame = mem.getInt(State.FRAME);
        int prototype = prototype(mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT);
        int number = mem.getInt(prototype + Prototype.DIRECT);
        if (number == 0) {
            return CompiledStatus.DECLINED;
        }
        boolean isBeginning = mem.getInt(frame + Frame.PC) == mem.getInt(prototype + Prototype.ENTRY);
        return code.call(isBeginning ? number + 1 : number + 2, frame);
    }

    @Inline
    private int prototype(int base) {
        return mem.getInt(mem.getInt(base - Layout.SLOT) + Closure.PROTOTYPE);
    }

    private int settle(int status) {
        if (status == CompiledStatus.SAFEPOINT) {
            return instructions.safepoint();
        }
        if (status == CompiledStatus.RETURNED) {
            return invocation.isBackInBuiltin() ? goOnAfterCallee() : Invocation.RELOAD;
        }
        return status == CompiledStatus.DECLINED ? Invocation.RELOAD : status;
    }

    /** As an instruction that returns to a builtin, the safepoint included. */
    private int goOnAfterCallee() {
        int status = invocation.goOnAfterCallee();
        if (status > 0) {
            return status;
        }
        mem.putInt(State.REPEATED_FRAME, 0);
        return mem.getInt(State.DEBT) > 0 ? instructions.safepoint() : status;
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
