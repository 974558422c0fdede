package dev.moonlift.runtime.kernel.heap;

/** The header of a page of small cells. */
public final class Block {
    /** int: the first free cell, whose first int is the address of the next one; 0 at the end. */
    public static final int FREE = 0;
    /** ints: links of the list of blocks of the class that have free cells. */
    public static final int NEXT = 4;

    public static final int PREVIOUS = 8;
    /** int: cells in use. */
    public static final int LIVE = 12;

    public static final int BYTES = 16;

    private Block() {}
}
