package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;

/** Values that other values take the place of. */
final class Substitution {
    /** By number; null stands for itself. */
    private final Value[] replacements;

    private boolean isEmpty = true;

    Substitution(Graph graph) {
        this.replacements = new Value[graph.valueCount()];
    }

    boolean isEmpty() {
        return isEmpty;
    }

    /** The replacement must not be replaced by the value in turn. */
    void replace(Value value, Value replacement) {
        replacements[value.id()] = replacement;
        isEmpty = false;
    }

    /** What stands for a value in the end. Values that are newer than this stand for themselves. */
    Value get(Value value) {
        Value result = value;
        while (result.id() < replacements.length && replacements[result.id()] != null) {
            result = replacements[result.id()];
        }
        if (result != value) {
            replacements[value.id()] = result;
        }
        return result;
    }

    Instruction map(Instruction instruction) {
        return instruction.mapOperands(this::get);
    }

    Edge map(Edge edge) {
        return edge.mapArguments(this::get);
    }

    Terminator map(Terminator terminator) {
        return terminator.map(this::get, this::map);
    }

    /** Puts replacements in place in a whole graph. */
    void apply(Graph graph) {
        if (isEmpty) {
            return;
        }
        for (Block block : graph.blocks()) {
            block.instructions().replaceAll(this::map);
            block.setTerminator(map(block.terminator()));
        }
    }
}
