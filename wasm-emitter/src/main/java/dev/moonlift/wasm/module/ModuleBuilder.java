package dev.moonlift.wasm.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds a module and hands out indices, which are final at once. Hence all imports of a kind come before what the
 * module defines of that kind: an import that comes later is an {@link IllegalStateException}. Functions may be
 * declared before they are defined, so that they can call each other.
 *
 * <p>A name is for people and may be null.
 */
public final class ModuleBuilder {
    private final List<FunctionType> types = new ArrayList<>();
    private final Map<FunctionType, Integer> typeIndices = new HashMap<>();
    private final List<Import> imports = new ArrayList<>();
    private final List<Integer> functionTypes = new ArrayList<>();
    private final List<Body> bodies = new ArrayList<>();
    private final List<Limits> tables = new ArrayList<>();
    private final List<Limits> memories = new ArrayList<>();
    private final List<DefinedGlobal> globals = new ArrayList<>();
    private final List<Export> exports = new ArrayList<>();
    private final List<ElementSegment> elements = new ArrayList<>();
    private final List<DataSegment> data = new ArrayList<>();
    private final List<CustomSection> customSections = new ArrayList<>();
    private final SortedMap<Integer, String> functionNames = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<Integer, String>> localNames = new TreeMap<>();
    private final SortedMap<Integer, String> globalNames = new TreeMap<>();
    private final int[] imported = new int[ExternalKind.values().length];
    private String moduleName = "";
    private int start = WasmModule.NO_START;

    ModuleBuilder() {}

    /** Names the module. */
    public ModuleBuilder name(String name) {
        moduleName = name;
        return this;
    }

    /** The index of this type, which is there once. */
    public int type(FunctionType type) {
        Integer known = typeIndices.putIfAbsent(type, types.size());
        if (known != null) {
            return known;
        }
        types.add(type);
        return types.size() - 1;
    }

    // --- functions ---

    /** Imports a function, whose name for people is the one that it has there. Its index. */
    public int importFunction(String module, String name, FunctionType type) {
        int index = addImport(new Import.Function(module, name, type(type)), bodies.size());
        putName(functionNames, index, name);
        return index;
    }

    /** A function whose body follows with {@link #define}. Its index. */
    public int declareFunction(String name, FunctionType type) {
        int index = imported[ExternalKind.FUNCTION.code()] + bodies.size();
        functionTypes.add(type(type));
        bodies.add(null);
        putName(functionNames, index, name);
        return index;
    }

    /**
     * Gives a declared function its body.
     *
     * @throws IllegalStateException if it has one
     */
    public ModuleBuilder define(int function, Body body) {
        int defined = function - imported[ExternalKind.FUNCTION.code()];
        if (defined < 0 || defined >= bodies.size()) {
            throw new IllegalArgumentException("function " + function + " is not declared");
        }
        if (bodies.set(defined, body) != null) {
            throw new IllegalStateException(describe(function) + " is defined twice");
        }
        return this;
    }

    /** Declares and defines a function. Its index. */
    public int addFunction(String name, FunctionType type, Body body) {
        int index = declareFunction(name, type);
        define(index, body);
        return index;
    }

    /** Names a local of a function; parameters are the first locals. */
    public ModuleBuilder nameLocal(int function, int local, String name) {
        putName(localNames.computeIfAbsent(function, key -> new TreeMap<>()), local, name);
        return this;
    }

    // --- globals, tables, memories ---

    /** Imports a global. Its index. */
    public int importGlobal(String module, String name, ValueType type, boolean mutable) {
        Import.Global global = new Import.Global(module, name, new GlobalType(type, mutable));
        int index = addImport(global, globals.size());
        putName(globalNames, index, name);
        return index;
    }

    /** A global that starts with these bits. Its index. */
    public int addGlobal(ValueType type, boolean mutable, long initialBits, String name) {
        return addGlobal(new GlobalType(type, mutable), Constant.of(type, initialBits), name);
    }

    /** A global. Its index. */
    public int addGlobal(GlobalType type, Constant initial, String name) {
        int index = imported[ExternalKind.GLOBAL.code()] + globals.size();
        globals.add(new DefinedGlobal(type, initial));
        putName(globalNames, index, name);
        return index;
    }

    /** Imports a table of functions; the limits count elements. Its index. */
    public int importTable(String module, String name, Limits limits) {
        return addImport(new Import.Table(module, name, limits), tables.size());
    }

    /** A table of functions; the limits count elements. Its index. */
    public int addTable(Limits limits) {
        tables.add(limits);
        return imported[ExternalKind.TABLE.code()] + tables.size() - 1;
    }

    /** Imports a memory; the limits count pages. Its index. */
    public int importMemory(String module, String name, Limits limits) {
        return addImport(new Import.Memory(module, name, limits), memories.size());
    }

    /** A memory; the limits count pages. Its index. */
    public int addMemory(Limits limits) {
        memories.add(limits);
        return imported[ExternalKind.MEMORY.code()] + memories.size() - 1;
    }

    // --- the rest ---

    /** Has instantiation write functions into a table, from {@code offset} on. */
    public ModuleBuilder addElements(int table, Constant offset, List<Integer> functions) {
        elements.add(new ElementSegment(table, offset, functions));
        return this;
    }

    /** Has instantiation write bytes into the memory, from {@code offset} on. The index of the segment. */
    public int addData(Constant offset, Bytes bytes) {
        data.add(new DataSegment(offset, bytes));
        return data.size() - 1;
    }

    /** Bytes for {@code memory.init}. The index of the segment. */
    public int addPassiveData(Bytes bytes) {
        return addData(null, bytes);
    }

    public ModuleBuilder export(String name, ExternalKind kind, int index) {
        exports.add(new Export(name, kind, index));
        return this;
    }

    /** Has instantiation call this function last. */
    public ModuleBuilder start(int function) {
        start = function;
        return this;
    }

    public ModuleBuilder addCustomSection(String name, Bytes bytes) {
        customSections.add(new CustomSection(name, bytes));
        return this;
    }

    /**
     * The module.
     *
     * @throws IllegalStateException if a function was declared but not defined
     */
    public WasmModule build() {
        return new WasmModule(
                types,
                imports,
                functions(),
                tables,
                memories,
                globals,
                exports,
                start,
                elements,
                data,
                new Names(moduleName, functionNames, localNames, globalNames),
                customSections);
    }

    private List<DefinedFunction> functions() {
        List<DefinedFunction> functions = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            if (bodies.get(i) == null) {
                throw new IllegalStateException(
                        describe(imported[ExternalKind.FUNCTION.code()] + i) + " is declared but not defined");
            }
            functions.add(new DefinedFunction(functionTypes.get(i), bodies.get(i)));
        }
        return functions;
    }

    private int addImport(Import added, int defined) {
        if (defined > 0) {
            throw new IllegalStateException("import of " + added.module() + "." + added.name()
                    + " after a definition of the same kind, whose index it would change");
        }
        imports.add(added);
        return imported[added.kind().code()]++;
    }

    private static void putName(Map<Integer, String> names, int index, String name) {
        if (name != null) {
            names.put(index, name);
        }
    }

    private String describe(int function) {
        return "function " + function + " (" + functionNames.get(function) + ")";
    }
}
