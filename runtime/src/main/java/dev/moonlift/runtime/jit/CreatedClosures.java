package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Layout.UpvalueInfo;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * Closures as a {@link Rehearsal} sees them: those in memory, and those that it made itself, with negative addresses.
 * What these captured is what the variables held at that time.
 */
final class CreatedClosures {
    private final Memory memory;
    private final List<Created> created = new ArrayList<>();

    private record Created(int prototype, Cells upvalues) {}

    CreatedClosures(Memory memory) {
        this.memory = memory;
    }

    /** Makes the closure that an instruction CLOSURE makes; answers its address. */
    int create(FunctionCode function, int enclosing, Cells r, int i) {
        int children = memory.getInt(function.prototype() + Prototype.CHILDREN);
        int child = memory.getInt(children + Integer.BYTES * Instruction.bx(i));
        Cells upvalues = new Cells(memory.getInt(child + Prototype.UPVALUE_COUNT));
        created.add(new Created(child, upvalues));
        int closure = -created.size();
        int info = memory.getInt(child + Prototype.UPVALUES);
        for (int n = 0; n < upvalues.count(); n++) {
            int index = memory.getInt(info + UpvalueInfo.INDEX);
            if (memory.getInt(info + UpvalueInfo.IN_STACK) == 0) {
                upvalue(enclosing, index, upvalues, n);
            } else if (index == Instruction.a(i)) {
                upvalues.set(n, Tag.CLOSURE, closure);
            } else {
                upvalues.copy(n, r, index);
            }
            info += UpvalueInfo.BYTES;
        }
        return closure;
    }

    /** The prototype of a closure, which is not 0. */
    int prototype(int closure) {
        return closure < 0 ? created.get(-closure - 1).prototype : memory.getInt(closure + Closure.PROTOTYPE);
    }

    /** Copies the value of an upvalue; of a closure that is not known, 0, that is not either. */
    void upvalue(int closure, int index, Cells r, int to) {
        if (closure == 0) {
            r.set(to, Rehearsal.UNKNOWN, 0);
        } else if (closure < 0) {
            r.copy(to, created.get(-closure - 1).upvalues, index);
        } else {
            int upvalue = memory.getInt(closure + Closure.UPVALUES + Integer.BYTES * index);
            int slot = memory.getInt(upvalue + Upvalue.SLOT_ADDRESS);
            r.set(to, memory.getByte(slot + Layout.TAG), memory.getLong(slot));
        }
    }
}
