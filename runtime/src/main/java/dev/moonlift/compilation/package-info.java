/**
 * What the compiler of a sandbox's hot code tells those who embed or operate it, see
 * {@link dev.moonlift.Sandbox#compilation()}.
 *
 * <p>Values only: this package uses no other of the project. What happens inside is in
 * {@code dev.moonlift.runtime.jit}.
 */
package dev.moonlift.compilation;
