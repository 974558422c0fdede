package dev.moonlift.conformance.fuzz;

import java.util.List;

/**
 * A function of a program that code below it can call. It calls only those above it, and itself only as often as a
 * counter says: so all programs end.
 *
 * @param name how it is written
 * @param parameters what it wants
 * @param results how many numbers it returns
 * @param depth if it calls itself: what its first argument must stay below; else 0
 * @param cost roughly how many statements a call runs
 */
record Callee(String name, List<Kind> parameters, int results, int depth, double cost) {}
