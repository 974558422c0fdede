package dev.moonlift.wasm.module;

/** A global that the module itself defines. */
public record DefinedGlobal(GlobalType type, Constant initial) {}
