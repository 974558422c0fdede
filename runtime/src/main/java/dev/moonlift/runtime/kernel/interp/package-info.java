/**
 * The interpreter, and what it shares with builtins.
 *
 * <p>{@link dev.moonlift.runtime.kernel.interp.Interpreter} has the dispatch loop and the host's entrances;
 * {@link dev.moonlift.runtime.kernel.interp.Instructions} every instruction in general, and
 * {@link dev.moonlift.runtime.kernel.interp.Decoded} the loop's way to them;
 * {@link dev.moonlift.runtime.kernel.interp.Invocation} calls and what follows from a builtin's
 * {@link dev.moonlift.runtime.kernel.interp.Outcome}; {@link dev.moonlift.runtime.kernel.interp.Completion} the rest of
 * an instruction whose metamethod has returned; {@link dev.moonlift.runtime.kernel.interp.Unwinder} errors and want of
 * memory; {@link dev.moonlift.runtime.kernel.interp.Metamethods} and
 * {@link dev.moonlift.runtime.kernel.interp.Operators} the manual's §2.4 and §3.4; the rest finds names, positions and
 * texts for messages.
 *
 * <p>To compiled code it comes through {@link dev.moonlift.runtime.kernel.interp.Entrances}. That code asks
 * {@link dev.moonlift.runtime.kernel.interp.CompiledCode} for what may call, raise or switch, and
 * {@link dev.moonlift.runtime.kernel.interp.LeafRequests} for what does none of that.
 *
 * <p>What must stay true: nothing here calls itself through a guest's call. A call pushes a frame and returns to the
 * loop; a return pops it; where a result belongs is read off the instruction before the caller's PC. So the depth of
 * guest calls is bounded by memory and by the limits of {@code Stacks}, never by the Java stack.
 */
package dev.moonlift.runtime.kernel.interp;
