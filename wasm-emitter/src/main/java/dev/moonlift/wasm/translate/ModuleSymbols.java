package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.GlobalVariable;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.lower.Symbols;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ModuleBuilder;
import java.util.HashMap;
import java.util.Map;

/** The indices that functions and globals have in the module that is being made. */
final class ModuleSymbols implements Symbols {
    private final ModuleBuilder module;
    private final Map<String, Integer> functions = new HashMap<>();
    private final Map<String, Integer> globals = new HashMap<>();

    ModuleSymbols(ModuleBuilder module) {
        this.module = module;
    }

    int declare(Graph graph) {
        int index = module.declareFunction(graph.name(), graph.type());
        functions.put(graph.name(), index);
        return index;
    }

    int declare(GlobalVariable global) {
        int index = module.addGlobal(global.type(), true, 0, global.name());
        globals.put(global.name(), index);
        return index;
    }

    @Override
    public int indexOf(Callee callee) {
        return functions.get(callee.name());
    }

    @Override
    public int indexOf(GlobalVariable global) {
        return globals.get(global.name());
    }

    @Override
    public int indexOf(FunctionType type) {
        return module.type(type);
    }
}
