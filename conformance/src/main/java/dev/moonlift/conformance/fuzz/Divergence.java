package dev.moonlift.conformance.fuzz;

/**
 * A program does not do the same everywhere.
 *
 * @param where what differs from the first platform
 * @param what how it differs
 */
record Divergence(String where, String what) {}
