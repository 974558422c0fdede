package dev.moonlift.wasm.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GraphTextTest {
    private static final String EVERYTHING = """
            func $"a b(I)J" -> i32, i64 {
            b0(v0: i32, v1: f64):
              v2 = i32.const -5
              v3 = i64.const -9223372036854775808
              v4 = f64.const 0.1
              v5 = f64.const -0.0
              v6 = f64.const -Infinity
              v7 = f64.const nan:0x8000000000000
              v8 = f64.const -nan:0x1
              v9 = f32.const 1.1E-38
              v10 = f32.const nan:0x400000
              v11 = i32.load offset=4294967295 v0 @17
              i32.store v0, v11 @18
              v12: i32, v13: i64 = call $g(v0, v3) @0
              call $dev/moonlift/K.h()
              v14: f64 = call_indirect v2(v4, v5)
              v15: i32 = global.get $sp
              global.set $sp, v15
              v16: f64 = select v4, v5, v0
              memory.init 2 v0, v0, v0
              data.drop 2
              v17 = memory.size
              switch v0 [b1(v2, v3), b2], b2
            b1(v18: i32, v19: i64):
              branch v18 b1(v18, v19), b3
            b2:
              trap
            b3:
              jump b4
            b4:
              return v18, v19
            }
            """;

    @Test
    void printsWhatItHasRead() {
        Graph graph = GraphParser.parse(EVERYTHING);
        assertThat(GraphPrinter.print(graph)).isEqualTo(EVERYTHING);
        assertThat(GraphPrinter.printRenumbered(graph)).isEqualTo(EVERYTHING);
        GraphVerifier.verify(graph);
    }

    @Test
    void numbersAnewOnRequest() {
        Graph graph = GraphParser.parse("""
                func $f {
                b0:
                  v0 = i32.const 1
                  jump b2
                b1:
                  trap
                b2:
                  v1 = i32.const 2
                  return
                }
                """);
        graph.blocks().remove(1);
        graph.entry().instructions().clear();
        assertThat(GraphPrinter.printRenumbered(graph)).isEqualTo("""
                func $f {
                b0:
                  jump b1
                b1:
                  v0 = i32.const 2
                  return
                }
                """);
    }

    @Test
    void readsNamesAndComments() {
        Graph graph = GraphParser.parse("""
                func $f -> i32 { ; a comment
                start(a: i32):
                  return a ; another
                }
                """);
        assertThat(GraphPrinter.print(graph)).isEqualTo("""
                func $f -> i32 {
                b0(v0: i32):
                  return v0
                }
                """);
    }

    @Test
    void readsSeveralGraphs() {
        String text = "func $f {\nb0:\n  return\n}\n";
        assertThat(GraphParser.parseAll(text + text)).hasSize(2);
    }

    @Test
    void namesTheLineOfAnError() {
        assertError("func $f {\nb0:\n  v0 = i32.constant 1\n  return\n}", "line 3: no operation i32.constant");
        assertError("func $f {\nb0:\n  v0 = i32.const x\n  return\n}", "line 3: expected a number at 'x'");
        assertError("func $f {\nb0(v0: int):\n  return\n}", "line 2: no type int");
        assertError("func $f {\nb0:\n  v0 = nop\n  return\n}", "1 names for 0 values");
        assertError("func $f {\nb0(v0: i32, v0: i32):\n  return\n}", "second definition of v0");
        assertError("func $f {\nb0:\n  return v0\n}", "f: no value v0");
        assertError("func $f {\nb0:\n  jump b1\n}", "f: no block b1");
    }

    private static void assertError(String text, String message) {
        assertThatThrownBy(() -> GraphParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
