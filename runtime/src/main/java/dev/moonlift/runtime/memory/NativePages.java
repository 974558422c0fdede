package dev.moonlift.runtime.memory;

import java.nio.ByteBuffer;

/** A WebAssembly memory of a native engine: pages of 64 KiB outside the Java heap, which stay where they are. */
public interface NativePages {
    /** Bytes of a page of WebAssembly. */
    int PAGE = 1 << 16;

    /** All bytes that are there now, in a new direct buffer. It is good as long as the engine keeps the memory. */
    ByteBuffer buffer();

    /**
     * Adds pages of zeros at the end.
     *
     * @return whether there was room
     */
    boolean grow(int pages);

    /** The number of whole pages that hold so many bytes. */
    static int pagesFor(int bytes) {
        return (int) (((long) bytes + PAGE - 1) / PAGE);
    }
}
