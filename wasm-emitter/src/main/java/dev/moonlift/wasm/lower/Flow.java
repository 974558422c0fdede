package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.DominatorTree;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of a function that can be reached, in reverse postorder, and which of them dominate which.
 *
 * <p>A graph has the same shape and lends its analyses: the one that is lowered, or once there are dispatchers, one
 * made for the purpose.
 */
final class Flow {
    private final List<Node> nodes;
    private final DominatorTree dominators;

    private Flow(List<Node> nodes, DominatorTree dominators) {
        this.nodes = nodes;
        this.dominators = dominators;
    }

    static Flow of(Graph graph) {
        ReversePostorder order = ReversePostorder.of(graph);
        List<Node> nodes = new ArrayList<>(order.size());
        for (Block block : order.blocks()) {
            nodes.add(Endings.node(block));
        }
        for (Node node : nodes) {
            for (Exit exit : node.exits) {
                exit.leadTo(nodes.get(order.indexOf(exit.edge.target())));
            }
        }
        return inOrder(nodes, DominatorTree.of(graph));
    }

    /** A flow of these nodes, the entry first. */
    static Flow of(List<Node> nodes) {
        Graph shape = new Graph("", new FunctionType(List.of(), List.of()));
        nodes.get(0).place = shape.entry();
        for (Node node : nodes.subList(1, nodes.size())) {
            node.place = shape.newBlock();
        }
        Value index = shape.newValue(ValueType.I32);
        for (Node node : nodes) {
            node.place.setTerminator(terminator(node, index));
        }
        List<Node> inOrder = new ArrayList<>(nodes);
        ReversePostorder order = ReversePostorder.of(shape);
        nodes.forEach(node -> inOrder.set(order.indexOf(node.place), node));
        return inOrder(inOrder, DominatorTree.of(shape));
    }

    private static Terminator terminator(Node node, Value index) {
        List<Edge> edges =
                node.exits.stream().map(exit -> Edge.to(exit.target.place)).toList();
        int last = edges.size() - 1;
        return last < 0 ? new Terminator.Trap() : new Terminator.Switch(index, edges.subList(0, last), edges.get(last));
    }

    private static Flow inOrder(List<Node> nodes, DominatorTree dominators) {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).index = i;
        }
        return new Flow(nodes, dominators);
    }

    /** In reverse postorder: the index of a node is its place here. */
    List<Node> nodes() {
        return nodes;
    }

    int size() {
        return nodes.size();
    }

    Node node(int index) {
        return nodes.get(index);
    }

    boolean dominates(Node above, Node below) {
        return dominators.dominates(above.place, below.place);
    }

    /** The closest node that dominates this one, which is not the entry. */
    Node dominator(Node node) {
        Block block = dominators.immediateDominator(node.place);
        return nodes.get(dominators.order().indexOf(block));
    }

    /** How many nodes it dominates, itself included. */
    int dominated(Node node) {
        return dominators.size(node.place);
    }
}
