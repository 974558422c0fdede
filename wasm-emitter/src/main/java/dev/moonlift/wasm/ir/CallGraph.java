package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which graphs of a program call which others, by name; imports and indirect calls are left out. */
public final class CallGraph {
    private final Map<String, Graph> graphs = new LinkedHashMap<>();

    /** The graphs that a graph calls, in order of the first call. */
    private final Map<String, Set<String>> callees = new HashMap<>();

    private final Map<String, Integer> calls = new HashMap<>();

    private CallGraph(Collection<Graph> program) {
        for (Graph graph : program) {
            graphs.put(graph.name(), graph);
        }
        for (Graph graph : program) {
            callees.put(graph.name(), collect(graph));
        }
    }

    public static CallGraph of(Collection<Graph> program) {
        return new CallGraph(program);
    }

    private Set<String> collect(Graph graph) {
        Set<String> names = new LinkedHashSet<>();
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.op() == WasmOp.CALL
                        && graphs.containsKey(instruction.callee().name())) {
                    names.add(instruction.callee().name());
                    calls.merge(instruction.callee().name(), 1, Integer::sum);
                }
            }
        }
        return names;
    }

    /** How many instructions of the program call this graph. */
    public int calls(Graph graph) {
        return calls.getOrDefault(graph.name(), 0);
    }

    /** Whether a graph calls itself, not by way of others. */
    public boolean callsItself(Graph graph) {
        return callees.get(graph.name()).contains(graph.name());
    }

    /** The whole program, callees before callers where calls do not go round in a circle. */
    public List<Graph> bottomUp() {
        return bottomUp(graphs.keySet());
    }

    /** The graphs with these names and all that they call, callees before callers where possible. */
    public List<Graph> bottomUp(Collection<String> roots) {
        List<Graph> order = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String root : roots) {
            visit(root, seen, order);
        }
        return order;
    }

    private void visit(String name, Set<String> seen, List<Graph> order) {
        if (!seen.add(name)) {
            return;
        }
        for (String callee : callees.get(name)) {
            visit(callee, seen, order);
        }
        order.add(graphs.get(name));
    }
}
