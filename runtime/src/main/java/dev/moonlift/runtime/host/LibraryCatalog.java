package dev.moonlift.runtime.host;

import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.lib.LibraryFunction;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The library functions that the kernel offers, read once from the annotations in {@link Builtin}. */
final class LibraryCatalog {
    private static final List<Entry> ENTRIES = read();

    private LibraryCatalog() {}

    /**
     * A library function.
     *
     * @param library the name of its table, empty for a global
     * @param name its name there
     * @param number its number, the payload of its value
     */
    record Entry(String library, String name, int number) {
        /** Whether a guest with these grants has the function. */
        boolean isIn(Set<Grant> grants) {
            Grant needed = needed();
            return !isForPrelude() && (needed == null || grants.contains(needed));
        }

        /** Functions that only the library itself calls. */
        private boolean isForPrelude() {
            return library.equals("prelude");
        }

        private Grant needed() {
            return switch (library) {
                case "io" -> Grant.IO;
                case "package" -> Grant.MODULES;
                case "os" -> name.equals("getenv") ? Grant.ENVIRONMENT : null;
                case "debug" -> name.equals("traceback") ? null : Grant.DEBUG;
                case "" -> Set.of("require", "dofile", "loadfile").contains(name) ? Grant.MODULES : null;
                default -> null;
            };
        }
    }

    /** All functions, ordered by number: it decides the order in which a guest sees them. */
    static List<Entry> entries() {
        return ENTRIES;
    }

    private static List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        for (Field field : Builtin.class.getFields()) {
            LibraryFunction function = field.getAnnotation(LibraryFunction.class);
            if (function != null) {
                entries.add(entry(function.value(), ConstantFields.valueOf(field)));
            }
        }
        entries.sort(Comparator.comparingInt(Entry::number));
        return List.copyOf(entries);
    }

    private static Entry entry(String path, int number) {
        int dot = path.indexOf('.');
        return dot < 0
                ? new Entry("", path, number)
                : new Entry(path.substring(0, dot), path.substring(dot + 1), number);
    }
}
