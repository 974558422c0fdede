package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes graphs do the same on every engine: they choose the canonical NaN where the choice is the engine's, and do
 * without {@code f32.convert_i64_u}, which Chicory 1.7.5 rounds wrongly (0xCBAC8D6E4F3011F2 up).
 */
final class Portable {
    private final Graph graph;
    private final Map<Value, Value> replacements = new HashMap<>();
    /** What the instructions that make the choice compute. */
    private final Set<Value> choices = new HashSet<>();

    private Portable(Graph graph) {
        this.graph = graph;
    }

    static void make(Graph graph) {
        Portable portable = new Portable(graph);
        graph.blocks().forEach(portable::choose);
        graph.blocks().forEach(portable::replace);
    }

    private void choose(Block block) {
        List<Instruction> old = List.copyOf(block.instructions());
        block.instructions().clear();
        for (Instruction each : old) {
            Instruction instruction = each.op() == WasmOp.F32_CONVERT_I64_U ? signed(each) : each;
            block.instructions().add(instruction);
            if (isFree(instruction)) {
                Value result = instruction.result();
                boolean isFloat = result.type() == ValueType.F32;
                Value test = graph.append(block, isFloat ? WasmOp.F32_EQ : WasmOp.F64_EQ, result, result);
                Value nan = isFloat
                        ? graph.append(block, WasmOp.F32_CONST, Float.floatToRawIntBits(Float.NaN), Insn.NO_ORIGIN)
                        : graph.constant(block, Double.NaN);
                Value choice = graph.select(block, result, nan, test);
                replacements.put(result, choice);
                choices.add(test);
                choices.add(choice);
            }
        }
    }

    private static Instruction signed(Instruction instruction) {
        return new Instruction(
                WasmOp.F32_CONVERT_I64_S, instruction.operands(), instruction.results(), 0, null, instruction.origin());
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
            boolean chooses = instruction.results().stream().anyMatch(choices::contains);
            replaced.add(chooses ? instruction : instruction.mapOperands(this::replacement));
        }
        block.instructions().clear();
        block.instructions().addAll(replaced);
        Terminator terminator = block.terminator();
        block.setTerminator(terminator.map(
                this::replacement,
                edge -> new Edge(
                        edge.target(),
                        edge.arguments().stream().map(this::replacement).toList())));
    }

    private Value replacement(Value value) {
        return replacements.getOrDefault(value, value);
    }
}
