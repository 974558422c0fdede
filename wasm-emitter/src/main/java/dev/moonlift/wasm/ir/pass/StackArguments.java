package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes longs of the int parameters of a program's functions that Cranelift passes on the stack. It stores an int there
 * with four bytes and loads it with eight, which the processor cannot serve from the store: it waits until that has
 * reached the cache (measured: more than the function that was called did itself).
 */
public final class StackArguments {
    /** Integers that are passed in registers: six, of which two are the engine's own. Floats have others. */
    private static final int IN_REGISTERS = 4;

    private final Map<String, Callee> widened = new HashMap<>();

    private StackArguments() {}

    /**
     * The program with such parameters widened, but of the functions that others call, too.
     *
     * @param exported names of those
     */
    public static List<Graph> widen(List<Graph> program, Collection<String> exported) {
        StackArguments arguments = new StackArguments();
        List<Graph> functions = new ArrayList<>();
        for (Graph graph : program) {
            functions.add(exported.contains(graph.name()) ? graph : arguments.widenParameters(graph));
        }
        functions.forEach(arguments::widenCalls);
        return functions;
    }

    private Graph widenParameters(Graph graph) {
        List<ValueType> types = widen(graph.type().parameters());
        if (types.equals(graph.type().parameters())) {
            return graph;
        }
        Graph wide = graph.copy(new FunctionType(types, graph.type().results()));
        Block entry = wide.entry();
        for (int i = 0; i < types.size(); i++) {
            Value parameter = entry.parameters().get(i);
            if (parameter.type() != types.get(i)) {
                Value value = wide.newValue(types.get(i));
                entry.parameters().set(i, value);
                entry.instructions()
                        .add(
                                0,
                                new Instruction(
                                        WasmOp.I32_WRAP_I64,
                                        List.of(value),
                                        List.of(parameter),
                                        0,
                                        null,
                                        Insn.NO_ORIGIN));
            }
        }
        widened.put(wide.name(), wide.callee());
        return wide;
    }

    private static List<ValueType> widen(List<ValueType> parameters) {
        List<ValueType> types = new ArrayList<>();
        int integers = 0;
        for (ValueType type : parameters) {
            boolean isInteger = type == ValueType.I32 || type == ValueType.I64;
            integers += isInteger ? 1 : 0;
            types.add(isInteger && integers > IN_REGISTERS ? ValueType.I64 : type);
        }
        return types;
    }

    private void widenCalls(Graph graph) {
        for (Block block : graph.blocks()) {
            List<Instruction> instructions = List.copyOf(block.instructions());
            block.instructions().clear();
            for (Instruction instruction : instructions) {
                Callee callee = instruction.op() == WasmOp.CALL
                        ? widened.get(instruction.callee().name())
                        : null;
                block.instructions().add(callee == null ? instruction : call(graph, block, instruction, callee));
            }
        }
    }

    private static Instruction call(Graph graph, Block block, Instruction call, Callee callee) {
        List<Value> operands = new ArrayList<>(call.operands());
        for (int i = 0; i < operands.size(); i++) {
            Value operand = operands.get(i);
            if (operand.type() != callee.type().parameters().get(i)) {
                operands.set(i, graph.append(block, WasmOp.I64_EXTEND_I32_U, operand));
            }
        }
        return new Instruction(call.op(), operands, call.results(), call.immediate(), callee, call.origin());
    }
}
