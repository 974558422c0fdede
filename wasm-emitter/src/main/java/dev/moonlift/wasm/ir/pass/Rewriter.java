package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rewrites the instructions of a graph in reverse postorder of its blocks, one after the other. */
final class Rewriter {
    private final Graph graph;
    private final Definitions definitions;
    private final Substitution substitution;
    private List<Instruction> out;
    private boolean changed;

    Rewriter(Graph graph) {
        this.graph = graph;
        this.definitions = new Definitions(graph);
        this.substitution = new Substitution(graph);
    }

    Definitions definitions() {
        return definitions;
    }

    boolean hasChanged() {
        return changed;
    }

    /**
     * Rewrites a block.
     *
     * @param step gives an instruction with the same results in place of one, the same if there is nothing to do, or
     *     null once another value stands for the result. Applied until there is nothing to do
     */
    void rewrite(Block block, UnaryOperator<Instruction> step) {
        out = new ArrayList<>(block.instructions().size());
        for (Instruction instruction : block.instructions()) {
            Instruction current = substitution.map(instruction);
            Instruction next = step.apply(current);
            while (next != current && next != null) {
                current = next;
                next = step.apply(current);
            }
            changed |= next != instruction;
            if (next != null) {
                out.add(next);
                definitions.set(next);
            }
        }
        block.instructions().clear();
        block.instructions().addAll(out);
    }

    Terminator map(Terminator terminator) {
        return substitution.map(terminator);
    }

    /** A new constant in front of the current instruction. */
    Value constant(ValueType type, long bits) {
        Instruction constant = constant(graph.newValue(type), bits, Insn.NO_ORIGIN);
        out.add(constant);
        definitions.set(constant);
        return constant.result();
    }

    /** The result of a new instruction in front of the current one, with a result of its first operand's type. */
    Value insert(WasmOp op, List<Value> operands, int origin) {
        return insert(new Instruction(op, operands, List.of(operands.get(0)), 0, null, origin));
    }

    /** The result of an instruction in front of the current one: as this, but a new value. */
    Value insert(Instruction instruction) {
        Value result = graph.newValue(instruction.result().type());
        Instruction inserted = new Instruction(
                instruction.op(),
                instruction.operands(),
                List.of(result),
                instruction.immediate(),
                instruction.target(),
                instruction.origin());
        out.add(inserted);
        definitions.set(inserted);
        return result;
    }

    /** The instruction that makes a value a constant. */
    static Instruction constant(Value result, long bits, int origin) {
        WasmOp op = switch (result.type()) {
            case I32 -> WasmOp.I32_CONST;
            case I64 -> WasmOp.I64_CONST;
            case F32 -> WasmOp.F32_CONST;
            case F64 -> WasmOp.F64_CONST;
        };
        return new Instruction(op, List.of(), List.of(result), bits, null, origin);
    }

    /** Lets a value stand for the result of an instruction, which is left out: the null is for {@link #rewrite}. */
    Instruction replace(Instruction instruction, Value value) {
        substitution.replace(instruction.result(), value);
        return null;
    }
}
