package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one of parameters of a block that are given the same on every way to it, as the counter of a loop and the
 * variable that a program sees of it are.
 *
 * <p>Pessimistic: parameters that differ only in that each is passed on to itself stay apart.
 */
public final class DuplicateParameters implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        ReversePostorder order = ReversePostorder.of(graph);
        Predecessors predecessors = Predecessors.of(graph);
        Substitution substitution = new Substitution(graph);
        boolean[] isRemoved = new boolean[graph.valueCount()];
        for (Block block : order.blocks()) {
            if (block != graph.entry() && block.parameters().size() > 1) {
                merge(block, predecessors.of(block), substitution, isRemoved);
            }
        }
        if (substitution.isEmpty()) {
            return changed;
        }
        substitution.apply(graph);
        BlockParameters.remove(graph, isRemoved);
        return true;
    }

    private static void merge(
            Block block, List<Predecessors.Incoming> ways, Substitution substitution, boolean[] isRemoved) {
        Map<List<Value>, Value> first = new HashMap<>();
        for (int i = 0; i < block.parameters().size(); i++) {
            Value parameter = block.parameters().get(i);
            Value twin = first.putIfAbsent(given(ways, i, substitution), parameter);
            if (twin != null) {
                substitution.replace(parameter, twin);
                isRemoved[parameter.id()] = true;
            }
        }
    }

    private static List<Value> given(List<Predecessors.Incoming> ways, int place, Substitution substitution) {
        List<Value> given = new ArrayList<>(ways.size());
        for (Predecessors.Incoming way : ways) {
            given.add(substitution.get(way.edge().arguments().get(place)));
        }
        return given;
    }
}
