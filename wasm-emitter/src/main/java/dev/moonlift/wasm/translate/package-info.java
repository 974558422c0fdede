/**
 * From class files of restricted Java to the intermediate representation, at build time.
 *
 * <p>A {@link dev.moonlift.wasm.translate.Program} is a closed set of classes. An object of one is never needed (see
 * {@link dev.moonlift.wasm.restricted}), so a method becomes a function without a receiver, a collaborator is known by
 * its class alone, and a call of the memory becomes a load or a store.
 *
 * <p>Signals: a {@code throw} stores the number of the signal's kind in the global {@code pending} and returns; behind
 * every call of a function that may do so, {@code pending} is looked at. Which functions those are, and which kinds
 * they throw, {@link dev.moonlift.wasm.translate.ThrownSignals} works out. A handler clears {@code pending}.
 *
 * <p>The steps, each in a class of its own:
 *
 * <pre>
 *   class files → {@link dev.moonlift.wasm.translate.Program}
 *     each method → {@link dev.moonlift.wasm.translate.MethodCode} (blocks of bytecode, live locals)
 *                 → {@link dev.moonlift.wasm.translate.MethodTranslator} → graph
 *     all graphs, inlined and simplified → module: {@link dev.moonlift.wasm.translate.ProgramTranslator}
 * </pre>
 */
package dev.moonlift.wasm.translate;
