package dev.moonlift.runtime.kernel.heap;

/** A word of the page map: kind of run and its length in pages, or for a page of small cells their size class. */
public final class PageWord {
    public static final int KIND = 3 << 28;
    public static final int NONE = 0;
    public static final int FREE = 1 << 28;
    public static final int LARGE = 2 << 28;
    public static final int SMALL = 3 << 28;
    /** What remains is the number of pages, or the size class. */
    public static final int VALUE = (1 << 28) - 1;

    private PageWord() {}
}
