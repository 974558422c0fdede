package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.WasmOp;
import java.util.Arrays;
import java.util.List;

/**
 * The values in locals that are wanted where a node begins, its own parameters apart. Found backwards from each use, so
 * that the time is in proportion to the result.
 */
final class Liveness {
    private final Uses uses;
    private final Flow flow;

    /** By index of the node: numbers of values, and how many. */
    private final int[][] live;

    private final int[] counts;

    /** By number of the value: its last use in the chain of its uses. */
    private final int[] lastUse;

    /** By use: the node, and the use before it. */
    private final Ints useNodes = new Ints();

    private final Ints previousUse = new Ints();
    private final Ints open = new Ints();

    Liveness(Flow flow, Uses uses, int valueCount) {
        this.flow = flow;
        this.uses = uses;
        live = new int[flow.size()][];
        counts = new int[flow.size()];
        Arrays.fill(live, new int[0]);
        lastUse = new int[valueCount];
        Arrays.fill(lastUse, -1);
        for (Node node : flow.nodes()) {
            collect(node, node.code);
            node.exits.forEach(exit -> exit.moves.forEach(move -> collect(node, move.code())));
        }
        for (int value = 0; value < valueCount; value++) {
            spread(value);
        }
    }

    private void collect(Node node, List<Insn> code) {
        for (Insn insn : code) {
            int value = (int) insn.value();
            if (insn.op() == WasmOp.LOCAL_GET && uses.node(value) != node && !isLastUseIn(value, node)) {
                previousUse.add(lastUse[value]);
                lastUse[value] = useNodes.size();
                useNodes.add(node.index);
            }
        }
    }

    private boolean isLastUseIn(int value, Node node) {
        return lastUse[value] >= 0 && useNodes.get(lastUse[value]) == node.index;
    }

    private void spread(int value) {
        for (int use = lastUse[value]; use >= 0; use = previousUse.get(use)) {
            reach(value, useNodes.get(use));
        }
        while (open.size() > 0) {
            for (Exit entrance : flow.node(open.removeLast()).entrances) {
                if (entrance.source != uses.node(value)) {
                    reach(value, entrance.source.index);
                }
            }
        }
    }

    private void reach(int value, int node) {
        int count = counts[node];
        if (count > 0 && live[node][count - 1] == value) {
            return;
        }
        if (count == live[node].length) {
            live[node] = Arrays.copyOf(live[node], Math.max(4, count * 2));
        }
        live[node][count] = value;
        counts[node]++;
        open.add(node);
    }

    /** How many values are wanted where the node begins. */
    int count(Node node) {
        return counts[node.index];
    }

    /** Number of one of them. */
    int value(Node node, int i) {
        return live[node.index][i];
    }
}
