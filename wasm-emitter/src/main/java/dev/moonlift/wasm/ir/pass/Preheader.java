package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.Terminator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The one block from which a loop is entered, and which leads nowhere else. */
final class Preheader {
    private Preheader() {}

    /** Finds it, or makes it if there is none. */
    static Block of(Graph graph, Block header, Set<Block> body) {
        List<Block> entries = Predecessors.of(graph).of(header).stream()
                .map(Predecessors.Incoming::source)
                .filter(source -> !body.contains(source))
                .distinct()
                .toList();
        if (entries.size() == 1 && entries.get(0).terminator() instanceof Terminator.Jump) {
            return entries.get(0);
        }
        Block preheader = graph.newBlock();
        header.parameters().forEach(parameter -> graph.addParameter(preheader, parameter.type()));
        preheader.setTerminator(new Terminator.Jump(new Edge(header, preheader.parameters())));
        for (Block entry : entries) {
            entry.setTerminator(entry.terminator()
                    .map(
                            UnaryOperator.identity(),
                            edge -> edge.target() == header ? new Edge(preheader, edge.arguments()) : edge));
        }
        return preheader;
    }
}
