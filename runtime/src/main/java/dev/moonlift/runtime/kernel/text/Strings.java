package dev.moonlift.runtime.kernel.text;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.heap.InternTable;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/** Strings: short ones interned, so that equality is equality of addresses; long ones compared by content. */
public final class Strings {
    /** Long strings hash at most about this many of their bytes. */
    private static final int HASHED_BYTES = 64;
    /** So many bytes, a multiple of eight, {@link #copyFew} copies. */
    public static final int FEW_BYTES = 64;

    private final Memory mem;
    private final Heap heap;
    private final InternTable table;
    private final Collector collector;

    public Strings(Memory mem, Heap heap, InternTable table, Collector collector) {
        this.mem = mem;
        this.heap = heap;
        this.table = table;
        this.collector = collector;
    }

    /** Makes the empty intern table. */
    public void boot(int seed) {
        table.boot();
        mem.putInt(State.HASH_SEED, seed);
    }

    /** The boot string with a number of {@link dev.moonlift.runtime.kernel.Name}. */
    public int name(int number) {
        return mem.getInt(Layout.NAMES + 4 * number);
    }

    public int length(int string) {
        return mem.getInt(string + Str.LENGTH);
    }

    /** Address of the first byte. */
    public int bytes(int string) {
        return string + Str.BYTES;
    }

    /**
     * The string of the bytes at an address, which may lie anywhere in memory. Nothing is called where a short string
     * is there already, as most are.
     */
    public int create(int address, int length) {
        if (length == 1) {
            return ofByte(address);
        }
        if (length > Str.MAX_SHORT) {
            return createLong(address, length);
        }
        int hash = hashShort(address, length);
        int found = findInterned(address, length, hash);
        return found != 0 ? found : addInterned(address, length, hash);
    }

    /** The string of the byte at an address, as programs ask for it that look at text byte by byte. */
    private int ofByte(int address) {
        int place = mem.getInt(State.BYTE_STRINGS) + 4 * mem.getUnsignedByte(address);
        int known = mem.getInt(place);
        if (known != 0) {
            collector.revive(known);
            return known;
        }
        int hash = hashShort(address, 1);
        int found = findInterned(address, 1, hash);
        int string = found != 0 ? found : addInterned(address, 1, hash);
        mem.putInt(place, string);
        return string;
    }

    /**
     * Copies the bytes of a string of few bytes, eight at a time: up to seven more are written behind them. These are
     * read from the string's own storage, whose size is a multiple of eight.
     */
    @Inline
    public void copyFew(int to, int string, int length) {
        for (int i = 0; i < length; i += Long.BYTES) {
            mem.putLong(to + i, mem.getLong(string + Str.BYTES + i));
        }
    }

    private int createLong(int address, int length) {
        int string = allocateLong(length);
        mem.copy(string + Str.BYTES, address, length);
        return string;
    }

    /** A long string whose bytes the caller fills in before anybody sees it. */
    public int allocateLong(int length) {
        if (length > Integer.MAX_VALUE - Str.BYTES) {
            throw Signal.OUT_OF_MEMORY;
        }
        int string = heap.newObject(Tag.LONG_STRING, Str.BYTES + length);
        mem.putInt(string + Str.LENGTH, length);
        mem.putInt(string + Str.HASH, 0);
        return string;
    }

    @Inline
    private int findInterned(int address, int length, int hash) {
        int string = mem.getInt(table.bucket(hash));
        while (string != 0) {
            if (mem.getInt(string + Str.HASH) == hash
                    && mem.getInt(string + Str.LENGTH) == length
                    && sameBytes(string + Str.BYTES, address, length)) {
                collector.revive(string);
                return string;
            }
            string = mem.getInt(string + Header.NEXT);
        }
        return 0;
    }

