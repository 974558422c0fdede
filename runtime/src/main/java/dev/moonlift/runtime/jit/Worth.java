package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.lib.LeafBuiltins;

/**
 * Estimates whether code for a function would be faster than the interpreter: what it does itself is several times
 * faster, but to ask the kernel costs more than that saves, since registers have to be in their slots and a call of
 * another module is more than a jump of the interpreter.
 */
final class Worth {
    /** An instruction in a loop counts as so many outside of it. */
    private static final int ROUNDS = 8;

    private static final int DEEPEST = 4;
    private static final int OF_INLINE = 1;
    private static final int OF_ACCESS_BY_KERNEL = -1;
    private static final int OF_CALL_BY_KERNEL = -2;
    private static final int OF_REQUEST = -5;
    /** A protected call: in line, or of what is left to the interpreter. */
    private static final int OF_PROTECTED_CALL = 0;
    /** A call that goes to another coroutine, whose code runs nested in it. */
    private static final int OF_SWITCH = 0;

    private final FunctionCode function;
    private final Expectations expectations;
    private final LoopEnds loopEnds;
    private final Constructors constructors;
    private final Profile profile;

    Worth(CodeUnit unit) {
        this.function = unit.function();
        this.expectations = unit.expectations();
        this.loopEnds = unit.loopEnds();
        this.constructors = unit.constructors();
        this.profile = unit.expectations().profile();
    }

    /** Whether the instructions that were seen are worth it. */
    boolean isPositive() {
        int[] code = function.code();
        int[] weights = weights(code);
        long worth = 0;
        for (int pc = 0; pc < code.length; pc++) {
            if (profile.isVisited(pc)) {
                worth += (long) weights[pc] * of(code[pc], pc);
            }
        }
        return worth > 0;
    }

    /**
     * Whether the interpreter should enter the code for a call: a function that neither loops nor calls others is over
     * before that pays, unless compiled code calls it.
     */
    boolean isWorthEntering() {
        return expectations.callsDirectly() || !loopEnds.all().isEmpty();
    }

    private int[] weights(int[] code) {
        int[] deeper = new int[code.length + 1];
        for (int end : loopEnds.all()) {
            deeper[loopEnds.beginning(end)]++;
            deeper[end + 1]--;
        }
        int[] weights = new int[code.length];
        int depth = 0;
        for (int pc = 0; pc < code.length; pc++) {
            depth += deeper[pc];
            weights[pc] = (int) Math.pow(ROUNDS, Math.min(depth, DEEPEST));
        }
        return weights;
    }

    private int of(int i, int pc) {
        int op = i & 0xFF;
        return switch (op) {
            case Op.CONCAT -> expectations.targets(pc).isEmpty() ? OF_REQUEST : OF_INLINE;
            case Op.TFORCALL -> ofIteration(expectations.builtin(pc));
            case Op.RETURN -> ReturnForm.count(i) == ReturnForm.OPEN ? OF_CALL_BY_KERNEL : OF_INLINE;
            case Op.VARARG -> expectations.isSelect(pc + 1) ? OF_INLINE : OF_ACCESS_BY_KERNEL;
            case Op.NEWTABLE, Op.CLOSURE -> OF_ACCESS_BY_KERNEL;
            case Op.SETLIST ->
                constructors.listed(pc) > 0 && expectations.isKnownList(pc)
                        ? OF_INLINE
                        : Instruction.b(i) == 0 ? OF_ACCESS_BY_KERNEL : OF_REQUEST;
            case Op.TAILCALL ->
                expectations.targets(pc).isEmpty() && profile.result(pc) == Kind.ANY ? OF_REQUEST : 2 * OF_INLINE;
            case Op.CALL -> ofCall(pc);
            case Op.SELF -> profile.result(pc) == Kind.CLOSURE ? OF_INLINE : OF_REQUEST;
            case Op.GETTABUP, Op.GETTABLE, Op.GETFIELD, Op.SETTABUP, Op.SETTABUPK, Op.SETTABLE, Op.SETTABLEK ->
                profile.isShort(pc) || !profile.paths(pc).isEmpty() ? OF_INLINE : OF_ACCESS_BY_KERNEL;
            case Op.SETFIELD, Op.SETFIELDK ->
                profile.isShort(pc) || constructors.insertion(pc) != null ? OF_INLINE : OF_REQUEST;
            case Op.GETI, Op.SETI, Op.SETIK -> profile.isShort(pc) ? OF_INLINE : OF_REQUEST;
            default -> isArithmetic(op) && !isInline(op, pc) ? OF_REQUEST : OF_INLINE;
        };
    }

    /** Whether there is code for arithmetic: of numbers, perhaps of what was not seen yet, or by a function. */
    private boolean isInline(int op, int pc) {
        boolean mayBeNumeric = ArithmeticCompiler.isDynamic(ArithmeticCompiler.operator(op)) && !profile.isOther(pc);
        return profile.isNumeric(pc)
                || mayBeNumeric
                || !expectations.targets(pc).isEmpty();
    }

    private int ofCall(int pc) {
        int builtin = expectations.builtin(pc);
        if (!expectations.targets(pc).isEmpty()) {
            return 2 * OF_INLINE;
        }
        if (builtin >= 0) {
            return ofBuiltin(builtin);
        }
        return profile.callees(pc).length > 0 ? OF_CALL_BY_KERNEL : OF_REQUEST;
    }

    private static int ofBuiltin(int builtin) {
        return switch (builtin) {
            case Builtin.PCALL, Builtin.XPCALL -> OF_PROTECTED_CALL;
            case Builtin.COROUTINE_RESUME, Builtin.COROUTINE_YIELD, Builtin.COROUTINE_WRAP_CALL -> OF_SWITCH;
            case Builtin.IPAIRS, Builtin.PAIRS, Builtin.SETMETATABLE -> 2 * OF_INLINE;
            default -> LeafBuiltins.isLeaf(builtin) ? 2 * OF_INLINE : OF_REQUEST;
        };
    }

    private static int ofIteration(int builtin) {
        return switch (builtin) {
            case Builtin.IPAIRS_NEXT, Builtin.NEXT -> OF_ACCESS_BY_KERNEL;
            case Builtin.COROUTINE_WRAP_CALL -> OF_SWITCH;
            default -> OF_REQUEST;
        };
    }

    private static boolean isArithmetic(int op) {
        return op >= Op.ADDI && op <= Op.BNOT;
    }
}
