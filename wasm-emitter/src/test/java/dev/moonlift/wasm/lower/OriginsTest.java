package dev.moonlift.wasm.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.module.Insn;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Instructions come from where those of the graph come from; what reads a local, from where the value is used. */
class OriginsTest {
    @Test
    void carryOver() {
        Graph graph = GraphParser.parse("""
                func $f -> i32 {
                b0(v0: i32):
                  v1 = i32.load v0 @5
                  v2 = i32.eqz v1 @6
                  branch v2 b1, b2
                b1:
                  v3 = i32.const 3 @7
                  v4 = i32.add v1, v3 @8
                  i32.store v4, v1 @9
                  jump b2
                b2:
                  return v1
                }
                """);
        LoweredProgram program = new LoweredProgram(List.of(graph), LoweringOptions.WASMTIME);
        assertThat(program.bodies.get("f").code().stream()
                        .filter(insn -> insn.origin() != Insn.NO_ORIGIN)
                        .map(insn -> insn.op().text() + "@" + insn.origin())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("local.get@5 i32.load@5 local.tee@5 i32.eqz@6 "
                        + "local.get@8 i32.const@7 i32.add@8 local.get@9 i32.store@9");
    }
}
