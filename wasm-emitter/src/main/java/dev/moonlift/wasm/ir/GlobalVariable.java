package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.ValueType;

/** A mutable global of the module, by name. */
public record GlobalVariable(String name, ValueType type) {
    @Override
    public String toString() {
        return "$" + name;
    }
}
