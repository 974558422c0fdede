/**
 * WebAssembly modules as data: built, written, read, validated, printed.
 *
 * <pre>
 *   bodies → ModuleBuilder → WasmModule → ModuleWriter    → bytes
 *   bytes  → ModuleReader  ↗            ↘ ModuleValidator → valid, or the first rule that is broken
 *                                       ↘ WatPrinter      → text for people, which other tools read too
 *   bytes  → OriginMap                                    → which source an offset comes from
 * </pre>
 *
 * <p>What a module may hold is what Moonlift emits: the MVP, sign extension, saturating conversion, multiple values,
 * and the part of bulk memory that concerns memory; no SIMD, threads, references, exceptions or tail calls. The
 * instructions are in one table, {@link dev.moonlift.wasm.module.WasmOp}: to add one, add its line; writer, reader,
 * validator and printer follow from it unless its immediates or its typing are of a new kind.
 *
 * <p>What must stay true:
 *
 * <ul>
 *   <li>The same module gives the same bytes, and reading those and writing again gives them once more.
 *   <li>Nothing that a {@link dev.moonlift.wasm.module.ModuleReader} is given makes it fail otherwise than with a
 *       {@link dev.moonlift.wasm.module.MalformedModuleException}, or take more than a fixed multiple of the bytes.
 *   <li>Reader and builder do not judge: a module of any of them is valid only once the validator says so.
 *   <li>Offsets, sizes and indices are as in the standard: locals count parameters first, indices count imports first.
 * </ul>
 */
package dev.moonlift.wasm.module;
