/**
 * Compiled code beside the kernel on the JVM: Chicory makes Java classes of modules, which work on the bytes that the
 * kernel's Java works on.
 *
 * <p>Its classes are changed before they are loaded ({@link dev.moonlift.runtime.jit.chicory.ClassPatches}), so that
 * HotSpot sees plain static methods that call the kernel's methods and are called by them: through Chicory's own doors
 * every call would pass its arguments and results in arrays. Those doors ask whether the thread was interrupted, too,
 * and throw if it was; compiled code must not end like that, and is told in the guest's memory to stop.
 */
package dev.moonlift.runtime.jit.chicory;
