package dev.moonlift.runtime.kernel.twin;

/** Something that runs the translated kernel. */
interface TwinEngine {
    /** Why it cannot be used on this machine; null if it can. */
    String problem();

    /** What it runs. */
    Translation translation();

    /**
     * A kernel over a new memory of zeros.
     *
     * @param initial size of the memory in bytes; at least a page is there
     * @param maximum size in bytes beyond which it never grows, but for the rest of a page
     * @param signals see {@link TwinKernel}
     */
    TwinKernel newKernel(int initial, int maximum, RuntimeException[] signals);
}
