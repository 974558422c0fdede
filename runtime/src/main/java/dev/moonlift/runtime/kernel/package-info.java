/**
 * The kernel: every operation over a guest's bytes, written once in restricted Java.
 *
 * <h2>The subset</h2>
 *
 * The build checks it, method by method. A kernel class is final, gets its collaborators (other kernel classes and
 * {@link dev.moonlift.runtime.memory.Memory}) through its constructor, keeps them in final fields and has no other
 * fields but compile-time constants. Methods take and return int, long, double or boolean. There are no arrays,
 * objects, strings, interfaces, lambdas, generics or static state. Only a {@link dev.moonlift.runtime.kernel.Signal} is
 * thrown or caught. All state lies in linear memory, where {@link dev.moonlift.runtime.kernel.Layout} says.
 *
 * <p>On the JVM a guest runs in one class that the build makes of all of these, which is a memory, too: see
 * {@link dev.moonlift.wasm.merge}. The objects here are what the host calls, and what tests call.
 *
 * <h2>Conventions</h2>
 *
 * <ul>
 *   <li>Addresses are int; 0 is none. A value is passed as the address of its slot. Where an operation yields a value
 *       it returns a slot's address, or stores into a slot that the caller names last.
 *   <li>A table operation on raw payload and tag takes them as {@code (long payload, int tag)}.
 *   <li><b>Safepoints.</b> The collector runs only between instructions of the interpreter. Between two of them raw
 *       addresses of objects may be held in Java locals, and an object under construction needs no root. Stacks may
 *       move only where a call is prepared or stack room is reserved.
 *   <li><b>Repeatable until done.</b> An instruction or a step of a builtin that runs out of memory is repeated once
 *       after a full collection. So it changes nothing that the guest can see, and none of its operands, before its
 *       last allocation.
 *   <li><b>Barriers.</b> Whoever stores a reference into a heap object calls the collector's barrier. Stacks need none.
 * </ul>
 *
 * <h2>Builtins</h2>
 *
 * A library function is a method {@code int f(int func, int count)}: {@code func} is the address of its function slot,
 * its {@code count} arguments follow in slots {@code func + 16 * i}, i from 1. It stores its results from {@code func}
 * on, over function and arguments, and returns their number. At least 20 slots beyond the arguments are there; for more
 * it reserves stack, which may move. Negative answers ask the interpreter for something else, see {@code Outcome}: to
 * call a value and go on at a step, to become another call, to yield, to leave to the host.
 *
 * <h2>Packages</h2>
 *
 * {@code heap} allocator and collector; {@code text} strings and the text buffer; {@code number} arithmetic and
 * conversions; {@code table} tables; {@code call} stacks, frames, closures, coroutines; {@code interp} the interpreter
 * and what it shares with builtins: metamethods, errors; {@code lib} the library.
 */
package dev.moonlift.runtime.kernel;
