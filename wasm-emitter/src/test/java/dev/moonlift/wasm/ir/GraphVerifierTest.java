package dev.moonlift.wasm.ir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphVerifierTest {

    @Test
    void acceptsALoopThatUsesValuesFromBefore() {
        GraphVerifier.verify(GraphParser.parse("""
                func $f -> i32 {
                b0(v0: i32, v1: i32):
                  jump b1(v0)
                b1(v2: i32):
                  v3 = i32.sub v2, v1
                  branch v3 b1(v3), b2
                b2:
                  return v3
                }
                """));
    }

    @Test
    void acceptsAnyUseInABlockThatCannotBeReached() {
        GraphVerifier.verify(GraphParser.parse("""
                func $f -> i32 {
                b0(v0: i32):
                  return v0
                b1:
                  return v1
                b2:
                  v1 = i32.const 1
                  jump b1
                }
                """));
    }

    @Test
    void refusesTypesThatDoNotFit() {
        assertRefused("b0(v0: f64):\n v1 = i32.eqz v0\n return", "$f, b0, v1 = i32.eqz v0: operand 0 is f64, not i32");
        assertRefused("b0(v0: f64):\n i32.store v0\n return", "1 operands, not 2");
        assertRefused("b0(v0: f64):\n branch v0 b1, b1\nb1:\n return", "operand 0 is f64, not i32");
        assertRefused("b0(v0: f64):\n switch v0 [], b1\nb1:\n return", "operand 0 is f64, not i32");
        assertRefused("b0(v0: f64):\n return v0", "$f, b0, return v0: 1 results, not 0");
        assertRefused("b0(v0: f64):\n jump b1\nb1(v1: f64):\n return", "$f, b0, jump b1: 0 arguments for b1");
        assertRefused(
                "b0(v0: f64):\n jump b1(v0)\nb1(v1: f32):\n return", "$f, b0, jump b1(v0): argument 0 is f64, not f32");
        assertRefused("b0(v0: i32, v1: f64):\n v2: i32 = select v0, v1, v0\n return", "operand 1 is f64, not i32");
        assertRefused("b0(v0: f64):\n call_indirect v0(v0)\n return", "operand 1 is f64, not i32");
    }

    @Test
    void refusesUsesThatAreNotDominated() {
        String message = "is used where its definition does not dominate";
        assertRefused("b0:\n v1 = i32.eqz v0\n v0 = i32.const 0\n return", "$f, b0, v0 = i32.eqz v1: v1 " + message);
        assertRefused("b0:\n v0 = i32.eqz v0\n return", message);
        assertRefused(
                "b0(v0: i32):\n branch v0 b1, b2\nb1:\n v1 = i32.const 1\n jump b2\nb2:\n v2 = i32.eqz v1\n return",
                "$f, b2, v2 = i32.eqz v1: v1 " + message);
        assertRefused("b0:\n v1 = i32.eqz v0\n return\nb1:\n v0 = i32.const 1\n return", message);
    }

    @Test
    void refusesWhatIsNoOperationOfGraphs() {
        assertRefused("b0:\n nop\n return", "no operation of graphs");
        assertRefused("b0:\n local.get\n return", "no operation of graphs");
    }

    @Test
    void refusesImmediatesOutOfRange() {
        assertRefused("b0:\n v0 = i32.const 2147483648\n return", "constant is not a sign-extended i32");
        assertRefused("b0(v0: i32):\n v1 = i32.load offset=4294967296 v0\n return", "offset is not a u32");
    }

    @Test
    void refusesAnEdgeToTheEntry() {
        assertRefused("b0:\n jump b0", "$f, b0, jump b0: edge to the entry");
    }

    @Test
    void refusesABlockWithoutTerminator() {
        Graph graph = new Graph("f", new FunctionType(List.of(), List.of()));
        assertRefused(graph, "$f, b0: no terminator");
    }

    @Test
    void refusesASecondDefinition() {
        Graph graph = GraphParser.parse("func $f {\nb0:\n v0 = i32.const 1\n return\n}");
        graph.entry().instructions().add(graph.entry().instructions().get(0));
        assertRefused(graph, "$f, b0, v0 = i32.const 1: second definition of v0");
    }

    @Test
    void refusesValuesOfAnotherGraph() {
        Graph graph = GraphParser.parse("func $f {\nb0(v0: i32):\n return\n}");
        Graph other = GraphParser.parse("func $g {\nb0(v0: i32):\n return\n}");
        graph.append(graph.entry(), WasmOp.I32_EQZ, other.entry().parameters().get(0));
        assertRefused(graph, "v0 is not defined");
    }

    @Test
    void refusesBlocksThatAreNotInTheGraph() {
        Graph graph = GraphParser.parse("func $f {\nb0:\n jump b1\nb1:\n return\n}");
        graph.blocks().remove(1);
        assertRefused(graph, "b1 is no block of the graph");
    }

    @Test
    void refusesACallWithoutCallee() {
        Graph graph = GraphParser.parse("func $f {\nb0:\n return\n}");
        graph.entry().instructions().add(new Instruction(WasmOp.CALL, List.of(), List.of(), 0, null, Insn.NO_ORIGIN));
        assertRefused(graph, "$f, b0, call []: no callee");
    }

    @Test
    void refusesAnEntryThatIsNotOfTheFunctionsType() {
        Graph graph = GraphParser.parse("func $f {\nb0:\n return\n}");
        graph.addParameter(graph.entry(), ValueType.I32);
        assertRefused(graph, "$f, b0: 1 parameters, not 0");
    }

    private static void assertRefused(String blocks, String message) {
        assertRefused(GraphParser.parse("func $f {\n" + blocks + "\n}"), message);
    }

    private static void assertRefused(Graph graph, String message) {
        assertThatThrownBy(() -> GraphVerifier.verify(graph))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }
}
