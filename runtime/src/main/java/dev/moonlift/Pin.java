package dev.moonlift;

import java.lang.ref.Cleaner;

/** A place in the guest's registry where a value is kept alive for a Java object. */
final class Pin {
    private static final Cleaner CLEANER = Cleaner.create();

    private final int index;
    private final long address;
    private final int tag;
    private final Cleaner.Cleanable release;
    private volatile boolean released;

    /**
     * A pin.
     *
     * @param index key in the registry
     * @param address payload of the value, which identifies it
     * @param tag the value's tag
     * @param releases told once that the place is free again, by any thread
     */
    Pin(int index, long address, int tag, Registry.Releases releases) {
        this.index = index;
        this.address = address;
        this.tag = tag;
        this.release = CLEANER.register(this, () -> releases.add(index));
    }

    int index() {
        if (released) {
            throw new IllegalStateException("this reference was released");
        }
        return index;
    }

    long address() {
        return address;
    }

    int tag() {
        return tag;
    }

    void release() {
        released = true;
        release.clean();
    }
}
