package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.module.Constant;
import dev.moonlift.wasm.module.ElementSegment;
import dev.moonlift.wasm.module.Import;
import dev.moonlift.wasm.module.MalformedModuleException;
import dev.moonlift.wasm.module.ModuleReader;
import dev.moonlift.wasm.module.WasmModule;
import dev.moonlift.wasm.translate.ProgramTranslator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A module that is there before a guest runs, with what its compiler knew.
 *
 * @param code the module
 * @param functions those to be put in place
 * @param callees whom these call directly
 */
record PreparedModule(StoredCode code, List<PreparedFunction> functions, List<CallTarget> callees) {
    PreparedModule {
        functions = List.copyOf(functions);
        callees = List.copyOf(callees);
    }

    /** A function that is in place in a guest, with its module. */
    static PreparedModule of(CachedCode code, CodeUnit unit) {
        Map<Integer, CallTarget> callees = new LinkedHashMap<>();
        for (int pc = 0; pc < unit.function().code().length; pc++) {
            unit.expectations().targets(pc).forEach(target -> callees.put(target.prototype(), target));
        }
        StoredCode stored = new StoredCode(code.record(), code.image());
        return new PreparedModule(stored, List.of(PreparedFunction.of(unit)), List.copyOf(callees.values()));
    }

    /** Modules with all functions that each of them has in some of these. */
    static List<PreparedModule> join(List<PreparedModule> modules) {
        Map<String, PreparedModule> joined = new LinkedHashMap<>();
        modules.forEach(module -> joined.merge(module.code().record().key(), module, PreparedModule::join));
        return List.copyOf(joined.values());
    }

    private static PreparedModule join(PreparedModule one, PreparedModule other) {
        List<PreparedFunction> functions = new ArrayList<>(one.functions);
        functions.addAll(other.functions);
        Map<Integer, CallTarget> callees = new LinkedHashMap<>();
        one.callees.forEach(callee -> callees.put(callee.prototype(), callee));
        other.callees.forEach(callee -> callees.put(callee.prototype(), callee));
        return new PreparedModule(one.code, functions, List.copyOf(callees.values()));
    }

    /**
     * The module as it is kept in caches: by its bytes alone. The key that it comes with is not to be relied on, lest a
     * bundle puts its code in the place of another program's.
     */
    PreparedModule withKeyOfBytes() {
        String key =
                HexFormat.of().formatHex(Checksum.sha256().digest(code.image().wasm()));
        return new PreparedModule(code.withKey(key), functions, callees);
    }

    boolean isFor(int prototype) {
        return functions.stream().anyMatch(function -> function.prototype() == prototype);
    }

    boolean isFor(CodeEngine engine) {
        return code.record().engine().equals(engine.name());
    }

    // --- for a guest ---

    /**
     * The functions that are to be put in place in a guest: those that are current and fit.
     *
     * @param present the guest's functions by the addresses of their prototypes
     */
    List<CodeModule.CompiledFunction> fitting(Map<Integer, FunctionCode> present) {
        Map<Integer, CallTarget> targets = new HashMap<>();
        callees.forEach(callee -> targets.put(callee.prototype(), target(callee)));
        List<CodeModule.CompiledFunction> fitting = new ArrayList<>();
        for (PreparedFunction prepared : functions) {
            FunctionCode function = present.get(prepared.prototype());
            Profile profile = function == null ? null : prepared.profile(function);
            if (profile != null) {
                CodeImage.Function compiled = code.image().function(prepared.number());
                Expectations expectations = new Expectations(function, profile, targets::get);
                CodeUnit unit = CodeUnit.of(
                        function,
                        FunctionLabel.of(function, ""),
                        compiled.number(),
                        expectations,
                        compiled.signature(),
                        0);
                fitting.add(new CodeModule.CompiledFunction(unit, compiled.loops()));
            }
        }
        return fitting;
    }

    /** The target as the module's code calls it: as one of its own functions if it is one. */
    private CallTarget target(CallTarget callee) {
        CodeImage.Function own = code.image().function(callee.number());
        Callee local =
                own == null ? null : new Callee(own.name(), callee.signature().graphType());
        return new CallTarget(callee.prototype(), callee.number(), callee.signature(), local);
    }

    /**
     * Sees to it that the module does what modules of the compiler do, seen from outside: it has no imports but the
     * memory, the table of code and what compiled code asks of the kernel, runs nothing when it is linked, and takes no
     * numbers but its own. That it is valid otherwise is for the engine to see.
     */
    private void check() throws CodeFormatException {
        try {
            WasmModule module = ModuleReader.read(code.image().wasm());
            boolean isOrdinary = module.start() == WasmModule.NO_START
                    && module.data().isEmpty()
                    && module.imports().stream().allMatch(PreparedModule::isUsual)
                    && module.elements().stream().allMatch(this::isOwn);
            if (!isOrdinary) {
                throw new CodeFormatException("it has a module that the compiler would not make");
            }
        } catch (MalformedModuleException e) {
            throw new CodeFormatException("it has a module that is none: " + e.getMessage(), e);
        }
    }

    private static boolean isUsual(Import imported) {
        return switch (imported.module()) {
            case EngineStore.MEMORY_MODULE -> imported.name().equals(EngineStore.MEMORY_NAME);
            case NativeKernel.MODULE ->
                imported.name().equals(ProgramTranslator.CODE)
                        || Arrays.stream(KernelFunction.values())
                                .anyMatch(function -> function.callee().name().equals(imported.name()));
            default -> false;
        };
    }

    private boolean isOwn(ElementSegment segment) {
        CodeImage image = code.image();
        return segment.offset().equals(Constant.i32(image.first()))
                && segment.functions().size() == image.slots();
    }

    // --- in a file ---

    void writeTo(CodeWriter out) {
        code.writeTo(out);
        out.number(functions.size());
        functions.forEach(function -> function.writeTo(out));
        out.number(callees.size());
        for (CallTarget callee : callees) {
            out.number(callee.prototype()).number(callee.number()).signature(callee.signature());
        }
    }

    static PreparedModule read(CodeReader in) throws CodeFormatException {
        StoredCode code = StoredCode.read(in);
        List<PreparedFunction> functions = new ArrayList<>();
        for (int n = in.count(); n > 0; n--) {
            functions.add(PreparedFunction.read(in));
        }
        List<CallTarget> callees = new ArrayList<>();
        for (int n = in.count(); n > 0; n--) {
            callees.add(new CallTarget(in.number(), in.number(), in.signature(), null));
        }
        CodeImage image = code.image();
        boolean isConsistent = !image.functions().isEmpty()
                && image.first() > 0
                && image.slots() <= ProgramTranslator.CODE_SLOTS - image.first()
                && functions.stream().allMatch(function -> image.function(function.number()) != null)
                && callees.stream().allMatch(callee -> callee.signature() != null);
        if (!isConsistent) {
            throw new CodeFormatException("it has a module that lacks functions");
        }
        PreparedModule module = new PreparedModule(code, functions, callees);
        module.check();
        return module;
    }
}
