package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphVerifier;
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
        boolean changed = false;
        for (int round = 0; round < maximalRounds; round++) {
            if (!runOnce(graph)) {
                break;
            }
            changed = true;
        }
        return changed;
    }

    private boolean runOnce(Graph graph) {
        boolean changed = run("copies", new CopyPropagation(), graph);
        changed |= run("constants", new ConstantFolding(addressesDoNotWrap), graph);
        changed |= run("control", new SimplifyControlFlow(), graph);
        changed |= run("common", new CommonSubexpressions(), graph);
        changed |= run("loads", new RedundantLoads(), graph);
        changed |= run("dead", new DeadCode(), graph);
        return changed;
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
