package dev.moonlift.runtime.host;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;

/**
 * The fuel of one call into a guest, handed out in slices.
 *
 * <p>The guest counts down in {@code State.FUEL}; what is not in its slice waits here. A slice may be overdrawn: the
 * debt comes off what waits, and the budget is used up once that is below zero. So it runs out at the same count
 * however it is sliced.
 */
final class Budget {
    /** Units of a slice, unless there is a reason for another size. */
    static final int SLICE = 1_000_000;

    private Memory memory;
    private long limit;
    private long waiting;

    Budget(Memory memory) {
        this.memory = memory;
    }

    /** The guest's bytes have moved. */
    void moveTo(Memory target) {
        memory = target;
    }

    /** Begins with this many units, 0 or more, and grants the first slice, of so many units at most. */
    void begin(long units, int slice) {
        limit = units;
        waiting = units;
        memory.putInt(State.FUEL, 0);
        grant(slice);
    }

    /**
     * Takes back what is left of the slice, or the debt, and grants the next one, of so many units at most. If nothing
     * is left, the slice is the debt, so that the guest stops where it would have stopped without this.
     */
    void grant(int units) {
        waiting += memory.getInt(State.FUEL);
        int slice = (int) Math.max(Integer.MIN_VALUE, Math.min(units, waiting));
        waiting -= slice;
        memory.putInt(State.FUEL, slice);
        memory.putInt(State.FUEL_FLOOR, (int) -Math.max(0, Math.min(Integer.MAX_VALUE, waiting)));
    }

    /** Whether more was used than there was. */
    boolean isUsedUp() {
        return waiting + memory.getInt(State.FUEL) < 0;
    }

    /** Takes units that the host's own work costs the guest. */
    void charge(int units) {
        long left = (long) memory.getInt(State.FUEL) - units;
        memory.putInt(State.FUEL, (int) Math.max(left, Integer.MIN_VALUE));
    }

    /** Units used since {@link #begin}, at most as many as there were. */
    long used() {
        return Math.min(limit, limit - waiting - memory.getInt(State.FUEL));
    }

    long limit() {
        return limit;
    }
}
