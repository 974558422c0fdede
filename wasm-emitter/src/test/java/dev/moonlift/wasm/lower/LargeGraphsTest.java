package dev.moonlift.wasm.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphVerifier;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ModuleValidator;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No shape of a large graph overflows Java's stack or takes time out of proportion. */
class LargeGraphsTest {
    /** A fraction of a second suffices; what is quadratic in these sizes takes longer. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int SIZE = 20_000;
    private static final int NEST = 5_000;

    private final Graph graph =
            new Graph("f", new FunctionType(List.of(ValueType.I32, ValueType.I32), List.of(ValueType.I32)));
    private final Value first = graph.entry().parameters().get(0);
    private final Value second = graph.entry().parameters().get(1);

    /** The number of instructions. */
    private int lower() {
        GraphVerifier.verify(graph);
        LoweredProgram program =
                assertTimeoutPreemptively(LIMIT, () -> new LoweredProgram(List.of(graph), LoweringOptions.WASMTIME));
        ModuleValidator.validate(program.module);
        return program.bodies.get("f").code().size();
    }

    private Value add(Block block, Value a, Value b) {
        return graph.append(block, WasmOp.I32_ADD, a, b);
    }

    private void giveBack(Block block, Value value) {
        block.setTerminator(new Terminator.Return(List.of(value)));
    }

    @Test
    void chain() {
        Block block = graph.entry();
        Value value = first;
        for (int i = 0; i < SIZE; i++) {
            Block next = graph.newBlock();
            Value parameter = graph.addParameter(next, ValueType.I32);
            block.setTerminator(new Terminator.Jump(new Edge(next, List.of(add(block, value, second)))));
            block = next;
            value = parameter;
        }
        giveBack(block, value);
        assertThat(lower()).isLessThan(4 * SIZE);
    }

    @Test
    void guards() {
        Block block = graph.entry();
        Value value = first;
        for (int i = 0; i < SIZE; i++) {
            Block next = graph.newBlock();
            Block exit = graph.newBlock();
            value = add(block, value, second);
            giveBack(exit, value);
            block.setTerminator(new Terminator.Branch(value, Edge.to(next), Edge.to(exit)));
            block = next;
        }
        giveBack(block, value);
        assertThat(lower()).isLessThan(10 * SIZE);
    }

    @Test
    void diamonds() {
        Block block = graph.entry();
        Value value = first;
        for (int i = 0; i < SIZE; i++) {
            Block then = graph.newBlock();
            Block otherwise = graph.newBlock();
            Block next = graph.newBlock();
            Value parameter = graph.addParameter(next, ValueType.I32);
            block.setTerminator(new Terminator.Branch(value, Edge.to(then), Edge.to(otherwise)));
            then.setTerminator(new Terminator.Jump(new Edge(next, List.of(add(then, value, second)))));
            otherwise.setTerminator(new Terminator.Jump(new Edge(next, List.of(second))));
            block = next;
            value = parameter;
        }
        giveBack(block, value);
        assertThat(lower()).isLessThan(11 * SIZE);
    }

    @Test
    void nestOfLoops() {
        List<Block> headers = new ArrayList<>();
        Block block = graph.entry();
        for (int i = 0; i < NEST; i++) {
            Block header = graph.newBlock();
            block.setTerminator(new Terminator.Jump(Edge.to(header)));
            headers.add(header);
            block = header;
        }
        Block body = graph.newBlock();
        block.setTerminator(new Terminator.Jump(Edge.to(body)));
        Block latch = body;
        Collections.reverse(headers);
        for (Block header : headers) {
            Block next = graph.newBlock();
            Value condition = graph.append(latch, WasmOp.I32_LOAD, first);
            latch.setTerminator(new Terminator.Branch(condition, Edge.to(header), Edge.to(next)));
            latch = next;
        }
        giveBack(latch, first);
        assertThat(lower()).isLessThan(6 * NEST);
    }

