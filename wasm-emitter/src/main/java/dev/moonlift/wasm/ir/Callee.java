package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.FunctionType;

/**
 * A function that a graph can call, by name: one of the module that is being made, or an import. The name is unique in
 * the module.
 */
public record Callee(String name, FunctionType type) {
    @Override
    public String toString() {
        return "$" + name;
    }
}
