package dev.moonlift.runtime.host;

import dev.moonlift.compilation.CompilationException;
import dev.moonlift.compilation.CompilationStatistics;
import dev.moonlift.runtime.engine.Carriers;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineFunction;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.jit.CodeEngine;
import dev.moonlift.runtime.jit.CodeTable;
import dev.moonlift.runtime.jit.Jit;
import dev.moonlift.runtime.jit.JitStatistics;
import dev.moonlift.runtime.jit.KernelRunner;
import dev.moonlift.runtime.jit.NativeCode;
import dev.moonlift.runtime.jit.PreparedCode;
import dev.moonlift.runtime.jit.chicory.ChicoryCode;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.interp.EntryRequest;
import dev.moonlift.runtime.kernel.interp.Exit;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import java.lang.ref.Cleaner;

/**
 * Runs one guest's kernel, on the JVM or as native code, and moves the guest from the one to the other.
 *
 * <p>A guest begins on the JVM, in the thread that calls it. Once it has used {@link #MOVING_PAYS} units of fuel and
 * the native kernel is ready, its bytes move to a native memory, in the middle of whatever it is doing, for good. From
 * then on a stretch of work begins in place, on the JVM over the native memory: a trivial call, or what is left after a
 * host function, is over before a hand-over would have come to pass. What is not over after {@link #IN_PLACE} units
 * goes on as native code on a carrier, to the next exit.
 *
 * <p>If there is no native kernel, but hot code is to be compiled, the guest stays where it is, and long stretches run
 * with a table of compiled code. They run on a carrier, too: compiled code calls compiled code, for which another
 * thread may not have the stack.
 *
 * <p>All of that is invisible to the guest, since a slice of fuel may end anywhere.
 */
final class Execution {
    /** Units of fuel after which a guest has shown that it has work to do. */
    private static final int MOVING_PAYS = 20_000;

    /** Units of a stretch that run in place before it is handed over: about what a hand-over costs. */
    private static final int IN_PLACE = 100;

    /** Bytes copied between two looks at whether the guest is to stop. */
    private static final int CHUNK = 1 << 20;

    private static final Cleaner CLEANER = Cleaner.create();

    private final KernelPlacement placement;
    private final Budget budget;
    private final StopRequest stopRequest;
    private final JitStatistics statistics;
    private JvmKernel kernel;
    /** What runs long stretches: the native kernel, or one with compiled code; null as long as there is neither. */
    private EngineFunction longRun;

    private Jit jit;

    /** Units left until that looks at the guest, whatever the number of calls; none when the next slice is not set. */
    private int untilLook;

    /** Null while the guest is on the JVM. */
    private Cleaner.Cleanable nativeStore;
    /** Why the guest stays on the JVM though the native kernel is ready; null if nothing is known against moving. */
    private String obstacle;

    Execution(Memory memory, KernelPlacement placement) {
        this.placement = placement;
        this.kernel = new JvmKernel(memory);
        this.budget = new Budget(memory);
        this.stopRequest = new StopRequest(memory);
        this.statistics = new JitStatistics(placement.jit().level());
        if (placement.isAtOnce()) {
            moveAtOnce();
        }
    }

    private void moveAtOnce() {
        if (placement.kernel() == null) {
            compileHere();
            return;
        }
        if (placement.kernel().await()) {
            move();
        }
        if (!isNative()) {
            throw new EngineException(whyNotNative());
        }
    }

    JvmKernel kernel() {
        return kernel;
    }

    Budget budget() {
        return budget;
    }

    StopRequest stopRequest() {
        return stopRequest;
    }

    // --- running ---

    /**
     * A call of the host begins.
     *
     * @param fuel units that it may use
     * @param fuelUsed units that the guest has used before
     */
    void begin(long fuel, long fuelUsed) {
        stopRequest.begin();
        budget.begin(
                fuel, longRun == null && (fuelUsed < MOVING_PAYS || isHereToStay()) ? sliceOnJvm(fuelUsed) : IN_PLACE);
    }

