package dev.moonlift.runtime.jit;

import static dev.moonlift.runtime.jit.Rehearsal.UNKNOWN;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.memory.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A guest's tables as a {@link Rehearsal} sees them: what memory holds, and above it what the rehearsal wrote. */
final class HeapReader {
    private static final int LONGEST_CHAIN = 100;
    private static final int MOST_CLASSES = 10;
    /** Elements between the border of a table and where it was last that are looked at. */
    private static final int MOST_BEYOND_HINT = 8;

    private static final int MOST_CLASSES_NOTED = 3;

    private final Memory memory;
    private final Map<Place, Written> written = new HashMap<>();
    private final Map<Integer, Integer> metatables = new HashMap<>();
    /** New tables have negative addresses. */
    private int lastNew;
    /** Whether elements that are not there may be so only because a loop was left before its end. */
    private boolean isPart;

    HeapReader(Memory memory) {
        this.memory = memory;
    }

    private record Place(int table, int tag, long key) {}

    private record Written(int tag, long payload) {}

    /** A loop was left before its end. */
    void sawPart() {
        isPart = true;
    }

    void setMetatable(int table, int metatable) {
        metatables.put(table, metatable);
    }

    int newTable() {
        return --lastNew;
    }

    /** Reads {@code operands[0][operands[1]]} into a register, through metatables that are tables. */
    void get(Cells operands, Cells r, int to, Profile profile, int pc) {
        r.set(to, UNKNOWN, 0);
        if ((operands.tag(0) | 1) == Tag.LONG_STRING && operands.tag(1) == Tag.SHORT_STRING) {
            find(stringMethods(), operands.tag(1), operands.payload(1), r, to, null, 0);
            sawStringMethod((int) operands.payload(1), profile, pc);
            return;
        }
        if (operands.tag(0) != Tag.TABLE) {
            return;
        }
        int table = (int) operands.payload(0);
        if (table > 0) {
            profile.sawAccess(pc, isShort(table, operands));
        }
        for (int i = 0; i < MOST_CLASSES && table != 0; i++) {
            if (find(table, operands.tag(1), operands.payload(1), r, to, i == 0 ? profile : null, pc)) {
                sawElementOfNew(table, operands, profile, pc);
                return;
            }
            if (i == 0 && operands.tag(1) == Tag.SHORT_STRING) {
                sawClasses(table, (int) operands.payload(1), profile, pc);
            }
            table = classOf(table);
        }
        boolean isAbsent = table == 0 && !(isPart && operands.tag(1) == Tag.INTEGER);
        r.set(to, isAbsent ? Tag.NIL : UNKNOWN, 0);
    }

    /** Elements of tables that the rehearsal has made are where those of others are. */
    private static void sawElementOfNew(int table, Cells operands, Profile profile, int pc) {
        if (table < 0 && operands.tag(1) == Tag.INTEGER && operands.payload(1) >= 1) {
            profile.sawAccess(pc, true);
        }
    }

    /** Whether a table has a value for a key where compiled code looks for it. */
    private boolean isShort(int table, Cells operands) {
        Cells value = new Cells(1);
        if (operands.tag(1) == Tag.INTEGER) {
            return element(table, operands.payload(1), value, 0);
        }
        int node = operands.tag(1) == Tag.SHORT_STRING ? node(table, (int) operands.payload(1), null, 0) : 0;
        return node != 0 && memory.getByte(node + Node.VALUE_TAG) > Tag.NIL;
    }

    /** A metamethod that is a Lua function: its closure, and where the metatable has it. */
    record Handler(int closure, int place) {}

    /** A table's metamethod of an event; null if it is no Lua function. */
    Handler handler(int table, int event) {
        int before = table > 0 ? memory.getInt(table + Table.METATABLE) : 0;
        int metatable = metatables.getOrDefault(table, before);
        int name = memory.getInt(Layout.NAMES + 4 * event);
        int node = metatable > 0 ? node(metatable, name, null, 0) : 0;
        return node == 0 || memory.getByte(node + Node.VALUE_TAG) != Tag.CLOSURE
                ? null
                : new Handler(memory.getInt(node + Node.VALUE), place(metatable, name));
    }

    /** Whether a table itself has a value for a key. */
    boolean has(Cells operands) {
        return find((int) operands.payload(0), operands.tag(1), operands.payload(1), new Cells(1), 0, null, 0);
    }

    /** Whether compiled code can store an element where there is none. */
    private boolean hasRoom(int table, Cells operands) {
        return operands.tag(1) == Tag.INTEGER
                && operands.payload(1) >= 1
                && operands.payload(1) <= memory.getInt(table + Table.CAPACITY)
                && memory.getInt(table + Table.METATABLE) == 0;
    }

