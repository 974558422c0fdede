package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.GlobalVariable;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.lower.Lowering;
import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.lower.Symbols;
import dev.moonlift.wasm.module.Constant;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Limits;
import dev.moonlift.wasm.module.ModuleBuilder;
import dev.moonlift.wasm.module.ModuleWriter;
import dev.moonlift.wasm.module.WasmModule;
import dev.moonlift.wasm.translate.ProgramTranslator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The compiled code of some functions as a module. When it is instantiated it comes into the kernel's table of code.
 *
 * @param functions what was compiled
 * @param graphs the code before it was lowered
 * @param module the module
 */
record CodeModule(List<CompiledFunction> functions, List<Graph> graphs, WasmModule module) {
    private static final int MAX_PAGES = 1 << 15;

    /**
     * A compiled function: in the table of code there is from the unit's number on the code that is called directly,
     * then that for the beginning, that for going on where another coroutine has run, and that for loops.
     *
     * @param unit what was compiled
     * @param loops numbers of the instructions that end the loops that have code, in the order of their functions
     */
    record CompiledFunction(CodeUnit unit, List<Integer> loops) {}

    /**
     * Builds the module.
     *
     * @param first number in the table of code of the first function
     * @param inTable names of the functions in the order of the table, each that of one of the graphs
     */
    static CodeModule build(
            List<CompiledFunction> functions,
            List<Graph> graphs,
            int first,
            List<String> inTable,
            LoweringOptions options) {
        ModuleBuilder builder =
                WasmModule.builder().name(functions.get(0).unit().name());
        Map<String, Integer> indices = new HashMap<>();
        for (KernelFunction imported : KernelFunction.values()) {
            Callee callee = imported.callee();
            indices.put(callee.name(), builder.importFunction(NativeKernel.MODULE, callee.name(), callee.type()));
        }
        builder.importMemory(EngineStore.MEMORY_MODULE, EngineStore.MEMORY_NAME, new Limits(1, MAX_PAGES));
        int table = builder.importTable(
                NativeKernel.MODULE,
                ProgramTranslator.CODE,
                new Limits(ProgramTranslator.CODE_SLOTS, ProgramTranslator.CODE_SLOTS));
        int index = indices.size();
        for (Graph graph : graphs) {
            indices.put(graph.name(), index++);
        }
        Symbols symbols = new ModuleSymbols(indices, builder);
        for (Graph graph : graphs) {
            int added = builder.addFunction(graph.name(), graph.type(), Lowering.lower(graph, symbols, options));
            if (added != indices.get(graph.name())) {
                throw new IllegalStateException("function " + graph.name() + " has index " + added);
            }
        }
        List<Integer> elements = new ArrayList<>();
        for (String name : inTable) {
            elements.add(indices.get(name));
        }
        builder.addElements(table, Constant.i32(first), elements);
        return new CodeModule(functions, graphs, builder.build());
    }

    private record ModuleSymbols(Map<String, Integer> indices, ModuleBuilder builder) implements Symbols {
        @Override
        public int indexOf(Callee callee) {
            Integer index = indices.get(callee.name());
            if (index == null) {
                throw new IllegalArgumentException(callee.name());
            }
            return index;
        }

        @Override
        public int indexOf(GlobalVariable global) {
            throw new IllegalArgumentException(global.name());
        }

        @Override
        public int indexOf(FunctionType type) {
            return builder.type(type);
        }
    }

    /** Names of the graphs of functions, given by their numbers in the module. */
    Set<String> names(Set<Integer> numbers) {
        int first = KernelFunction.values().length;
        return numbers.stream().map(number -> graphs.get(number - first).name()).collect(Collectors.toSet());
    }

    private int slots() {
        return module.elements().get(0).functions().size();
    }

    /** What is kept of it for other guests. */
    CodeImage image() {
        List<CodeImage.Function> kept = new ArrayList<>();
        int instructions = 0;
        for (CompiledFunction function : functions) {
            CodeUnit unit = function.unit();
            kept.add(
                    new CodeImage.Function(unit.label().toString(), unit.number(), unit.signature(), function.loops()));
            instructions += unit.function().code().length;
        }
        return new CodeImage(kept, slots(), instructions, ModuleWriter.write(module));
    }
}
