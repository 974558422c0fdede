package dev.moonlift.wasm.module;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads modules in the binary format, version 1: the inverse of {@link ModuleWriter}. Writing what was read from the
 * writer's bytes gives the same bytes.
 *
 * <p>Of modules made by others it understands what {@link WasmModule} can say. It is stricter than the standard in one
 * respect: names and origins must be well-formed too. Numbers in fewer bits than 64 come back sign-extended, offsets of
 * accesses to memory zero-extended.
 *
 * <p>Takes time and memory in proportion to the number of bytes, and at most for {@value CodeReader#MAX_LOCALS} locals.
 */
public final class ModuleReader {
    private final SectionTable sections;

    private ModuleReader(SectionTable sections) {
        this.sections = sections;
    }

    /**
     * The module in these bytes; not validated.
     *
     * @throws MalformedModuleException if they are none, or one that {@link WasmModule} cannot say
     */
    public static WasmModule read(byte[] bytes) {
        return new ModuleReader(SectionTable.of(bytes)).readModule();
    }

    private WasmModule readModule() {
        List<DataSegment> data = section(SectionId.DATA, ModuleReader::readData);
        checkDataCount(data.size());
        return new WasmModule(
                section(SectionId.TYPE, ModuleReader::readFunctionType),
                section(SectionId.IMPORT, ModuleReader::readImport),
                readFunctions(),
                section(SectionId.TABLE, ModuleReader::readTable),
                section(SectionId.MEMORY, ModuleReader::readLimits),
                section(SectionId.GLOBAL, ModuleReader::readGlobal),
                section(SectionId.EXPORT, ModuleReader::readExport),
                readStart(),
                section(SectionId.ELEMENT, ModuleReader::readElements),
                data,
                readNames(),
                sections.otherCustom());
    }

    // --- sections ---

    /** How an entry of a section is read. */
    private interface EntryReader<T> {
        T read(ByteReader in);
    }

    private <T> List<T> section(SectionId id, EntryReader<T> reader) {
        ByteReader in = sections.contents(id);
        if (in == null) {
            return List.of();
        }
        int count = in.count();
        List<T> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(reader.read(in));
        }
        in.expectEnd();
        return entries;
    }

    private List<DefinedFunction> readFunctions() {
        List<Integer> types = section(SectionId.FUNCTION, ByteReader::index);
        ByteReader code = sections.contents(SectionId.CODE);
        List<Body> bodies = code == null ? List.of() : new CodeReader(code, OriginMap.of(sections)).read();
        if (types.size() != bodies.size()) {
            throw sections.malformed(types.size() + " functions with " + bodies.size() + " bodies");
        }
        List<DefinedFunction> functions = new ArrayList<>(types.size());
        for (int i = 0; i < types.size(); i++) {
            functions.add(new DefinedFunction(types.get(i), bodies.get(i)));
        }
        return functions;
    }

    private int readStart() {
        return readNumber(SectionId.START, WasmModule.NO_START);
    }

    private void checkDataCount(int count) {
        int announced = readNumber(SectionId.DATA_COUNT, count);
        if (announced != count) {
            throw sections.malformed(announced + " data segments announced, " + count + " found");
        }
    }

    private int readNumber(SectionId id, int otherwise) {
        ByteReader in = sections.contents(id);
        if (in == null) {
            return otherwise;
        }
        int number = in.index();
        in.expectEnd();
        return number;
    }

    private Names readNames() {
        ByteReader in = sections.custom(NameSection.NAME);
        return in == null ? Names.NONE : NameSection.read(in);
    }

    // --- entries ---

    private static FunctionType readFunctionType(ByteReader in) {
        in.expect(ModuleWriter.FUNCTION_TYPE, "type of a function");
        return new FunctionType(readTypes(in), readTypes(in));
    }

    private static List<ValueType> readTypes(ByteReader in) {
        int count = in.count();
        List<ValueType> types = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            types.add(readType(in));
        }
        return types;
    }

    static ValueType readType(ByteReader in) {
        int code = in.u8();
        if (code < ValueType.F64.code() || code > ValueType.I32.code()) {
            throw in.malformed("no type of values 0x" + Integer.toHexString(code));
        }
        return ValueType.of(code);
    }

    private static Import readImport(ByteReader in) {
        String module = in.name();
        String name = in.name();
        return switch (readKind(in)) {
            case FUNCTION -> new Import.Function(module, name, in.index());
            case TABLE -> new Import.Table(module, name, readTable(in));
            case MEMORY -> new Import.Memory(module, name, readLimits(in));
            case GLOBAL -> new Import.Global(module, name, readGlobalType(in));
        };
    }

    private static ExternalKind readKind(ByteReader in) {
        int code = in.u8();
        ExternalKind kind = ExternalKind.of(code);
        if (kind == null) {
            throw in.malformed("no kind of imports and exports " + code);
        }
        return kind;
    }

    private static Limits readTable(ByteReader in) {
        in.expect(ModuleWriter.FUNCREF, "type of a table's elements");
        return readLimits(in);
    }

    private static Limits readLimits(ByteReader in) {
        boolean hasMax = readFlag(in, "limits");
        long min = in.u32();
        return new Limits(min, hasMax ? in.u32() : Limits.NO_MAX);
    }

    private static GlobalType readGlobalType(ByteReader in) {
        return new GlobalType(readType(in), readFlag(in, "mutability"));
    }

    private static boolean readFlag(ByteReader in, String what) {
        int flag = in.u8();
        if (flag > 1) {
            throw in.malformed(what + ": 0 or 1 expected, found " + flag);
        }
        return flag == 1;
    }

    private static DefinedGlobal readGlobal(ByteReader in) {
        return new DefinedGlobal(readGlobalType(in), readConstant(in));
    }

    private static Constant readConstant(ByteReader in) {
        Insn insn = new InsnReader(in).read(Insn.NO_ORIGIN);
        in.expect(WasmOp.END.code(), "end of a constant expression");
        try {
            return new Constant(insn.op(), insn.value());
        } catch (IllegalArgumentException e) {
            throw in.malformed(e.getMessage());
        }
    }

    private static Export readExport(ByteReader in) {
        return new Export(in.name(), readKind(in), in.index());
    }

    private static ElementSegment readElements(ByteReader in) {
        long form = in.u32();
        if (form != 0 && form != 2) {
            throw in.malformed("element segment of form " + form);
        }
        int table = form == 0 ? 0 : in.index();
        Constant offset = readConstant(in);
        if (form == 2) {
            in.expect(0, "kind of elements");
        }
        int count = in.count();
        List<Integer> functions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            functions.add(in.index());
        }
        return new ElementSegment(table, offset, functions);
    }

    /** Form 2 names its memory, which can only be the first. */
    private static DataSegment readData(ByteReader in) {
        long form = in.u32();
        if (form > 2) {
            throw in.malformed("data segment of form " + form);
        }
        if (form == 2) {
            in.expect(0, "memory");
        }
        Constant offset = form == 1 ? null : readConstant(in);
        return new DataSegment(offset, in.raw(in.count()));
    }
}
