/**
 * The host's side of a guest: boots its memory, runs it, and does for it what only the host can do.
 *
 * <p>Ordinary Java. A {@link dev.moonlift.runtime.host.Guest} owns one memory and drives the interpreter over it: it
 * grants fuel slice by slice, answers what the guest asks of the host, and ends the guest when a limit is reached. What
 * an embedder sees of all this is the package {@code dev.moonlift}, which is built on this one.
 */
package dev.moonlift.runtime.host;
