package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes graphs choose the canonical NaN wherever the choice is an engine's, so that every engine does the same. */
final class CanonicalNans {
    private final Graph graph;
    private final Map<Value, Value> replacements = new HashMap<>();

    private CanonicalNans(Graph graph) {
        this.graph = graph;
    }

    static void choose(Graph graph) {
        CanonicalNans nans = new CanonicalNans(graph);
        graph.blocks().forEach(nans::choose);
        graph.blocks().forEach(nans::replace);
    }

    private void choose(Block block) {
        List<Instruction> old = List.copyOf(block.instructions());
        block.instructions().clear();
        for (Instruction instruction : old) {
            block.instructions().add(instruction);
            if (isFree(instruction)) {
                Value result = instruction.result();
                boolean isFloat = result.type() == ValueType.F32;
                Value test = graph.append(block, isFloat ? WasmOp.F32_EQ : WasmOp.F64_EQ, result, result);
                Value nan = isFloat
                        ? graph.append(block, WasmOp.F32_CONST, Float.floatToRawIntBits(Float.NaN), Insn.NO_ORIGIN)
                        : graph.constant(block, Double.NaN);
                replacements.put(result, graph.select(block, result, nan, test));
            }
        }
    }

    private static boolean isFree(Instruction instruction) {
        return switch (instruction.op().immediate()) {
            case NONE ->
                switch (instruction.op()) {
                    case SELECT, F32_ABS, F64_ABS, F32_NEG, F64_NEG, F32_COPYSIGN, F64_COPYSIGN -> false;
                    case F32_REINTERPRET_I32, F64_REINTERPRET_I64 -> false;
                    default ->
                        !instruction.results().isEmpty()
                                && (instruction.result().type() == ValueType.F32
                                        || instruction.result().type() == ValueType.F64);
                };
            default -> false;
        };
    }

    private void replace(Block block) {
        List<Instruction> replaced = new ArrayList<>();
        for (Instruction instruction : block.instructions()) {
            boolean chooses = instruction.results().stream().anyMatch(replacements::containsValue)
                    || instruction.operands().size() == 2
                            && instruction.operands().get(0)
                                    == instruction.operands().get(1)
                            && (instruction.op() == WasmOp.F32_EQ || instruction.op() == WasmOp.F64_EQ);
            replaced.add(chooses ? instruction : instruction.mapOperands(this::replacement));
        }
        block.instructions().clear();
        block.instructions().addAll(replaced);
        Terminator terminator = block.terminator();
        block.setTerminator(terminator.map(
                this::replacement,
                edge -> new dev.moonlift.wasm.ir.Edge(
                        edge.target(),
                        edge.arguments().stream().map(this::replacement).toList())));
    }

    private Value replacement(Value value) {
        return replacements.getOrDefault(value, value);
    }
}
