/**
 * The command line: {@code moonlift run} and its siblings, built on the public API alone.
 *
 * <p>Exit codes: 0; 1 when the guest ends with an error or reaches a limit; 2 for wrong usage; what the guest gives to
 * {@code os.exit}. Nobody sees a Java stack trace.
 */
package dev.moonlift.runtime.cli;
