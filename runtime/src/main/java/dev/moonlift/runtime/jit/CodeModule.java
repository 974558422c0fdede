package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.bytecode.Opcode;
import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.GlobalVariable;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.pass.Pipeline;
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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The compiled code of a function as a module: one WebAssembly function for its beginning and one for the end of each
 * loop that can be reached. When it is instantiated they come into the kernel's table of code, from a given number on.
 *
 * @param function what was compiled
 * @param first number of the function's beginning in the table of code
 * @param loops numbers of the instructions that end the loops that have code, in the order of their functions
 * @param graphs the code before it was lowered
 * @param module the module
 */
record CodeModule(FunctionCode function, int first, List<Integer> loops, List<Graph> graphs, WasmModule module) {

    /**
     * Compiles a function, expecting parameters of these kinds.
     *
     * @param lowering what the engine that will run it asks for
     */
    static CodeModule compile(FunctionCode function, Kind[] parameters, int first, LoweringOptions lowering) {
        Kind[] atEntry = new Kind[function.registers()];
        Arrays.fill(atEntry, Kind.ANY);
        for (int r = 0; r < function.parameters(); r++) {
            atEntry[r] = function.captured().get(r) ? Kind.ANY : parameters[r];
        }
        String name = "line" + function.lineDefined();
        List<Graph> graphs = new ArrayList<>();
        List<Integer> loops = new ArrayList<>();
        graphs.add(FunctionCompiler.compile(function, name, 0, atEntry));
        KindFlow kinds = new KindFlow(function, new Flow(function.code()), 0, atEntry);
        for (int pc : loopEnds(function)) {
            Kind[] atLoop = kinds.before(pc);
            if (atLoop != null && canEnter(function.code()[pc], atLoop)) {
                graphs.add(FunctionCompiler.compile(function, name + ".loop" + pc, pc, atLoop));
                loops.add(pc);
            }
        }
        Pipeline pipeline = Pipeline.of(true);
        graphs.forEach(pipeline::run);
        return new CodeModule(function, first, loops, graphs, build(graphs, first, lowering));
    }

    /**
     * Whether code that begins at the end of a loop gets further than that: else it would be entered again and again.
     */
    private static boolean canEnter(int instruction, Kind[] kinds) {
        int a = Instruction.a(instruction);
        return (instruction & 0xFF) != Op.FORLOOP
                || kinds[a] == Kind.INTEGER && kinds[a + 1] == Kind.INTEGER && kinds[a + 2] == Kind.INTEGER;
    }

    /** Numbers of the instructions that jump backwards. */
    static List<Integer> loopEnds(FunctionCode function) {
        List<Integer> ends = new ArrayList<>();
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc++) {
            if (Opcode.of(code[pc] & 0xFF).jumpsBackwards(code[pc])) {
                ends.add(pc);
            }
        }
        return ends;
    }

    private static WasmModule build(List<Graph> graphs, int first, LoweringOptions lowering) {
        ModuleBuilder builder = WasmModule.builder().name(graphs.get(0).name());
        Map<KernelFunction, Integer> imports = new EnumMap<>(KernelFunction.class);
        for (KernelFunction imported : KernelFunction.values()) {
            Callee callee = imported.callee();
            imports.put(imported, builder.importFunction(NativeKernel.MODULE, callee.name(), callee.type()));
        }
        builder.importMemory(EngineStore.MEMORY_MODULE, EngineStore.MEMORY_NAME, new Limits(1, MAX_PAGES));
        int table = builder.importTable(
                NativeKernel.MODULE,
                ProgramTranslator.CODE,
                new Limits(ProgramTranslator.CODE_SLOTS, ProgramTranslator.CODE_SLOTS));
        Symbols symbols = new ImportSymbols(imports, builder);
        List<Integer> functions = new ArrayList<>();
        for (Graph graph : graphs) {
            functions.add(builder.addFunction(graph.name(), graph.type(), Lowering.lower(graph, symbols, lowering)));
        }
        builder.addElements(table, Constant.i32(first), functions);
        return builder.build();
    }

    private static final int MAX_PAGES = 1 << 15;

    private record ImportSymbols(Map<KernelFunction, Integer> imports, ModuleBuilder builder) implements Symbols {
        @Override
        public int indexOf(Callee callee) {
            for (Map.Entry<KernelFunction, Integer> imported : imports.entrySet()) {
                if (imported.getKey().callee().equals(callee)) {
                    return imported.getValue();
                }
            }
            throw new IllegalArgumentException(callee.name());
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

    byte[] bytes() {
        return ModuleWriter.write(module);
    }
}
