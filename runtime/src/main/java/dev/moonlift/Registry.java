package dev.moonlift;

import dev.moonlift.runtime.host.Guest;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.table.Tables;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The guest's objects that Java holds on to: values under integer keys of the guest's registry table.
 *
 * <p>Releases come from any thread, the cleaner's mostly; they queue until the thread that uses the sandbox applies
 * them. A free place holds {@code false}, so that taking it needs no memory.
 */
final class Registry {
    private static final int FIRST_PLACES = 64;

    private final Guest guest;
    private final Releases releases = new Releases();
    private int[] free = new int[FIRST_PLACES];
    private int freeCount;
    private int places;

    Registry(Guest guest) {
        this.guest = guest;
    }

    private Tables tables() {
        return guest.kernel().tables;
    }

    private Value values() {
        return guest.kernel().values;
    }

    /** Places to be freed. */
    static final class Releases {
        private final Queue<Integer> queue = new ConcurrentLinkedQueue<>();

        void add(int index) {
            queue.add(index);
        }
    }

    /** Frees what was released, and sees to it that many places are free, while memory can still be collected. */
    void prepare() {
        for (Integer index = releases.queue.poll(); index != null; index = releases.queue.poll()) {
            vacate(index);
        }
        if (freeCount < FIRST_PLACES / 2) {
            guest.allocating(() -> {
                addPlaces();
                return 0;
            });
        }
    }

    private void addPlaces() {
        while (freeCount < FIRST_PLACES) {
            vacate(places + 1);
            places++;
        }
    }

    private void vacate(int index) {
        values().setBoolean(Marshaller.VALUE, false);
        tables().putInteger(table(), index, Marshaller.VALUE);
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount] = index;
        freeCount++;
    }

    private int table() {
        return values().object(State.REGISTRY);
    }

    /**
     * Keeps the value of a slot alive.
     *
     * @throws dev.moonlift.runtime.kernel.Signal OUT_OF_MEMORY
     */
    Pin pin(int slot) {
        if (freeCount == 0) {
            addPlaces();
        }
        int index = free[freeCount - 1];
        tables().putInteger(table(), index, slot);
        freeCount--;
        return new Pin(index, values().payload(slot), values().tag(slot), releases);
    }

    /** A slot, good until the next operation, with the value of a pin. */
    int slot(Pin pin) {
        int slot = tables().getInteger(table(), pin.index());
        if (values().tag(slot) != pin.tag() || values().payload(slot) != pin.address()) {
            throw new IllegalStateException("the guest's registry was tampered with");
        }
        return slot;
    }
}
