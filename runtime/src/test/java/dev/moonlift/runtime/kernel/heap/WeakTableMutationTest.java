package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A guest that uses weak tables and finalizers between steps of the collector, next to a model in Java. What an entry
 * refers to is whole and the one that was stored; what is in reach stays; what has once been missing never comes back.
 * The tables are so large that the collector goes through them in parts.
 */
class WeakTableMutationTest {
    private static final int SLOTS = 12;
    private static final int PADDING = 2500;

    /** A table of the guest: its name is stored in it, so that an address that was reused shows. */
    private static final class Thing {
        final int address;
        final String name;
        final Map<String, Thing> fields = new LinkedHashMap<>();

        Thing(int address, String name) {
            this.address = address;
            this.name = name;
        }
    }

    /** A weak table; the keys are things, or Integer and String where keys are not weak. */
    private static final class Weak {
        final int address;
        final String mode;
        final int metatable;
        final Map<Object, Thing> entries = new LinkedHashMap<>();
        /** Entries whose key is dead, but will be back if it is revived for a finalizer. */
        final Map<Object, Thing> hidden = new LinkedHashMap<>();

        boolean isStrong;
        int padding;

        Weak(int address, String mode, int metatable) {
            this.address = address;
            this.mode = mode;
            this.metatable = metatable;
        }
    }

    private final Thing[] stack = new Thing[SLOTS];
    private final List<Weak> weaks = new ArrayList<>();
    private final Set<Thing> gone = new HashSet<>();
    private final Map<Integer, Thing> finalizable = new HashMap<>();
    /** What may have been dead once, and revived for a finalizer. */
    private final Set<Thing> revivable = new HashSet<>();

    private TestHeap t;
    private Random random;
    private boolean hasFinalizers;
    private int made;

    /** Nothing but the seed decides what happens, so the one that is reported with a failure is enough to repeat it. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void entriesOfLivingObjectsStayAndOthersAreNeverSeenAgain(@ForAll long seed) {
        start(seed);
        for (int i = 0; i < 2500; i++) {
            mutate();
            if (random.nextInt(3) == 0) {
                t.step();
            }
            if (i % 100 == 0) {
                t.verify();
            }
        }
        t.finishCycle();
        t.verify();
        t.collector.full();
        t.verify();
        if (!hasFinalizers) {
            onlyWhatIsInReachIsLeft();
        }
    }

    @Example
    void seedsThatFailedOnce() {
        for (long seed : new long[] {200_106, 200_176}) {
            entriesOfLivingObjectsStayAndOthersAreNeverSeenAgain(seed);
        }
    }

    private void start(long seed) {
        random = new Random(seed);
        made = 0;
        Arrays.fill(stack, null);
        weaks.clear();
        gone.clear();
        finalizable.clear();
        revivable.clear();
        t = new TestHeap(16 * TestHeap.MIB);
        hasFinalizers = random.nextBoolean();
        t.mem.putInt(State.STEP_MULTIPLIER, 1 + random.nextInt(100));
        t.setTop(t.main(), SLOTS);
        for (String mode : new String[] {"v", "k", "kv"}) {
            int table = t.weakTable(mode);
            weaks.add(new Weak(table, mode, t.mem.getInt(table + Table.METATABLE)));
            t.put(t.globals(), t.string(mode), table);
        }
        for (int i = 1; i <= PADDING; i++) {
            t.putInteger(weaks.get(0).address, i, t.string("an element"));
            weaks.forEach(this::pad);
        }
    }

    private void pad(Weak weak) {
        t.putInteger(weak.address, 1_000_000L * ++weak.padding, t.string("padding"));
    }

    private void mutate() {
        switch (random.nextInt(12)) {
            case 0, 1 -> hold(make());
            case 2 -> hold(null);
            case 3 -> store();
            case 4, 5 -> put();
            case 6, 7 -> get();
            case 8 -> iterate(anyTable());
            case 9 -> remove();
            case 10 -> pad(anyTable());
            default -> rarely();
        }
    }

    private void rarely() {
        if (hasFinalizers) {
            runFinalizer();
        } else if (random.nextInt(5) == 0) {
            changeStrength(anyTable());
        }
    }

    private Weak anyTable() {
        return weaks.get(random.nextInt(3));
    }

    /** Puts something, or nothing, on the stack. */
    private void hold(Thing thing) {
        int slot = random.nextInt(SLOTS);
        t.setStack(t.main(), slot, thing == null ? 0 : thing.address);
        stack[slot] = thing;
    }

