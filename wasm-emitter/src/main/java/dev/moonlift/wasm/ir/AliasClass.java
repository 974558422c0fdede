package dev.moonlift.wasm.ir;

/**
 * What a load or store touches: accesses of two different classes never touch the same byte. An access without a class
 * may touch anything.
 *
 * @param name letters and digits, unlike that of any other class
 * @param isStable whether a load of it may be done where it was not to be done, as long as its address is known there:
 *     it never traps
 */
public record AliasClass(String name, boolean isStable) {}
