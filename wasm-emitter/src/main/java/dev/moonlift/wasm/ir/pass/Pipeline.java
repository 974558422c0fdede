package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphVerifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * All passes but inlining, in order, then again until nothing changes those that others make worth it: a pass is left
 * out where no other has changed anything since it ran last.
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

    private static final String COPIES = "copies";
    private static final String DUPLICATES = "duplicates";
    private static final String CONSTANTS = "constants";
    private static final String CONTROL = "control";
    private static final String COMMON = "common";
    private static final String LOADS = "loads";
    private static final String DECIDED = "decided";
    private static final String INVARIANTS = "invariants";
    private static final String DEAD = "dead";

    private static final List<String> FIRST =
            List.of(COPIES, DUPLICATES, CONSTANTS, CONTROL, COMMON, LOADS, DECIDED, INVARIANTS, DEAD);

    /** What is loaded only once decides more branches, which leaves blocks to merge: those come last here. */
    private static final List<String> AGAIN =
            List.of(COPIES, CONSTANTS, COMMON, LOADS, DECIDED, INVARIANTS, CONTROL, DEAD);

    /** Without verifier and listener. */
    public static Pipeline of(boolean addressesDoNotWrap) {
        return new Pipeline(addressesDoNotWrap, false, DEFAULT_ROUNDS, (pass, graph) -> {});
    }

    /** The same with a check of the graph after each pass. */
    public Pipeline verifying() {
        return new Pipeline(addressesDoNotWrap, true, maximalRounds, listener);
    }

    /** The same with other rounds. */
    public Pipeline withRounds(int rounds) {
        return new Pipeline(addressesDoNotWrap, verify, rounds, listener);
    }

    @Override
    public boolean run(Graph graph) {
        Map<String, Integer> changesSeen = new HashMap<>();
        int changes = 0;
        for (int round = 0; round < maximalRounds; round++) {
            for (String name : round == 0 ? FIRST : AGAIN) {
                if (changesSeen.getOrDefault(name, -1) < changes) {
                    changes += run(name, pass(name), graph) ? 1 : 0;
                    changesSeen.put(name, changes);
                }
            }
        }
        return changes > 0;
    }

    private Pass pass(String name) {
        return switch (name) {
            case COPIES -> new CopyPropagation();
            case DUPLICATES -> new DuplicateParameters();
            case CONSTANTS -> new ConstantFolding(addressesDoNotWrap);
            case CONTROL -> new SimplifyControlFlow();
            case COMMON -> new CommonSubexpressions();
            case LOADS -> new RedundantLoads();
            case DECIDED -> new DecidedBranches();
            case INVARIANTS -> new LoopInvariants();
            case DEAD -> new DeadCode();
            default -> throw new IllegalArgumentException(name);
        };
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
