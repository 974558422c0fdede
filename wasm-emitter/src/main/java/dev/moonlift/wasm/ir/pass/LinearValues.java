package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.LoopForest;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of 64 bits in a loop that each round changes by the same: parameters of its header to which every round
 * adds what the loop does not change, and sums and differences of one of these with such. What they are in a round can
 * be computed outside of the loop.
 */
final class LinearValues {
    private final Graph graph;
    private final Block header;
    private final Definitions definitions;
    private final Set<Value> inside;

    /** By parameter of the header: what each round adds. */
    private final Map<Value, Value> steps = new HashMap<>();

    /**
     * A value that each round changes.
     *
     * @param parameter the parameter of the header that it comes of
     * @param isNegated whether it falls where the parameter rises
     */
    record Linear(Value parameter, boolean isNegated) {}

    LinearValues(Graph graph, Block header, Set<Block> body, Definitions definitions) {
        this.graph = graph;
        this.header = header;
        this.definitions = definitions;
        this.inside = LoopForest.valuesOf(body);
        List<Edge> rounds = body.stream()
                .flatMap(block -> block.edges().stream())
                .filter(edge -> edge.target() == header)
                .toList();
        for (int place = 0; place < header.parameters().size(); place++) {
            Value next = rounds.get(0).arguments().get(place);
            int at = place;
            Value parameter = header.parameters().get(place);
            Instruction sum = definitions.of(next);
            if (rounds.stream().allMatch(round -> round.arguments().get(at) == next)
                    && sum != null
                    && sum.op() == WasmOp.I64_ADD
                    && sum.operands().get(0) == parameter
                    && isInvariant(sum.operands().get(1))) {
                steps.put(parameter, sum.operands().get(1));
            }
        }
    }

    /** Whether the loop does not change a value. */
    boolean isInvariant(Value value) {
        return !inside.contains(value) || definitions.isConstant(value);
    }

    /** How a value changes; null if that is not known, or it does not. */
    Linear of(Value value) {
        if (steps.containsKey(value)) {
            return new Linear(value, false);
        }
        Instruction definition = inside.contains(value) ? definitions.of(value) : null;
        if (definition == null || definition.op() != WasmOp.I64_ADD && definition.op() != WasmOp.I64_SUB) {
            return null;
        }
        Value first = definition.operands().get(0);
        Value second = definition.operands().get(1);
        if (isInvariant(second)) {
            return of(first);
        }
        Linear changing = isInvariant(first) ? of(second) : null;
        boolean isDifference = definition.op() == WasmOp.I64_SUB;
        return changing == null ? null : new Linear(changing.parameter, changing.isNegated ^ isDifference);
    }

    /** What each round adds to the parameter that a value comes of. */
    Value step(Linear linear) {
        return steps.get(linear.parameter);
    }

    /** By how much a value is more in each round, if that is always 1 or -1; else 0. */
    int unitStep(Linear linear) {
        Value step = step(linear);
        long by = definitions.isConstant(step) ? definitions.constant(step) : 0;
        return Math.abs(by) != 1 ? 0 : linear.isNegated ? (int) -by : (int) by;
    }

    /** An invariant as it can be used outside of the loop, in a block from which it is entered. */
    Value outside(Block to, Value invariant) {
        if (!inside.contains(invariant)) {
            return invariant;
        }
        long bits = definitions.constant(invariant);
        return invariant.type() == ValueType.I64 ? graph.constant(to, bits) : graph.constant(to, (int) bits);
    }

    /** Computes in a block before the loop what a value is after some rounds, or before the first if those are null. */
    Value after(Block to, Value value, Value rounds, Edge entry) {
        if (isInvariant(value)) {
            return outside(to, value);
        }
        int place = header.parameters().indexOf(value);
        if (place < 0) {
            Instruction definition = definitions.of(value);
            Value first = after(to, definition.operands().get(0), rounds, entry);
            Value second = after(to, definition.operands().get(1), rounds, entry);
            return graph.append(to, definition.op(), 0, Insn.NO_ORIGIN, first, second);
        }
        Value start = entry.arguments().get(place);
        if (rounds == null) {
            return start;
        }
        Value step = outside(to, steps.get(value));
        return graph.append(to, WasmOp.I64_ADD, start, graph.append(to, WasmOp.I64_MUL, step, rounds));
    }
}
