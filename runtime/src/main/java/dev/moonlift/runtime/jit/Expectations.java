package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.lib.LeafBuiltins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

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

    /** Whether an instruction is expected to call a metamethod. */
    boolean isHandled(int pc) {
        return profile.handler(pc) != Profile.NO_NODE;
    }

    /** The metamethods that an instruction calls directly. */
    private List<CallTarget> handlers(int pc) {
        int i = function.code()[pc];
        List<CallTarget> fitting = new ArrayList<>();
        for (int callee : profile.callees(pc)) {
            CallTarget target = Profile.isBuiltin(callee) ? null : targets.apply(callee);
            if (target != null && MetaEvent.fits(i, target.signature())) {
                fitting.add(target);
            }
        }
        return fitting;
    }

    /**
     * The functions that a CALL or TAILCALL, or another instruction as a metamethod, calls directly; none if it is to
     * be called otherwise.
     */
    List<CallTarget> targets(int pc) {
        int i = function.code()[pc];
        if (isHandled(pc)) {
            return handlers(pc);
        }
        List<CallTarget> fitting = fitting(pc);
        boolean isOpen = (i & 0xFF) == Op.CALL && Instruction.c(i) == 0;
        return isOpen && (fitting.isEmpty() || !isTaken(pc)) ? List.of() : fitting;
    }

    /** Whether some call of the function is direct. */
    boolean callsDirectly() {
        return IntStream.range(0, function.code().length)
                .anyMatch(pc -> !targets(pc).isEmpty());
    }

    /**
     * Whether a CALL that gives all results, for the next instruction to take, is known to give one: then it is like
     * other calls of one result, and State.TOP is not written.
     */
    boolean isClosed(int pc) {
        return pc >= 0
                && (function.code()[pc] & 0xFF) == Op.CALL
                && Instruction.c(function.code()[pc]) == 0
                && !targets(pc).isEmpty();
    }

    /** Whether a SETLIST stores a known number of values. */
    boolean isKnownList(int pc) {
        return Instruction.b(function.code()[pc]) != 0 || isClosed(pc - 1);
    }

    /** Whether a call gives one value that is used. */
    boolean hasOneResult(int pc) {
        return Instruction.c(function.code()[pc]) == 2 || isClosed(pc);
    }

    /**
     * Whether the next instruction takes all results of a CALL, and is a call that does not end the function, or stores
     * them in a list.
     */
    private boolean isTaken(int pc) {
        int next = function.code()[pc + 1];
        boolean isListOrCall = (next & 0xFF) == Op.SETLIST || (next & 0xFF) == Op.CALL;
        return isListOrCall && Instruction.b(next) == 0 || !targets(pc + 1).isEmpty();
    }

    private List<CallTarget> fitting(int pc) {
        int i = function.code()[pc];
        boolean isTail = (i & 0xFF) == Op.TAILCALL;
        int[] callees = profile.callees(pc);
        int arguments = arguments(pc);
        boolean isWrongTail = isTail && (callees.length != 1 || profile.isRefuted(pc));
        if ((i & 0xFF) != Op.CALL && !isTail || arguments < 0 || isWrongTail) {
            return List.of();
        }
        List<CallTarget> fitting = new ArrayList<>();
        for (int callee : callees) {
            CallTarget target = Profile.isBuiltin(callee) ? null : targets.apply(callee);
            if (target != null && target.signature().parameters().size() == arguments && fits(i, target.signature())) {
                fitting.add(target);
            }
        }
        return fitting;
    }

    /**
     * Arguments of a tail call come into the place of the caller's registers, which it may need still if there is no
     * room for the call: so all must be unboxed.
     */
    private static boolean fits(int i, Signature signature) {
        return switch (Instruction.c(i)) {
            case 0 ->
                (i & 0xFF) == Op.CALL
                        ? signature.results() == Signature.Results.ONE
                        : !signature.parameters().contains(Kind.ANY);
            case 1 -> (i & 0xFF) == Op.CALL;
            default -> (i & 0xFF) == Op.CALL && Instruction.c(i) == 2 && signature.hasResult();
        };
    }

    /** Whether a TAILCALL closes upvalues first, as only the kernel does. */
    static boolean closes(int tailCall) {
        return Instruction.c(tailCall) != 0;
    }

    /** Whether the function, called directly, does a TAILCALL by going on at its beginning. */
    boolean isRepetition(int pc) {
        int i = function.code()[pc];
        return (i & 0xFF) == Op.TAILCALL
                && !closes(i)
                && function.captured().isEmpty()
                && profile.callsItself(pc)
                && !targets(pc).isEmpty();
    }

    /** Whether it does so anywhere. */
    boolean repeats() {
        return IntStream.range(0, function.code().length).anyMatch(this::isRepetition);
    }

    /** How many arguments a CALL or TAILCALL has; -1 if that is not known. */
    int arguments(int pc) {
        int i = function.code()[pc];
        if (Instruction.b(i) != 0) {
            return Instruction.b(i) - 1;
        }
        int before = pc == 0 ? 0 : function.code()[pc - 1];
        boolean isCall = (before & 0xFF) == Op.CALL && Instruction.c(before) == 0;
        return isCall && !fitting(pc - 1).isEmpty() ? Instruction.a(before) - Instruction.a(i) : -1;
    }

    /** The library function that a CALL calls, -1 if it is none or not always the same. */
    int builtin(int pc) {
        int[] callees = profile.callees(pc);
        return callees.length == 1 && !profile.isRefuted(pc) && Profile.isBuiltin(callees[0])
                ? Profile.builtinNumber(callees[0])
                : -1;
    }

    /**
     * Whether a CALL calls a library function that may need no frame, with a known number of arguments, and as many
     * results as it says.
     */
    boolean callsLeaf(int pc) {
        int i = function.code()[pc];
        return (i & 0xFF) == Op.CALL
                && arguments(pc) >= 0
                && Instruction.c(i) != 0
                && Arrays.stream(profile.callees(pc))
                        .anyMatch(callee ->
                                Profile.isBuiltin(callee) && LeafBuiltins.isLeaf(Profile.builtinNumber(callee)));
    }

    /**
     * Whether a CALL is of {@code select} with a VARARG of all extra arguments behind its first, and gives one value.
     */
    boolean isSelect(int pc) {
        int[] code = function.code();
        if (pc == 0 || pc >= code.length) {
            return false;
        }
        int call = code[pc];
        int vararg = code[pc - 1];
        boolean isCall = (call & 0xFF) == Op.CALL && Instruction.b(call) == 0 && Instruction.c(call) == 2;
        boolean isVararg = (vararg & 0xFF) == Op.VARARG && Instruction.c(vararg) == 0;
        return isCall && isVararg && Instruction.a(vararg) == Instruction.a(call) + 2 && builtin(pc) == Builtin.SELECT;
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
        if (!profile.isRefuted(pc)) {
            return result;
        }
        // Others may be called as well, and what they give is in its slot; so it is then what all give.
        return result == null ? profile.result(pc) : result.join(profile.result(pc));
    }
}
