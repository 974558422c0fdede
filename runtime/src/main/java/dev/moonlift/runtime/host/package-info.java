/**
 * The host's side of a guest: boots its memory, runs it, and does for it what only the host can do.
 *
 * <p>Ordinary Java. A {@link dev.moonlift.runtime.host.Guest} owns one memory and drives the interpreter over it: it
 * grants fuel slice by slice, answers what the guest asks of the host, and ends the guest when a limit is reached. What
 * an embedder sees of all this is the package {@code dev.moonlift}, which is built on this one.
 *
 * <h2>Where the kernel runs</h2>
 *
 * On the JVM in the thread that calls the guest, or on a carrier thread: as native code, or on the JVM with compiled
 * code of the guest. {@link dev.moonlift.runtime.host.Execution} decides, and moves the guest. Host functions always
 * run on the caller's thread. What must stay true:
 *
 * <ul>
 *   <li>A guest may move whenever it runs. So nobody keeps its memory or a kernel object over a call into it: they are
 *       asked of the guest each time.
 *   <li>While native code runs, the caller waits and touches nothing of the guest; other threads touch nothing but the
 *       word {@code State.INTERRUPT}, through {@code StopRequest}, which knows of moves and of the end.
 *   <li>A native memory ends when the sandbox is closed or garbage, and not while a call is in progress.
 *   <li>Running out of stack in the middle of a kernel operation makes the guest unusable; {@code StackProbe} makes
 *       that unlikely by failing before.
 * </ul>
 */
package dev.moonlift.runtime.host;
