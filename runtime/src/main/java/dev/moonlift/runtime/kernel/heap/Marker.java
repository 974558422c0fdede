package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Turns white objects gray or black, and keeps the lists of gray ones.
 *
 * <p>Nothing here recurses: what refers to other objects becomes gray and waits in a list, linked by its GRAY field.
 * Strings refer to nothing and become black at once; so do upvalues, which refer to one value that is no upvalue.
 */
public final class Marker {
    /** In an entry of an ephemeron table, the upper half of the key's payload, else 0, links waiting entries. */
    private static final int LINK = Node.KEY + 4;

    private final Memory mem;

    public Marker(Memory mem) {
        this.mem = mem;
    }

    // --- colours ---

    public boolean isWhite(int object) {
        return (mem.getByte(object + Header.MARK) & Color.WHITES) != 0;
    }

    public boolean isBlack(int object) {
        return (mem.getByte(object + Header.MARK) & Color.BLACK) != 0;
    }

    /** Whether an object has the white that was current before marking ended. */
    public boolean isDead(int object) {
        return (mem.getByte(object + Header.MARK) & (mem.getInt(State.CURRENT_WHITE) ^ Color.WHITES)) != 0;
    }

    /** Gives an object a colour; gray is 0. */
    public void paint(int object, int color) {
        mem.putByte(object + Header.MARK, mem.getByte(object + Header.MARK) & ~Color.COLORS | color);
    }

    // --- marking ---

    /**
     * Reaches an object, which is no upvalue; 0 is none. After the white has changed, what is new is let alone: nothing
     * dead depends on it.
     */
    @Inline
    public void mark(int object) {
        if (object != 0 && (mem.getByte(object + Header.MARK) & mem.getInt(State.MARKABLE)) != 0) {
            markWhite(object);
        }
    }

    /** Reaches the object in a slot, if there is one. */
    public void markSlot(int slot) {
        if (mem.getByte(slot + Layout.TAG) >= Tag.FIRST_COLLECTABLE) {
            mark(mem.getInt(slot));
        }
    }

    /**
     * Reaches an upvalue and its value. An open one, whose value lies on a stack, becomes black too: a coroutine that
     * runs is visited again at the end, and the slots of one that does not run change only with a barrier.
     */
    public void markUpvalue(int upvalue) {
        if (upvalue != 0 && isWhite(upvalue)) {
            paint(upvalue, Color.BLACK);
            markSlot(mem.getInt(upvalue + Upvalue.SLOT_ADDRESS));
        }
    }

    private void markWhite(int object) {
        int kind = mem.getByte(object + Header.KIND);
        int mark = mem.getByte(object + Header.MARK);
        if (kind <= Tag.LONG_STRING) {
            mem.putByte(object + Header.MARK, mark & ~Color.COLORS | Color.BLACK);
        } else if (kind == Tag.TABLE && (mark & Color.AWAITED) == 0) {
            mem.putByte(object + Header.MARK, mark & ~Color.COLORS);
            mem.putInt(object + Table.GRAY, mem.getInt(State.GRAY));
            mem.putInt(State.GRAY, object);
        } else {
            markOther(object, mark);
        }
    }

    private void markOther(int object, int mark) {
        if ((mark & Color.AWAITED) != 0) {
            wake(object);
        }
        pushGray(State.GRAY, object);
    }

    // --- gray lists ---

    /** Makes an object gray and puts it at the head of a list. It must be in none. */
    public void pushGray(int list, int object) {
        paint(object, 0);
        mem.putInt(object + grayLink(object), mem.getInt(list));
        mem.putInt(list, object);
    }

    /** Takes the first object of a list, which is not empty. */
    public int pop(int list) {
        int object = mem.getInt(list);
        mem.putInt(list, next(object));
        return object;
    }

    /** The object behind another in a gray list. */
    private int next(int object) {
        return mem.getInt(object + grayLink(object));
    }

    /** Puts a black table, which stays black, at the head of a list of those with entries in doubt. */
    public void enlist(int list, int table) {
        mem.putInt(table + Table.GRAY, mem.getInt(list));
        mem.putInt(list, table);
    }

