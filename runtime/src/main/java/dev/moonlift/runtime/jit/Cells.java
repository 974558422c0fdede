package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Tag;
import java.util.Arrays;

/** Values by number: tags and payloads. */
final class Cells {
    private final int[] tags;
    private final long[] payloads;

    Cells(int count) {
        tags = new int[count];
        payloads = new long[count];
    }

    /** One value of which nothing is known. */
    static Cells unknown() {
        return one(Rehearsal.UNKNOWN, 0);
    }

    static Cells one(int tag, long payload) {
        Cells result = new Cells(1);
        result.set(0, tag, payload);
        return result;
    }

    int count() {
        return tags.length;
    }

    int tag(int cell) {
        return tags[cell];
    }

    long payload(int cell) {
        return payloads[cell];
    }

    double number(int cell) {
        return tags[cell] == Tag.FLOAT ? Double.longBitsToDouble(payloads[cell]) : payloads[cell];
    }

    boolean isNumber(int cell) {
        return tags[cell] == Tag.INTEGER || tags[cell] == Tag.FLOAT;
    }

    void set(int cell, int tag, long payload) {
        tags[cell] = tag;
        // What has none in memory may have anything there.
        payloads[cell] = tag >= Tag.NIL && tag <= Tag.TRUE ? 0 : payload;
    }

    void setFloat(int cell, double value) {
        set(cell, Tag.FLOAT, Double.doubleToRawLongBits(value));
    }

    void copy(int cell, Cells from, int other) {
        set(cell, from.tags[other], from.payloads[other]);
    }

    /** Those from a number on. */
    Cells from(int first) {
        Cells rest = new Cells(count() - first);
        for (int n = 0; n < rest.count(); n++) {
            rest.copy(n, this, first + n);
        }
        return rest;
    }

    boolean isSame(Cells other) {
        return Arrays.equals(tags, other.tags) && Arrays.equals(payloads, other.payloads);
    }
}
