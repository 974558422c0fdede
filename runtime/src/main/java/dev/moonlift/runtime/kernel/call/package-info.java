/**
 * Calls: the stacks of values and of frames, closures and their upvalues.
 *
 * <pre>
 *   stack of values of a coroutine (slots of 16 bytes)
 *   | function | arg 1 = R[0] | R[1] | ... | room for metamethod calls |      a Lua function: FUNCTION, then registers
 *   | function | a1 | a2 | a3 | function | a1 = R[0] | ...                  vararg: copied above its arguments
 *                              ^ FUNCTION, VARARG_BYTES above the first slot
 *   stack of frames (32 bytes each): base frame | frame | frame | ... | running frame
 * </pre>
 *
 * The base frame of every coroutine is that of the builtin which is the coroutine's body. Both stacks move when they
 * grow; {@link dev.moonlift.runtime.kernel.call.Stacks} then relocates every address into them, so whoever prepares a
 * call reads its addresses anew afterwards.
 *
 * <p>A slot that holds a pending to-be-closed variable keeps, in its unused bytes at {@code +12}, the distance down to
 * the previous one; distances survive a move.
 */
package dev.moonlift.runtime.kernel.call;
