package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.AliasClass;
import dev.moonlift.wasm.ir.GlobalVariable;
import dev.moonlift.wasm.ir.MemoryAccess;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of memory and globals at a place in a graph: which values loads would give.
 *
 * <p>Two accesses are taken for the same memory unless they have the same base and their ranges do not overlap, or are
 * of different classes: an address is the sum of base and offset without wrap-around. Base null stands for 0: the
 * offset is the address.
 *
 * <p>Only so many places are known at a time, the oldest is forgotten first: every access looks at all.
 */
final class KnownMemory {
    private static final int MAXIMAL_PLACES = 48;

    private final List<Place> places = new ArrayList<>();
    private final List<Global> globals = new ArrayList<>();

    /** The value that a load would give. */
    private record Place(WasmOp load, Value base, long offset, AliasClass part, Value value) {

        boolean is(WasmOp otherLoad, Value otherBase, long otherOffset) {
            return offset == otherOffset && base == otherBase && load == otherLoad;
        }

        boolean mayOverlap(Store store) {
            if (part != null && store.part != null && !part.equals(store.part)) {
                return false;
            }
            return base != store.base
                    || store.offset < offset + MemoryAccess.bytes(load)
                            && offset < store.offset + MemoryAccess.bytes(store.op);
        }
    }

    /** Where something is stored. */
    record Store(WasmOp op, Value base, long offset, AliasClass part) {}

    /** The value that a global has. */
    private record Global(GlobalVariable variable, Value value) {}

    KnownMemory copy() {
        KnownMemory copy = new KnownMemory();
        copy.places.addAll(places);
        copy.globals.addAll(globals);
        return copy;
    }

    /** Forgets what others do not know, too. */
    void retain(KnownMemory other) {
        places.retainAll(other.places);
        globals.retainAll(other.globals);
    }

    void forgetMemory() {
        places.clear();
    }

    void forgetGlobals() {
        globals.clear();
    }

    /** What a load gives, or null: then its result is known from now on. */
    Value load(WasmOp load, Value base, long offset, AliasClass part, Value result) {
        for (int i = places.size() - 1; i >= 0; i--) {
            if (places.get(i).is(load, base, offset)) {
                return places.get(i).value();
            }
        }
        add(new Place(load, base, offset, part, result));
        return null;
    }

    /** @param isByte whether the value is a byte as it is loaded with its sign */
    void store(Store store, Value value, boolean isByte) {
        forget(store);
        WasmOp load = inverse(store.op, isByte);
        if (load != null) {
            add(new Place(load, store.base, store.offset, store.part, value));
        }
    }

    /** Forgets what something that is stored may overwrite. */
    void forget(Store store) {
        places.removeIf(place -> place.mayOverlap(store));
    }

    /** The load that gives what was stored; null where it would give only a part of that. */
    private static WasmOp inverse(WasmOp store, boolean isByte) {
        return switch (store) {
            case I32_STORE8 -> isByte ? WasmOp.I32_LOAD8_S : null;
            case I32_STORE -> WasmOp.I32_LOAD;
            case I64_STORE -> WasmOp.I64_LOAD;
            case F32_STORE -> WasmOp.F32_LOAD;
            case F64_STORE -> WasmOp.F64_LOAD;
            default -> null;
        };
    }

    private void add(Place place) {
        if (places.size() == MAXIMAL_PLACES) {
            places.remove(0);
        }
        places.add(place);
    }

    /** What reading a global gives, or null: then the result is known from now on. */
    Value read(GlobalVariable variable, Value result) {
        for (int i = 0; i < globals.size(); i++) {
            if (globals.get(i).variable().equals(variable)) {
                return globals.get(i).value();
            }
        }
        globals.add(new Global(variable, result));
        return null;
    }

    void write(GlobalVariable variable, Value value) {
        globals.removeIf(global -> global.variable().equals(variable));
        globals.add(new Global(variable, value));
    }
}
