package dev.moonlift.runtime.jit.chicory;

/** How many loads and stores of a function may be in place: so many that it does not become too long. */
final class AccessBudget {
    /** By how many bytes an access in place is longer than a call, about. */
    private static final int COST = 12;

    private int most = DirectAccess.isUsed() ? Integer.MAX_VALUE : 0;
    private int used;

    /** The most there may be. */
    int most() {
        return most;
    }

    /** So many there are. */
    void use(int accesses) {
        used = accesses;
    }

    /** The function has turned out too long: whether it can be shorter, with fewer. */
    boolean shrink(int bytes) {
        boolean isShorter = used > 0;
        most = Math.max(0, used - 1 - bytes / COST);
        return isShorter;
    }
}