    private Thing held() {
        return stack[random.nextInt(SLOTS)];
    }

    private Thing make() {
        Thing thing = new Thing(t.table(), "thing " + ++made);
        t.put(thing.address, t.string("name"), t.string(thing.name));
        if (hasFinalizers && random.nextInt(3) == 0) {
            t.collector.trackFinalizer(thing.address);
            finalizable.put(thing.address, thing);
            revivable.add(thing);
        }
        return thing;
    }

    private void store() {
        Thing thing = held();
        Thing value = held();
        if (thing != null && value != null) {
            String field = "field " + random.nextInt(3);
            thing.fields.put(field, value);
            refer(thing, value);
            t.put(thing.address, t.string(field), value.address);
        }
    }

    private void refer(Object from, Thing to) {
        if (from instanceof Thing && revivable.contains(from)) {
            reach(to, revivable);
            Map<Object, Thing> ephemerons = new LinkedHashMap<>(weaks.get(1).hidden);
            ephemerons.putAll(weaks.get(1).entries);
            reachByKeys(ephemerons, revivable);
        }
    }

    // --- weak tables ---

    private Object anyKey(Weak weak) {
        if (weak.mode.startsWith("k")) {
            return held();
        }
        return random.nextBoolean() ? (Object) (1 + random.nextInt(PADDING)) : "key " + random.nextInt(50);
    }

    private void put(Weak weak, Object key, int value) {
        if (key instanceof Integer index) {
            t.putInteger(weak.address, index, value);
        } else {
            t.put(weak.address, keyAddress(key), value);
        }
    }

    private int get(Weak weak, Object key) {
        return key instanceof Integer index ? t.getInteger(weak.address, index) : t.get(weak.address, keyAddress(key));
    }

    private int keyAddress(Object key) {
        return key instanceof Thing thing ? thing.address : t.string((String) key);
    }

    private void put() {
        Weak weak = anyTable();
        Object key = anyKey(weak);
        Thing value = held();
        if (key != null && value != null) {
            put(weak, key, value.address);
            weak.entries.put(key, value);
            refer(key, value);
            weak.hidden.remove(key);
        }
    }

    private void remove() {
        Weak weak = anyTable();
        Object key = anyKey(weak);
        if (key != null) {
            put(weak, key, 0);
            weak.entries.remove(key);
            weak.hidden.remove(key);
        }
    }

    private void get() {
        Weak weak = anyTable();
        Object key = anyKey(weak);
        if (key == null || !weak.entries.containsKey(key)) {
            return;
        }
        int found = get(weak, key);
        if (found == 0) {
            missing(weak, key);
        } else {
            Thing value = weak.entries.get(key);
            assertThat(found).isEqualTo(value.address);
            check(value);
            hold(value);
        }
    }

    /** An entry is gone: so what it held weakly was out of reach, and stays so. */
    private void missing(Weak weak, Object key) {
        Thing value = weak.entries.remove(key);
        Set<Thing> reachable = reachable();
        boolean keyIsDead = weak.mode.startsWith("k") && mayGo((Thing) key, reachable);
        boolean valueIsDead = weak.mode.endsWith("v") && mayGo(value, reachable);
        assertThat(keyIsDead || valueIsDead)
                .as("%s may go from %s", key, weak.mode)
                .isTrue();
        if (!hasFinalizers && keyIsDead != valueIsDead) {
            gone.add(valueIsDead ? value : (Thing) key);
        } else if (keyIsDead) {
            weak.hidden.put(key, value);
        }
    }

    private boolean mayGo(Thing thing, Set<Thing> reachable) {
        return !reachable.contains(thing) || revivable.contains(thing);
    }

    private void check(Thing thing) {
        assertThat(gone).doesNotContain(thing);
        assertThat(name(thing.address)).isEqualTo(thing.name);
        thing.fields.forEach((field, value) ->
                assertThat(t.get(thing.address, t.string(field))).isEqualTo(value.address));
    }

    private String text(int string) {
        return new String(t.mem.read(string + Str.BYTES, t.mem.getInt(string + Str.LENGTH)));
    }

    /** Goes through a table and takes some of what there is. */
    private void iterate(Weak weak) {
        Map<Object, Thing> seen = entries(weak);
        notice(weak, seen);
        assertThat(seen).isEqualTo(weak.entries);
        seen.forEach((key, value) -> {
            check(value);
            if (key instanceof Thing thing) {
                check(thing);
                if (random.nextInt(20) == 0) {
                    hold(thing);
                }
            }
        });
    }

