/**
 * WebAssembly modules as data: built, written, read, validated, printed.
 *
 * <pre>
 *   {@link dev.moonlift.wasm.module.ModuleBuilder} → {@link dev.moonlift.wasm.module.WasmModule} → {@link dev.moonlift.wasm.module.ModuleWriter} → bytes
 *                                                            ↑
 *                                         bytes → ModuleReader
 * </pre>
 *
 * <p>What a module may hold is what Moonlift emits: the MVP, sign extension, saturating conversion, multiple values and
 * the part of bulk memory that concerns memory. The instructions are in one table,
 * {@link dev.moonlift.wasm.module.WasmOp}, from which everything else here derives.
 */
package dev.moonlift.wasm.module;
