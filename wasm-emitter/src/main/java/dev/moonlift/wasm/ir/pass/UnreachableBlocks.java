package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.ReversePostorder;

/** Removes the blocks that cannot be reached. */
public final class UnreachableBlocks {
    private UnreachableBlocks() {}

    /** Returns whether there were any. */
    public static boolean remove(Graph graph) {
        ReversePostorder order = ReversePostorder.of(graph);
        return order.size() < graph.blocks().size() && graph.blocks().removeIf(block -> !order.isReachable(block));
    }
}
