package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;
import java.util.function.Supplier;

/** The end of a graph that is being written: the block that instructions are added to, and their origin. */
final class GraphCursor {
    private final Graph graph;
    private Block block;
    private int origin;

    GraphCursor(Graph graph, int origin) {
        this.graph = graph;
        this.block = graph.entry();
        this.origin = origin;
    }

    Graph graph() {
        return graph;
    }

    Block block() {
        return block;
    }

    void moveTo(Block next) {
        block = next;
    }

    int origin() {
        return origin;
    }

    void setOrigin(int origin) {
        this.origin = origin;
    }

    /** Adds an instruction; its result, or null. */
    Value add(WasmOp op, Value... operands) {
        return graph.append(block, op, 0, origin, operands);
    }

    Value constant(int value) {
        return graph.constant(block, value);
    }

    Value constant(long value) {
        return graph.constant(block, value);
    }

    Value constant(double value) {
        return graph.constant(block, value);
    }

    /** Zero of a type. */
    Value zero(ValueType type) {
        return switch (type) {
            case I32 -> constant(0);
            case I64 -> constant(0L);
            case F64 -> constant(0.0);
            case F32 -> throw new IllegalArgumentException("float");
        };
    }

    Value select(Value ifTrue, Value ifFalse, Value condition) {
        return graph.select(block, ifTrue, ifFalse, condition);
    }

    void end(Terminator terminator) {
        block.setTerminator(terminator);
    }

    /** Computes a value in one of two ways, and goes on behind both. */
    Value choose(Value condition, ValueType type, Supplier<Value> ifTrue, Supplier<Value> ifFalse) {
        Block first = graph.newBlock();
        Block second = graph.newBlock();
        Block join = graph.newBlock();
        Value result = graph.addParameter(join, type);
        end(new Terminator.Branch(condition, Edge.to(first), Edge.to(second)));
        moveTo(first);
        Value one = ifTrue.get();
        end(new Terminator.Jump(new Edge(join, List.of(one))));
        moveTo(second);
        Value other = ifFalse.get();
        end(new Terminator.Jump(new Edge(join, List.of(other))));
        moveTo(join);
        return result;
    }
}
