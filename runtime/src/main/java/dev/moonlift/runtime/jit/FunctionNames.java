package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.LocalInfo;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.UpvalueInfo;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.memory.Memory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names by which functions were called: variables and fields that calls took them from. For messages; the guest
 * pauses meanwhile, and neither its fuel nor its memory changes.
 */
final class FunctionNames {
    private final Memory memory;
    /** By the addresses of prototypes. */
    private final Map<Integer, String> names = new HashMap<>();

    FunctionNames(Memory memory) {
        this.memory = memory;
    }

    /** The name of a function, empty if it is not known. */
    String of(int prototype) {
        return names.getOrDefault(prototype, "");
    }

    /** Forgets all but some prototypes. */
    void retain(Set<Integer> prototypes) {
        names.keySet().retainAll(prototypes);
    }

    private void add(int prototype, String name) {
        if (!name.isEmpty()) {
            names.putIfAbsent(prototype, name);
        }
    }

    /** Learns the names of those that a function calls. */
    void learn(FunctionCode caller, Profile profile) {
        for (int pc = 0; pc < caller.code().length; pc++) {
            int op = caller.code()[pc] & 0xFF;
            boolean isCall = (op == Op.CALL || op == Op.TAILCALL) && profile.handler(pc) == Profile.NO_NODE;
            for (int callee : profile.callees(pc)) {
                if (isCall && !Profile.isBuiltin(callee)) {
                    add(callee, called(caller, pc));
                }
            }
        }
    }

    /** Learns the name of a frame's function if another function of the guest called it. */
    void learn(int frame, int prototype) {
        int caller = frame - Frame.BYTES;
        boolean hasName = (memory.getInt(frame + Frame.FLAGS) & (FrameFlag.ENTRY | FrameFlag.TAIL)) == 0
                && (memory.getInt(caller + Frame.FLAGS) & (FrameFlag.BUILTIN | FrameFlag.ENTRY)) == 0;
        int function = hasName ? memory.getInt(caller + Frame.FUNCTION) : 0;
        if (function != 0) {
            FunctionCode code = FunctionCode.read(memory, memory.getInt(memory.getInt(function) + Closure.PROTOTYPE));
            int pc = (memory.getInt(caller + Frame.PC) - code.codeAddress() >> 2) - 1;
            if (pc >= 0 && pc < code.code().length && (code.code()[pc] & 0xFF) == Op.CALL) {
                add(prototype, called(code, pc));
            }
        }
    }

    /** The name of what a call calls. */
    private String called(FunctionCode caller, int call) {
        int register = Instruction.a(caller.code()[call]);
        for (int pc = call - 1; pc >= 0; pc--) {
            int i = caller.code()[pc];
            if (Instruction.a(i) == register) {
                switch (i & 0xFF) {
                    case Op.GETUPVAL -> {
                        return upvalue(caller, Instruction.b(i));
                    }
                    case Op.GETTABUP, Op.GETFIELD, Op.SELF -> {
                        return constant(caller, Instruction.c(i));
                    }
                    case Op.MOVE -> {
                        return local(caller, Instruction.b(i), call);
                    }
                    case Op.GETTABLE, Op.GETI, Op.CLOSURE, Op.CALL -> {
                        return "";
                    }
                    default -> {
                        // A store, a test or a jump, which leaves the register as it is.
                    }
                }
            }
        }
        return "";
    }

    private String upvalue(FunctionCode function, int index) {
        int info = memory.getInt(function.prototype() + Prototype.UPVALUES) + UpvalueInfo.BYTES * index;
        return string(memory.getInt(info + UpvalueInfo.NAME));
    }

    private String string(int string) {
        return string == 0 ? "" : FunctionSource.printable(FunctionSource.text(memory, string));
    }

    /** A constant that is a string; empty if it is another. */
    String constant(FunctionCode function, int index) {
        int tag = function.constants().tag(index);
        boolean isString = tag == Tag.SHORT_STRING || tag == Tag.LONG_STRING;
        return isString ? string((int) function.constants().payload(index)) : "";
    }

    /** Local variables have registers in the order in which they begin. */
    private String local(FunctionCode function, int register, int pc) {
        int info = memory.getInt(function.prototype() + Prototype.LOCALS);
        int left = register;
        for (int n = memory.getInt(function.prototype() + Prototype.LOCAL_COUNT); n > 0; n--) {
            boolean isActive =
                    memory.getInt(info + LocalInfo.START_PC) <= pc && pc < memory.getInt(info + LocalInfo.END_PC);
            if (isActive && left-- == 0) {
                return string(memory.getInt(info + LocalInfo.NAME));
            }
            info += LocalInfo.BYTES;
        }
        return "";
    }
}
