package dev.moonlift.runtime.host;

/**
 * Makes sure that the running thread has stack enough for a call into a guest. Running out of it in the middle of a
 * kernel operation would leave the guest in an unknown state; running out of it here leaves everything as it was.
 */
final class StackProbe {
    /** Frames of {@link #descend}, which take some 100 bytes each or more. */
    private static final int FRAMES = 400;

    private StackProbe() {}

    /**
     * Does nothing.
     *
     * @throws StackOverflowError if less than some 40 KB of stack are left
     */
    static void check() {
        if (descend(FRAMES, 1, 2, 3, 4, 5, 6, 7, 8) == 0) {
            throw new IllegalStateException("the probe went wrong");
        }
    }

    /** All parameters are needed after the recursive call, so each frame holds them. */
    private static long descend(int left, long a, long b, long c, long d, long e, long f, long g, long h) {
        if (left == 0) {
            return 1;
        }
        long below = descend(left - 1, b + left, c ^ a, d + b, e ^ c, f + d, g ^ e, h + f, a + 1);
        return below | (a ^ left) + b * c + d * e + f * g + h;
    }
}
