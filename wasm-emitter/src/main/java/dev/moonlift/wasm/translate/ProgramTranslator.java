package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.ir.CallGraph;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.pass.ConstantDivisions;
import dev.moonlift.wasm.ir.pass.InliningPolicy;
import dev.moonlift.wasm.ir.pass.NarrowLoads;
import dev.moonlift.wasm.ir.pass.Pass;
import dev.moonlift.wasm.ir.pass.Pipeline;
import dev.moonlift.wasm.ir.pass.ProgramInliner;
import dev.moonlift.wasm.ir.pass.StackArguments;
import dev.moonlift.wasm.lower.Lowering;
import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.module.Bytes;
import dev.moonlift.wasm.module.ExternalKind;
import dev.moonlift.wasm.module.Limits;
import dev.moonlift.wasm.module.ModuleBuilder;
import dev.moonlift.wasm.module.WasmModule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.MethodNode;

/**
 * A program in restricted Java as a module: a memory to be imported, a function for each method that the exported ones
 * need, the global {@code pending}. The same class files always give the same bytes.
 */
public final class ProgramTranslator {
    /** Names of the import. */
    public static final String MEMORY_MODULE = "moonlift";

    public static final String MEMORY_NAME = "memory";

    /** Name under which the table of the functions that the code table calls is exported, and its size. */
    public static final String CODE = "code";

    public static final int CODE_SLOTS = 4096;

    /** Pages that the memory may have at most: addresses are positive ints. */
    private static final int MAX_PAGES = 1 << 15;

    /** Instructions of a method that is inlined wherever it is called. */
    private static final int TINY = 20;

    /** Instructions of a method that is inlined wherever it is called, but in a large one. */
    private static final int SMALL = 25;

    /**
     * Instructions of a method that is inlined, but in a large one, where it is called, if that is one place: measured,
     * the larger part of what inlining gains.
     */
    private static final int CALLED_ONCE = 400;

    /**
     * Instructions of a large method: the interpreter's loop chooses itself what is inlined, as every call among its
     * fast cases takes registers from all.
     */
    private static final int LARGE = 1000;

    private final Program program;
    private final BlockOperations blockOperations;
    private final Origins origins;

    /**
     * A program.
     *
     * @param classFiles contents of all its class files; annotations and descriptions of packages do no harm
     */
    public ProgramTranslator(Collection<byte[]> classFiles, World world) {
        this.program = new Program(classFiles, world);
        this.blockOperations = new BlockOperations(program, world.blockOperations());
        this.origins = new Origins(program);
    }

    /**
     * The module that exports one method by its own name.
     *
     * @throws UntranslatableException naming what is not restricted Java
     */
    public WasmModule exporting(String owner, String method, String descriptor) {
        MethodRef root = new MethodRef(owner, method, descriptor);
        return translate(List.of(root), Map.of(program.functionName(root), method), LoweringOptions.WASMTIME);
    }

    /**
     * The module that exports public methods of some classes, by their own names.
     *
     * @param owners internal names of the classes
     * @throws UntranslatableException naming what is not restricted Java
     */
    public WasmModule exporting(Collection<String> owners) {
        List<MethodRef> roots = new ArrayList<>();
        Map<String, String> exports = new HashMap<>();
        for (MethodRef method : program.accessibleMethods()) {
            if (owners.contains(method.owner())) {
                roots.add(method);
                exports.put(program.functionName(method), method.name());
            }
        }
        return translate(roots, exports, LoweringOptions.WASMTIME);
    }

    public WasmModule exportingOne(String... names) {
        List<MethodRef> roots = new ArrayList<>();
        Map<String, String> exports = new HashMap<>();
        for (MethodRef method : program.accessibleMethods()) {
            for (String name : names) {
                if (program.functionName(method).equals(name)) {
                    roots.add(method);
                    exports.put(name, name);
                }
            }
        }
        return translate(roots, exports, LoweringOptions.WASMTIME);
    }

