/**
 * Restricted Java: the part of Java that means the same as a class on the JVM and as a translation to WebAssembly.
 *
 * <p>In WebAssembly a program in restricted Java has one linear memory, functions, and nothing else. A class is then
 * only a name for a group of functions, and an object of it is never needed: everything that lives is in the memory.
 * So, in a class of restricted Java:
 *
 * <ul>
 *   <li>The class is final, extends Object, implements nothing and is neither generic, nor an inner class, nor an enum,
 *       record or interface.
 *   <li>Static fields are compile-time constants of type int, long, double or boolean. There is no static initialiser.
 *   <li>Instance fields are final and hold collaborators: the memory, or another class of restricted Java. A
 *       constructor takes collaborators, stores them, and does nothing else.
 *   <li>Methods take and return int, long, double or boolean. They are not native, synchronized, abstract, generic or
 *       variadic, and are short enough for HotSpot to compile.
 *   <li>Bodies compute with int, long and double, and call restricted Java, the memory, or an
 *       {@link dev.moonlift.wasm.restricted.Intrinsic}. They use references for nothing but to reach a collaborator.
 *   <li>What is thrown is a signal: a preallocated static instance of one class of exception, named where it is thrown.
 *       What is caught is that class. There is no {@code finally}.
 * </ul>
 *
 * <p>Annotations, which have no code, are free to be as they like; and so is every class outside, of which restricted
 * Java sees only the compile-time constants, which javac copies to where they are used.
 *
 * <p>{@link dev.moonlift.wasm.restricted.RestrictedJava} reads class files and reports every
 * {@link dev.moonlift.wasm.restricted.Violation}; {@link dev.moonlift.wasm.restricted.CheckMain} does so in the build.
 */
package dev.moonlift.wasm.restricted;
