package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * The garbage collector: precise, non-moving, incremental mark and sweep. It runs at safepoints only.
 *
 * <p>Marking keeps the three colours of Dijkstra, Lamport, Martin, Scholten and Steffens (On-the-fly garbage
 * collection, CACM 1978): no black object refers to a white one. Barriers see to it when the guest stores into heap
 * objects; stacks and other roots have none and are visited again in the end. The package's description tells who must
 * do what.
 */
public final class Collector {
    /** After so many rounds over what changed, marking ends even if the guest keeps changing as much. */
    private static final int LAST_ROUND = 4;
    /** A round with no more work than this shows that the atomic phase will be short. */
    private static final int SHORT_ROUND = 64 * 1024;
    /** Work done before it is looked whether it is enough. */
    private static final int BATCH = 4096;
    /** Counted for a change of phase. */
    private static final int LEAST_WORK = 256;
    /** In GC_STOPPED: stopped by the kernel, so that not even a full collection is safe. */
    private static final int STOPPED_BY_KERNEL = 2;

    private final Memory mem;
    private final Marker marker;
    private final Tracer tracer;
    private final WeakTables weakTables;
    private final Finalizers finalizers;
    private final Sweeper sweeper;
    private final Pace pace;

    public Collector(
            Memory mem,
            Marker marker,
            Tracer tracer,
            WeakTables weakTables,
            Finalizers finalizers,
            Sweeper sweeper,
            Pace pace) {
        this.mem = mem;
        this.marker = marker;
        this.tracer = tracer;
        this.weakTables = weakTables;
        this.finalizers = finalizers;
        this.sweeper = sweeper;
        this.pace = pace;
    }

    // --- collecting ---

    /**
     * Does a little work if it is due. Every safepoint calls this when DEBT is above 0, as it stays while GC_STRESS is
     * on.
     */
    public void step() {
        if (mem.getInt(State.GC_STOPPED) != 0) {
            mem.putInt(State.DEBT, -pace.stepBytes());
        } else if (mem.getInt(State.GC_STRESS) != 0) {
            stress();
            mem.putInt(State.DEBT, 1);
        } else if (mem.getInt(State.DEBT) > 0) {
            advance(pace.stepWork(mem.getInt(State.DEBT)));
        }
    }

    private void stress() {
        if (mem.getInt(State.GC_STRESS) == 1) {
            full();
        } else {
            advance(1);
        }
    }

    /**
     * A step that the guest asked for, as if it had allocated so much; 0 stands for the size of an ordinary step.
     *
     * @return 1 if a cycle ended
     */
    public int stepOf(int kilobytes) {
        if ((mem.getInt(State.GC_STOPPED) & STOPPED_BY_KERNEL) != 0) {
            return 0;
        }
        advance(pace.work(kilobytes <= 0 ? pace.stepBytes() : 1024L * kilobytes));
        return mem.getInt(State.GC_PHASE) == Phase.PAUSED ? 1 : 0;
    }

    /** A complete cycle, from its beginning: afterwards nothing is left that was dead before. */
    public void full() {
        if ((mem.getInt(State.GC_STOPPED) & STOPPED_BY_KERNEL) != 0) {
            return;
        }
        finishCycle();
        startCycle();
        finishCycle();
        sweeper.tighten();
    }

    private void finishCycle() {
        if (mem.getInt(State.GC_PHASE) == Phase.MARKING) {
            while (hasMarkingWork()) {
                markSome(BATCH);
            }
            endMarking();
        }
        while (mem.getInt(State.GC_PHASE) != Phase.PAUSED) {
            workSome(BATCH);
        }
    }

    /** As {@link #full}, because memory ran out: takes fuel, since a guest may try over and over what cannot be. */
    public void fullForRoom() {
        long left = (long) mem.getInt(State.FUEL) - mem.getInt(State.USED) / FuelCost.COLLECTED_BYTES_PER_UNIT;
        mem.putInt(State.FUEL, (int) Math.max(left, Integer.MIN_VALUE));
        full();
    }

