/**
 * The engine Wasmtime, through wasmtime-java 0.19 (Wasmtime 7.0.1).
 *
 * <p>What its users found out the hard way, and this package sees to:
 *
 * <ul>
 *   <li>One engine per process, with the extensions of WebAssembly off that the kernel does without: SIMD, threads,
 *       reference types.
 *   <li>wasmtime-java's loader leaves the library in the temporary folder; {@code NativeLibrary} loads it in its place.
 *   <li>Every Java object boxes a native handle with a lock. It leaks unless it is disposed of, and is locked while a
 *       module compiles: so handles are looked up once, and compiling has an engine's handle of its own.
 *   <li>A memory's buffer dangles once its store is disposed of, and is too short once the memory has grown; see
 *       {@link dev.moonlift.runtime.memory.BufferMemory}.
 *   <li>Modules that import a memory are linked through {@code Linker.module}: {@code Instance} refuses them.
 * </ul>
 */
package dev.moonlift.runtime.engine.wasmtime;
