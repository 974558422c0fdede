package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.Terminator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final String BOOLEAN = """
            b0(x: i32, y: i32):
              a = i32.lt_s x, y
              branch a b1, b2
            b1:
              one = i32.const 1
              jump b3(one)
            b2:
              zero = i32.const 0
              jump b3(zero)
            b3(c: i32):
              d = i32.eqz c
              branch d b4, b5
            b4:
              return x
            b5:
              return y
            """;

    @Test
    void makesABranchOfABooleanThatWasInlined() {
        PassTesting.assertChange(Pipeline.of(true).verifying(), "i32", BOOLEAN, """
                b0(x: i32, y: i32):
                  a = i32.lt_s x, y
                  branch a b2, b1
                b1:
                  return x
                b2:
                  return y
                """);
    }

    @Test
    void tellsOfEachPassThatHasChangedTheGraph() {
        List<String> told = new ArrayList<>();
        new Pipeline(true, true, 9, (pass, graph) -> told.add(pass)).run(graph());
        assertThat(told).contains("control", "dead").doesNotContain("loads");
    }

    @Test
    void namesThePassAfterWhichTheGraphIsMalformed() {
        Pipeline pipeline = new Pipeline(
                true, true, 9, (pass, graph) -> graph.entry().setTerminator(new Terminator.Return(List.of())));
        assertThatThrownBy(() -> pipeline.run(graph()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after pass control: $f, b0, return: 0 results, not 1");
    }

    private static Graph graph() {
        return GraphParser.parse("func $f -> i32 {\n" + BOOLEAN + "}");
    }
}
