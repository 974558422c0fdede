package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;

/** What a table's metatable says about weak keys and values. */
public final class WeakMode {
    public static final int STRONG = 0;
    public static final int KEYS = 1;
    public static final int VALUES = 2;
    public static final int BOTH = KEYS | VALUES;

    /** Of a very long __mode only so much is read. */
    private static final int LONGEST = 64;

    private final Memory mem;

    public WeakMode(Memory mem) {
        this.mem = mem;
    }

    /** One of the constants. */
    public int of(int table) {
        int metatable = mem.getInt(table + Table.METATABLE);
        if (metatable == 0 || (mem.getByte(metatable + Header.EXTRA) >> Name.MODE & 1) != 0) {
            return STRONG;
        }
        int name = mem.getInt(Layout.NAMES + 4 * Name.MODE);
        return name == 0 ? STRONG : ofValue(find(metatable, name));
    }

    /** The node of a short string, 0 if there is none. */
    private int find(int table, int string) {
        int mask = (1 << mem.getByte(table + Header.EXTRA2)) - 1;
        int node = mem.getInt(table + Table.NODES) + Node.BYTES * (mem.getInt(string + Str.HASH) & mask);
        while (node != 0 && !hasKey(node, string)) {
            node = mem.getInt(node + Node.NEXT);
        }
        return node;
    }

    private boolean hasKey(int node, int string) {
        return mem.getByte(node + Node.KEY_TAG) == Tag.SHORT_STRING && mem.getInt(node + Node.KEY) == string;
    }

    private int ofValue(int node) {
        if (node == 0 || (mem.getByte(node + Node.VALUE_TAG) | 1) != Tag.LONG_STRING) {
            return STRONG;
        }
        int string = mem.getInt(node + Node.VALUE);
        int mode = STRONG;
        for (int i = Math.min(LONGEST, mem.getInt(string + Str.LENGTH)) - 1; i >= 0; i--) {
            int letter = mem.getByte(string + Str.BYTES + i);
            mode |= letter == 'k' ? KEYS : letter == 'v' ? VALUES : STRONG;
        }
        return mode;
    }
}
