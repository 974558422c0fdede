/**
 * The passes: each makes a graph do the same with less, a file a pass. {@link dev.moonlift.wasm.ir.pass.Pipeline} puts
 * them in order.
 *
 * <p>What "the same" means: for the same arguments, memory and globals, the same results, memory, globals and calls in
 * the same order. A trap stays where it was, with one exception: an access to memory whose result nobody uses is left
 * out, and with it the trap if it was out of bounds; accesses out of bounds are errors of the producer, not behaviour.
 * The bits of a NaN that an operation makes are WebAssembly's to choose, so a pass neither computes such a NaN nor
 * assumes that two of them are equal in bits; everything else is exact to the bit.
 *
 * <p>Every pass takes time nearly linear in the size of the graph, because some graphs are compiled while a guest runs.
 */
package dev.moonlift.wasm.ir.pass;
