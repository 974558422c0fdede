package dev.moonlift.wasm.restricted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A world to try the rules in: a memory, a signal, one collaborator, and the class {@code k.K} that a test gives; and a
 * class outside it.
 */
final class Checking {
    static final String MEMORY = "m.Memory";
    static final String SIGNAL = "k.Signal";

    private static final String OUTSIDE = "m.Names";

    private static final Map<String, String> SUPPORT = Map.of(MEMORY, """
            package m;
            public abstract class Memory {
                public int size;
                public abstract long load(int address);
                public abstract byte[] bytes();
            }""", SIGNAL, """
            package k;
            class Signal extends RuntimeException {
                static final Signal ERROR = new Kind();
                int code;
                Signal self() { return this; }
                static final class Kind extends Signal { }
            }""", "k.Other", """
            package k;
            final class Other {
                final m.Memory memory;
                Other(m.Memory memory) { this.memory = memory; }
                int twice(int x) { return x + x; }
            }""", OUTSIDE, """
            package m;
            public final class Names {
                public static final String[] ALL = {"a"};
                public static final int COUNT = 1;
                public static int count() { return 1; }
            }""");

    private Checking() {}

    /** The violations in a class {@code k.K}, whose first line is line 2. */
    static List<String> inClass(String source) {
        return in(Map.of("k.K", "package k; import m.Memory;\n" + source));
    }

    /** The violations in a member of {@code k.K}, whose first line is line 3. */
    static List<String> inMember(String source) {
        return inClass("""
                final class K { private final Memory memory; private final Other other;
                %s
                K(Memory memory, Other other) { this.memory = memory; this.other = other; } }
                """.formatted(source));
    }

    static List<String> in(Map<String, String> sources) {
        return RestrictedJava.check(compile(sources).values(), MEMORY, SIGNAL).violations().stream()
                .map(Violation::toString)
                .toList();
    }

    /** The class files of these sources and of the rest of the world. */
    static Map<String, byte[]> compile(Map<String, String> sources) {
        Map<String, String> all = new LinkedHashMap<>(SUPPORT);
        all.putAll(sources);
        Map<String, byte[]> classFiles = Compiler.compile(all);
        classFiles.remove(MEMORY);
        classFiles.remove(OUTSIDE);
        return classFiles;
    }
}
