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
 * calls a part is left: of two in its body, a third.
 */
public final class ProgramInliner {
    private final InliningPolicy policy;
    private final Pass cleanup;
    private final Map<String, Graph> finished = new HashMap<>();

    /**
     * An inliner for programs.
     *
     * @param cleanup runs on every graph after calls in it were inlined, before it is inlined itself
     */
    public ProgramInliner(InliningPolicy policy, Pass cleanup) {
        this.policy = policy;
        this.cleanup = cleanup;
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
            inliner.run(graph);
            cleanup.run(graph);
            finished.put(graph.name(), graph);
        }
    }

    private Graph finished(Callee callee) {
        return finished.get(callee.name());
    }
}