    /** The table in which a table looks for what it lacks; 0 if there is none, or a function does it. */
    private int classOf(int table) {
        int before = table > 0 ? memory.getInt(table + Table.METATABLE) : 0;
        int metatable = metatables.getOrDefault(table, before);
        if (metatable == 0) {
            return 0;
        }
        Cells cell = new Cells(1);
        boolean found =
                find(metatable, Tag.SHORT_STRING, memory.getInt(Layout.NAMES + 4 * Name.INDEX), cell, 0, null, 0);
        return found && cell.tag(0) == Tag.TABLE ? (int) cell.payload(0) : 0;
    }

    /** The table in which methods of strings are looked for; 0 if there is none. */
    private int stringMethods() {
        Cells index = new Cells(1);
        boolean hasMetatable = memory.getByte(State.STRING_METATABLE + Layout.TAG) == Tag.TABLE;
        int metatable = hasMetatable ? memory.getInt(State.STRING_METATABLE) : 0;
        boolean found =
                find(metatable, Tag.SHORT_STRING, memory.getInt(Layout.NAMES + 4 * Name.INDEX), index, 0, null, 0);
        return found && index.tag(0) == Tag.TABLE ? (int) index.payload(0) : 0;
    }

    /** Notes where a method of strings is found. */
    private void sawStringMethod(int name, Profile profile, int pc) {
        int methods = stringMethods();
        int member = place(methods, name);
        if (member != Profile.NO_NODE) {
            int metatable = memory.getInt(State.STRING_METATABLE);
            profile.sawPath(pc, List.of(place(metatable, memory.getInt(Layout.NAMES + 4 * Name.INDEX)), member));
        }
    }

    /** The byte of a string at a position from 1 on; something if it is not there. */
    int byteOf(int string, long position) {
        boolean isThere = string > 0 && position >= 1 && position <= memory.getInt(string + Str.LENGTH);
        return isThere ? memory.getByte(string + Str.BYTES + (int) position - 1) & 0xFF : 0;
    }

    /** Notes where the tables are found that a table's metatable leads to, and in the last of them a string. */
    private void sawClasses(int object, int string, Profile profile, int pc) {
        List<Integer> path = new ArrayList<>();
        int table = object;
        for (int i = 0; i < MOST_CLASSES_NOTED; i++) {
            int metatable = metatables.getOrDefault(table, table > 0 ? memory.getInt(table + Table.METATABLE) : 0);
            table = classOf(table);
            if (table <= 0) {
                return;
            }
            path.add(place(metatable, memory.getInt(Layout.NAMES + 4 * Name.INDEX)));
            int member = place(table, string);
            if (member != Profile.NO_NODE) {
                path.add(member);
                profile.sawPath(pc, path);
                return;
            }
        }
    }

    private int place(int table, int string) {
        int node = table > 0 ? node(table, string, null, 0) : 0;
        return node == 0
                ? Profile.NO_NODE
                : Profile.place(
                        (node - memory.getInt(table + Table.NODES)) / Node.BYTES,
                        memory.getByte(table + Header.EXTRA2));
    }

    private boolean find(int table, int keyTag, long key, Cells r, int to, Profile profile, int pc) {
        Written own = written.get(new Place(table, keyTag, key));
        if (table > 0 && keyTag == Tag.SHORT_STRING) {
            int node = node(table, (int) key, profile, pc);
            if (node != 0 && memory.getByte(node + Node.VALUE_TAG) > Tag.NIL && own == null) {
                r.set(to, memory.getByte(node + Node.VALUE_TAG), memory.getLong(node + Node.VALUE));
                return true;
            }
        }
        if (own != null) {
            r.set(to, own.tag, own.payload);
            return own.tag != Tag.NIL;
        }
        return table > 0 && keyTag == Tag.INTEGER && element(table, key, r, to);
    }

    /** So many consecutive elements, as far as there are any. */
    Cells elements(int table, long first, int count) {
        Cells elements = new Cells(count);
        for (int n = 0; n < count; n++) {
            find(table, Tag.INTEGER, first + n, elements, n, null, 0);
        }
        return elements;
    }

    private boolean element(int table, long key, Cells r, int to) {
        if (key < 1 || key > memory.getInt(table + Table.CAPACITY)) {
            return false;
        }
        int array = memory.getInt(table + Table.ARRAY);
        int tag = memory.getByte(array + (int) key - 1);
        r.set(to, tag, memory.getLong(array - 8 * (int) key));
        return tag > Tag.NIL;
    }

    /** The node of a short string; 0 if there is none. */
    private int node(int table, int string, Profile profile, int pc) {
        int first = memory.getInt(table + Table.NODES);
        if (first == State.EMPTY_NODE) {
            return 0;
        }
        int logNodes = memory.getByte(table + Header.EXTRA2);
        int node = first + Node.BYTES * (memory.getInt(string + Str.HASH) & (1 << logNodes) - 1);
        for (int i = 0; i < LONGEST_CHAIN && node != 0; i++) {
            if (memory.getByte(node + Node.KEY_TAG) == Tag.SHORT_STRING && memory.getInt(node + Node.KEY) == string) {
                if (profile != null) {
                    profile.sawNode(pc, (node - first) / Node.BYTES, logNodes);
                }
                return node;
            }
            node = memory.getInt(node + Node.NEXT);
        }
        return 0;
    }