    /**
     * The module that exports every method but the private ones, by the names that {@link #exportName} tells: for
     * tests, which must be able to call what other classes of the package can.
     *
     * @throws UntranslatableException naming what is not restricted Java
     */
    public WasmModule exportingAll(LoweringOptions options) {
        Collection<MethodRef> roots = program.accessibleMethods();
        Map<String, String> exports = new HashMap<>();
        roots.forEach(root -> exports.put(program.functionName(root), program.functionName(root)));
        return translate(roots, exports, options);
    }

    /** The name under which {@link #exportingAll} exports a method; names of classes with slashes. */
    public String exportName(String owner, String method, String descriptor) {
        return program.functionName(new MethodRef(owner, method, descriptor));
    }

    private WasmModule translate(Collection<MethodRef> roots, Map<String, String> exports, LoweringOptions options) {
        List<Graph> graphs = optimized(roots, exports.keySet());
        ModuleBuilder module = WasmModule.builder().name("kernel");
        module.importMemory(MEMORY_MODULE, MEMORY_NAME, new Limits(1, MAX_PAGES));
        module.export(CODE, ExternalKind.TABLE, module.addTable(new Limits(CODE_SLOTS, CODE_SLOTS)));
        ModuleSymbols symbols = new ModuleSymbols(module);
        int pending = symbols.declare(MethodTranslator.PENDING);
        module.export(MethodTranslator.PENDING.name(), ExternalKind.GLOBAL, pending);
        graphs.forEach(symbols::declare);
        for (Graph graph : graphs) {
            int index = symbols.indexOf(graph.callee());
            module.define(index, Lowering.lower(graph, symbols, options));
            String export = exports.get(graph.name());
            if (export != null) {
                module.export(export, ExternalKind.FUNCTION, index);
            }
        }
        module.addCustomSection(Origins.SECTION, Bytes.of(origins.section()));
        return module.build();
    }

    /** The functions that are left once small ones have been inlined. */
    private List<Graph> optimized(Collection<MethodRef> roots, Collection<String> exported) {
        List<MethodRef> called = new ArrayList<>(roots);
        called.addAll(blockOperations.methods());
        Map<MethodRef, MethodNode> methods = program.reachable(called);
        ThrownSignals thrown = new ThrownSignals(program, methods);
        List<Graph> graphs = new ArrayList<>();
        Set<String> throwing = new HashSet<>();
        Set<String> inlined = new HashSet<>();
        methods.forEach((method, code) -> {
            Graph graph = MethodTranslator.translate(program, thrown, blockOperations, origins, method);
            graphs.add(graph);
            if (thrown.of(method) != 0) {
                throwing.add(graph.name());
            }
            if (Program.isInlined(code)) {
                inlined.add(graph.name());
            }
        });
        graphs.add(blockOperations.grow());
        inline(graphs, throwing, inlined);
        graphs.forEach(new NarrowLoads()::run);
        graphs.forEach(new ConstantDivisions()::run);
        return CallGraph.of(StackArguments.widen(graphs, exported)).bottomUp(exported);
    }

    private static void inline(List<Graph> graphs, Set<String> throwing, Set<String> inlined) {
        PendingSignals pending = new PendingSignals(callee -> throwing.contains(callee.name()));
        Pipeline simplification = Pipeline.of(true);
        Pass cleanup = graph -> pending.run(graph) | simplification.run(graph);
        InliningPolicy policy = site -> site.calleeSize() <= TINY
                || inlined.contains(site.callee().name())
                || site.callerSize() <= LARGE && isWorthInlining(site);
        new ProgramInliner(policy, cleanup).run(graphs);
    }

    private static boolean isWorthInlining(InliningPolicy.CallSite site) {
        return site.calleeSize() <= SMALL || site.isOnlyCall() && site.calleeSize() <= CALLED_ONCE;
    }
}
