package dev.moonlift.runtime.kernel.lib;

/** Positions in strings as programs give them: from 1, and from the end when negative (manual §6.4). */
final class StringPosition {
    private StringPosition() {}

    /** Where a range begins: at least 1, and perhaps beyond the end. */
    static long start(long position, int length) {
        if (position > 0) {
            return position;
        }
        return position == 0 || position < -(long) length ? 1 : length + position + 1;
    }

    /** Where a range ends: from 0 to the length. */
    static int end(long position, int length) {
        if (position > length) {
            return length;
        }
        if (position >= 0) {
            return (int) position;
        }
        return position < -(long) length ? 0 : (int) (length + position + 1);
    }
}
