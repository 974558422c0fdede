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
 * <p>Objects and raw storage lie in different blocks: there are two classes for each size. So the sweep goes through
 * the page map and, in blocks of objects, from cell to cell; the kind in an object's header, 0 in a free cell, says
 * what is there. Two sorts of objects are found otherwise, and lie where raw storage lies: short strings, by the
 * {@link dev.moonlift.runtime.kernel.heap.InternTable}, and those too large for a cell, by a list. Small parts of a
 * table lie inside it, see {@link dev.moonlift.runtime.kernel.Layout.Table}.
 *
 * <h2>Colours and phases</h2>
 *
 * {@link dev.moonlift.runtime.kernel.heap.Color} and {@link dev.moonlift.runtime.kernel.heap.Phase} name them. A cycle:
 *
 * <pre>
 *   PAUSED   all white
 *   MARKING  GRAY: reached, to be visited. GRAY_AGAIN: visited, to be visited again before marking ends:
 *            coroutines that run or did so, tables that were rehashed under the visit. When only these are
 *            left they are visited again, in rounds, until a round is short; then
 *   ATOMIC   roots and what ran of stacks a last time; the whites change places: what has the old one is dead
 *   CLEARING_VALUES, SEPARATING, REVIVING, CLEARING_KEYS   weak tables and finalizers, see below
 *   SWEEPING_STRINGS, SWEEPING_OBJECTS   free what has the old white, make the rest white
 * </pre>
 *
 * New objects get the current white at any time. No phase but ATOMIC does more in one go than its part of an object, of
 * a list or of the heap; how much remains for ATOMIC depends on what the guest did since the last round, not on how
 * large its objects are.
 *
 * <h2>Weak tables</h2>
 *
 * An entry that holds weakly what is white when marking visits it comes into doubt: its value's tag gets
 * {@link dev.moonlift.runtime.kernel.Tag#IN_DOUBT}, by which it is negative. The table is black, so what is stored in
 * it later is reached by the barrier. So when marking ends, all that weak tables hold of the dead is in entries in
 * doubt, and these are settled in steps while the guest runs on:
 *
 * <pre>
 *   MARKING            An entry in doubt is read as any other: what is read lies on a stack, which is visited
 *                      again. The entry of an ephemeron table waits for its key, see Marker: once that is reached,
 *                      the value is, and the entry is out of doubt.
 *   CLEARING_VALUES    Tables in the list WEAK: entries whose value is dead go, those whose key is dead stay in doubt,
 *                      others are out of doubt. One that has not had its turn is read as if it had.
 *   SEPARATING         Dead objects with a finalizer are taken out of the list of all such objects,
 *   REVIVING           and marked, with all that they lead to.
 *   CLEARING_KEYS      Tables in the list EPHEMERON: entries with a key, or weak value, that is still dead go.
 * </pre>
 *
 * From SEPARATING on, an entry in doubt is hidden: it is read as nil and skipped by a traversal, even if its key is
 * revived. So between the end of marking and that of CLEARING_KEYS, when finalizers become due, the guest cannot get
 * hold of anything that was dead; what was dead does not change, so reviving it needs no barrier, and every reader sees
 * the same objects dead from one moment on.
 *
 * <p>Nodes in doubt may move (an insertion, a rehash): the upper half of their key's payload links those that wait for
 * the key, and must be looked after, see {@code nodesMove} and {@code nodeMoved}. Tables tell in doubt from other
 * entries where they look whether there is a value at all, so readers of other tables pay nothing. A change of a field
 * {@code __mode} counts from the next visit of the table on.
 *
 * <h2>Stacks</h2>
 *
 * Slots have no barrier. Of a stack that was visited in this cycle only what is not below its
 * {@link dev.moonlift.runtime.kernel.heap.StackGuard} is visited again: of a deep recursion, the functions that have
 * run since.
 *
 * <h2>What others must do</h2>
 *
 * <ul>
 *   <li>After a store into a heap object that is black: {@code barrier} or {@code barrierSlot}; after many into the
 *       array of a table, {@code elementsCopied}; when elements have moved within one array, {@code elementsMoved}.
 *       This goes for upvalues, open or closed, and for the value that an upvalue gets when it is closed; and for keys
 *       of tables as for values. A rehash needs none.
 *   <li>Whoever reads an entry of a table takes a negative tag of its value for no value and lets {@code Tables} read
 *       it. So does, before a store, whoever looks whether there is a value, and who replaces a value by its node.
 *   <li>Before a table gets another metatable: {@code metatableChanges}.
 *   <li>When a frame that is flagged as a guard is left or replaced, or frames are dropped: {@code StackGuard}. Nobody
 *       writes to slots of a frame, or to its function slot, that is not the running one of its coroutine, but through
 *       an open upvalue.
 *   <li>Table nodes move only as {@link dev.moonlift.runtime.kernel.heap.Tracer} says.
 *   <li>All slots of a new stack, or of the new part of one that grew, are nil.
 *   <li>Before a coroutine runs on, or its stack is written to while it does not run, {@code coroutineResumed}.
 *   <li>At a safepoint, COROUTINE, FRAME and TOP of the state are current, and TOP and FRAME of other coroutines; the
 *       RESUMER of a coroutine is not 0 while it waits for one that it resumed, except the main one's.
 *   <li>The fields of a new object are filled in before anything else is allocated.
 * </ul>
 */
package dev.moonlift.runtime.kernel.heap;
