package dev.moonlift.wasm.module;

import java.util.List;

/** What a function takes and gives. */
public record FunctionType(List<ValueType> parameters, List<ValueType> results) {
    public FunctionType {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }
}
