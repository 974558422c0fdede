package dev.moonlift.frontend.lua.compile;

import java.util.Arrays;

/** A place in the code that jumps go to, whether it is known yet or not. */
final class Target {
    private static final int UNPLACED = -1;
    private static final int[] NONE = {};

    private int pc = UNPLACED;
    private int[] jumps = NONE;
    private int count;

    boolean isPlaced() {
        return pc != UNPLACED;
    }

    int pc() {
        return pc;
    }

    void place(int address) {
        pc = address;
    }

    /** Remembers a jump to be completed once the place is known. */
    void addJump(int address) {
        if (count == jumps.length) {
            jumps = Arrays.copyOf(jumps, Math.max(2, count * 2));
        }
        jumps[count++] = address;
    }

    boolean hasJumps() {
        return count > 0;
    }

    int jumpCount() {
        return count;
    }

    int jump(int index) {
        return jumps[index];
    }
}
