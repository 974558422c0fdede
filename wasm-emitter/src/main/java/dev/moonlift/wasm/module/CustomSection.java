package dev.moonlift.wasm.module;

/** Bytes that the module carries and that engines ignore. */
public record CustomSection(String name, Bytes bytes) {}
