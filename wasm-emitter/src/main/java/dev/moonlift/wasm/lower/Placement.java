package dev.moonlift.wasm.lower;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the code of each node stands.
 *
 * <p>A node to which only one exit leads, from a branch or a jump, stands right at that exit. Another stands behind the
 * end of a block that contains every exit to it: at the node that immediately dominates it, or if a loop around that
 * one is left on the way, behind the loop. Blocks at the same node are nested in reverse postorder, the outermost last.
 */
final class Placement {
    private final Flow flow;
    private final Loops loops;
    private final boolean[] hasLabel;
    private final List<List<Node>> within = new ArrayList<>();
    private final List<List<Node>> behind = new ArrayList<>();

    Placement(Flow flow, Loops loops) {
        this.flow = flow;
        this.loops = loops;
        hasLabel = new boolean[flow.size()];
        for (int i = 0; i < flow.size(); i++) {
            within.add(Collections.emptyList());
            behind.add(Collections.emptyList());
        }
        for (Node node : flow.nodes().subList(1, flow.size())) {
            place(node);
        }
    }

    private void place(Node node) {
        Node dominator = flow.dominator(node);
        int left = loops.left(dominator, node);
        hasLabel[node.index] = left != Loops.NONE || needsLabel(node);
        if (left != Loops.NONE) {
            add(behind, left, node);
        } else if (hasLabel(node)) {
            add(within, dominator.index, node);
        }
    }

    private boolean needsLabel(Node node) {
        int forward = 0;
        for (Exit entrance : node.entrances) {
            if (!isBack(entrance)) {
                forward++;
                if (entrance.source.ending == Node.Ending.SWITCH && entrance.isPlain()) {
                    return true;
                }
            }
        }
        return forward > 1;
    }

    private static void add(List<List<Node>> lists, int index, Node node) {
        if (lists.get(index).isEmpty()) {
            lists.set(index, new ArrayList<>());
        }
        lists.get(index).add(node);
    }

    /** Whether the exit leads to the header of a loop around it. */
    boolean isBack(Exit exit) {
        return exit.target.index <= exit.source.index;
    }

    /** Whether the target stands right at the exit. */
    boolean isInline(Exit exit) {
        return !isBack(exit) && !hasLabel(exit.target);
    }

    /** Whether a block ends where the node begins. */
    boolean hasLabel(Node node) {
        return hasLabel[node.index];
    }

    /** Whether the exit leads out of a loop, which most often goes on instead. */
    boolean leavesLoop(Exit exit) {
        return loops.isLeft(exit);
    }

    boolean isHeader(Node node) {
        return loops.isHeader(node);
    }

    /** The nodes that stand behind blocks around the code of this one, inside of its loop if it is a header. */
    List<Node> within(Node node) {
        return within.get(node.index);
    }

    /** The nodes that stand behind blocks around the loop of this one. */
    List<Node> behind(Node node) {
        return behind.get(node.index);
    }

    /** How many nodes the code at an exit comprises. */
    int size(Exit exit) {
        return isInline(exit) ? flow.dominated(exit.target) : 0;
    }
}
