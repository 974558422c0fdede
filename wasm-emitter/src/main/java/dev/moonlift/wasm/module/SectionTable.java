package dev.moonlift.wasm.module;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the sections of a module are (WebAssembly 2.0, §5.5.2). */
final class SectionTable {
    private final byte[] module;
    private final Map<SectionId, int[]> standard = new EnumMap<>(SectionId.class);
    private final List<CustomSection> otherCustom = new ArrayList<>();
    private final Map<String, int[]> ownCustom = new LinkedHashMap<>();

    private SectionTable(byte[] module) {
        this.module = module;
    }

    /**
     * Finds the sections and checks their order.
     *
     * @throws MalformedModuleException if the bytes are not divided into sections as they must be
     */
    static SectionTable of(byte[] module) {
        ByteReader in = new ByteReader(module, 0, module.length);
        if (in.littleEndian(4) != ModuleWriter.MAGIC || in.littleEndian(4) != ModuleWriter.VERSION) {
            throw in.malformed("not a WebAssembly module of version 1");
        }
        SectionTable table = new SectionTable(module);
        SectionId last = SectionId.CUSTOM;
        while (in.hasMore()) {
            SectionId id = SectionId.of(in.u8());
            if (id == null || id != SectionId.CUSTOM && id.compareTo(last) <= 0) {
                throw in.malformed("section " + id + " after " + last);
            }
            table.add(id, in.slice(in.count()), in.position());
            last = id == SectionId.CUSTOM ? last : id;
        }
        return table;
    }

    private void add(SectionId id, ByteReader contents, int end) {
        if (id != SectionId.CUSTOM) {
            standard.put(id, new int[] {contents.position(), end});
            return;
        }
        String name = contents.name();
        if (!name.equals(NameSection.NAME) && !name.equals(OriginMap.SECTION)) {
            otherCustom.add(new CustomSection(name, contents.rest()));
        } else if (ownCustom.put(name, new int[] {contents.position(), end}) != null) {
            throw contents.malformed("a second section " + name);
        }
    }

    /** A reader of the contents of a standard section, or null if there is none. */
    ByteReader contents(SectionId id) {
        return reader(standard.get(id));
    }

    /** A reader of the contents of a custom section that this package makes, behind its name, or null. */
    ByteReader custom(String name) {
        return reader(ownCustom.get(name));
    }

    /** The custom sections that this package does not make, in order. */
    List<CustomSection> otherCustom() {
        return otherCustom;
    }

    /** Sections do not fit each other. */
    MalformedModuleException malformed(String message) {
        return new MalformedModuleException(module.length, message);
    }

    private ByteReader reader(int[] range) {
        return range == null ? null : new ByteReader(module, range[0], range[1]);
    }
}
