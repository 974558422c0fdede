package dev.moonlift.runtime.kernel.interp;

/** What the host wants when it enters the kernel. */
public final class EntryRequest {
    /** Call the function at ENTRY_FUNCTION with the ENTRY_COUNT arguments above it. */
    public static final int CALL = 1;
    /** Go on after the exit FUEL. */
    public static final int RESUME = 2;
    /** Go on after the exit HOST_CALL: the host has put ENTRY_COUNT results at REQUEST_BASE. */
    public static final int RESUME_AFTER_HOST = 3;
    /** Go on after the exit HOST_CALL with the error in ERROR_VALUE. */
    public static final int RESUME_WITH_ERROR = 4;

    private EntryRequest() {}
}
