package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.ir.pass.Inliner;
import dev.moonlift.wasm.ir.pass.InliningPolicy;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes the status out of the results of direct calls: {@code State.COMPILED_STATUS} has it, and is RETURNED, which is
 * 0, but while one is passed on. As a result it lets inlined code forget it where it is known; but engines return two
 * results much slower than one (fib took a third longer).
 */
final class StatusInMemory {
    /** Behind the name of a function whose graph gives the status as its last result. */
    static final String PAIR = ".pair";

    private StatusInMemory() {}

    /** The function without status among its results, from that with it. */
    static Graph of(Graph pair) {
        FunctionType type = withoutStatus(pair.type());
        String name = pair.name().substring(0, pair.name().length() - PAIR.length());
        Graph graph = new Graph(name, type);
        Block entry = graph.entry();
        List<Value> values = graph.call(entry, new Callee(pair.name(), pair.type()), 0, entry.parameters());
        entry.setTerminator(new Terminator.Return(values));
        InliningPolicy once = site -> site.caller() == graph && site.depth() == 0;
        new Inliner(callee -> callee.name().equals(pair.name()) ? pair : null, once, 1).run(graph);
        returnFromEverywhere(graph);
        return graph;
    }

    /** Puts returns in place of the jumps to the one return, where the status is known. */
    private static void returnFromEverywhere(Graph graph) {
        Set<Value> zeros = zeros(graph);
        for (Block block : graph.blocks()) {
            if (block.terminator() instanceof Terminator.Jump jump
                    && jump.edge().target().terminator() instanceof Terminator.Return join
                    && jump.edge().target().instructions().isEmpty()) {
                List<Value> parameters = jump.edge().target().parameters();
                List<Value> values = join.results().stream()
                        .map(value -> jump.edge().arguments().get(parameters.indexOf(value)))
                        .toList();
                returnFrom(graph, block, values, zeros);
            }
        }
        for (Block block : graph.blocks()) {
            if (block.terminator() instanceof Terminator.Return join
                    && join.results().size() > graph.type().results().size()) {
                returnFrom(graph, block, join.results(), zeros);
            }
        }
    }

    private static Set<Value> zeros(Graph graph) {
        Set<Value> zeros = new HashSet<>();
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.isConstant() && instruction.immediate() == 0) {
                    zeros.add(instruction.result());
                }
            }
        }
        return zeros;
    }

    private static void returnFrom(Graph graph, Block block, List<Value> values, Set<Value> zeros) {
        Value status = values.get(values.size() - 1);
        if (!zeros.contains(status)) {
            Value zero = graph.constant(block, 0);
            graph.append(block, WasmOp.I32_STORE, State.COMPILED_STATUS, Insn.NO_ORIGIN, zero, status);
        }
        block.setTerminator(new Terminator.Return(values.subList(0, values.size() - 1)));
    }

    private static FunctionType withoutStatus(FunctionType type) {
        List<ValueType> results = type.results();
        return new FunctionType(type.parameters(), results.subList(0, results.size() - 1));
    }

    /** Has all direct calls in a graph take the status from memory. */
    static void rewriteCalls(Graph graph) {
        for (Block block : graph.blocks()) {
            List<Instruction> rewritten = new ArrayList<>();
            for (Instruction instruction : block.instructions()) {
                rewrite(graph, instruction, rewritten);
            }
            block.instructions().clear();
            block.instructions().addAll(rewritten);
        }
    }

    private static void rewrite(Graph graph, Instruction call, List<Instruction> into) {
        boolean isLocal = call.op() == WasmOp.CALL && call.callee().name().endsWith(PAIR);
        boolean isIndirect =
                call.op() == WasmOp.CALL_INDIRECT && !call.calleeType().equals(Signature.OF_FRAMED_CODE);
        if (!isLocal && !isIndirect) {
            into.add(call);
            return;
        }
        Object target;
        if (isLocal) {
            String name = call.callee().name();
            target = new Callee(
                    name.substring(0, name.length() - PAIR.length()),
                    withoutStatus(call.callee().type()));
        } else {
            target = withoutStatus(call.calleeType());
        }
        int last = call.results().size() - 1;
        into.add(
                new Instruction(call.op(), call.operands(), call.results().subList(0, last), 0, target, call.origin()));
        Value zero = graph.newValue(ValueType.I32);
        into.add(new Instruction(WasmOp.I32_CONST, List.of(), List.of(zero), 0, null, call.origin()));
        into.add(new Instruction(
                WasmOp.I32_LOAD,
                List.of(zero),
                List.of(call.results().get(last)),
                State.COMPILED_STATUS,
                null,
                call.origin()));
    }
}
