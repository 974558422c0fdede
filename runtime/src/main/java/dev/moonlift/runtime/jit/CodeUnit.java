package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A function that is being compiled, and what is known of it.
 *
 * @param function its code
 * @param label what people call it
 * @param expectations what is expected of its instructions
 * @param flow its blocks
 * @param loopEnds the ends of its loops
 * @param liveness which registers are live where
 * @param loopConstants which registers loops leave as they are
 * @param constructors where fields of the tables that it makes come to lie
 * @param number the first of its numbers in the table of code, see {@link CodeModule.CompiledFunction}
 * @param signature how it is called directly; null if it cannot be
 * @param failsOneIn of so many checks one fails at random, see {@link RandomFailures}; 0 for none
 */
record CodeUnit(
        FunctionCode function,
        FunctionLabel label,
        Expectations expectations,
        Flow flow,
        LoopEnds loopEnds,
        Liveness liveness,
        LoopConstants loopConstants,
        Constructors constructors,
        int number,
        Signature signature,
        int failsOneIn) {

    /** Of its numbers, counted from the first: where the code for a frame is. */
    static final int BEGINNING = 1;
    /** What goes on where another coroutine has run. */
    static final int CONTINUATION = 2;
    /** The code of the first loop. */
    static final int LOOPS = 3;

    /** Continuations of one function: each is some of its code once more. */
    private static final int MOST_CONTINUATIONS = 8;

    /** How many numbers a function takes. */
    static int numbers(FunctionCode function) {
        return LOOPS + new LoopEnds(function).all().size();
    }

    /** A function with what its bytecode says of it. */
    static CodeUnit of(
            FunctionCode function,
            FunctionLabel label,
            int number,
            Expectations expectations,
            Signature signature,
            int failsOneIn) {
        Flow flow = new Flow(function.code(), continuations(function, expectations.profile()));
        return new CodeUnit(
                function,
                label,
                expectations,
                flow,
                new LoopEnds(function),
                new Liveness(function, flow),
                new LoopConstants(function, flow),
                new Constructors(function, flow, expectations.profile()),
                number,
                signature,
                failsOneIn);
    }

    /** The instructions behind calls that another coroutine has run in, where the function goes on in new code. */
    BitSet continuations() {
        return continuations(function, expectations.profile());
    }

    private static BitSet continuations(FunctionCode function, Profile profile) {
        BitSet found = new BitSet();
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc++) {
            // What takes all results of a call goes on with that.
            boolean isOpen = Instruction.c(code[pc]) == 0;
            if ((code[pc] & 0xFF) == Op.CALL
                    && !isOpen
                    && profile.isLeaving(pc)
                    && found.cardinality() < MOST_CONTINUATIONS) {
                found.set(pc + 1);
            }
        }
        return found;
    }

    /** For its WebAssembly functions, of which no two in a guest have the same. */
    String name() {
        return label.symbol() + "_" + number;
    }

    CodeUnit with(Signature changed) {
        return new CodeUnit(
                function,
                label,
                expectations,
                flow,
                loopEnds,
                liveness,
                loopConstants,
                constructors,
                number,
                changed,
                failsOneIn);
    }

    /** Whether it calls a function directly as that is not called any more. */
    boolean callsOtherwise(CodeUnit callee) {
        return IntStream.range(0, function.code().length).anyMatch(pc -> callsOtherwise(pc, callee));
    }

    private boolean callsOtherwise(int pc, CodeUnit callee) {
        return expectations.targets(pc).stream()
                .anyMatch(target -> target.prototype() == callee.function.prototype()
                        && target.isOther(callee.number, callee.signature));
    }
}