    /** Begins a stretch of work, as an {@link EntryRequest} says, and answers the {@link Exit} that it came to. */
    int enter(int request, int function, int count) {
        Memory memory = kernel.memory;
        memory.putInt(State.ENTRY_REQUEST, request);
        memory.putInt(State.ENTRY_FUNCTION, function);
        memory.putInt(State.ENTRY_COUNT, count);
        if (longRun == null) {
            return runInPlace();
        }
        return placement.isAtOnce() ? runLong() : runInPlace(IN_PLACE);
    }

    /**
     * Goes on after the exit FUEL.
     *
     * @param fuelUsed units that the guest has used in its life
     */
    int resume(long fuelUsed) {
        if (longRun == null && fuelUsed >= MOVING_PAYS) {
            leaveInterpreter();
        }
        kernel.memory.putInt(State.ENTRY_REQUEST, EntryRequest.RESUME);
        return longRun == null ? runInPlace(sliceOnJvm(fuelUsed)) : runLong();
    }

    private void leaveInterpreter() {
        if (mayMove()) {
            move();
        } else if (isOnJvmForGood() && placement.jit().isOn()) {
            compileHere();
        }
    }

    private int runInPlace(int slice) {
        budget.grant(slice);
        return runInPlace();
    }

    private int runInPlace() {
        kernel.run();
        return exit();
    }

    /** Units to run on the JVM before there may be a better place to go on. */
    private int sliceOnJvm(long fuelUsed) {
        if (isHereToStay()) {
            return Budget.SLICE;
        }
        return fuelUsed < MOVING_PAYS ? (int) (MOVING_PAYS - fuelUsed) : MOVING_PAYS;
    }

    /** Whether the guest will be interpreted on the JVM for ever. */
    private boolean isHereToStay() {
        return isOnJvmForGood() && !placement.jit().isOn();
    }

    private boolean isOnJvmForGood() {
        return obstacle != null
                || placement.kernel() == null
                || placement.kernel().hasFailed();
    }

    private int runLong() {
        boolean isDone = Carriers.run(this::runOnCarrier, stopRequest::interrupt);
        return isDone ? exit() : runInPlace(Budget.SLICE);
    }

    private void runOnCarrier() {
        Memory memory = kernel.memory;
        do {
            budget.grant(slice());
            longRun.run();
            // Native code may have made the memory larger.
            memory.grow(usedBytes(memory));
            if (jit != null) {
                pause();
            }
            memory.putInt(State.ENTRY_REQUEST, EntryRequest.RESUME);
        } while (exit() == Exit.FUEL && !budget.isUsedUp() && stopRequest.reason() == null && !hasFailed());
    }

    private int slice() {
        if (jit == null) {
            return Budget.SLICE;
        }
        if (untilLook <= 0) {
            untilLook = jit.slice(Budget.SLICE);
        }
        return untilLook;
    }

    /**
     * The compiler of hot code looks at the guest only where a slice ends: other exits are always in the same places.
     */
    private void pause() {
        untilLook = exit() == Exit.FUEL ? 0 : kernel.memory.getInt(State.FUEL);
        if (untilLook <= 0) {
            jit.look();
        } else {
            jit.placeFinished();
        }
    }

    private boolean hasFailed() {
        return jit != null && jit.hasFailed();
    }

    /** What is to end the call since code could not be compiled; null if nothing is. */
    CompilationException takeCompilationFailure() {
        return jit == null ? null : jit.takeFailure();
    }

    private int exit() {
        return kernel.memory.getInt(State.ENTRY_EXIT);
    }

    // --- moving ---

    /** Whether the guest has moved to a native memory. */
    boolean isNative() {
        return nativeStore != null;
    }

    /** The engine that runs the native kernel. */
    String nativeEngine() {
        return placement.kernel().engineName();
    }

