package dev.moonlift.wasm.lower;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The natural loops of a flow, by the indices of their headers. Loops with several entries are not among them. */
final class Loops {
    static final int NONE = -1;

    private final int[] innermost;
    private final int[] outer;
    private final int[] representative;

    Loops(Flow flow) {
        innermost = new int[flow.size()];
        outer = new int[flow.size()];
        representative = new int[flow.size()];
        Arrays.fill(innermost, NONE);
        Arrays.fill(outer, NONE);
        Arrays.setAll(representative, i -> i);
        for (int i = flow.size() - 1; i >= 0; i--) {
            collect(flow, flow.node(i));
        }
    }

    /** Inner loops come first; to outer ones, each is one node, its header. */
    private void collect(Flow flow, Node header) {
        Deque<Integer> open = new ArrayDeque<>();
        for (Exit exit : header.entrances) {
            if (flow.dominates(header, exit.source)) {
                innermost[header.index] = header.index;
                open.push(find(exit.source.index));
            }
        }
        while (!open.isEmpty()) {
            int member = open.pop();
            if (find(member) != header.index) {
                (innermost[member] == member ? outer : innermost)[member] = header.index;
                representative[member] = header.index;
                for (Exit exit : flow.node(member).entrances) {
                    open.push(find(exit.source.index));
                }
            }
        }
    }

    private int find(int index) {
        int root = index;
        while (representative[root] != root) {
            root = representative[root];
        }
        while (representative[index] != root) {
            int next = representative[index];
            representative[index] = root;
            index = next;
        }
        return root;
    }

    boolean isHeader(Node node) {
        return innermost[node.index] == node.index;
    }

    /** Header of the innermost loop around a node, of its own loop if it is a header; or {@link #NONE}. */
    int around(Node node) {
        return innermost[node.index];
    }

    /** Header of the loop around a loop, or {@link #NONE}. */
    int outer(int header) {
        return outer[header];
    }

    /** Whether an exit leads out of the innermost loop around its source. */
    boolean isLeft(Exit exit) {
        int loop = around(exit.source);
        int around = around(exit.target);
        while (around != loop && around != NONE) {
            around = outer(around);
        }
        return around != loop;
    }

    /**
     * Header of the outermost loop that control leaves between a node and one that it immediately dominates, or
     * {@link #NONE}.
     */
    int left(Node from, Node to) {
        // A loop around the target contains its immediate dominator too, unless the target is its header.
        int common = isHeader(to) ? outer(to.index) : around(to);
        int left = NONE;
        for (int loop = around(from); loop != common; loop = outer(loop)) {
            left = loop;
        }
        return left;
    }
}
