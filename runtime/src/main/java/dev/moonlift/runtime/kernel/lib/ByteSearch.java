package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.memory.Memory;

/** Looking for bytes in bytes, eight at a time. */
public final class ByteSearch {
    /** So many bytes are looked at between two looks at the fuel. */
    static final int CHUNK = 1 << 16;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** What it costs to look closer at one place, in bytes scanned. */
    private static final int CANDIDATE_COST = 8;

    private final Memory mem;
    private final Fuel fuel;

    public ByteSearch(Memory mem, Fuel fuel) {
        this.mem = mem;
        this.fuel = fuel;
    }

    /**
     * Address of the first byte {@code wanted} from {@code from} up to but without {@code to}; {@code to} if there is
     * none. Charges nothing: the caller keeps the distance small, or charges.
     */
    int indexOf(int from, int to, int wanted) {
        long pattern = wanted * ONES;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long difference = mem.getLong(at) ^ pattern;
            // The lowest bit set marks the first byte that is zero; bits above it may mark others wrongly.
            long zeros = difference - ONES & ~difference & HIGH_BITS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >> 3);
            }
        }
        while (at < to && mem.getUnsignedByte(at) != wanted) {
            at++;
        }
        return Math.min(at, to);
    }

    /**
     * Address of the first place where the {@code length} bytes at {@code needle}, at least one, stand between
     * {@code from} and {@code to}; 0 if there is none. Charges for what it looks at.
     */
    int find(int from, int to, int needle, int length) {
        int first = mem.getUnsignedByte(needle);
        int last = to - length + 1;
        int at = from;
        int cost = 0;
        while (at < last) {
            int stop = at + Math.min(last - at, CHUNK);
            int hit = indexOf(at, stop, first);
            cost = pay(cost + hit - at + CANDIDATE_COST);
            if (hit < stop) {
                if (length == 1 || equal(hit, needle, length)) {
                    return hit;
                }
                hit++;
            }
            at = hit;
        }
        return 0;
    }

    /** Whether two ranges hold the same bytes. Charges for those that it compares. */
    boolean equal(int a, int b, int length) {
        int done = 0;
        while (done < length) {
            int piece = Math.min(length - done, CHUNK);
            int same = common(a + done, b + done, piece);
            fuel.chargeBytes(same);
            if (same < piece) {
                return false;
            }
            done += piece;
        }
        return true;
    }

    /** How many bytes are the same at the beginning, to within eight; {@code length} only if all are. */
    private int common(int a, int b, int length) {
        int i = 0;
        while (i + 8 <= length && mem.getLong(a + i) == mem.getLong(b + i)) {
            i += 8;
        }
        if (i + 8 <= length) {
            return i;
        }
        while (i < length && mem.getByte(a + i) == mem.getByte(b + i)) {
            i++;
        }
        return i;
    }

    /** Charges for whole units and returns what is left over. */
    private int pay(int bytes) {
        if (bytes >= FuelCost.BYTES_PER_UNIT) {
            fuel.chargeBytes(bytes);
        }
        return bytes % FuelCost.BYTES_PER_UNIT;
    }
}
