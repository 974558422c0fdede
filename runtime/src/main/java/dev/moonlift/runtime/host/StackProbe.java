package dev.moonlift.runtime.host;

/**
 * Makes sure that the running thread has stack enough for a call into a guest. Running out of it in the middle of a
 * kernel operation would leave the guest in an unknown state; running out of it here leaves everything as it was.
 *
 * <p>The kernel's operations do not nest deeply, but until they are compiled a dozen interpreted frames may take more
 * than 6 KB, when the probe may long have been compiled. Its frames have to be large in every form.
 */
final class StackProbe {
    /** Frames of {@link #descend}, which keep eight numbers each that no compiler can compute again. */
    private static final int FRAMES = 100;

    private StackProbe() {}

    /**
     * Does nothing.
     *
     * @throws StackOverflowError if less than some 10 KB of stack are left, above what the JVM keeps for itself
     */
    static void check() {
        if (descend(FRAMES, 1, 2, 3, 4, 5, 6, 7, 8) == 0) {
            throw new IllegalStateException("the probe went wrong");
        }
    }

    private static long descend(int left, long a, long b, long c, long d, long e, long f, long g, long h) {
        if (left == 0) {
            return 1;
        }
        long below = descend(left - 1, b + h, c, d, e, f, g, h, a);
        return (below ^ a ^ b ^ c ^ d ^ e ^ f ^ g ^ h) | 1;
    }
}
