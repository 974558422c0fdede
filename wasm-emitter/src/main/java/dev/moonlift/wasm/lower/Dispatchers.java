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
    /** Loops inside of each other up to which each gets its own dispatcher. Inside, one dispatcher does for all. */
    private static final int MAX_DEPTH = 20;

    private final List<Node> nodes;
    private final Components components = new Components();
    private final Deque<Region> regions = new ArrayDeque<>();

    private Dispatchers(List<Node> nodes) {
        this.nodes = new ArrayList<>(nodes);
    }

    /** Nodes in which there may be loops, and how many loops are around them. */
    private record Region(List<Node> nodes, int depth) {}

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
        dispatchers.regions.push(new Region(flow.nodes(), 0));
        while (!dispatchers.regions.isEmpty()) {
            Region region = dispatchers.regions.pop();
            for (List<Node> loop : dispatchers.components.cyclic(region.nodes())) {
                dispatchers.enter(new Region(loop, region.depth() + 1));
            }
        }
        return dispatchers.nodes;
    }

    /** Makes sure that a strongly connected region has one entry, and goes on with what is inside. */
    private void enter(Region loop) {
        List<Node> entries = entries(loop);
        List<Node> inner = loop.nodes();
        if (entries.size() > 1) {
            dispatch(entries);
        } else {
            inner = inner.stream().filter(node -> node != entries.get(0)).toList();
        }
        regions.push(new Region(inner, loop.depth()));
    }

    /** The nodes that are to be entered from outside only: too deep inside, all where ways meet. */
    private static List<Node> entries(Region loop) {
        int component = loop.nodes().get(0).component;
        return loop.nodes().stream()
                .filter(node -> loop.depth() > MAX_DEPTH && node.entrances.size() > 1 || isEntry(node, component))
                .toList();
    }

    private static boolean isEntry(Node node, int component) {
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
