/**
 * Running one Lua program to its end, as {@code lua5.4} would, and what came of it.
 *
 * <p>{@link dev.moonlift.conformance.run.Program} says what to run, {@link dev.moonlift.conformance.run.RunOptions}
 * how, {@link dev.moonlift.conformance.run.Outcome} how it ended. All suites run their programs through
 * {@link dev.moonlift.conformance.run.ProgramRunner} and differ only in options.
 */
package dev.moonlift.conformance.run;
