package dev.moonlift.wasm.module;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the rules that every engine demands of a module before it runs it (WebAssembly 2.0, §3), where the features
 * are those of {@link dev.moonlift.wasm.module this package}: hence at most one table and one memory.
 *
 * <p>Takes time in proportion to the size of the module.
 */
public final class ModuleValidator {
    /** 4 GiB. */
    private static final long MAX_PAGES = 0x1_0000;

    private static final long MAX_ELEMENTS = 0xFFFF_FFFFL;

    private final WasmModule module;
    private final IndexSpaces spaces;
    private final int importedGlobals;

    private ModuleValidator(WasmModule module) {
        this.module = module;
        this.spaces = new IndexSpaces(module);
        this.importedGlobals = module.importedCount(ExternalKind.GLOBAL);
    }

    /**
     * Returns if the module is valid.
     *
     * @throws InvalidModuleException if it breaks a rule; it tells the first
     */
    public static void validate(WasmModule module) {
        ModuleValidator validator = new ModuleValidator(module);
        validator.checkDeclarations();
        validator.checkSegments();
        validator.checkBodies();
    }

    private void checkDeclarations() {
        for (int i = 0; i < spaces.functions.size(); i++) {
            checkIndex(
                    Describe.function(module, i),
                    "type",
                    spaces.functions.get(i),
                    module.types().size());
        }
        checkLimits("table", spaces.tables, MAX_ELEMENTS);
        checkLimits("memory", spaces.memories, MAX_PAGES);
        checkGlobals();
        checkExports();
        checkStart();
    }

    private static void checkLimits(String what, List<Limits> all, long most) {
        if (all.size() > 1) {
            throw new InvalidModuleException("expected one " + what + " at most, found " + all.size());
        }
        for (Limits limits : all) {
            long max = limits.hasMax() ? limits.max() : most;
            if (limits.min() < 0 || limits.min() > max || max > most) {
                throw new InvalidModuleException(what + ": expected 0 <= min <= max <= " + most + ", found " + limits);
            }
        }
    }

    private void checkGlobals() {
        for (int i = 0; i < module.globals().size(); i++) {
            DefinedGlobal global = module.globals().get(i);
            checkConstant(
                    "global " + (importedGlobals + i),
                    global.initial(),
                    global.type().type());
        }
    }

    private void checkExports() {
        Set<String> names = new HashSet<>();
        for (Export export : module.exports()) {
            String what = "export " + export.name();
            if (!names.add(export.name())) {
                throw new InvalidModuleException(what + " exists twice");
            }
            checkIndex(what, export.kind().text(), export.index(), spaces.size(export.kind()));
        }
    }

    private void checkStart() {
        int start = module.start();
        if (start == WasmModule.NO_START) {
            return;
        }
        checkIndex("start", "function", start, spaces.functions.size());
        FunctionType type = module.types().get(spaces.functions.get(start));
        if (!type.parameters().isEmpty() || !type.results().isEmpty()) {
            throw new InvalidModuleException("start: expected a function that takes and gives nothing, "
                    + Describe.function(module, start) + " takes " + Describe.types(type.parameters()) + " and gives "
                    + Describe.types(type.results()));
        }
    }

    private void checkSegments() {
        for (int i = 0; i < module.elements().size(); i++) {
            ElementSegment segment = module.elements().get(i);
            String what = "element segment " + i;
            checkIndex(what, "table", segment.table(), spaces.tables.size());
            checkConstant(what, segment.offset(), ValueType.I32);
            for (int function : segment.functions()) {
                checkIndex(what, "function", function, spaces.functions.size());
            }
        }
        for (int i = 0; i < module.data().size(); i++) {
            DataSegment segment = module.data().get(i);
            if (!segment.isPassive()) {
                checkIndex("data segment " + i, "memory", 0, spaces.memories.size());
                checkConstant("data segment " + i, segment.offset(), ValueType.I32);
            }
        }
    }

    private void checkBodies() {
        BodyValidator bodies = new BodyValidator(module, spaces);
        int first = module.importedCount(ExternalKind.FUNCTION);
        for (int i = 0; i < module.functions().size(); i++) {
            DefinedFunction function = module.functions().get(i);
            bodies.validate(first + i, module.types().get(function.type()), function.body());
        }
    }

    private void checkConstant(String where, Constant constant, ValueType expected) {
        ValueType found = constant.op() == WasmOp.GLOBAL_GET
                ? importedConstant(where, constant.value())
                : constant.op().results().get(0);
        if (found != expected) {
            throw new InvalidModuleException(where + ": expected " + expected.text() + ", found " + found.text());
        }
    }

    private ValueType importedConstant(String where, long index) {
        checkIndex(where, "imported global", index, importedGlobals);
        GlobalType global = spaces.globals.get((int) index);
        if (global.mutable()) {
            throw new InvalidModuleException(where + ": global " + index + " may change");
        }
        return global.type();
    }

    private static void checkIndex(String where, String what, long index, int count) {
        if (index < 0 || index >= count) {
            throw new InvalidModuleException(where + ": no " + what + " " + index + ", there are " + count);
        }
    }
}