    /** Why the guest is on the JVM; null if that may still change, or it is not. */
    String whyNotNative() {
        return obstacle != null || placement.kernel() == null
                ? obstacle
                : placement.kernel().problem();
    }

    private boolean mayMove() {
        NativeKernel target = placement.kernel();
        if (target == null || obstacle != null) {
            return false;
        }
        if (placement.isRequired() && target.hasFailed()) {
            throw new EngineException(target.problem());
        }
        return target.isReady();
    }

    private static int usedBytes(Memory memory) {
        return (memory.getInt(State.END_PAGE) << Layout.PAGE_SHIFT) + Layout.TAIL_GUARD;
    }

    /** Moves the guest, if the host has room and nobody wants it to stop meanwhile. */
    private void move() {
        try {
            if (!Carriers.run(this::moveOnCarrier, stopRequest::interrupt)) {
                obstacle = "there can be no further thread";
            }
        } catch (EngineException | OutOfMemoryError e) {
            obstacle = e.getMessage();
        }
    }

    private void moveOnCarrier() {
        Memory from = kernel.memory;
        int bytes = usedBytes(from);
        NativeKernel.Instance instance = placement.kernel().instantiate(bytes, from.maximum());
        if (copy(from, instance.store().memory(), bytes)) {
            settle(instance);
        } else {
            instance.store().close();
        }
    }

    /** Whether it came to its end. */
    private boolean copy(Memory from, Memory to, int bytes) {
        for (int at = 0; at < bytes; at += CHUNK) {
            if (stopRequest.reason() != null) {
                return false;
            }
            to.copyFrom(from, at, Math.min(CHUNK, bytes - at));
        }
        return true;
    }

    private void settle(NativeKernel.Instance instance) {
        Memory memory = instance.store().memory();
        JvmKernel moved = new JvmKernel(memory);
        nativeStore = CLEANER.register(this, instance.store()::close);
        kernel = moved;
        longRun = instance.run();
        if (placement.jit().isOn()) {
            jit = newJit(new NativeCode(placement.kernel().engine(), instance.store()), memory);
        }
        budget.moveTo(memory);
        stopRequest.moveTo(memory);
    }

    // --- compiled code on the JVM ---

    private void compileHere() {
        HeapMemory memory = (HeapMemory) kernel.memory;
        KernelRunner runner = (KernelRunner) memory;
        CodeTable codeTable = new CodeTable();
        longRun = ChicoryCode.function(() -> runner.run(codeTable));
        jit = newJit(new ChicoryCode(memory, codeTable), memory);
    }

    /**
     * Moves the guest to where its compiled code will run, now, and puts code in place that was prepared for what it
     * has loaded. Does nothing if hot code is not to be compiled, or moving has to wait. While the guest does not run.
     */
    void place(PreparedCode code) {
        if (longRun == null && placement.jit().isOn()) {
            stopRequest.begin();
            settleNow();
            stopRequest.end();
        }
        if (jit != null) {
            Carriers.run(() -> jit.place(code), stopRequest::interrupt);
        }
    }

    private void settleNow() {
        NativeKernel target = placement.kernel();
        if (target != null && target.await()) {
            move();
        } else if (target == null || !placement.isRequired()) {
            compileHere();
        }
    }

    /** The code that is in place; empty if the guest has none. */
    PreparedCode prepare() {
        return jit == null ? PreparedCode.NONE : jit.prepare();
    }

    private Jit newJit(CodeEngine engine, Memory memory) {
        return new Jit(engine, memory, placement.jit(), placement.codeCache(), statistics);
    }

    /** What the compiler of hot code has done so far. While the guest pauses. */
    CompilationStatistics compilation() {
        return jit == null ? statistics.snapshot(0) : jit.statistics();
    }

    /** Ends the native memory, if there is one. The guest must not be used any more. */
    void close() {
        stopRequest.close();
        if (jit != null) {
            jit.close();
        }
        if (nativeStore != null) {
            nativeStore.clean();
        }
    }
}
