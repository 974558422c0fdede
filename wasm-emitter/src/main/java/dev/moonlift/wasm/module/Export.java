package dev.moonlift.wasm.module;

/**
 * Something that the module shows under a name.
 *
 * @param name unique among the module's exports
 * @param index among all of its kind, imports first
 */
public record Export(String name, ExternalKind kind, int index) {}
