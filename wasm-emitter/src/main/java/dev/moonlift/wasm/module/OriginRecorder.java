package dev.moonlift.wasm.module;

import java.util.Arrays;

/** Collects the entries of an {@link OriginMap} while instructions are written. */
final class OriginRecorder {
    private int[] offsets = new int[64];
    private int[] origins = new int[64];
    private int count;
    private int last = Insn.NO_ORIGIN;
    private int functionStart;

    /** From this offset on instructions come from {@code origin}. Offsets grow, but for {@link #moveFunction}. */
    void at(int offset, int origin) {
        if (origin == last) {
            return;
        }
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
            origins = Arrays.copyOf(origins, 2 * count);
        }
        offsets[count] = offset;
        origins[count++] = origin;
        last = origin;
    }

    /** What follows is another function. */
    void startFunction() {
        functionStart = count;
    }

    /** Moves what the function has recorded, as its length was put in front of it. */
    void moveFunction(int distance) {
        for (int i = functionStart; i < count; i++) {
            offsets[i] += distance;
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Writes what {@link OriginMap} reads. */
    void write(ByteWriter out) {
        out.u32(count);
        int offset = 0;
        long origin = Insn.NO_ORIGIN;
        for (int i = 0; i < count; i++) {
            out.u32(offsets[i] - offset);
            out.s64(origins[i] - origin);
            offset = offsets[i];
            origin = origins[i];
        }
    }
}
