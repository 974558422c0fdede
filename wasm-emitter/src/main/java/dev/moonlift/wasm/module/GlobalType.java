package dev.moonlift.wasm.module;

/** What a global holds, and whether it may change. */
public record GlobalType(ValueType type, boolean mutable) {}
