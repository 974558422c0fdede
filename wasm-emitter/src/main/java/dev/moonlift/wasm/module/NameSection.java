package dev.moonlift.wasm.module;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The custom section for {@link Names} (WebAssembly 2.0, §7.4.1; the names of globals as in the extended proposal).
 *
 * <pre>
 *   section    = { kind: u8 | length: u32 | contents }…
 *   kind 0     = name of the module
 *   kind 1, 7  = n: u32 | { index: u32 | name }[n]                        functions, globals
 *   kind 2     = n: u32 | { function: u32 | n: u32 | { local: u32 | name }[n] }[n]
 * </pre>
 */
final class NameSection {
    static final String NAME = "name";

    private static final int MODULE = 0;
    private static final int FUNCTIONS = 1;
    private static final int LOCALS = 2;
    private static final int GLOBALS = 7;

    private NameSection() {}

    /** Kinds of names that {@link Names} does not hold are skipped. */
    static Names read(ByteReader in) {
        String module = "";
        SortedMap<Integer, String> functions = new TreeMap<>();
        SortedMap<Integer, SortedMap<Integer, String>> locals = new TreeMap<>();
        SortedMap<Integer, String> globals = new TreeMap<>();
        while (in.hasMore()) {
            int kind = in.u8();
            ByteReader contents = in.slice(in.count());
            switch (kind) {
                case MODULE -> module = contents.name();
                case FUNCTIONS -> functions = readMap(contents);
                case LOCALS -> locals = readLocals(contents);
                case GLOBALS -> globals = readMap(contents);
                default -> contents.rest();
            }
            contents.expectEnd();
        }
        return new Names(module, functions, locals, globals);
    }

    private static SortedMap<Integer, SortedMap<Integer, String>> readLocals(ByteReader in) {
        SortedMap<Integer, SortedMap<Integer, String>> locals = new TreeMap<>();
        for (int count = in.count(); count > 0; count--) {
            locals.put(in.index(), readMap(in));
        }
        return locals;
    }

    private static SortedMap<Integer, String> readMap(ByteReader in) {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (int count = in.count(); count > 0; count--) {
            names.put(in.index(), in.name());
        }
        return names;
    }

    static void write(Names names, ByteWriter out) {
        if (!names.module().isEmpty()) {
            out.u8(MODULE);
            int start = out.size();
            out.name(names.module());
            out.insertLength(start);
        }
        writeSubsection(FUNCTIONS, names.functions(), out);
        writeLocals(names.locals(), out);
        writeSubsection(GLOBALS, names.globals(), out);
    }

    private static void writeSubsection(int kind, SortedMap<Integer, String> names, ByteWriter out) {
        if (!names.isEmpty()) {
            out.u8(kind);
            int start = out.size();
            writeMap(names, out);
            out.insertLength(start);
        }
    }

    private static void writeLocals(SortedMap<Integer, SortedMap<Integer, String>> locals, ByteWriter out) {
        if (locals.isEmpty()) {
            return;
        }
        out.u8(LOCALS);
        int start = out.size();
        out.u32(locals.size());
        for (Map.Entry<Integer, SortedMap<Integer, String>> function : locals.entrySet()) {
            out.u32(function.getKey());
            writeMap(function.getValue(), out);
        }
        out.insertLength(start);
    }

    private static void writeMap(SortedMap<Integer, String> names, ByteWriter out) {
        out.u32(names.size());
        for (Map.Entry<Integer, String> entry : names.entrySet()) {
            out.u32(entry.getKey());
            out.name(entry.getValue());
        }
    }
}
