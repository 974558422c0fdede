package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.CallGraph;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Graph;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Inlines in a whole program, callees before callers, so that what is inlined has been made small already. Where calls
 * go round in a circle, one of them stays a call; a function that calls itself is put into itself once, so that of all
 * calls a part is left: of two in its body, a third. One that is small still may be put into what it has become a
 * second time: then a seventh.
 */
public final class ProgramInliner {
    private final InliningPolicy policy;
    private final Pass cleanup;
    private final int maximalSizeForSecond;
    private final Map<String, Graph> finished = new HashMap<>();

    /**
     * An inliner for programs that puts functions into themselves once.
     *
     * @param cleanup runs on every graph after calls in it were inlined, before it is inlined itself
     */
    public ProgramInliner(InliningPolicy policy, Pass cleanup) {
        this(policy, cleanup, 0);
    }

    /**
     * An inliner for programs.
     *
     * @param cleanup runs on every graph after calls in it were inlined, before it is inlined itself
     * @param maximalSizeForSecond up to which size, with a copy of it in it, a function is put into itself again
     */
    public ProgramInliner(InliningPolicy policy, Pass cleanup, int maximalSizeForSecond) {
        this.policy = policy;
        this.cleanup = cleanup;
        this.maximalSizeForSecond = maximalSizeForSecond;
    }

    /** Changes the graphs; none is removed, though all its calls may be gone ({@link CallGraph} finds out). */
    public void run(Collection<Graph> program) {
        finished.clear();
        CallGraph calls = CallGraph.of(program);
        Inliner inliner = new Inliner(this::finished, policy, 1, graph -> calls.calls(graph) == 1);
        for (Graph graph : calls.bottomUp()) {
            if (calls.callsItself(graph)) {
                cleanup.run(graph);
                finished.put(graph.name(), graph.copy());
            }
            boolean hasGrown = inliner.run(graph);
            cleanup.run(graph);
            if (hasGrown && calls.callsItself(graph) && Inliner.size(graph) <= maximalSizeForSecond) {
                inliner.run(graph);
                cleanup.run(graph);
            }
            finished.put(graph.name(), graph);
        }
    }

    private Graph finished(Callee callee) {
        return finished.get(callee.name());
    }
}
