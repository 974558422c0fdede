package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Value;
import java.util.Arrays;

/** The instructions that compute values, by value. */
final class Definitions {
    private Instruction[] instructions;

    Definitions(Graph graph) {
        instructions = new Instruction[graph.valueCount()];
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                set(instruction);
            }
        }
    }

    void set(Instruction instruction) {
        for (Value result : instruction.results()) {
            if (result.id() >= instructions.length) {
                instructions = Arrays.copyOf(instructions, 2 * result.id() + 16);
            }
            instructions[result.id()] = instruction;
        }
    }

    /** What computes a value, or null if it is a parameter. */
    Instruction of(Value value) {
        return value.id() < instructions.length ? instructions[value.id()] : null;
    }

    boolean isConstant(Value value) {
        Instruction definition = of(value);
        return definition != null && definition.isConstant();
    }

    /** The bits of a constant. */
    long constant(Value value) {
        return of(value).immediate();
    }

    boolean isConstant(Value value, long bits) {
        return isConstant(value) && constant(value) == bits;
    }
}
