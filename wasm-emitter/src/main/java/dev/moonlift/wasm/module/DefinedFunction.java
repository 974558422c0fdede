package dev.moonlift.wasm.module;

/**
 * A function that the module itself defines.
 *
 * @param type index among the module's types
 */
public record DefinedFunction(int type, Body body) {}
