/**
 * From a typed intermediate representation to WebAssembly.
 *
 * <p>Two translators will feed it: one from the bytecode of hot guest functions, at run time, and one from the class
 * files of the kernel, at build time. What the second accepts is the subject of {@link dev.moonlift.wasm.restricted};
 * {@link dev.moonlift.wasm.merge} makes a class of the same class files, for the JVM. This module knows neither Lua nor
 * the kernel, and depends on no other module.
 */
package dev.moonlift.wasm;
