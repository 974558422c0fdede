package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.memory.Memory;

/** {@code collectgarbage} (manual §6.1). A call of a builtin is a safepoint, so it may collect at once. */
public final class CollectorLibrary {
    private static final int STEP_FINALIZED = 1;
    /** What a step is charged for, at least. */
    private static final int STEP_BYTES = 512 * 1024;

    private static final int INCREMENTAL = 1;
    private static final int GENERATIONAL = 2;

    private final Memory mem;
    private final Value values;
    private final Collector collector;
    private final Calls calls;
    private final Arguments arguments;
    private final Errors errors;
    private final Fuel fuel;

    public CollectorLibrary(
            Memory mem, Value values, Collector collector, Calls calls, Arguments arguments, Errors errors, Fuel fuel) {
        this.mem = mem;
        this.values = values;
        this.collector = collector;
        this.calls = calls;
        this.arguments = arguments;
        this.errors = errors;
        this.fuel = fuel;
    }

    public int collectGarbage(int func, int count) {
        int option = arguments.optionalString(func, count, 1);
        if (mem.getInt(State.FINALIZING) != 0 && isOption(option)) {
            values.setNil(func);
            return 1;
        }
        if (option == 0 || option == errors.text(Name.GC_COLLECT)) {
            clearSpareSlots(func, count);
            chargeCollection(mem.getInt(State.USED));
            collector.full();
            return finalizeThen(func, count, 0);
        }
        if (option == errors.text(Name.GC_STEP)) {
            int kilobytes = (int) Math.max(0, Math.min(1 << 20, arguments.optionalInteger(func, count, 2, 0)));
            chargeCollection(Math.max(STEP_BYTES, Math.min(kilobytes << 10, mem.getInt(State.USED))));
            int finished = collector.stepOf(kilobytes);
            return finalizeThen(func, count, finished == 0 ? 1 : 2);
        }
        if (option == errors.text(Name.GC_COUNT)) {
            values.setFloat(func, mem.getInt(State.USED) / 1024.0);
            return 1;
        }
        return control(func, count, option);
    }

    /** In a finalizer the collector refuses everything, as the reference implementation does. */
    private boolean isOption(int option) {
        return option == 0
                || option == errors.text(Name.GC_COLLECT)
                || option == errors.text(Name.GC_STEP)
                || option == errors.text(Name.GC_COUNT)
                || option == errors.text(Name.GC_STOP)
                || option == errors.text(Name.GC_RESTART)
                || option == errors.text(Name.GC_ISRUNNING)
                || option == errors.text(Name.GC_SETPAUSE)
                || option == errors.text(Name.GC_SETSTEPMUL)
                || option == errors.text(Name.GC_INCREMENTAL)
                || option == errors.text(Name.GC_GENERATIONAL);
    }

    /**
     * What earlier calls left where nothing is yet, and earlier operations in the scratch slots, would keep its objects
     * alive.
     */
    private void clearSpareSlots(int func, int count) {
        int end = func + (count + 1 << Layout.SLOT_SHIFT);
        mem.putInt(State.TOP, end);
        values.clear(end, mem.getInt(mem.getInt(State.FRAME) + Frame.TOP));
        values.clear(State.SCRATCH_SLOTS, State.SCRATCH_SLOTS_END);
    }

    /** Runs the finalizers that are due, then answers: 0 the integer 0, 1 false, 2 true. */
    private int finalizeThen(int func, int count, int answer) {
        int callee = func + (count + 1 << Layout.SLOT_SHIFT);
        values.set(callee, Builtin.FINALIZE, Tag.BUILTIN);
        return calls.callFromBuiltin(func, callee, 0, STEP_FINALIZED + answer);
    }

    public int collectGarbageStep(int func, int count, int step, int callee, int results) {
        int answer = step - STEP_FINALIZED;
        if (answer == 0) {
            values.setInteger(func, 0);
        } else {
            values.setBoolean(func, answer == 2);
        }
        return 1;
    }

    private int control(int func, int count, int option) {
        int stopped = mem.getInt(State.GC_STOPPED);
        if (option == errors.text(Name.GC_STOP)) {
            mem.putInt(State.GC_STOPPED, stopped | 1);
            values.setInteger(func, 0);
        } else if (option == errors.text(Name.GC_RESTART)) {
            mem.putInt(State.GC_STOPPED, stopped & ~1);
            values.setInteger(func, 0);
        } else if (option == errors.text(Name.GC_ISRUNNING)) {
            values.setBoolean(func, stopped == 0);
        } else if (option == errors.text(Name.GC_SETPAUSE)) {
            exchange(func, count, State.PAUSE);
        } else if (option == errors.text(Name.GC_SETSTEPMUL)) {
            exchange(func, count, State.STEP_MULTIPLIER);
        } else if (option == errors.text(Name.GC_INCREMENTAL)) {
            incremental(func, count);
        } else if (option == errors.text(Name.GC_GENERATIONAL)) {
            changeMode(func, GENERATIONAL);
        } else {
            return errors.argumentOption(func, 1, option);
        }
        return 1;
    }

    private void exchange(int func, int count, int parameter) {
        int old = mem.getInt(parameter);
        mem.putInt(parameter, clip(arguments.optionalInteger(func, count, 2, 0)));
        values.setInteger(func, old);
    }

    private static int clip(long value) {
        return (int) Math.max(0, Math.min(value, 1000));
    }

    private void incremental(int func, int count) {
        long pause = arguments.optionalInteger(func, count, 2, 0);
        long multiplier = arguments.optionalInteger(func, count, 3, 0);
        long size = arguments.optionalInteger(func, count, 4, 0);
        if (pause != 0) {
            mem.putInt(State.PAUSE, clip(pause));
        }
        if (multiplier != 0) {
            mem.putInt(State.STEP_MULTIPLIER, clip(multiplier));
        }
        if (size != 0) {
            mem.putInt(State.STEP_SIZE, (int) Math.max(0, Math.min(size, 24)));
        }
        changeMode(func, INCREMENTAL);
    }

    private void changeMode(int func, int mode) {
        int old = mem.getInt(State.GC_MODE);
        mem.putInt(State.GC_MODE, mode);
        values.setObject(func, errors.text(old == GENERATIONAL ? Name.GC_GENERATIONAL : Name.GC_INCREMENTAL));
    }

    /** Collecting at the guest's wish costs fuel, or a loop of it would run for free. */
    private void chargeCollection(int bytes) {
        int units = 1 + bytes / FuelCost.COLLECTED_BYTES_PER_UNIT;
        fuel.charge(units);
        mem.putLong(State.COLLECTION_FUEL, mem.getLong(State.COLLECTION_FUEL) + units);
    }
}
