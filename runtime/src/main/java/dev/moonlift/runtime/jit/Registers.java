package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the registers of the function are at one place of the code, and the fuel that is left. */
final class Registers {
    private final Kind[] kinds;
    /** Unboxed values; null for registers that are in their slots. */
    private final Value[] values;
    /** Whether the slot of an unboxed register may hold something older. */
    private final boolean[] dirty;

    private Value fuel;

    Registers(int count) {
        kinds = new Kind[count];
        Arrays.fill(kinds, Kind.ANY);
        values = new Value[count];
        dirty = new boolean[count];
    }

    private Registers(Registers other) {
        kinds = other.kinds.clone();
        values = other.values.clone();
        dirty = other.dirty.clone();
        fuel = other.fuel;
    }

    Registers copy() {
        return new Registers(this);
    }

    int count() {
        return kinds.length;
    }

    /** The kinds of all registers, as they are now. */
    Kind[] kinds() {
        return kinds.clone();
    }

    Kind kind(int register) {
        return kinds[register];
    }

    Value value(int register) {
        return values[register];
    }

    boolean isDirty(int register) {
        return dirty[register];
    }

    /** The register has a value that its slot does not. */
    void define(int register, Kind kind, Value value) {
        kinds[register] = kind;
        values[register] = value;
        dirty[register] = true;
    }

    /** The register has the value that its slot has too. */
    void load(int register, Kind kind, Value value) {
        define(register, kind, value);
        dirty[register] = false;
    }

    /** The register is in its slot. */
    void forget(int register) {
        kinds[register] = Kind.ANY;
        values[register] = null;
        dirty[register] = false;
    }

    void forgetFrom(int register) {
        for (int r = register; r < kinds.length; r++) {
            forget(r);
        }
    }

    void clean(int register) {
        dirty[register] = false;
    }

    Value fuel() {
        return fuel;
    }

    void setFuel(Value fuel) {
        this.fuel = fuel;
    }

    /**
     * The values that an edge passes to a block that expects these kinds. Registers that it expects in slots are there.
     */
    Edge edgeTo(Block block, Kind[] expected) {
        List<Value> arguments = new ArrayList<>();
        arguments.add(fuel);
        for (int r = 0; r < expected.length; r++) {
            if (expected[r] != Kind.ANY) {
                arguments.add(values[r]);
            }
        }
        return new Edge(block, arguments);
    }
}
