package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.ir.GraphVerifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StackArgumentsTest {
    private static final String MANY = """
            func $many -> i32 {
            b0(v0: i32, v1: i64, v2: f64, v3: i32, v4: i32, v5: i32, v6: i64, v7: i32):
              v8 = i32.sub v5, v7
              return v8
            }
            """;
    private static final String CALLER = """
            func $caller -> i32 {
            b0(v0: i32, v1: i64, v2: f64):
              v3: i32 = call $many(v0, v1, v2, v0, v0, v0, v1, v0)
              return v3
            }
            """;

    @Test
    void intsBehindTheFourthIntegerAreLongs() {
        assertThat(widened(Set.of("caller"))).containsExactly("""
                func $many -> i32 {
                b0(v0: i32, v1: i64, v2: f64, v3: i32, v4: i32, v9: i64, v6: i64, v10: i64):
                  v7 = i32.wrap_i64 v10
                  v5 = i32.wrap_i64 v9
                  v8 = i32.sub v5, v7
                  return v8
                }
                """, """
                func $caller -> i32 {
                b0(v0: i32, v1: i64, v2: f64):
                  v4 = i64.extend_i32_u v0
                  v5 = i64.extend_i32_u v0
                  v3: i32 = call $many(v0, v1, v2, v0, v0, v4, v1, v5)
                  return v3
                }
                """);
    }

    @Test
    void whatOthersCallStaysAsItIs() {
        assertThat(widened(Set.of("caller", "many"))).containsExactly(print(MANY), print(CALLER));
    }

    private static List<String> widened(Set<String> exported) {
        List<Graph> program = List.of(GraphParser.parse(MANY), GraphParser.parse(CALLER));
        return StackArguments.widen(program, exported).stream()
                .peek(GraphVerifier::verify)
                .map(GraphPrinter::print)
                .toList();
    }

    private static String print(String graph) {
        return GraphPrinter.print(GraphParser.parse(graph));
    }
}
