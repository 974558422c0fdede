package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What the locals and the operand stack hold at one point of a method. */
final class FrameState {
    private final Operand[] locals;
    private final List<Operand> stack;

    FrameState(int locals) {
        this(new Operand[locals], new ArrayList<>());
    }

    private FrameState(Operand[] locals, List<Operand> stack) {
        this.locals = locals;
        this.stack = stack;
    }

    FrameState copy() {
        return new FrameState(locals.clone(), new ArrayList<>(stack));
    }

    /** The same locals, and on the stack only a reference: what a handler begins with. */
    FrameState caught(String type) {
        List<Operand> only = new ArrayList<>();
        only.add(new Operand.Reference(type));
        return new FrameState(locals.clone(), only);
    }

    Operand local(int index) {
        return locals[index];
    }

    void setLocal(int index, Operand operand) {
        locals[index] = operand;
    }

    void push(Operand operand) {
        stack.add(operand);
    }

    void push(Value value) {
        stack.add(new Operand.Number(value));
    }

    Operand pop() {
        return stack.remove(stack.size() - 1);
    }

    Value popValue() {
        return ((Operand.Number) pop()).value();
    }

    /** The reference on top of the stack. */
    String popReference() {
        return ((Operand.Reference) pop()).type();
    }

    /** Puts a copy of the topmost {@code words} words below the {@code skipped} words under them. */
    void duplicate(int words, int skipped) {
        List<Operand> top = popWords(words);
        List<Operand> below = popWords(skipped);
        stack.addAll(top);
        stack.addAll(below);
        stack.addAll(top);
    }

    private List<Operand> popWords(int words) {
        List<Operand> taken = new ArrayList<>();
        for (int left = words; left > 0; ) {
            Operand operand = pop();
            taken.add(0, operand);
            left -= operand.isWide() ? 2 : 1;
        }
        return taken;
    }

    void popTopWords(int words) {
        popWords(words);
    }

    void swap() {
        Operand top = pop();
        Operand below = pop();
        push(top);
        push(below);
    }

    /** The state at the beginning of a block that is reached like this: numbers become parameters of the block. */
    FrameState enter(Graph graph, Block block, BitSet live) {
        FrameState entry = new FrameState(locals.length);
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            entry.locals[i] = parameter(graph, block, locals[i]);
        }
        for (Operand operand : stack) {
            entry.stack.add(parameter(graph, block, operand));
        }
        return entry;
    }

    private static Operand parameter(Graph graph, Block block, Operand operand) {
        return operand instanceof Operand.Number number
                ? new Operand.Number(graph.addParameter(block, number.value().type()))
                : operand;
    }

    /** The edge to a block that {@link #enter} has given parameters. */
    Edge edgeTo(Block block, BitSet live) {
        List<Value> arguments = new ArrayList<>();
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            addNumber(arguments, locals[i]);
        }
        stack.forEach(operand -> addNumber(arguments, operand));
        return new Edge(block, arguments);
    }

    private static void addNumber(List<Value> arguments, Operand operand) {
        if (operand instanceof Operand.Number number) {
            arguments.add(number.value());
        }
    }
}
