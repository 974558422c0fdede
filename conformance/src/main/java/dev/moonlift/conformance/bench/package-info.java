/**
 * The speed of Moonlift beside that of others, on the same programs.
 *
 * <p>A {@link dev.moonlift.conformance.bench.Contestant} runs a program once and says how much processor time that
 * took. The {@link dev.moonlift.conformance.bench.Race} lets all contestants run in turn, so that what disturbs the
 * machine disturbs all alike, and reports medians.
 */
package dev.moonlift.conformance.bench;
