package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;

/** Sets of bytes as maps, a bit for each byte; and the maps of the classes of patterns, which are made at boot. */
public final class ClassMaps {
    /** The letters a c d g l p s u w x z of classes, as bits counted from 'a', in the order of the maps. */
    private static final int LETTERS =
            1 | 1 << 2 | 1 << 3 | 1 << 6 | 1 << 11 | 1 << 15 | 1 << 18 | 1 << 20 | 3 << 22 | 1 << 25;

    private final Memory mem;

    public ClassMaps(Memory mem) {
        this.mem = mem;
    }

    /** Fills the maps of the classes, which are zero. */
    void boot() {
        for (int letter = 'A'; letter <= 'z'; letter++) {
            if (CharClass.isClassLetter(letter)) {
                fill(of(letter), letter);
            }
        }
    }

    private void fill(int map, int letter) {
        for (int c = 0; c < 256; c++) {
            if (CharClass.isOfClass(c, letter)) {
                add(map, c);
            }
        }
    }

    /** The map of a class: its place is the number of class letters below, those in upper case behind all others. */
    int of(int letter) {
        int below = LETTERS & (1 << (letter | 0x20) - 'a') - 1;
        int number = Integer.bitCount(below) + (CharClass.isUpper(letter) ? StringScratch.CLASS_COUNT / 2 : 0);
        return mem.getInt(State.STRING_SCRATCH) + StringScratch.CLASS_MAPS + StringScratch.MAP_BYTES * number;
    }

    // --- any map ---

    void clear(int map) {
        mem.fill(map, 0, StringScratch.MAP_BYTES);
    }

    void add(int map, int c) {
        int at = map + (c >> 3);
        mem.putByte(at, mem.getByte(at) | 1 << (c & 7));
    }

    boolean has(int map, int c) {
        return (mem.getByte(map + (c >> 3)) >> (c & 7) & 1) != 0;
    }

    /** Whether there is a byte in both of two maps. */
    boolean shareMember(int map, int other) {
        long shared = 0;
        for (int i = 0; i < StringScratch.MAP_BYTES; i += 8) {
            shared |= mem.getLong(map + i) & mem.getLong(other + i);
        }
        return shared != 0;
    }

    /** Adds all bytes of another map. */
    void addAll(int map, int other) {
        for (int i = 0; i < StringScratch.MAP_BYTES; i += 8) {
            mem.putLong(map + i, mem.getLong(map + i) | mem.getLong(other + i));
        }
    }

    void invert(int map) {
        for (int i = 0; i < StringScratch.MAP_BYTES; i += 8) {
            mem.putLong(map + i, ~mem.getLong(map + i));
        }
    }
}
