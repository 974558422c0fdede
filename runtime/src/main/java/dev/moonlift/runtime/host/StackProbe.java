package dev.moonlift.runtime.host;

/**
 * Makes sure that the running thread has stack enough for a call into a guest. Running out of it in the middle of a
 * kernel operation would leave the guest in an unknown state; running out of it here leaves everything as it was.
 */
final class StackProbe {
    /** Frames of {@link #descend}, which take some 25 bytes each or more. */
    private static final int FRAMES = 200;

    private StackProbe() {}

    /**
     * Does nothing.
     *
     * @throws StackOverflowError if less than some 5 KB of stack are left, above what the JVM keeps for itself
     */
    static void check() {
        if (descend(FRAMES, FRAMES) < 0) {
            throw new IllegalStateException("the probe went wrong");
        }
    }

    /** What is computed after the recursive call keeps the compiler from doing without frames. */
    private static int descend(int left, int sum) {
        return left == 0 ? 0 : (descend(left - 1, sum ^ left) & 0xFF) + (sum & 1);
    }
}
