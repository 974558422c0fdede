package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What is expected of the instructions of a function, and whom its calls can reach directly. */
final class Expectations {
    private final FunctionCode function;
    private final Profile profile;
    private final IntFunction<CallTarget> targets;

    /**
     * Expectations.
     *
     * @param targets gives for the address of a prototype how it is called; null if it cannot be called directly
     */
    Expectations(FunctionCode function, Profile profile, IntFunction<CallTarget> targets) {
        this.function = function;
        this.profile = profile;
        this.targets = targets;
    }

    Profile profile() {
        return profile;
    }

    Kind result(int pc) {
        return profile.result(pc);
    }

    /** The functions that a CALL calls directly; none if it is to be called otherwise. */
    List<CallTarget> targets(int pc) {
        int i = function.code()[pc];
        List<CallTarget> fitting = new ArrayList<>();
        if ((i & 0xFF) == Op.CALL) {
            for (int callee : profile.callees(pc)) {
                CallTarget target = Profile.isBuiltin(callee) ? null : targets.apply(callee);
                if (target != null && fits(i, target.signature())) {
                    fitting.add(target);
                }
            }
        }
        return fitting;
    }

    private static boolean fits(int i, Signature signature) {
        return Instruction.b(i) - 1 == signature.parameters().size()
                && (Instruction.c(i) == 1 || Instruction.c(i) == 2 && signature.hasResult());
    }

    /** The library function that a CALL calls, -1 if it is none or not always the same. */
    int builtin(int pc) {
        int[] callees = profile.callees(pc);
        return callees.length == 1 && Profile.isBuiltin(callees[0]) ? Profile.builtinNumber(callees[0]) : -1;
    }

    /** The kind of the one result of a call; null if it is not known yet, because the callee is recursive. */
    Kind callResult(int pc) {
        List<CallTarget> fitting = targets(pc);
        if (fitting.isEmpty()) {
            return profile.result(pc);
        }
        Kind result = null;
        for (CallTarget target : fitting) {
            Kind kind = target.signature().result();
            result = result == null ? kind : kind == null ? result : result.join(kind);
        }
        return result;
    }
}
