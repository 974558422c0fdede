package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;

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
            full();
            mem.putInt(State.DEBT, 1);
        } else if (mem.getInt(State.DEBT) > 0) {
            long due = pace.work((long) mem.getInt(State.DEBT) + pace.stepBytes());
            advance(Math.min(due, Pace.LONGEST_STEP));
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
        abandonCycle();
        startCycle();
        while (hasMarkingWork()) {
            markSome();
        }
        endMarking();
        finishSweep();
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
            done += workSome();
        } while (done < work && mem.getInt(State.GC_PHASE) != Phase.PAUSED);
        if (mem.getInt(State.GC_PHASE) != Phase.PAUSED) {
            pace.worked(debt, done);
        }
    }

    private int workSome() {
        return switch (mem.getInt(State.GC_PHASE)) {
            case Phase.PAUSED -> startCycle();
            case Phase.MARKING -> hasMarkingWork() ? markSome() : endRound();
            default -> sweepSome();
        };
    }

    // --- marking ---

    private int startCycle() {
        mem.putInt(State.GC_PHASE, Phase.MARKING);
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
        markSlots(State.SCRATCH_SLOTS, State.SCRATCH_SLOT_COUNT);
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

    private int markSome() {
        int work = tracer.hasWork() ? tracer.visit() : finalizers.markSome();
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

    /** Reaches the last live objects, decides about weak entries and finalizers, and declares the rest dead. */
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
        work += clearWeakTables();
        mem.putInt(State.CURRENT_WHITE, mem.getInt(State.CURRENT_WHITE) ^ Color.WHITES);
        sweeper.start();
        return work;
    }

    /**
     * An object that a finalizer brings back is gone from weak values before the finalizer runs, from weak keys only
     * when it dies again (manual, §2.5.4). So values are cleared before the objects due are reached; keys, and the
     * values of tables reached only then, after that.
     */
    private int clearWeakTables() {
        int work = weakTables.clearValues(State.WEAK, 0) + weakTables.clearValues(State.ALL_WEAK, 0);
        int weak = mem.getInt(State.WEAK);
        int allWeak = mem.getInt(State.ALL_WEAK);
        work += finalizers.separate();
        work += tracer.visitAll();
        work += weakTables.clearKeys(State.EPHEMERON) + weakTables.clearKeys(State.ALL_WEAK);
        work += weakTables.clearValues(State.WEAK, weak) + weakTables.clearValues(State.ALL_WEAK, allWeak);
        weakTables.release(State.WEAK);
        weakTables.release(State.EPHEMERON);
        weakTables.release(State.ALL_WEAK);
        return work;
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

    private void finishSweep() {
        while (mem.getInt(State.GC_PHASE) != Phase.PAUSED) {
            sweepSome();
        }
    }

    /**
     * Brings a cycle under way to a quick end. In the midst of marking nothing is known to be dead, and nothing dies.
     */
    private void abandonCycle() {
        if (mem.getInt(State.GC_PHASE) == Phase.MARKING) {
            mem.putInt(State.TRAVERSED, 0);
            mem.putInt(State.GRAY, 0);
            mem.putInt(State.GRAY_AGAIN, 0);
            mem.putInt(State.COLLECTIONS, mem.getInt(State.COLLECTIONS) - 1);
            sweeper.start();
        }
        finishSweep();
    }

    // --- barriers ---

    public boolean isBlack(int object) {
        return marker.isBlack(object);
    }

    /**
     * To be called when a reference to {@code child} has been stored in {@code parent}, if that is black. While
     * marking, the child is reached at once. While sweeping, the parent becomes white, as the sweep would make it, so
     * that it comes here no more.
     */
    public void barrier(int parent, int child) {
        if (!marker.isBlack(parent) || !marker.isWhite(child)) {
            return;
        }
        if (mem.getInt(State.GC_PHASE) != Phase.MARKING) {
            marker.paint(parent, mem.getInt(State.CURRENT_WHITE));
        } else if (mem.getByte(child + Header.KIND) == Tag.UPVALUE) {
            marker.markUpvalue(child);
        } else {
            marker.mark(child);
        }
    }

    /** As {@link #barrier} for the value of a slot, of whatever type. */
    public void barrierSlot(int parent, int slot) {
        if (mem.getByte(slot + Layout.TAG) >= Tag.FIRST_COLLECTABLE) {
            barrier(parent, mem.getInt(slot));
        }
    }

    /**
     * To be called when much has been stored in an object, which is no upvalue, if that is black: it is visited again.
     * For a large table that takes long, so a single store calls {@link #barrier} rather.
     */
    public void barrierBack(int object) {
        if (!marker.isBlack(object)) {
            return;
        }
        if (mem.getInt(State.GC_PHASE) == Phase.MARKING) {
            marker.pushGray(State.GRAY_AGAIN, object);
        } else {
            marker.paint(object, mem.getInt(State.CURRENT_WHITE));
        }
    }

    /**
     * To be called when elements have moved within the array part of one table. If it is black, it refers to nothing
     * white, wherever that lies, unless its visit is still under way.
     */
    public void elementsMoved(int table) {
        if (mem.getInt(State.TRAVERSED) == table) {
            barrierBack(table);
        }
    }

    /**
     * To be called before a coroutine runs on, or its stack is written to by somebody else: stores into stacks have no
     * barrier, so it is visited again.
     */
    public void coroutineResumed(int coroutine) {
        if (mem.getInt(State.GC_PHASE) == Phase.MARKING) {
            marker.mark(coroutine);
            barrierBack(coroutine);
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
        finalizers.makeAllDue();
    }
}
