package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Where values are defined and how often they are used, by their numbers. What nobody needs is not counted: removable
 * instructions, and parameters of blocks, whose results lead to nothing.
 */
final class Uses {
    private static final int PARAMETER = -1;

    private final Node[] nodes;
    private final int[] places;
    private final int[] counts;
    private final ValueType[] types;
    private final Deque<Value> open = new ArrayDeque<>();

    Uses(Graph graph, Flow flow) {
        nodes = new Node[graph.valueCount()];
        places = new int[graph.valueCount()];
        counts = new int[graph.valueCount()];
        types = new ValueType[graph.valueCount()];
        flow.nodes().forEach(this::locate);
        flow.nodes().forEach(this::useEffects);
        while (!open.isEmpty()) {
            useInputs(open.pop());
        }
    }

    private void locate(Node node) {
        List<Value> parameters = node.block.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            locate(parameters.get(i), node, PARAMETER - i);
        }
        List<Instruction> instructions = node.block.instructions();
        for (int i = 0; i < instructions.size(); i++) {
            for (Value result : instructions.get(i).results()) {
                locate(result, node, i);
            }
        }
    }

    private void locate(Value value, Node node, int place) {
        nodes[value.id()] = node;
        places[value.id()] = place;
        types[value.id()] = value.type();
    }

    private void useEffects(Node node) {
        for (Instruction instruction : node.block.instructions()) {
            if (!instruction.isRemovable()) {
                instruction.operands().forEach(this::use);
            }
        }
        node.endingOperands().forEach(this::use);
    }

    private void use(Value value) {
        if (counts[value.id()]++ == 0) {
            open.push(value);
        }
    }

    private void useInputs(Value value) {
        Node node = nodes[value.id()];
        int place = places[value.id()];
        if (place <= PARAMETER) {
            for (Exit entrance : node.entrances) {
                use(entrance.edge.arguments().get(PARAMETER - place));
            }
        } else {
            Instruction definition = node.block.instructions().get(place);
            if (definition.isRemovable()) {
                definition.operands().forEach(this::use);
            }
        }
    }

    /** How many operands and arguments the value is. */
    int count(Value value) {
        return counts[value.id()];
    }

    boolean isUsed(Value value) {
        return counts[value.id()] > 0;
    }

    /** The node whose parameter the value is or in which it is computed. */
    Node node(Value value) {
        return nodes[value.id()];
    }

    /** The same by number. */
    Node node(int value) {
        return nodes[value];
    }

    ValueType type(int value) {
        return types[value];
    }

    boolean isParameter(Value value) {
        return places[value.id()] <= PARAMETER;
    }

    /** The place in its block of the instruction that computes the value. */
    int place(Value value) {
        return places[value.id()];
    }

    Instruction definition(Value value) {
        return nodes[value.id()].block.instructions().get(places[value.id()]);
    }

    /** Whether an instruction has to be carried out. */
    boolean isNeeded(Instruction instruction) {
        return !instruction.isRemovable() || isUsed(instruction.result());
    }
}
