package dev.moonlift.wasm.module;

import java.util.List;

/**
 * Writes modules in the binary format, version 1 (WebAssembly 2.0, §5). The same module gives the same bytes, always.
 *
 * <p>Sections that would be empty are left out. Behind the standard ones follow those for names and origins, then the
 * other custom sections. A module that is not valid is written all the same, as far as the format has a form for it.
 */
public final class ModuleWriter {
    static final int MAGIC = 0x6D736100;
    static final int VERSION = 1;

    /** Marks the type of a function. */
    static final int FUNCTION_TYPE = 0x60;
    /** The type of a table's elements: references to functions. */
    static final int FUNCREF = 0x70;

    private final WasmModule module;
    private final ByteWriter out = new ByteWriter();
    private final InsnWriter insns = new InsnWriter(out);
    private final OriginRecorder origins = new OriginRecorder();

    private ModuleWriter(WasmModule module) {
        this.module = module;
    }

    /** The bytes of the module. */
    public static byte[] write(WasmModule module) {
        ModuleWriter writer = new ModuleWriter(module);
        writer.writeModule();
        return writer.out.toArray();
    }

    private void writeModule() {
        out.littleEndian(MAGIC, 4);
        out.littleEndian(VERSION, 4);
        section(SectionId.TYPE, module.types(), this::writeType);
        section(SectionId.IMPORT, module.imports(), this::writeImport);
        section(SectionId.FUNCTION, module.functions(), function -> out.u32(function.type()));
        section(SectionId.TABLE, module.tables(), this::writeTable);
        section(SectionId.MEMORY, module.memories(), this::writeLimits);
        section(SectionId.GLOBAL, module.globals(), this::writeGlobal);
        section(SectionId.EXPORT, module.exports(), this::writeExport);
        writeNumber(SectionId.START, module.start(), module.start() != WasmModule.NO_START);
        section(SectionId.ELEMENT, module.elements(), this::writeElements);
        writeNumber(SectionId.DATA_COUNT, module.data().size(), !module.data().isEmpty());
        writeCode();
        section(SectionId.DATA, module.data(), this::writeData);
        writeCustomSections();
    }

    // --- sections ---

    /** How an entry of a section is written. */
    private interface EntryWriter<T> {
        void write(T entry);
    }

    private <T> void section(SectionId id, List<T> entries, EntryWriter<? super T> writer) {
        if (entries.isEmpty()) {
            return;
        }
        out.u8(id.code());
        int start = out.size();
        out.u32(entries.size());
        for (T entry : entries) {
            writer.write(entry);
        }
        out.insertLength(start);
    }

    private void writeNumber(SectionId id, int number, boolean present) {
        if (present) {
            out.u8(id.code());
            int start = out.size();
            out.u32(number);
            out.insertLength(start);
        }
    }

    private void writeCustomSections() {
        if (!module.names().isEmpty()) {
            int start = startCustomSection(NameSection.NAME);
            NameSection.write(module.names(), out);
            out.insertLength(start);
        }
        if (!origins.isEmpty()) {
            int start = startCustomSection(OriginMap.SECTION);
            origins.write(out);
            out.insertLength(start);
        }
        for (CustomSection section : module.customSections()) {
            int start = startCustomSection(section.name());
            out.raw(section.bytes());
            out.insertLength(start);
        }
    }

    private int startCustomSection(String name) {
        out.u8(SectionId.CUSTOM.code());
        int start = out.size();
        out.name(name);
        return start;
    }

    // --- code ---

    private void writeCode() {
        if (module.functions().isEmpty()) {
            return;
        }
        out.u8(SectionId.CODE.code());
        int start = out.size();
        out.u32(module.functions().size());
        for (DefinedFunction function : module.functions()) {
            writeBody(function.body(), start);
        }
        out.insertLength(start);
    }

    /** Writes a body and records where its instructions come from, relative to the start of the section's contents. */
    private void writeBody(Body body, int sectionStart) {
        int start = out.size();
        origins.startFunction();
        writeLocals(body.locals());
        List<Insn> code = body.code();
        for (int i = 0; i < code.size(); i++) {
            Insn insn = code.get(i);
            origins.at(out.size() - sectionStart, insn.origin());
            insns.write(insn);
        }
        origins.moveFunction(out.insertLength(start));
    }

    /** Runs of locals of one type are written as their number and the type. */
    private void writeLocals(List<ValueType> locals) {
        int runs = 0;
        for (int i = 0; i < locals.size(); i = endOfRun(locals, i)) {
            runs++;
        }
        out.u32(runs);
        for (int i = 0; i < locals.size(); i = endOfRun(locals, i)) {
            out.u32(endOfRun(locals, i) - i);
            out.u8(locals.get(i).code());
        }
    }

    private static int endOfRun(List<ValueType> locals, int start) {
        int end = start + 1;
        while (end < locals.size() && locals.get(end) == locals.get(start)) {
            end++;
        }
        return end;
    }

    // --- entries ---

    private void writeType(FunctionType type) {
        out.u8(FUNCTION_TYPE);
        writeTypes(type.parameters());
        writeTypes(type.results());
    }

    private void writeTypes(List<ValueType> types) {
        out.u32(types.size());
        for (ValueType type : types) {
            out.u8(type.code());
        }
    }

    private void writeImport(Import imported) {
        out.name(imported.module());
        out.name(imported.name());
        out.u8(imported.kind().code());
        switch (imported.kind()) {
            case FUNCTION -> out.u32(((Import.Function) imported).type());
            case TABLE -> writeTable(((Import.Table) imported).limits());
            case MEMORY -> writeLimits(((Import.Memory) imported).limits());
            case GLOBAL -> writeGlobalType(((Import.Global) imported).type());
        }
    }

    private void writeTable(Limits limits) {
        out.u8(FUNCREF);
        writeLimits(limits);
    }

    private void writeLimits(Limits limits) {
        out.u8(limits.hasMax() ? 1 : 0);
        out.u32((int) limits.min());
        if (limits.hasMax()) {
            out.u32((int) limits.max());
        }
    }

    private void writeGlobalType(GlobalType type) {
        out.u8(type.type().code());
        out.u8(type.mutable() ? 1 : 0);
    }

    private void writeGlobal(DefinedGlobal global) {
        writeGlobalType(global.type());
        writeConstant(global.initial());
    }

    private void writeConstant(Constant constant) {
        insns.write(constant.insn());
        out.u8(WasmOp.END.code());
    }

    private void writeExport(Export export) {
        out.name(export.name());
        out.u8(export.kind().code());
        out.u32(export.index());
    }

    /** Form 0 is for table 0, form 2 names the table and the kind of its elements: functions. */
    private void writeElements(ElementSegment segment) {
        boolean firstTable = segment.table() == 0;
        out.u8(firstTable ? 0 : 2);
        if (!firstTable) {
            out.u32(segment.table());
        }
        writeConstant(segment.offset());
        if (!firstTable) {
            out.u8(0);
        }
        out.u32(segment.functions().size());
        for (int function : segment.functions()) {
            out.u32(function);
        }
    }

    /** Form 0 is active, form 1 passive. */
    private void writeData(DataSegment segment) {
        out.u8(segment.isPassive() ? 1 : 0);
        if (!segment.isPassive()) {
            writeConstant(segment.offset());
        }
        out.u32(segment.bytes().size());
        out.raw(segment.bytes());
    }
}
