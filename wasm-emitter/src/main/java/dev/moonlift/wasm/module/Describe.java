package dev.moonlift.wasm.module;

import java.util.List;
import java.util.stream.Collectors;

/** What messages call the parts of a module. */
final class Describe {
    private Describe() {}

    /** Index and, if it has one, name. */
    static String function(WasmModule module, int index) {
        String name = module.names().functions().get(index);
        return "function " + index + (name == null ? "" : " (" + name + ")");
    }

    static String types(List<ValueType> types) {
        return types.stream().map(ValueType::text).collect(Collectors.joining(" ", "[", "]"));
    }
}
