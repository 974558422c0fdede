package dev.moonlift.wasm.module;

import java.util.List;

/**
 * A WebAssembly module. Functions, tables, memories and globals are numbered from 0, each kind by itself, imports
 * before what the module defines.
 *
 * <p>Nothing here checks that the module is valid: {@link ModuleValidator} does.
 *
 * @param types what functions take and give; others refer to them by index
 * @param tables tables of functions
 * @param memories limits in pages
 * @param start index of the function that instantiation calls, or {@link #NO_START}
 * @param customSections all but those that this package makes itself
 */
public record WasmModule(
        List<FunctionType> types,
        List<Import> imports,
        List<DefinedFunction> functions,
        List<Limits> tables,
        List<Limits> memories,
        List<DefinedGlobal> globals,
        List<Export> exports,
        int start,
        List<ElementSegment> elements,
        List<DataSegment> data,
        Names names,
        List<CustomSection> customSections) {

    public static final int NO_START = -1;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a custom section has the name of one that {@link ModuleWriter} makes
     */
    public WasmModule {
        types = List.copyOf(types);
        imports = List.copyOf(imports);
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        memories = List.copyOf(memories);
        globals = List.copyOf(globals);
        exports = List.copyOf(exports);
        elements = List.copyOf(elements);
        data = List.copyOf(data);
        customSections = List.copyOf(customSections);
        for (CustomSection section : customSections) {
            if (section.name().equals(NameSection.NAME) || section.name().equals(OriginMap.SECTION)) {
                throw new IllegalArgumentException("the writer makes the section " + section.name());
            }
        }
    }

    /** A builder of a module with nothing in it. */
    public static ModuleBuilder builder() {
        return new ModuleBuilder();
    }

    /** How many of this kind are imported: the index of the first that the module defines. */
    public int importedCount(ExternalKind kind) {
        int count = 0;
        for (Import imported : imports) {
            if (imported.kind() == kind) {
                count++;
            }
        }
        return count;
    }
}
