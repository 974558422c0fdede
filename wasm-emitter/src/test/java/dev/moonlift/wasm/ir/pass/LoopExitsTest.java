package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.ir.GraphVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopExitsTest {
    private static final String STORES =
            "i32.store offset=4 a, x\n i32.store offset=8 a, k\n i32.store offset=12 a, x\n i32.store offset=16 a, k\n";

    private static String normal(Graph graph) {
        GraphVerifier.verify(graph);
        return GraphPrinter.printRenumbered(graph);
    }

    private static void assertTakenOut(String before, String after, String... functions) {
        Graph graph = GraphParser.parse("func $f -> i32 {\n" + before + "\n}\n");
        List<String> taken =
                LoopExits.takeOut(graph).stream().map(LoopExitsTest::normal).toList();
        assertThat(normal(graph)).isEqualTo(normal(GraphParser.parse("func $f -> i32 {\n" + after + "\n}\n")));
        assertThat(taken)
                .isEqualTo(List.of(functions).stream()
                        .map(text -> normal(GraphParser.parse(text)))
                        .toList());
    }

    private static void assertNothingTakenOut(String blocks) {
        assertTakenOut(blocks, blocks);
    }

    @Test
    void takesAWayOutWithWhatItNeeds() {
        assertTakenOut("""
                b0(a: i32, n: i32): k = i32.const 7
                  jump b1(n)
                b1(i: i32): x = i32.load a
                  branch x b2, b3(x)
                b2: j = i32.sub i, x
                  branch j b1(j), b4
                b3(y: i32): %s jump b5(y)
                b4: return n
                b5(z: i32): return z
                """.formatted(STORES), """
                b0(a: i32, n: i32): jump b1(n)
                b1(i: i32): x = i32.load a
                  branch x b2, b3(x)
                b2: j = i32.sub i, x
                  branch j b1(j), b4
                b3(y: i32): r: i32 = call $f.exit0(a, x, y)
                  return r
                b4: return n
                """, """
                func $f.exit0 -> i32 {
                b0(a: i32, x: i32, y: i32): k = i32.const 7
                 %s jump b1(y)
                b1(z: i32): return z
                }
                """.formatted(STORES));
    }

    @Test
    void leavesWhatIsAsShortAsACall() {
        assertNothingTakenOut("""
                b0(a: i32): jump b1
                b1: x = i32.load a
                  branch x b1, b2
                b2: i32.store a, x
                  return x
                """);
    }

    @Test
    void leavesWhatIsBehindNoLoopOrHasOne() {
        assertNothingTakenOut(
                "b0(a: i32, x: i32): k = i32.const 1\n branch x b1, b2\n b1: " + STORES + "return x\n b2: return a");
        assertNothingTakenOut("""
                b0(a: i32, k: i32): jump b1
                b1: x = i32.load a
                  branch x b1, b2
                b2: %s jump b3
                b3: y = i32.load a
                  branch y b3, b4
                b4: return y
                """.formatted(STORES));
    }
}