    private int grayLink(int object) {
        return switch (mem.getByte(object + Header.KIND)) {
            case Tag.TABLE -> Table.GRAY;
            case Tag.COROUTINE -> Coroutine.GRAY;
            case Tag.PROTOTYPE -> Prototype.GRAY;
            default -> Closure.GRAY;
        };
    }

    // --- entries of ephemeron tables that wait for their key ---

    /**
     * Lets the entry of an ephemeron table wait until its white key is reached. The list of those that wait for a key
     * begins in its GRAY field, which a white object has no other use for. So each entry is looked at once, however the
     * entries depend on each other, where going round until nothing changes (Hayes, Ephemerons: a new finalization
     * mechanism, OOPSLA 1997) may take a round for every entry. An entry that waits is in doubt.
     */
    public void await(int node) {
        int key = mem.getInt(node + Node.KEY);
        int head = key + grayLink(key);
        int mark = mem.getByte(key + Header.MARK);
        mem.putInt(node + LINK, (mark & Color.AWAITED) != 0 ? mem.getInt(head) : 0);
        mem.putInt(head, node);
        mem.putByte(key + Header.MARK, mark | Color.AWAITED);
    }

    /** The key is about to be reached: its list, if entries are left in it, goes before those of other such keys. */
    private void wake(int key) {
        mem.putByte(key + Header.MARK, mem.getByte(key + Header.MARK) & ~Color.AWAITED);
        int first = mem.getInt(key + grayLink(key));
        if (first == 0) {
            return;
        }
        int last = first;
        while (mem.getInt(last + LINK) != 0) {
            last = mem.getInt(last + LINK);
        }
        mem.putInt(last + LINK, mem.getInt(State.AWAKE));
        mem.putInt(State.AWAKE, first);
    }

    /**
     * Reaches the value of the first entry whose key has been reached. That settles the entry, unless the key has been
     * revived for a finalizer: then it stays hidden until all that it leads to is revived.
     */
    public void markAwake() {
        int node = mem.getInt(State.AWAKE);
        int tag = mem.getByte(node + Node.VALUE_TAG) & ~Tag.IN_DOUBT;
        mem.putInt(State.AWAKE, mem.getInt(node + LINK));
        mem.putInt(node + LINK, 0);
        if (mem.getInt(State.GC_PHASE) <= Phase.ATOMIC) {
            mem.putByte(node + Node.VALUE_TAG, tag);
        }
        if (tag >= Tag.FIRST_COLLECTABLE) {
            mark(mem.getInt(node + Node.VALUE));
        }
    }

    /** Lets no entry whose key has been reached wait any longer. */
    public void settleAwake() {
        while (mem.getInt(State.AWAKE) != 0) {
            markAwake();
        }
    }

    /** An entry in doubt has been copied to another node: if it waits, it does so there. Nothing must be awake. */
    public void moved(int from, int to) {
        int link = linkTo(from);
        mem.putInt(to + LINK, mem.getInt(from + LINK));
        if (link != 0) {
            mem.putInt(link, to);
        }
    }

    /** An entry in doubt is about to go or to change: if it waits, it does so no longer. */
    public void leave(int node) {
        settleAwake();
        int link = linkTo(node);
        if (link != 0) {
            mem.putInt(link, mem.getInt(node + LINK));
        }
        forget(node);
    }

    /** The entry waits no longer: its key is dead. */
    public void forget(int node) {
        if (mem.getByte(node + Node.KEY_TAG) >= Tag.FIRST_COLLECTABLE) {
            mem.putInt(node + LINK, 0);
        }
    }

    /**
     * Where the list in which an entry waits refers to it; 0 if it waits in none. While keys are cleared the lists, all
     * of dead keys, fall to pieces, and nobody needs them.
     */
    private int linkTo(int node) {
        if (mem.getByte(node + Node.KEY_TAG) <= Tag.LONG_STRING || mem.getInt(State.GC_PHASE) == Phase.CLEARING_KEYS) {
            return 0;
        }
        int key = mem.getInt(node + Node.KEY);
        if ((mem.getByte(key + Header.MARK) & Color.AWAITED) == 0) {
            return 0;
        }
        int link = key + grayLink(key);
        while (mem.getInt(link) != node && mem.getInt(link) != 0) {
            link = mem.getInt(link) + LINK;
        }
        return mem.getInt(link) == 0 ? 0 : link;
    }
}
