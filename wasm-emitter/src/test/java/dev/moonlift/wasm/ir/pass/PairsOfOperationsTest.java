package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Arithmetic;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphEvaluator;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.ir.GraphVerifier;
import dev.moonlift.wasm.ir.RandomGraphs;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every numeric operation or load, followed by every one that takes its result, with all sorts of other operands. */
class PairsOfOperationsTest {
    private static final int VARIANTS = 3;
    private static final int RUNS = 6;

    private final Random random = new Random(1);

    @Test
    void foldingKeepsResults() {
        List<WasmOp> ops = new ArrayList<>();
        for (WasmOp op : WasmOp.values()) {
            if (Arithmetic.knows(op) || op.effect() == WasmOp.Effect.READS && op.hasSignature()) {
                ops.add(op);
            }
        }
        int changes = 0;
        for (WasmOp first : ops) {
            for (WasmOp second : ops) {
                boolean fits = second.operands().contains(first.results().get(0)) && Arithmetic.knows(second);
                for (int variant = 0; fits && variant < VARIANTS; variant++) {
                    changes += isFolded(pair(first, second)) ? 1 : 0;
                }
            }
        }
        assertThat(changes).isGreaterThan(5000);
    }

    private static boolean isFolded(Graph graph) {
        String text = GraphPrinter.print(graph);
        List<GraphEvaluator.Outcome> before = outcomes(graph);
        boolean changed = new ConstantFolding(true).run(graph);
        GraphVerifier.verify(graph);
        assertThat(outcomes(graph))
                .as(() -> text + "\n" + GraphPrinter.print(graph))
                .isEqualTo(before);
        return changed;
    }

    private static List<GraphEvaluator.Outcome> outcomes(Graph graph) {
        List<GraphEvaluator.Outcome> outcomes = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            outcomes.add(GraphEvaluator.run(List.of(graph), RandomGraphs.arguments(graph, run)));
        }
        return outcomes;
    }

    /** A function of a parameter of each type, which gives the result of the second operation. */
    private Graph pair(WasmOp first, WasmOp second) {
        Graph graph = new Graph("f", new FunctionType(List.of(ValueType.values()), second.results()));
        Value result = append(graph, first, null);
        Value end = append(graph, second, result);
        graph.entry().setTerminator(new Terminator.Return(List.of(end)));
        return graph;
    }

    /** One of the operands that have the type is the given value, where it is not null. */
    private Value append(Graph graph, WasmOp op, Value given) {
        List<Value> operands = new ArrayList<>();
        for (ValueType type : op.operands()) {
            operands.add(operand(graph, type));
        }
        if (given != null) {
            int place = op.operands().indexOf(given.type());
            boolean isLast = operands.size() == 2 && op.operands().get(1) == given.type() && random.nextBoolean();
            operands.set(isLast ? 1 : place, given);
            if (operands.size() == 2 && random.nextInt(5) == 0) {
                operands.set(isLast ? 0 : 1, given);
            }
        }
        if (op.immediate() == WasmOp.Immediate.MEMORY_ACCESS) {
            Value mask = graph.constant(graph.entry(), 0xFF);
            operands.set(0, graph.append(graph.entry(), WasmOp.I32_AND, operands.get(0), mask));
        }
        return graph.append(graph.entry(), op, operands.toArray(Value[]::new));
    }

    private Value operand(Graph graph, ValueType type) {
        Block entry = graph.entry();
        if (random.nextInt(4) == 0) {
            return entry.parameters().get(type.ordinal());
        }
        WasmOp op = switch (type) {
            case I32 -> WasmOp.I32_CONST;
            case I64 -> WasmOp.I64_CONST;
            case F32 -> WasmOp.F32_CONST;
            case F64 -> WasmOp.F64_CONST;
        };
        return graph.append(entry, op, RandomGraphs.bits(type, random), Insn.NO_ORIGIN);
    }
}