    private void notice(Weak weak, Map<Object, Thing> seen) {
        List<Object> missing = new ArrayList<>(weak.entries.keySet());
        missing.removeAll(seen.keySet());
        missing.forEach(key -> missing(weak, key));
        List<Object> back = new ArrayList<>(weak.hidden.keySet());
        back.retainAll(seen.keySet());
        back.forEach(key -> weak.entries.put(key, weak.hidden.remove(key)));
    }

    /** The entries of a table with objects as values. */
    private Map<Object, Thing> entries(Weak weak) {
        Map<String, Thing> things = new HashMap<>();
        name(weak.hidden, things);
        name(weak.entries, things);
        Map<Object, Thing> seen = new LinkedHashMap<>();
        int slot = t.heap.allocate(32);
        t.mem.putByte(slot + Layout.TAG, Tag.NIL);
        while (t.tables.next(weak.address, slot) == 1) {
            if (t.mem.getByte(slot + Layout.SLOT + Layout.TAG) == Tag.TABLE) {
                seen.put(key(slot, things), things.get(name(t.mem.getInt(slot + Layout.SLOT))));
            }
        }
        t.heap.free(slot, 32);
        return seen;
    }

    private static void name(Map<Object, Thing> entries, Map<String, Thing> things) {
        entries.forEach((key, value) -> {
            things.put(value.name, value);
            if (key instanceof Thing thing) {
                things.put(thing.name, thing);
            }
        });
    }

    /** Tells things apart that had the same address one after the other. */
    private String name(int thing) {
        return text(t.get(thing, t.string("name")));
    }

    private Object key(int slot, Map<String, Thing> things) {
        return switch (t.mem.getByte(slot + Layout.TAG)) {
            case Tag.INTEGER -> (int) t.mem.getLong(slot);
            case Tag.TABLE -> {
                assertThat(t.mem.getLong(slot) >>> 32).isZero();
                yield things.get(name(t.mem.getInt(slot)));
            }
            default -> text(t.mem.getInt(slot));
        };
    }

    /** Makes a table strong, or weak again. */
    private void changeStrength(Weak weak) {
        t.collector.metatableChanges(weak.address);
        weak.isStrong = !weak.isStrong;
        int metatable = weak.isStrong ? 0 : weak.metatable;
        t.mem.putInt(weak.address + Table.METATABLE, metatable);
        if (metatable != 0) {
            t.collector.barrier(weak.address, metatable);
        } else {
            t.put(t.globals(), t.string("metatable of " + weak.mode), weak.metatable);
            weak.isStrong = false;
            notice(weak, entries(weak));
            weak.isStrong = true;
        }
    }

    private void runFinalizer() {
        int object = t.collector.nextFinalizable();
        if (object != 0) {
            Thing thing = finalizable.remove(object);
            check(thing);
            hold(thing);
        }
    }

    // --- what is in reach ---

    private Set<Thing> reachable() {
        Set<Thing> seen = new LinkedHashSet<>();
        for (Thing thing : stack) {
            reach(thing, seen);
        }
        for (Weak weak : weaks) {
            if (weak.isStrong) {
                weak.entries.forEach((key, value) -> {
                    reach(key instanceof Thing thing ? thing : null, seen);
                    reach(value, seen);
                });
            }
        }
        reachByKeys(weaks.get(1).entries, seen);
        return seen;
    }

    /** Adds the values of ephemerons to what leads to them, and all that they lead to. */
    private static void reachByKeys(Map<Object, Thing> ephemerons, Set<Thing> seen) {
        int before;
        do {
            before = seen.size();
            ephemerons.forEach((key, value) -> {
                if (seen.contains(key)) {
                    reach(value, seen);
                }
            });
        } while (seen.size() > before);
    }

    private static void reach(Thing start, Set<Thing> seen) {
        Deque<Thing> todo = new ArrayDeque<>();
        if (start != null && seen.add(start)) {
            todo.add(start);
        }
        while (!todo.isEmpty()) {
            for (Thing value : todo.pop().fields.values()) {
                if (seen.add(value)) {
                    todo.add(value);
                }
            }
        }
    }

    private void onlyWhatIsInReachIsLeft() {
        Set<Thing> reachable = reachable();
        for (Weak weak : weaks) {
            iterate(weak);
            weak.entries.forEach((key, value) -> {
                assertThat(reachable).contains(value);
                assertThat(!(key instanceof Thing) || reachable.contains(key)).isTrue();
            });
        }
    }
}
