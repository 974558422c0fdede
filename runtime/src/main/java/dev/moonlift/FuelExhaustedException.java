package dev.moonlift;

/** A call used all the fuel that it was given. */
public final class FuelExhaustedException extends LimitException {
    private static final long serialVersionUID = 1L;

    private final long limit;
    private final long used;

    FuelExhaustedException(long limit, long used, String traceback) {
        super("fuel limit of " + limit + " units reached", traceback);
        this.limit = limit;
        this.used = used;
    }

    /** Units that the call was given. */
    public long limit() {
        return limit;
    }

    /** Units that it used. */
    public long used() {
        return used;
    }
}
