package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphVerifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * All passes but inlining, in order, again and again until nothing changes.
 *
 * @param addressesDoNotWrap see {@link ConstantFolding}
 * @param verify whether to check the graph after each pass
 * @param maximalRounds how often at most to run the passes
 * @param listener told of a pass that has changed the graph, by name; for dumps
 */
public record Pipeline(
        boolean addressesDoNotWrap, boolean verify, int maximalRounds, BiConsumer<String, Graph> listener)
        implements Pass {
    private static final int DEFAULT_ROUNDS = 4;

    /** Without verifier and listener. */
    public static Pipeline of(boolean addressesDoNotWrap) {
        return new Pipeline(addressesDoNotWrap, false, DEFAULT_ROUNDS, (pass, graph) -> {});
    }

    /** The same with a check of the graph after each pass. */
    public Pipeline verifying() {
        return new Pipeline(addressesDoNotWrap, true, maximalRounds, listener);
    }

    @Override
    public boolean run(Graph graph) {
        Map<String, Pass> passes = passes();
        boolean changed = false;
        int unchanged = 0;
        for (int round = 0; round < maximalRounds; round++) {
            for (Map.Entry<String, Pass> pass : passes.entrySet()) {
                unchanged = run(pass.getKey(), pass.getValue(), graph) ? 0 : unchanged + 1;
                changed |= unchanged == 0;
                if (unchanged == passes.size()) {
                    return changed;
                }
            }
        }
        return changed;
    }

    private Map<String, Pass> passes() {
        Map<String, Pass> passes = new LinkedHashMap<>();
        passes.put("copies", new CopyPropagation());
        passes.put("duplicates", new DuplicateParameters());
        passes.put("constants", new ConstantFolding(addressesDoNotWrap));
        passes.put("control", new SimplifyControlFlow());
        passes.put("common", new CommonSubexpressions());
        passes.put("loads", new RedundantLoads());
        passes.put("decided", new DecidedBranches());
        passes.put("invariants", new LoopInvariants());
        passes.put("dead", new DeadCode());
        return passes;
    }

    private boolean run(String name, Pass pass, Graph graph) {
        if (!pass.run(graph)) {
            return false;
        }
        if (verify) {
            verify(name, graph);
        }
        listener.accept(name, graph);
        return true;
    }

    private static void verify(String name, Graph graph) {
        try {
            GraphVerifier.verify(graph);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("after pass " + name + ": " + e.getMessage(), e);
        }
    }
}
