package dev.moonlift;

/** The guest needed more memory than its limit allows, and did not catch the error "not enough memory". */
public final class MemoryLimitException extends LimitException {
    private static final long serialVersionUID = 1L;

    private final long limit;
    private final long used;

    MemoryLimitException(long limit, long used, String traceback) {
        super("memory limit of " + limit + " bytes reached", traceback);
        this.limit = limit;
        this.used = used;
    }

    /** The limit, in bytes. */
    public long limit() {
        return limit;
    }

    /** Bytes in use when the call ended; what was asked for beyond them is not included. */
    public long used() {
        return used;
    }
}
