package dev.moonlift.conformance.fuzz;

/**
 * Something that can be read by its name: a local, an upvalue, a global, a parameter or a field.
 *
 * @param name how it is written
 * @param kind what it holds
 * @param isConstant whether programs must not assign to it, because a loop ends through it
 */
record Variable(String name, Kind kind, boolean isConstant) {}
