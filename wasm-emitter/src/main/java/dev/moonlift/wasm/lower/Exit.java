package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Edge;
import java.util.List;

/** A way out of a node. */
final class Exit {
    static final int NO_SELECTION = -1;

    final Node source;
    /** Null if it leaves a dispatcher. */
    final Edge edge;

    Node target;
    /** What the parameters of the target become, all at the same time. */
    List<Move> moves = List.of();
    /** If the target is a dispatcher: where that goes on. */
    int selection = NO_SELECTION;

    Exit(Node source, Edge edge) {
        this.source = source;
        this.edge = edge;
    }

    void leadTo(Node node) {
        target = node;
        node.entrances.add(this);
    }
}
