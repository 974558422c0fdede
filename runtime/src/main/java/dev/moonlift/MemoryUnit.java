package dev.moonlift;

/** Units of memory. */
public enum MemoryUnit {
    /** Single bytes. */
    BYTES(0),
    /** 1,024 bytes. */
    KiB(10),
    /** 1,048,576 bytes. */
    MiB(20),
    /** 1,073,741,824 bytes. */
    GiB(30);

    private final int shift;

    MemoryUnit(int shift) {
        this.shift = shift;
    }

    /**
     * An amount of this unit in bytes.
     *
     * @throws ArithmeticException if a long cannot hold it
     */
    public long toBytes(long amount) {
        return Math.multiplyExact(amount, 1L << shift);
    }
}
