package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.GlobalVariable;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphEvaluator;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.module.Body;
import dev.moonlift.wasm.module.ExternalKind;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Limits;
import dev.moonlift.wasm.module.ModuleBuilder;
import dev.moonlift.wasm.module.WasmModule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Graphs, lowered to a module with all that they name: the functions, a memory and the globals are exported, unknown
 * functions are imported from {@code host}.
 */
final class LoweredProgram implements Symbols {
    private final ModuleBuilder builder = WasmModule.builder();
    private final Map<String, Integer> functions = new HashMap<>();
    private final Map<String, Integer> globalIndices = new HashMap<>();
    final Map<String, Callee> host = new LinkedHashMap<>();
    final Map<String, GlobalVariable> globals = new LinkedHashMap<>();
    final Map<String, Body> bodies = new LinkedHashMap<>();
    final WasmModule module;

    LoweredProgram(List<Graph> graphs, LoweringOptions options) {
        graphs.forEach(this::collect);
        graphs.forEach(graph -> host.remove(graph.name()));
        for (Callee callee : host.values()) {
            functions.put(callee.name(), builder.importFunction("host", callee.name(), callee.type()));
        }
        for (Graph graph : graphs) {
            functions.put(graph.name(), builder.declareFunction(graph.name(), graph.type()));
        }
        for (GlobalVariable global : globals.values()) {
            int index = builder.addGlobal(global.type(), true, GraphEvaluator.INITIAL_GLOBAL, global.name());
            globalIndices.put(global.name(), index);
            builder.export(global.name(), ExternalKind.GLOBAL, index);
        }
        builder.export("memory", ExternalKind.MEMORY, builder.addMemory(new Limits(1, 1)));
        for (Graph graph : graphs) {
            Body body = Lowering.lower(graph, this, options);
            bodies.put(graph.name(), body);
            builder.define(functions.get(graph.name()), body);
            builder.export(graph.name(), ExternalKind.FUNCTION, functions.get(graph.name()));
        }
        module = builder.build();
    }

    private void collect(Graph graph) {
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.target() instanceof Callee callee) {
                    host.put(callee.name(), callee);
                } else if (instruction.target() instanceof GlobalVariable global) {
                    globals.put(global.name(), global);
                }
            }
        }
    }

    @Override
    public int indexOf(Callee callee) {
        return functions.get(callee.name());
    }

    @Override
    public int indexOf(GlobalVariable global) {
        return globalIndices.get(global.name());
    }

    @Override
    public int indexOf(FunctionType type) {
        return builder.type(type);
    }
}