    private void advance(long work) {
        int debt = mem.getInt(State.DEBT);
        long done = 0;
        do {
            done += workSome((int) Math.min(BATCH, work - done));
        } while (done < work && mem.getInt(State.GC_PHASE) != Phase.PAUSED);
        if (mem.getInt(State.GC_PHASE) != Phase.PAUSED) {
            pace.worked(debt, done);
        }
    }

    /** Does a little work, about as much as is enough, and returns how much that was. */
    private int workSome(int enough) {
        return switch (mem.getInt(State.GC_PHASE)) {
            case Phase.PAUSED -> startCycle();
            case Phase.MARKING -> hasMarkingWork() ? markSome(enough) : endRound();
            case Phase.CLEARING_VALUES -> clearValues();
            case Phase.SEPARATING -> separate();
            case Phase.REVIVING -> revive();
            case Phase.CLEARING_KEYS -> clearKeys();
            default -> sweepSome();
        };
    }

    // --- marking ---

    private int startCycle() {
        mem.putInt(State.GC_PHASE, Phase.MARKING);
        mem.putInt(State.CYCLE, mem.getInt(State.CYCLE) + 1);
        mem.putInt(State.MARKABLE, Color.WHITES);
        mem.putInt(State.MARK_ROUND, 0);
        mem.putInt(State.MARK_ROUND_WORK, 0);
        finalizers.startMarking();
        return markRoots();
    }

    private int markRoots() {
        marker.mark(mem.getInt(State.MAIN));
        marker.mark(mem.getInt(State.COROUTINE));
        marker.markSlot(State.ERROR_VALUE);
        marker.markSlot(State.REGISTRY);
        marker.markSlot(State.GLOBALS);
        marker.markSlot(State.STRING_METATABLE);
        marker.markSlot(State.TRACEBACK);
        markSlots(State.SCRATCH_SLOTS, (State.SCRATCH_SLOTS_END - State.SCRATCH_SLOTS) / Layout.SLOT);
        markSlots(mem.getInt(State.PRELUDE), mem.getInt(State.PRELUDE_COUNT));
        for (int i = 0; i < Layout.MAX_NAMES; i++) {
            marker.mark(mem.getInt(Layout.NAMES + 4 * i));
        }
        return 4 * Layout.MAX_NAMES;
    }

    private void markSlots(int first, int count) {
        for (int i = 0; i < count; i++) {
            marker.markSlot(first + Layout.SLOT * i);
        }
    }

    private boolean hasMarkingWork() {
        return tracer.hasWork() || finalizers.isMarking();
    }

    private int markSome(int enough) {
        int work = tracer.hasWork() ? tracer.visitSome(enough) : finalizers.markSome();
        mem.putInt(State.MARK_ROUND_WORK, mem.getInt(State.MARK_ROUND_WORK) + work);
        return work;
    }

    /**
     * Nothing is gray but what must be visited again. That is done while the guest runs, too, until it is so little
     * that the atomic phase may do it (compare the precleaning of Printezis and Detlefs, A generational
     * mostly-concurrent garbage collector, ISMM 2000).
     */
    private int endRound() {
        int round = mem.getInt(State.MARK_ROUND);
        if (round >= LAST_ROUND || round > 0 && mem.getInt(State.MARK_ROUND_WORK) <= SHORT_ROUND) {
            return endMarking();
        }
        mem.putInt(State.MARK_ROUND, round + 1);
        mem.putInt(State.MARK_ROUND_WORK, 0);
        visitAgain();
        return markRoots();
    }

    /** The list GRAY is empty. */
    private void visitAgain() {
        mem.putInt(State.GRAY, mem.getInt(State.GRAY_AGAIN));
        mem.putInt(State.GRAY_AGAIN, 0);
    }

    // --- the atomic phase ---

