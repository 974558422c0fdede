package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.translate.ProgramTranslator;
import java.util.BitSet;

/** Which numbers in a guest's table of code are taken. They are not given back: stores keep code until they close. */
final class CodeNumbers {
    /** 0 stands for no code. */
    private static final int FIRST = 1;

    private final BitSet taken = new BitSet();

    /** Takes numbers in a row; false, and takes none, if one of them is taken. */
    boolean take(int first, int count) {
        if (!isFree(first, count)) {
            return false;
        }
        taken.set(first, first + count);
        return true;
    }

    private boolean isFree(int first, int count) {
        int next = taken.nextSetBit(first);
        return next < 0 || next >= first + count;
    }

    /**
     * The first of so many free numbers in a row, -1 if there are none. A key says where they are looked for: so what
     * is compiled has the same numbers in all guests, whatever they have compiled before, and can be shared.
     *
     * @param count at least 1
     */
    int find(String key, int count) {
        int places = ProgramTranslator.CODE_SLOTS - count - FIRST + 1;
        for (int i = 0; i < places; i++) {
            int first = FIRST + (Math.floorMod(key.hashCode(), places) + i) % places;
            if (isFree(first, count)) {
                return first;
            }
        }
        return -1;
    }
}
