package dev.moonlift.wasm.lower;

import java.util.ArrayList;
import java.util.List;

/** Finds strongly connected components (R. Tarjan, 1972), without recursion. */
final class Components {
    private int lastComponent;
    private int lastRegion;

    // The state of one search.
    private final List<Node> path = new ArrayList<>();
    private final Ints nextExits = new Ints();
    private final List<Node> open = new ArrayList<>();
    private final List<List<Node>> cyclic = new ArrayList<>();
    private int visits;

    /**
     * The components of more than one node in what remains of the graph when all but some nodes are taken away. Numbers
     * the components of these nodes anew.
     */
    List<List<Node>> cyclic(List<Node> region) {
        cyclic.clear();
        visits = 0;
        lastRegion++;
        for (Node node : region) {
            node.region = lastRegion;
            node.visit = 0;
        }
        for (Node node : region) {
            if (node.visit == 0) {
                search(node);
            }
        }
        return List.copyOf(cyclic);
    }

    private void search(Node start) {
        visit(start);
        while (!path.isEmpty()) {
            Node node = path.get(path.size() - 1);
            int exit = nextExits.removeLast();
            if (exit < node.exits.size()) {
                nextExits.add(exit + 1);
                follow(node, node.exits.get(exit).target);
            } else {
                path.remove(path.size() - 1);
                leave(node);
            }
        }
    }

    private void visit(Node node) {
        node.visit = ++visits;
        node.lowest = visits;
        node.component = 0;
        path.add(node);
        nextExits.add(0);
        open.add(node);
    }

    private void follow(Node node, Node target) {
        if (target.region != lastRegion) {
            return;
        }
        if (target.visit == 0) {
            visit(target);
        } else if (target.component == 0) {
            node.lowest = Math.min(node.lowest, target.visit);
        }
    }

    private void leave(Node node) {
        if (!path.isEmpty()) {
            Node before = path.get(path.size() - 1);
            before.lowest = Math.min(before.lowest, node.lowest);
        }
        if (node.lowest == node.visit) {
            close(open.subList(open.lastIndexOf(node), open.size()));
        }
    }

    private void close(List<Node> members) {
        lastComponent++;
        members.forEach(member -> member.component = lastComponent);
        if (members.size() > 1) {
            cyclic.add(List.copyOf(members));
        }
        members.clear();
    }
}
