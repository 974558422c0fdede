/**
 * Compiled code beside the kernel on the JVM: Chicory makes Java classes of modules, which work on the bytes that the
 * kernel's Java works on.
 *
 * <p>The classes are changed before they are loaded, so that HotSpot sees plain methods that call one another and the
 * kernel's, and are called by it. Through Chicory's own doors every call would pass its arguments and results in
 * arrays. Besides, Chicory asks in every loop whether the thread was interrupted, and throws if it was: compiled code
 * must not end like that; it is told in the guest's memory to stop.
 *
 * <pre>
 *   {@link dev.moonlift.runtime.jit.chicory.CodeClasses}
 *       a module as classes: those that Chicory makes, changed by
 *       {@link dev.moonlift.runtime.jit.chicory.ModuleMethods},
 *       and one for each function ({@link dev.moonlift.runtime.jit.chicory.FunctionClass})
 *   {@link dev.moonlift.runtime.jit.chicory.ShorterMethod}, {@link dev.moonlift.runtime.jit.chicory.AccessesInPlace}
 *       methods as HotSpot likes them: comparisons, loads and stores without calls, each base checked but once
 *   {@link dev.moonlift.runtime.jit.chicory.CodeMemory}
 *       what all code of a guest has within reach: its memory, which is the kernel, and the table of code
 * </pre>
 *
 * <p>This rests on names and types in Chicory's generated classes, and on its package {@code compiler.internal}: on its
 * version. Functions become {@code func_N} of the class {@code …FuncGroup_0}; indirect calls go through
 * {@code call_indirect_N} of the main class, N the number of the type.
 */
package dev.moonlift.runtime.jit.chicory;
