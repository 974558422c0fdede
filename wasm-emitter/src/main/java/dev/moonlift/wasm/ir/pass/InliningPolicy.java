package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;

/** Decides which calls are replaced by the body of their callee. */
@FunctionalInterface
public interface InliningPolicy {

    boolean inlines(CallSite site);

    /**
     * A call and what is known about it. Sizes count instructions and terminators.
     *
     * @param caller the graph that grows
     * @param callerSize how large it is by now
     * @param call the instruction
     * @param callee the body that would take its place
     * @param calleeSize how large that is
     * @param depth how many bodies the call is in that have been inlined already; 0 for the caller's own calls
     * @param isOnlyCall whether no other instruction of the program calls the callee; false where the program is not
     *     known
     */
    record CallSite(
            Graph caller,
            int callerSize,
            Instruction call,
            Graph callee,
            int calleeSize,
            int depth,
            boolean isOnlyCall) {}

    /**
     * Inlines callees up to a size, or of any size where it is their only call, unless the caller becomes too large.
     */
    static InliningPolicy bySize(int maximalSize, int maximalCallerSize) {
        return site -> (site.isOnlyCall() || site.calleeSize() <= maximalSize)
                && site.callerSize() + site.calleeSize() <= maximalCallerSize;
    }
}
