package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.inspect.HeapObjects;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A guest that changes its objects at random between steps of the collector, next to a model of the same objects in
 * Java. What the model can reach must be there, unchanged; in the end nothing else is.
 */
class CollectorMutationTest {
    private static final int SLOTS = 12;
    private static final int COROUTINES = 3;
    /** Calls in progress in one coroutine, and slots of each. */
    private static final int DEPTH = 3;

    private static final int SLOTS_OF_CALL = 4;

    /** A table of the guest: its name is stored in it, so that an address that was reused shows. */
    private static final class Thing {
        final int address;
        final String name;
        /** Keys are names of strings, or things. */
        final Map<Object, Thing> fields = new LinkedHashMap<>();

        Thing(int address, String name) {
            this.address = address;
            this.name = name;
        }
    }

    private final int[] coroutines = new int[COROUTINES];
    private final int[] depths = new int[COROUTINES];
    private TestHeap t;
    private Thing[][] stacks;
    private Thing globals;
    private Random random;
    private int running;
    private int made;

    /** Nothing but the seed decides what happens, so the one that is reported with a failure is enough to repeat it. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whatIsReachableStaysAndWhatIsNotGoes(@ForAll long seed) {
        start(seed);
        for (int i = 0; i < 1500; i++) {
            mutate();
            if (random.nextInt(3) == 0) {
                t.step();
            }
            if (i % 100 == 0) {
                t.verify();
            }
        }
        t.verify();
        compare();
        t.finishCycle();
        t.verify();
        compare();
        nothingElseIsLeft();
    }

    private void start(long seed) {
        random = new Random(seed);
        t = new TestHeap(8 * TestHeap.MIB);
        stacks = new Thing[COROUTINES][SLOTS];
        globals = new Thing(t.globals(), "globals");
        running = 0;
        t.mem.putInt(State.STEP_MULTIPLIER, 1 + random.nextInt(100));
        setName(globals);
        for (int i = 0; i < COROUTINES; i++) {
            coroutines[i] = i == 0 ? t.main() : t.coroutine(SLOTS + 20, DEPTH);
            t.setTop(coroutines[i], SLOTS);
            depths[i] = 0;
            if (i > 0) {
                t.setObject(State.SCRATCH_SLOTS + Layout.SLOT * i, coroutines[i]);
            }
        }
    }

    private void mutate() {
        switch (random.nextInt(10)) {
            case 0, 1 -> put(slot(), make());
            case 2 -> drop(slot());
            case 3, 4 -> store(anything(), anything());
            case 5 -> storeByKey(anything(), anything(), anything());
            case 6 -> load();
            case 7, 8 -> callOrReturn();
            default -> runAnother();
        }
    }

    private void callOrReturn() {
        boolean calls = depths[running] == 0 || depths[running] < DEPTH - 1 && random.nextBoolean();
        depths[running] += calls ? 1 : -1;
        if (calls) {
            t.call(SLOTS_OF_CALL * depths[running]);
        } else {
            t.doReturn();
        }
    }

    /** A slot that the running function may change: its own, or one above. */
    private int slot() {
        int first = SLOTS_OF_CALL * depths[running];
        return first + random.nextInt(SLOTS - first);
    }

    private Thing make() {
        made++;
        int address = random.nextBoolean() ? t.table() : t.tables.create(random.nextInt(4), random.nextInt(6));
        Thing thing = new Thing(address, "thing " + made);
        setName(thing);
        return thing;
    }

    private void setName(Thing thing) {
        t.put(thing.address, t.string("name"), t.string(thing.name));
    }

    private void put(int slot, Thing thing) {
        t.setStack(coroutines[running], slot, thing == null ? 0 : thing.address);
        stacks[running][slot] = thing;
    }

    private void drop(int slot) {
        put(slot, null);
        if (random.nextInt(20) == 0) {
            globals.fields.keySet().forEach(key -> t.put(globals.address, address(key), 0));
            globals.fields.clear();
        }
    }

    /** Something that the running coroutine can get at. */
    private Thing anything() {
        Thing thing = stacks[running][random.nextInt(SLOTS)];
        return thing == null ? globals : thing;
    }

    private void store(Thing thing, Thing value) {
        set(thing, "field " + random.nextInt(30), value);
    }

    private void storeByKey(Thing thing, Thing key, Thing value) {
        set(thing, key, value);
    }

    private void set(Thing thing, Object key, Thing value) {
        boolean remove = random.nextInt(4) == 0;
        if (remove) {
            thing.fields.remove(key);
        } else {
            thing.fields.put(key, value);
        }
        t.put(thing.address, address(key), remove ? 0 : value.address);
    }

    private int address(Object key) {
        return key instanceof Thing thing ? thing.address : t.string((String) key);
    }

    private void load() {
        Thing thing = anything();
        List<Thing> values = new ArrayList<>(thing.fields.values());
        if (!values.isEmpty()) {
            put(slot(), values.get(random.nextInt(values.size())));
        }
    }

    private void runAnother() {
        running = random.nextInt(COROUTINES);
        t.run(coroutines[running]);
    }

    // --- comparison ---

    private Map<Thing, Boolean> reachable() {
        Map<Thing, Boolean> seen = new HashMap<>();
        Deque<Thing> todo = new ArrayDeque<>(List.of(globals));
        for (Thing[] stack : stacks) {
            for (Thing thing : stack) {
                if (thing != null) {
                    todo.add(thing);
                }
            }
        }
        while (!todo.isEmpty()) {
            Thing thing = todo.pop();
            if (seen.put(thing, true) == null) {
                todo.addAll(thing.fields.values());
                thing.fields.keySet().stream()
                        .filter(Thing.class::isInstance)
                        .map(Thing.class::cast)
                        .forEach(todo::add);
            }
        }
        return seen;
    }

    private void compare() {
        for (Thing thing : reachable().keySet()) {
            assertThat(text(t.get(thing.address, t.string("name")))).isEqualTo(thing.name);
            thing.fields.forEach((key, value) ->
                    assertThat(t.get(thing.address, address(key))).isEqualTo(value.address));
            assertThat(t.count(thing.address)).isEqualTo(thing.fields.size() + 1);
        }
    }

    private String text(int string) {
        return new String(t.mem.read(string + Str.BYTES, t.mem.getInt(string + Str.LENGTH)));
    }

    private void nothingElseIsLeft() {
        t.collector.full();
        t.verify();
        Set<Integer> tables = new HashSet<>();
        HeapObjects.forEach(t.mem, object -> {
            if (t.mem.getByte(object + Layout.Header.KIND) == Tag.TABLE) {
                tables.add(object);
            }
        });
        assertThat(tables).hasSize(reachable().size());
    }
}