    @Test
    void nestOfIfs() {
        List<Block> ends = new ArrayList<>();
        Block block = graph.entry();
        for (int i = 0; i < NEST; i++) {
            Block then = graph.newBlock();
            Block end = graph.newBlock();
            Value condition = graph.append(block, WasmOp.I32_LOAD, first);
            block.setTerminator(new Terminator.Branch(condition, Edge.to(then), Edge.to(end)));
            ends.add(0, end);
            block = then;
        }
        for (Block end : ends) {
            block.setTerminator(new Terminator.Jump(Edge.to(end)));
            block = end;
        }
        giveBack(block, first);
        assertThat(lower()).isLessThan(5 * NEST);
    }

    @Test
    void nestOfElses() {
        Block end = graph.newBlock();
        Block block = graph.entry();
        for (int i = 0; i < NEST; i++) {
            Block then = graph.newBlock();
            Block otherwise = graph.newBlock();
            Value condition = graph.append(block, WasmOp.I32_LOAD, first);
            block.setTerminator(new Terminator.Branch(condition, Edge.to(then), Edge.to(otherwise)));
            graph.append(then, WasmOp.I32_STORE, first, graph.constant(then, i));
            then.setTerminator(new Terminator.Jump(Edge.to(end)));
            block = otherwise;
        }
        block.setTerminator(new Terminator.Jump(Edge.to(end)));
        giveBack(end, first);
        assertThat(lower()).isLessThan(9 * NEST);
    }

    @Test
    void switchWithManyCases() {
        Block end = graph.newBlock();
        Value result = graph.addParameter(end, ValueType.I32);
        List<Edge> cases = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            Block block = graph.newBlock();
            block.setTerminator(new Terminator.Jump(new Edge(end, List.of(graph.constant(block, i)))));
            cases.add(Edge.to(block));
            cases.add(new Edge(end, List.of(graph.constant(graph.entry(), i))));
        }
        graph.entry().setTerminator(new Terminator.Switch(first, cases, cases.get(7)));
        giveBack(end, result);
        assertThat(lower()).isLessThan(11 * SIZE);
    }

    @Test
    void deepExpressions() {
        Value left = first;
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            left = add(graph.entry(), left, second);
            values.add(graph.append(graph.entry(), WasmOp.I32_XOR, second, graph.constant(graph.entry(), i)));
        }
        Value right = first;
        for (Value value : values) {
            right = add(graph.entry(), value, right);
        }
        giveBack(graph.entry(), add(graph.entry(), left, right));
        assertThat(lower()).isLessThan(7 * SIZE);
    }

    @Test
    void manyValuesAtOnce() {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            values.add(graph.append(graph.entry(), WasmOp.I32_LOAD, i, 0, first));
        }
        Block next = graph.newBlock();
        graph.entry().setTerminator(new Terminator.Jump(Edge.to(next)));
        Value sum = first;
        for (Value value : values) {
            sum = add(next, sum, value);
        }
        giveBack(next, sum);
        assertThat(lower()).isLessThan(6 * SIZE);
    }

    @Test
    void irreducible() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < NEST; i++) {
            blocks.add(graph.newBlock());
        }
        Value condition = first;
        graph.entry()
                .setTerminator(new Terminator.Branch(
                        condition, Edge.to(blocks.get(0)), Edge.to(blocks.get(blocks.size() - 1))));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Value loaded = graph.append(block, WasmOp.I32_LOAD, i, 0, first);
            if (i == 0) {
                block.setTerminator(new Terminator.Jump(Edge.to(blocks.get(1))));
            } else if (i == blocks.size() - 1) {
                Block exit = graph.newBlock();
                giveBack(exit, loaded);
                block.setTerminator(new Terminator.Branch(loaded, Edge.to(blocks.get(i - 1)), Edge.to(exit)));
            } else {
                block.setTerminator(
                        new Terminator.Branch(loaded, Edge.to(blocks.get(i - 1)), Edge.to(blocks.get(i + 1))));
            }
        }
        assertThat(lower()).isLessThan(13 * NEST);
    }
}
