/**
 * From graphs to the bodies of functions: structured control, the operand stack, locals.
 *
 * <p>{@link dev.moonlift.wasm.lower.Lowering} is the pipeline.
 *
 * <pre>
 *   Flow         the nodes of the graph that can be reached, their terminators simplified; dominators
 *   Uses         what is needed, where it is defined, how often it is used
 *   Stacking     the code of each node: which values stay on the operand stack, which need a local
 *   Loops        natural loops
 *   Liveness, LocalAllocator
 *                which local each value gets
 *   Dispatchers  if some loop has several entries: nodes that make it one
 *   Placement, Structure
 *                where the code of each node stands, between which blocks, loops and ifs
 *   CodeWriter   labels become depths, what is superfluous goes
 * </pre>
 *
 * <p>Parameters of blocks become locals that edges assign: all arguments are pushed, then all parameters are set, so
 * that no order of the assignments is wrong. An edge whose argument already is in the local of the parameter does
 * nothing.
 *
 * <p>Which of two ways stands in an {@code if} decides where an engine puts its machine code. Cranelift, up to the
 * version that Wasmtime 7 has, goes on at once with what is behind the {@code if}, and puts the arm behind all that
 * comes of that: so ways out of loops stand in arms, and never what a loop goes on with. The body of a loop that is
 * torn apart costs moves between registers and stack in each round.
 *
 * <p>Time and memory are in proportion to the graph and to the number of values that are live at the beginnings of
 * blocks; only where loops have several entries, also to the depth of their nesting. Nothing recurses.
 */
package dev.moonlift.wasm.lower;
