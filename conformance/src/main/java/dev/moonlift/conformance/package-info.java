/**
 * The command line over the suites: which programs Moonlift runs as Lua 5.4 does, and how fast.
 *
 * <p>{@link dev.moonlift.conformance.Main} has a command for each package below, like {@code corpus}, {@code official},
 * {@code fuzz} and {@code bench}. The suites that belong to the build are JUnit tests over the same classes.
 */
package dev.moonlift.conformance;
