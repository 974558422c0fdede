/**
 * Storage and its collection: {@link dev.moonlift.runtime.kernel.heap.Pages} hands out runs of pages,
 * {@link dev.moonlift.runtime.kernel.heap.Heap} storage of any size and objects,
 * {@link dev.moonlift.runtime.kernel.heap.Collector} takes back what is out of reach.
 *
 * <h2>Pages</h2>
 *
 * The heap is a row of pages from FIRST_PAGE to END_PAGE, which moves towards LIMIT_PAGE as memory grows. The page map
 * has a word for each page of memory; only the words at both ends of a run count.
 *
 * <pre>
 *   31 30 29 28 27                          0
 *  | 0 | kind  |  pages of the run, or class |     kind 1 free, 2 in use, 3 a block of cells; 0 no page of the heap
 *
 *   page map:  ...| 1:3 |  .  | 1:3 | 3:7 | 2:2 | 2:2 | 2:1 |...
 *                  free run of 3     block  run of 2    run of 1
 *
 *   free run:  | next | previous | ...            numbers of the first pages of runs in the list of its length
 * </pre>
 *
 * List n holds the free runs of 2^n to 2^(n+1) - 1 pages. Two free runs never touch.
 *
 * <h2>Blocks of cells</h2>
 *
 * Up to 2,032 bytes, storage is a cell of a page of its class. Up to 16 units of 16 bytes the classes are the sizes;
 * after that, a cell is the k-th part of a page, k from 15 to 2, so that little of the page is wasted.
 *
 * <pre>
 *   | free | next | previous | live | cell | cell | ... | cell |
 *     |      of the list of blocks of this class with a free cell
 *     first free cell, which begins with the address of the next one
 * </pre>
 *
 * Allocation takes the first free cell of the first block in the list of its class. A block whose cells are all free
 * goes back to the pages, unless it is the only one in the list.
 *
 * <h2>Colours and phases</h2>
 *
 * {@link dev.moonlift.runtime.kernel.heap.Color} and {@link dev.moonlift.runtime.kernel.heap.Phase} name them. A cycle:
 *
 * <pre>
 *   PAUSED   all white
 *   MARKING  GRAY: reached, to be visited. GRAY_AGAIN: visited, to be visited again before marking ends:
 *            weak tables, coroutines that run, what barrierBack named. When only these are left they are
 *            visited again, in rounds, until a round is short; then
 *   ATOMIC   roots, stacks that ran and weak tables a last time; weak entries; finalizers; the whites change places
 *   SWEEPING_STRINGS, SWEEPING_OBJECTS   free what has the old white, make the rest white
 * </pre>
 *
 * New objects get the current white at any time.
 *
 * <h2>What others must do</h2>
 *
 * <ul>
 *   <li>After a store into a heap object that is black: {@code barrier} or {@code barrierSlot}, or after many
 *       {@code barrierBack}; when elements of a table have moved within its array, {@code elementsMoved}. This goes for
 *       upvalues, open or closed, and for the value that an upvalue gets when it is closed; and for keys of tables as
 *       for values. A rehash needs none.
 *   <li>Table nodes move only as {@link dev.moonlift.runtime.kernel.heap.Tracer} says.
 *   <li>All slots of a new stack, or of the new part of one that grew, are nil.
 *   <li>Before a coroutine runs on, or its stack is written to while it does not run, {@code coroutineResumed}.
 *   <li>At a safepoint, COROUTINE, FRAME and TOP of the state are current, and TOP and FRAME of other coroutines; the
 *       RESUMER of a coroutine is not 0 while it waits for one that it resumed, except the main one's.
 *   <li>The fields of a new object are filled in before anything else is allocated.
 * </ul>
 */
package dev.moonlift.runtime.kernel.heap;
