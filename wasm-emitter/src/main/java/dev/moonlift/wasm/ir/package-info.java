/**
 * The intermediate representation: functions as control-flow graphs of WebAssembly instructions over values.
 *
 * <p>A {@link dev.moonlift.wasm.ir.Graph} is in static single assignment form with parameters of blocks: a
 * {@link dev.moonlift.wasm.ir.Value} is the result of one instruction or a parameter of one block, an
 * {@link dev.moonlift.wasm.ir.Edge} passes a value for each parameter of its target. A value is used only where its
 * definition dominates.
 *
 * <p>What is known of a graph's shape ({@link dev.moonlift.wasm.ir.ReversePostorder},
 * {@link dev.moonlift.wasm.ir.Predecessors}, {@link dev.moonlift.wasm.ir.DominatorTree},
 * {@link dev.moonlift.wasm.ir.LoopForest}) is computed when it is asked for and kept until the shape changes: blocks
 * tell of each change of their edges, so nobody changes those but by {@link dev.moonlift.wasm.ir.Block#setTerminator}.
 *
 * <p>The operations are WebAssembly's own ({@link dev.moonlift.wasm.module.WasmOp}), without locals and control, so
 * that their meaning, their types and their effects need no second definition. Memory and globals are the only state.
 */
package dev.moonlift.wasm.ir;
