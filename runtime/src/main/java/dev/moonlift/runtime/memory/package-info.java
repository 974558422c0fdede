/**
 * The linear memory that holds a guest: the only state that the kernel knows.
 *
 * <p>The kernel and the host see a {@link dev.moonlift.runtime.memory.Memory}. Its bytes lie on the Java heap
 * ({@link dev.moonlift.runtime.memory.HeapMemory}) or are those of a native engine
 * ({@link dev.moonlift.runtime.memory.BufferMemory}); the kernel's doings do not depend on which. Every memory on the
 * Java heap is of one class, {@code KernelMemory}, which has the methods of the kernel, too: the build makes it
 * ({@link dev.moonlift.wasm.merge}). Above it is what {@code DirectMemory} writes, which reads and writes numbers by
 * {@link dev.moonlift.runtime.memory.DirectBytes} where they are usable, else as {@code ViewedMemory}. What must stay
 * true:
 *
 * <ul>
 *   <li>The maximum is the guest's quota to the byte. A native memory has whole pages of 64 KiB, and an array a length
 *       that makes checks simple, so they may have some bytes more, which nobody uses: the kernel asks for room by
 *       {@code grow} and never looks at the size.
 *   <li>{@code BufferMemory} is loaded only where a native engine runs. As long as it is not, HotSpot compiles the
 *       kernel's accesses as if there were one class of memories: for the same reason there is one class on the Java
 *       heap (measured where there were two: the interpreter takes a third longer).
 *   <li>A native memory never moves: a buffer that became too short still leads to the right bytes, so another thread
 *       may store through it while the memory grows.
 *   <li>Before a native memory ends, its buffer is let go of, so that a stray access is an exception and not the end of
 *       the JVM.
 * </ul>
 */
package dev.moonlift.runtime.memory;
