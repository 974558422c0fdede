package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.ir.Callee;
import java.util.ArrayList;
import java.util.List;

/**
 * A function that compiled code can call directly.
 *
 * @param prototype address of its prototype
 * @param number its number in the table of code, which is in {@code Prototype.DIRECT} as long as that code is in place
 * @param signature how it is called
 * @param local the function, if it is in the module that is being made; null if it is to be called through the table
 */
record CallTarget(int prototype, int number, Signature signature, Callee local) {
    /**
     * Whether any function with the signature can be called in its place: then code that calls it goes on doing so when
     * it is compiled anew.
     */
    boolean isReplaceable() {
        return local == null && signature.number() != 0;
    }

    /** Whether code that calls it does not call a function of this number and signature. */
    boolean isOther(int otherNumber, Signature other) {
        return isReplaceable() ? !signature.equals(other) : number != otherNumber;
    }

    /** One of the functions for each way in which they are called: that calls others as well. */
    static List<CallTarget> ways(List<CallTarget> targets) {
        List<CallTarget> ways = new ArrayList<>();
        for (CallTarget target : targets) {
            if (ways.stream().noneMatch(target::isCalledLike)) {
                ways.add(target);
            }
        }
        return ways;
    }

    private boolean isCalledLike(CallTarget other) {
        return isReplaceable() && other.isReplaceable() && signature.equals(other.signature);
    }
}
