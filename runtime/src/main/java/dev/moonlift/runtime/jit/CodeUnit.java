package dev.moonlift.runtime.jit;

import java.util.stream.IntStream;

/**
 * A function that is being compiled, and what is known of it.
 *
 * @param function its code
 * @param label what people call it
 * @param expectations what is expected of its instructions
 * @param flow its blocks
 * @param liveness which registers are live where
 * @param loopConstants which registers loops leave as they are
 * @param constructors where fields of the tables that it makes come to lie
 * @param number its number in the table of code; that of its beginning is one higher, of its loops follow
 * @param signature how it is called directly; null if it cannot be
 * @param failsOneIn of so many checks one fails at random, see {@link RandomFailures}; 0 for none
 */
record CodeUnit(
        FunctionCode function,
        FunctionLabel label,
        Expectations expectations,
        Flow flow,
        Liveness liveness,
        LoopConstants loopConstants,
        Constructors constructors,
        int number,
        Signature signature,
        int failsOneIn) {

    /** A function with what its bytecode says of it. */
    static CodeUnit of(
            FunctionCode function,
            FunctionLabel label,
            int number,
            Expectations expectations,
            Signature signature,
            int failsOneIn) {
        Flow flow = new Flow(function.code());
        return new CodeUnit(
                function,
                label,
                expectations,
                flow,
                new Liveness(function, flow),
                new LoopConstants(function, flow),
                new Constructors(function, flow, expectations.profile()),
                number,
                signature,
                failsOneIn);
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
