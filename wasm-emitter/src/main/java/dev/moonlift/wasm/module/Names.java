package dev.moonlift.wasm.module;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names for people (WebAssembly 2.0, §7.4.1). All are optional, and need not be unique.
 *
 * @param module name of the module; empty if it has none
 * @param functions by index, imports first
 * @param locals by index of the function, then of the local, parameters first
 * @param globals by index, imports first
 */
public record Names(
        String module,
        SortedMap<Integer, String> functions,
        SortedMap<Integer, SortedMap<Integer, String>> locals,
        SortedMap<Integer, String> globals) {

    public static final Names NONE = new Names("", new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Names {
        functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
        globals = Collections.unmodifiableSortedMap(new TreeMap<>(globals));
        SortedMap<Integer, SortedMap<Integer, String>> copies = new TreeMap<>();
        locals.forEach(
                (function, names) -> copies.put(function, Collections.unmodifiableSortedMap(new TreeMap<>(names))));
        locals = Collections.unmodifiableSortedMap(copies);
    }

    public boolean isEmpty() {
        return module.isEmpty() && functions.isEmpty() && locals.isEmpty() && globals.isEmpty();
    }
}
