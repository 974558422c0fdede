package dev.moonlift.wasm.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes every loop enterable at one node only: where a loop has several entries, all ways to them lead through a
 * dispatcher, a new node with a switch that goes on where the way had wanted to.
 */
final class Dispatchers {
    private final List<Node> nodes;
    private final Components components = new Components();
    private final Deque<List<Node>> regions = new ArrayDeque<>();

    private Dispatchers(List<Node> nodes) {
        this.nodes = new ArrayList<>(nodes);
    }

    /** Whether every exit that leads back leads to a node that dominates it. */
    static boolean isReducible(Flow flow) {
        for (Node node : flow.nodes()) {
            for (Exit exit : node.exits) {
                if (exit.target.index <= node.index && !flow.dominates(exit.target, node)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds dispatchers where they are needed. The nodes, the entry first. */
    static List<Node> add(Flow flow) {
        Dispatchers dispatchers = new Dispatchers(flow.nodes());
        dispatchers.regions.push(flow.nodes());
        while (!dispatchers.regions.isEmpty()) {
            for (List<Node> loop : dispatchers.components.cyclic(dispatchers.regions.pop())) {
                dispatchers.enter(loop);
            }
        }
        return dispatchers.nodes;
    }

    /** Makes sure that a strongly connected region has one entry, and goes on with what is inside. */
    private void enter(List<Node> loop) {
        List<Node> entries = loop.stream().filter(node -> isEntry(node, loop)).toList();
        List<Node> inner = loop;
        if (entries.size() > 1) {
            dispatch(entries);
        } else {
            inner = loop.stream().filter(node -> node != entries.get(0)).toList();
        }
        regions.push(inner);
    }

    private static boolean isEntry(Node node, List<Node> loop) {
        int component = loop.get(0).component;
        return node.entrances.stream().anyMatch(entrance -> entrance.source.component != component);
    }

    private void dispatch(List<Node> entries) {
        int[] table = new int[entries.size()];
        Node dispatcher = new Node(null, Node.Ending.SWITCH, table);
        for (int i = 0; i < table.length; i++) {
            table[i] = i;
            for (Exit entrance : entries.get(i).entrances) {
                entrance.selection = i;
                entrance.leadTo(dispatcher);
            }
            entries.get(i).entrances.clear();
            Exit exit = new Exit(dispatcher, null);
            dispatcher.exits.add(exit);
            exit.leadTo(entries.get(i));
        }
        nodes.add(dispatcher);
    }
}