    /** Reaches the last live objects and declares the rest dead. */
    private int endMarking() {
        mem.putInt(State.GC_PHASE, Phase.ATOMIC);
        int work = markRoots();
        int running = mem.getInt(State.COROUTINE);
        if (running != 0 && marker.isBlack(running)) {
            marker.pushGray(State.GRAY, running);
        }
        work += tracer.visitAll();
        visitAgain();
        work += tracer.visitAll();
        int dead = mem.getInt(State.CURRENT_WHITE);
        mem.putInt(State.CURRENT_WHITE, dead ^ Color.WHITES);
        mem.putInt(State.MARKABLE, dead);
        mem.putInt(State.GC_PHASE, Phase.CLEARING_VALUES);
        return work;
    }

    // --- weak tables and finalizers ---

    /**
     * An object that a finalizer brings back is gone from weak values before the finalizer runs, from weak keys only
     * when it dies again (manual, §2.5.4). So values are cleared before the objects due are reached; keys, and the
     * values of tables reached only then, after that.
     */
    private int clearValues() {
        if (hasToClear(State.WEAK)) {
            return clearSome(State.WEAK);
        }
        finalizers.startSeparating();
        return enter(Phase.SEPARATING);
    }

    private int separate() {
        if (finalizers.isSeparating()) {
            return finalizers.separateSome();
        }
        finalizers.startReviving();
        return enter(Phase.REVIVING);
    }

    private int revive() {
        if (tracer.hasWork()) {
            return tracer.visit();
        }
        return finalizers.isReviving() ? finalizers.reviveSome() : enter(Phase.CLEARING_KEYS);
    }

    private int clearKeys() {
        if (hasToClear(State.EPHEMERON)) {
            return clearSome(State.EPHEMERON);
        }
        finalizers.release();
        sweeper.start();
        return LEAST_WORK;
    }

    private int enter(int phase) {
        mem.putInt(State.GC_PHASE, phase);
        return LEAST_WORK;
    }

    private boolean hasToClear(int list) {
        return (mem.getInt(State.TRAVERSED) | mem.getInt(list)) != 0;
    }

    private int clearSome(int list) {
        return mem.getInt(State.TRAVERSED) != 0 ? tracer.visit() : tracer.clear(list);
    }

    // --- sweeping ---

    private int sweepSome() {
        int work = sweeper.sweepSome();
        if (mem.getInt(State.GC_PHASE) == Phase.PAUSED) {
            mem.putInt(State.COLLECTIONS, mem.getInt(State.COLLECTIONS) + 1);
            pace.pause();
        }
        return work;
    }

    // --- barriers ---

    public boolean isBlack(int object) {
        return marker.isBlack(object);
    }

    /**
     * To be called when a reference to {@code child} has been stored in {@code parent}, if that is black. While
     * marking, the child is reached at once. While sweeping, the parent becomes white, as the sweep would make it, so
     * that it comes here no more. In between, the child is new, and so will be kept.
     */
    public void barrier(int parent, int child) {
        if (!marker.isBlack(parent) || !marker.isWhite(child)) {
            return;
        }
        if (mem.getInt(State.GC_PHASE) != Phase.MARKING) {
            whiten(parent);
        } else if (mem.getByte(child + Header.KIND) == Tag.UPVALUE) {
            marker.markUpvalue(child);
        } else {
            marker.mark(child);
        }
    }

    private void whiten(int parent) {
        if (mem.getInt(State.GC_PHASE) >= Phase.SWEEPING_STRINGS) {
            marker.paint(parent, mem.getInt(State.CURRENT_WHITE));
        }
    }

    /** As {@link #barrier} for the value of a slot, of whatever type. */
    public void barrierSlot(int parent, int slot) {
        if (mem.getByte(slot + Layout.TAG) >= Tag.FIRST_COLLECTABLE) {
            barrier(parent, mem.getInt(slot));
        }
    }

    /**
     * To be called when elements have moved within the array part of one table, to places from {@code first}, counted
     * from 1. A black one refers to nothing white, wherever that lies, unless its visit is still under way.
     */
    public void elementsMoved(int table, int first, int count) {
        if (mem.getInt(State.TRAVERSED) == table) {
            tracer.visitMoved(table, first - 1, first - 1 + count);
        }
    }

