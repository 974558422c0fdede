/**
 * The command line over the suites: which programs Moonlift runs as Lua 5.4 does, and how fast.
 *
 * <p>{@link dev.moonlift.conformance.Main} has a command for each package below: {@code corpus}, {@code official},
 * {@code bench} and {@code pauses}. The suites that belong to the build are JUnit tests over the same classes.
 */
package dev.moonlift.conformance;
