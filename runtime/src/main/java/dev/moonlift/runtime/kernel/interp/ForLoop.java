package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/** The numeric loop: its control values are in three registers, the variable that the body sees in the next. */
public final class ForLoop {
    private final Memory mem;

    public ForLoop(Memory mem) {
        this.mem = mem;
    }

    /** Advances a numeric loop (manual §3.3.5); integers count iterations, so they never overflow. */
    @Inline
    public boolean advance(int loop) {
        if (mem.getByte(loop + 2 * Layout.SLOT + Layout.TAG) == Tag.INTEGER) {
            long left = mem.getLong(loop + Layout.SLOT);
            if (left == 0) {
                return false;
            }
            long next = mem.getLong(loop) + mem.getLong(loop + 2 * Layout.SLOT);
            mem.putLong(loop + Layout.SLOT, left - 1);
            mem.putLong(loop, next);
            mem.putLong(loop + 3 * Layout.SLOT, next);
            mem.putByte(loop + 3 * Layout.SLOT + Layout.TAG, Tag.INTEGER);
            return true;
        }
        return floatLoop(loop);
    }

    @Inline
    private boolean floatLoop(int loop) {
        double step = mem.getDouble(loop + 2 * Layout.SLOT);
        double limit = mem.getDouble(loop + Layout.SLOT);
        double next = mem.getDouble(loop) + step;
        boolean goesOn = step > 0 ? next <= limit : limit <= next;
        if (!goesOn) {
            return false;
        }
        mem.putDouble(loop, next);
        mem.putDouble(loop + 3 * Layout.SLOT, next);
        mem.putByte(loop + 3 * Layout.SLOT + Layout.TAG, Tag.FLOAT);
        return true;
    }
}
