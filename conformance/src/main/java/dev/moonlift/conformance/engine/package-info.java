/**
 * {@code kernel.wasm} on Chicory, for suites alone: a second WebAssembly engine beside Wasmtime tells a wrong
 * translation of the kernel from a wrong engine.
 *
 * <p>Guests of the engine {@code chicory} do not run this way: the kernel's own Java is several times as fast.
 */
package dev.moonlift.conformance.engine;
