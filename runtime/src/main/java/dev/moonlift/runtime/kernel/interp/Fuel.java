package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Fuel for library work. The interpreter itself counts calls and back-edges and leaves when the slice is used up; a
 * builtin in the middle of its work goes on below zero, as far as the guest's whole budget allows, so that a slice's
 * end never splits an operation. It is stopped at that floor, or when the host has asked for an interrupt.
 */
public final class Fuel {
    private final Memory mem;

    public Fuel(Memory mem) {
        this.mem = mem;
    }

    /**
     * Takes units, 0 or more.
     *
     * @throws Signal STOP
     */
    @Inline
    public void charge(int units) {
        int fuel = mem.getInt(State.FUEL);
        if (fuel >= units && mem.getInt(State.INTERRUPT) == 0) {
            mem.putInt(State.FUEL, fuel - units);
        } else {
            chargeLast(units);
        }
    }

    /** The same at the end of a slice, or where the guest is to stop. */
    private void chargeLast(int units) {
        long left = (long) mem.getInt(State.FUEL) - units;
        mem.putInt(State.FUEL, (int) Math.max(left, Integer.MIN_VALUE));
        if (left < 0) {
            checkStop(left);
        } else if (mem.getInt(State.INTERRUPT) != 0) {
            throw Signal.STOP;
        }
    }

    private void checkStop(long left) {
        if (left < mem.getInt(State.FUEL_FLOOR) || mem.getInt(State.INTERRUPT) != 0) {
            throw Signal.STOP;
        }
    }

    /** Takes what it costs to copy, scan or compare bytes. */
    public void chargeBytes(int bytes) {
        charge(bytes / FuelCost.BYTES_PER_UNIT);
    }

    /** Takes what it costs to touch table elements. */
    public void chargeElements(int elements) {
        charge(elements / FuelCost.ELEMENTS_PER_UNIT);
    }
}
