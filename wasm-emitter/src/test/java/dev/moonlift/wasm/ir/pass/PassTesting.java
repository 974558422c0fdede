package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.ir.GraphVerifier;

/** Text in, text out. */
final class PassTesting {
    private PassTesting() {}

    /** Both texts are blocks of a function {@code $f} with these results. */
    static void assertChange(Pass pass, String results, String before, String after) {
        assertChange(pass, function(results, before), function(results, after));
    }

    static void assertChange(Pass pass, String before, String after) {
        Graph graph = GraphParser.parse(before);
        GraphVerifier.verify(graph);
        boolean changed = pass.run(graph);
        GraphVerifier.verify(graph);
        assertThat(GraphPrinter.printRenumbered(graph)).isEqualTo(normal(after));
        assertThat(changed).isEqualTo(!normal(before).equals(normal(after)));
    }

    static void assertNoChange(Pass pass, String results, String blocks) {
        assertChange(pass, results, blocks, blocks);
    }

    private static String function(String results, String blocks) {
        return "func $f" + (results.isEmpty() ? "" : " -> " + results) + " {\n" + blocks + "\n}\n";
    }

    private static String normal(String text) {
        return GraphPrinter.printRenumbered(GraphParser.parse(text));
    }
}