    /** To be called when elements, none of them in doubt, have been copied into the array part of a table. */
    public void elementsCopied(int table, int first, int count) {
        if (!marker.isBlack(table)) {
            return;
        }
        if (mem.getInt(State.GC_PHASE) != Phase.MARKING) {
            whiten(table);
        } else {
            int array = mem.getInt(table + Table.ARRAY);
            for (int i = first; i < first + count; i++) {
                if (mem.getByte(array + i - 1) >= Tag.FIRST_COLLECTABLE) {
                    marker.mark(mem.getInt(array - 8 * i));
                }
            }
        }
    }

    // --- entries in doubt ---

    /** The tag of an element in doubt, as it is seen: NIL if it is gone. */
    public int elementTag(int tag, int object) {
        return weakTables.elementTag(tag, object);
    }

    /** The tag of the value of a node in doubt, as it is seen: NIL if the entry is gone. */
    public int nodeTag(int node) {
        return weakTables.nodeTag(node);
    }

    /** To be called before nodes of a table are moved. */
    public void nodesMove() {
        marker.settleAwake();
    }

    /** To be called when a node in doubt has been copied to another one. */
    public void nodeMoved(int from, int to) {
        marker.moved(from, to);
    }

    /** To be called before the value of a node in doubt is replaced. */
    public void nodeChanges(int node) {
        marker.leave(node);
    }

    /** Takes a node in doubt that is seen out of doubt: it is a metamethod, whose node is handed around. */
    public void reinstate(int node) {
        weakTables.reinstateNode(node);
        if (mem.getInt(State.GC_PHASE) == Phase.MARKING
                && mem.getByte(node + Node.VALUE_TAG) >= Tag.FIRST_COLLECTABLE) {
            marker.mark(mem.getInt(node + Node.VALUE));
        }
    }

    /** To be called before a table gets another metatable, or none: it may be weak no longer. */
    public void metatableChanges(int table) {
        if (mem.getInt(State.GC_PHASE) == Phase.MARKING
                && marker.isBlack(table)
                && mem.getInt(table + Table.METATABLE) != 0) {
            tracer.metatableChanges(table);
        }
    }

    /**
     * To be called before a coroutine runs on, or its stack is written to by somebody else: stores into stacks have no
     * barrier, so it is visited again.
     */
    @Inline
    public void coroutineResumed(int coroutine) {
        if (mem.getInt(State.GC_PHASE) == Phase.MARKING) {
            visitAgain(coroutine);
        }
    }

    private void visitAgain(int coroutine) {
        marker.mark(coroutine);
        if (marker.isBlack(coroutine)) {
            marker.pushGray(State.GRAY_AGAIN, coroutine);
        }
    }

    // --- strings ---

    /** Whether the intern table must stay as it is. */
    public boolean internTableBusy() {
        return mem.getInt(State.GC_PHASE) == Phase.SWEEPING_STRINGS;
    }

    /** Saves a string, found in the intern table, that may be dead and not yet swept. */
    public void revive(int string) {
        int otherWhite = mem.getInt(State.CURRENT_WHITE) ^ Color.WHITES;
        if ((mem.getByte(string + Header.MARK) & otherWhite) != 0) {
            marker.paint(string, mem.getInt(State.CURRENT_WHITE));
        }
    }

    // --- finalizers ---

    /**
     * Marks an object for finalization, if it is not marked already.
     *
     * @throws dev.moonlift.runtime.kernel.Signal OUT_OF_MEMORY, nothing changed
     */
    public void trackFinalizer(int object) {
        finalizers.track(object);
    }

    /** Takes the next object whose finalizer is to be called; 0 if there is none, as TO_FINALIZE says, too. */
    public int nextFinalizable() {
        return finalizers.next();
    }

    /** Makes the finalizers of all objects due: the state is about to be closed. */
    public void finalizeAll() {
        while (mem.getInt(State.GC_PHASE) > Phase.ATOMIC && mem.getInt(State.GC_PHASE) < Phase.SWEEPING_STRINGS) {
            workSome(BATCH);
        }
        finalizers.makeAllDue();
    }
}
