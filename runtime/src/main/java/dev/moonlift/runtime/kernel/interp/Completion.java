package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * What remains of an instruction when the function that it had to call has returned: the instruction before the frame's
 * PC says where the result goes. So no other state than the frame is needed to go on, however the call ended.
 */
public final class Completion {
    private final Memory mem;
    private final Value values;

    public Completion(Memory mem, Value values) {
        this.mem = mem;
        this.values = values;
    }

    /** Completes the current instruction of a Lua frame with a result. */
    @Inline
    public void complete(int frame, int result) {
        int instruction = mem.getInt(mem.getInt(frame + Frame.PC) - 4);
        int op = instruction & 0xFF;
        if (op >= Op.EQ && op <= Op.GEI) {
            branch(frame, instruction, mem.getByte(result + Layout.TAG) > Tag.FALSE);
        } else if (op == Op.CONCAT) {
            continueConcat(frame, instruction, result);
        } else if (op == Op.CLOSE || op == Op.RETURN || op == Op.TAILCALL) {
            repeat(frame);
        } else if (yieldsValue(op)) {
            values.copy(register(frame, instruction), result);
        }
    }

    private static boolean yieldsValue(int op) {
        return op == Op.GETTABUP || op >= Op.GETTABLE && op <= Op.GETFIELD || op >= Op.SELF && op <= Op.LEN;
    }

    private int register(int frame, int instruction) {
        return mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT + (instruction >>> 4 & 0xFF0);
    }

    /** Takes the jump behind a test, or skips it. */
    public void branch(int frame, int instruction, boolean truth) {
        int pc = mem.getInt(frame + Frame.PC);
        if (truth == (instruction >>> 24 != 0)) {
            int jump = mem.getInt(pc);
            if ((jump & 0xFF) == CompiledOp.ENTER_LOOP) {
                return;
            }
            int offset = jump >> 8;
            mem.putInt(frame + Frame.PC, pc + 4 + (offset << 2));
            if (offset < 0) {
                mem.putInt(State.FUEL, mem.getInt(State.FUEL) - FuelCost.BACK_EDGE);
            }
        } else {
            mem.putInt(frame + Frame.PC, pc + 4);
        }
    }

    /** The result takes the place of the last two operands. */
    private void continueConcat(int frame, int instruction, int result) {
        int remaining = mem.getInt(frame + Frame.RESULTS);
        values.copy(register(frame, instruction) + (remaining - 1 << Layout.SLOT_SHIFT), result);
        mem.putInt(frame + Frame.FLAGS, mem.getInt(frame + Frame.FLAGS) | FrameFlag.CONCATENATING);
        repeat(frame);
    }

    private void repeat(int frame) {
        mem.putInt(frame + Frame.PC, mem.getInt(frame + Frame.PC) - 4);
    }
}
