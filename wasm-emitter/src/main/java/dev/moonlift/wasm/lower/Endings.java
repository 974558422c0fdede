package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Terminators in their simplest form: where all edges are the same there is a jump, a switch with one case is a branch,
 * and equal edges are one exit.
 */
final class Endings {
    private Endings() {}

    /** A node for a block; its exits do not know their targets yet. */
    static Node node(Block block) {
        Terminator terminator = block.terminator();
        if (terminator instanceof Terminator.Jump jump) {
            return node(block, Node.Ending.JUMP, null, List.of(jump.edge()));
        }
        if (terminator instanceof Terminator.Branch branch) {
            return branch(block, branch.ifTrue(), branch.ifFalse());
        }
        if (terminator instanceof Terminator.Switch choice) {
            return choice(block, choice);
        }
        boolean returns = terminator instanceof Terminator.Return;
        return node(block, returns ? Node.Ending.RETURN : Node.Ending.TRAP, null, List.of());
    }

    private static Node branch(Block block, Edge ifTrue, Edge ifFalse) {
        if (ifTrue.equals(ifFalse)) {
            return node(block, Node.Ending.JUMP, null, List.of(ifTrue));
        }
        return node(block, Node.Ending.BRANCH, null, List.of(ifTrue, ifFalse));
    }

    private static Node choice(Block block, Terminator.Switch choice) {
        if (choice.cases().size() == 1) {
            return branch(block, choice.otherwise(), choice.cases().get(0));
        }
        Map<Edge, Integer> numbers = new HashMap<>();
        List<Edge> exits = new ArrayList<>();
        List<Edge> edges = choice.edges();
        int[] table = new int[edges.size()];
        for (int i = 0; i < table.length; i++) {
            Integer known = numbers.putIfAbsent(edges.get(i), exits.size());
            table[i] = known == null ? exits.size() : known;
            if (known == null) {
                exits.add(edges.get(i));
            }
        }
        boolean jumps = exits.size() == 1;
        return node(block, jumps ? Node.Ending.JUMP : Node.Ending.SWITCH, jumps ? null : table, exits);
    }

    private static Node node(Block block, Node.Ending ending, int[] table, List<Edge> edges) {
        Node node = new Node(block, ending, table);
        for (Edge edge : edges) {
            node.exits.add(new Exit(node, edge));
        }
        return node;
    }
}
