/**
 * The compiler of hot guest functions and loops, and what connects its code with the kernel.
 *
 * <p>Only where it is asked for (level 2 of {@link dev.moonlift.runtime.jit.JitOptions}).
 *
 * <pre>
 *   {@link dev.moonlift.runtime.jit.Jit}
 *       looks at the guest between slices of fuel; what is hot is compiled in the background, and put in place while
 *       the guest pauses
 *   {@link dev.moonlift.runtime.jit.FunctionCode}
 *       a copy of the function's bytecode and constants
 *   {@link dev.moonlift.runtime.jit.Flow}, {@link dev.moonlift.runtime.jit.KindFlow}
 *       blocks, and what each register holds at their beginnings
 *   {@link dev.moonlift.runtime.jit.FunctionCompiler}
 *       bytecode to a graph, with those for arithmetic, comparisons and tables
 *   {@link dev.moonlift.runtime.jit.CodeModule}
 *       a module: one function for the beginning, one for the end of each loop
 *   {@link dev.moonlift.runtime.jit.CodeEngine}
 *       makes code of it: beside a native kernel {@link dev.moonlift.runtime.jit.NativeCode}, beside that on the JVM
 *       {@code chicory.ChicoryCode}
 * </pre>
 *
 * <h2>Compiled code and the interpreter</h2>
 *
 * A compiled function takes the address of a frame whose registers are in their slots, and answers a
 * {@link dev.moonlift.runtime.kernel.interp.CompiledStatus}. The interpreter comes to it through
 * {@link dev.moonlift.runtime.kernel.interp.CompiledOp instructions} that are written into the guest's memory: behind a
 * function's code, where {@code Prototype.ENTRY} leads, and over the end of a loop. It may leave to the interpreter at
 * any instruction, with that instruction's address in the frame's PC and every register in its slot: there is no other
 * state.
 *
 * <p>What must stay true:
 *
 * <ul>
 *   <li>Integers and floats are held unboxed where {@link dev.moonlift.runtime.jit.KindFlow} knows them; anything else,
 *       and whatever a closure captured, is in its slot always. So the collector finds every reference.
 *   <li>Before the kernel is asked ({@link dev.moonlift.runtime.kernel.interp.CompiledCode}), all registers and the
 *       fuel are in memory. If it answers 0, frame and registers are where they were.
 *   <li>No signal passes through compiled code, and the collector never runs in it: it leaves at a safepoint that is
 *       due.
 *   <li>Fuel is paid as the interpreter pays it: for each call and each jump backwards.
 *   <li>Code is put in place only for a function that runs just then, and is still the one that was compiled.
 * </ul>
 *
 * <p>Not yet: types learnt from exits, unboxed arguments, inlining, inline caches of methods, levels 1 and 3, code
 * shared between sandboxes, a bound on the code that is kept. Programs that collect at other places than the
 * interpreter show it in {@code collectgarbage "count"}.
 */
package dev.moonlift.runtime.jit;