    private int addInterned(int address, int length, int hash) {
        if (!collector.internTableBusy()) {
            table.grow();
        }
        int string = heap.newShortString(Str.BYTES + length);
        mem.putInt(string + Str.LENGTH, length);
        mem.putInt(string + Str.HASH, hash);
        mem.copy(string + Str.BYTES, address, length);
        int bucket = table.bucket(hash);
        mem.putInt(string + Header.NEXT, mem.getInt(bucket));
        mem.putInt(bucket, string);
        mem.putInt(State.INTERN_COUNT, mem.getInt(State.INTERN_COUNT) + 1);
        return string;
    }

    /** The hash of a string; computed once for a long one. */
    public int hash(int string) {
        if (mem.getByte(string + Header.KIND) == Tag.LONG_STRING && mem.getByte(string + Header.EXTRA2) == 0) {
            mem.putInt(string + Str.HASH, hashLong(string + Str.BYTES, mem.getInt(string + Str.LENGTH)));
            mem.putByte(string + Header.EXTRA2, 1);
        }
        return mem.getInt(string + Str.HASH);
    }

    /** Eight bytes at a time; the last eight may overlap others. */
    @Inline
    private int hashShort(int address, int length) {
        long hash = (long) mem.getInt(State.HASH_SEED) << Integer.SIZE ^ length;
        for (int i = 0; i < length - Long.BYTES; i += Long.BYTES) {
            hash = mix(hash ^ mem.getLong(address + i));
        }
        hash = mix(hash ^ lastBytes(address, length));
        return (int) hash;
    }

    @Inline
    private long lastBytes(int address, int length) {
        if (length >= Long.BYTES) {
            return mem.getLong(address + length - Long.BYTES);
        }
        if (length >= Integer.BYTES) {
            return (long) mem.getInt(address) << Integer.SIZE ^ mem.getInt(address + length - Integer.BYTES);
        }
        return length == 0
                ? 0
                : mem.getUnsignedByte(address)
                        | mem.getUnsignedByte(address + length / 2) << 8
                        | mem.getUnsignedByte(address + length - 1) << 16;
    }

    private static long mix(long bits) {
        long product = bits * 0x9E3779B97F4A7C15L;
        return product ^ product >>> Integer.SIZE;
    }

    private int hashLong(int address, int length) {
        int hash = mem.getInt(State.HASH_SEED) ^ length;
        int step = 1 + length / HASHED_BYTES;
        int stop = length - 1 - (length - 1) / step * step;
        for (int i = length - 1; i >= stop && i >= 0; i -= step) {
            hash = (hash ^ mem.getUnsignedByte(address + i)) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }

    /** Equality of content of any two strings. */
    public boolean equal(int a, int b) {
        if (a == b) {
            return true;
        }
        int length = mem.getInt(a + Str.LENGTH);
        return mem.getByte(a + Header.KIND) == Tag.LONG_STRING
                && mem.getByte(b + Header.KIND) == Tag.LONG_STRING
                && mem.getInt(b + Str.LENGTH) == length
                && sameBytes(a + Str.BYTES, b + Str.BYTES, length);
    }

    /** Order of content, byte by byte, unsigned: negative, 0 or positive. */
    public int compare(int a, int b) {
        int lengthA = mem.getInt(a + Str.LENGTH);
        int lengthB = mem.getInt(b + Str.LENGTH);
        int order = mem.compare(a + Str.BYTES, b + Str.BYTES, Math.min(lengthA, lengthB));
        return order != 0 ? order : lengthA - lengthB;
    }

    /** Whether two ranges hold the same bytes. The last eight, or four, of them may overlap others. */
    @Inline
    public boolean sameBytes(int a, int b, int length) {
        if (length >= Long.BYTES) {
            int last = length - Long.BYTES;
            for (int i = 0; i < last; i += Long.BYTES) {
                if (mem.getLong(a + i) != mem.getLong(b + i)) {
                    return false;
                }
            }
            return mem.getLong(a + last) == mem.getLong(b + last);
        }
        if (length >= Integer.BYTES) {
            int last = length - Integer.BYTES;
            return mem.getInt(a) == mem.getInt(b) && mem.getInt(a + last) == mem.getInt(b + last);
        }
        int i = 0;
        while (i < length && mem.getByte(a + i) == mem.getByte(b + i)) {
            i++;
        }
        return i >= length;
    }
}