    /** Remembers {@code operands[0][operands[1]] = operands[2]}. */
    void set(Cells operands, Profile profile, int pc) {
        if (operands.tag(0) != Tag.TABLE) {
            return;
        }
        int table = (int) operands.payload(0);
        if (table > 0) {
            boolean isReplacing = isShort(table, operands);
            profile.sawAccess(pc, isReplacing || hasRoom(table, operands));
            if (!isReplacing) {
                profile.sawAddition(pc);
            }
        }
        if (table > 0 && operands.tag(1) == Tag.SHORT_STRING) {
            node(table, (int) operands.payload(1), profile, pc);
        }
        set(operands);
    }

    /** The same for a table that is being made. */
    void set(Cells operands) {
        int table = (int) operands.payload(0);
        written.put(
                new Place(table, operands.tag(1), operands.payload(1)),
                new Written(operands.tag(2), operands.payload(2)));
    }

    /** The length of a string, or that of a table, which is looked for near where it was last. */
    long length(int tag, int object) {
        if (tag == Tag.TABLE) {
            return border(object, object > 0 ? memory.getInt(object + Table.BORDER) : 0);
        }
        return object > 0 ? memory.getInt(object + Str.LENGTH) : 0;
    }

    private long border(int table, int hint) {
        long border = hint;
        for (int i = 0; i < MOST_BEYOND_HINT && hasElement(table, border + 1); i++) {
            border++;
        }
        for (int i = 0; i < MOST_BEYOND_HINT && border > 0 && !hasElement(table, border); i++) {
            border--;
        }
        return border;
    }

    private boolean hasElement(int table, long key) {
        return find(table, Tag.INTEGER, key, new Cells(1), 0, null, 0);
    }

    /**
     * Plays a step of the loop of R[A] over a table, if a builtin does that: over elements, or the first of its nodes.
     */
    void iterate(int builtin, Cells r, int a) {
        int table = (int) r.payload(a + 1);
        boolean isCounted = r.tag(a + 2) == Tag.NIL || r.tag(a + 2) == Tag.INTEGER;
        if (builtin != Builtin.IPAIRS_NEXT && builtin != Builtin.NEXT) {
            return;
        }
        long key = r.tag(a + 2) == Tag.INTEGER ? r.payload(a + 2) + 1 : 1;
        Cells value = new Cells(1);
        if (isCounted && find(table, Tag.INTEGER, key, value, 0, null, 0)) {
            setRound(r, a, Tag.INTEGER, key, value);
        } else if (r.tag(a + 2) != UNKNOWN) {
            int node = builtin == Builtin.NEXT && r.tag(a + 2) == Tag.NIL ? firstNode(table) : 0;
            r.set(a + 4, Tag.NIL, 0);
            if (node != 0) {
                value.set(0, memory.getByte(node + Node.VALUE_TAG), memory.getLong(node + Node.VALUE));
                setRound(r, a, memory.getByte(node + Node.KEY_TAG), memory.getLong(node + Node.KEY), value);
            }
        }
    }

    private static void setRound(Cells r, int a, int keyTag, long key, Cells value) {
        r.set(a + 4, keyTag, key);
        if (a + 5 < r.count()) {
            r.copy(a + 5, value, 0);
        }
    }

    /** The first node that has a value; 0 if there is none among the first few. */
    private int firstNode(int table) {
        int first = table > 0 ? memory.getInt(table + Table.NODES) : State.EMPTY_NODE;
        if (first == State.EMPTY_NODE) {
            return 0;
        }
        int nodes = Math.min(1 << memory.getByte(table + Header.EXTRA2), LONGEST_CHAIN);
        for (int node = first; node < first + Node.BYTES * nodes; node += Node.BYTES) {
            if (memory.getByte(node + Node.VALUE_TAG) > Tag.NIL) {
                return node;
            }
        }
        return 0;
    }

    /** Whether the first of some values is no table, or has a metamethod for pairs. */
    boolean hasOwnPairs(Cells arguments) {
        int table = arguments.tag(0) == Tag.TABLE ? (int) arguments.payload(0) : 0;
        int before = table > 0 ? memory.getInt(table + Table.METATABLE) : 0;
        int metatable = metatables.getOrDefault(table, before);
        int name = memory.getInt(Layout.NAMES + 4 * Name.PAIRS);
        return table == 0 || metatable != 0 && find(metatable, Tag.SHORT_STRING, name, new Cells(1), 0, null, 0);
    }

    /** What a table itself has for a key. */
    Cells rawGet(Cells operands) {
        Cells value = new Cells(1);
        find((int) operands.payload(0), operands.tag(1), operands.payload(1), value, 0, null, 0);
        return value;
    }
}
