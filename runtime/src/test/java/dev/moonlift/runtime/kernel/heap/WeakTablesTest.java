package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weak tables and ephemerons. */
class WeakTablesTest extends SoundHeap {
    @Test
    void weakValuesGoWithTheirObjects() {
        int weak = t.weakTable("v");
        t.put(t.globals(), t.string("weak"), weak);
        int kept = t.table();
        t.put(t.globals(), t.string("kept"), kept);
        t.putInteger(weak, 1, t.table());
        t.putInteger(weak, 2, kept);
        t.putInteger(weak, 3, t.string("strings are values " + "x".repeat(100)));
        t.put(weak, t.string("a"), t.table());
        t.put(weak, t.table(), kept);
        t.put(weak, kept, t.string("interned"));
        t.collector.full();
        assertThat(t.getInteger(weak, 1)).isZero();
        assertThat(t.getInteger(weak, 2)).isEqualTo(kept);
        assertThat(t.getInteger(weak, 3)).isNotZero();
        assertThat(t.get(weak, t.string("a"))).isZero();
        assertThat(t.get(weak, kept)).isEqualTo(t.string("interned"));
        assertThat(t.count(weak)).isEqualTo(4);
    }

    @Test
    void anEphemeronDoesNotKeepItsOwnKeyAlive() {
        int weak = t.weakTable("k");
        t.put(t.globals(), t.string("weak"), weak);
        int key = t.table();
        int value = t.table();
        t.put(value, t.string("back"), key);
        t.put(weak, key, value);
        t.put(weak, t.string("string"), t.table());
        t.putInteger(weak, 1, t.table());
        t.collector.full();
        assertThat(t.count(weak)).isEqualTo(2);
    }

    @Test
    void chainsOfEphemeronsConverge() {
        int weak = t.weakTable("k");
        int other = t.weakTable("k");
        t.put(t.globals(), t.string("weak"), weak);
        t.put(t.globals(), t.string("other"), other);
        int first = t.table();
        int key = first;
        for (int i = 0; i < 20_000; i++) {
            int next = t.table();
            t.put(i % 3 == 0 ? other : weak, key, next);
            key = next;
        }
        t.put(t.globals(), t.string("first"), first);
        t.finishCycle();
        t.verify();
        assertThat(t.count(weak) + t.count(other)).isEqualTo(20_000);
        t.put(t.globals(), t.string("first"), 0);
        t.clearScratchSlots();
        t.collector.full();
        assertThat(t.count(weak) + t.count(other)).isZero();
    }

    @Test
    void severalEntriesMayWaitForOneKey() {
        int key = t.table();
        List<Integer> weaks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int weak = t.weakTable("k");
            weaks.add(weak);
            t.putInteger(t.globals(), i + 1, weak);
            t.put(weak, key, t.table());
        }
        int chain = t.weakTable("k");
        int start = t.table();
        t.put(chain, start, key);
        t.put(t.globals(), t.string("chain"), chain);
        t.put(t.globals(), t.string("start"), start);
        t.collector.full();
        t.verify();
        weaks.forEach(weak -> assertThat(t.count(weak)).isEqualTo(1));
        t.put(t.globals(), t.string("start"), 0);
        t.collector.full();
        weaks.forEach(weak -> assertThat(t.count(weak)).isZero());
    }

    @Test
    void aKeyIsReachedWhoseOnlyEntryWaitsNoLonger() {
        int weak = t.weakTable("k");
        t.put(t.globals(), t.string("weak"), weak);
        int key = t.table();
        int chained = t.table();
        int value = t.table();
        t.put(weak, key, t.table());
        t.put(weak, chained, value);
        t.fill(10_000);
        while (!t.collector.isBlack(weak)) {
            t.step();
        }
        t.setStack(t.main(), 0, key);
        t.setTop(t.main(), 1);
        t.put(weak, key, chained);
        t.finishCycle();
        t.verify();
        assertThat(t.get(weak, key)).isEqualTo(chained);
        assertThat(t.get(weak, chained)).isEqualTo(value);
    }

    @Test
    void noEntryWaitsInATableWhoseValuesHaveBecomeWeak() {
        int metatable = t.table();
        t.put(metatable, t.string("__mode"), t.string("k"));
        int weak = t.table();
        t.mem.putInt(weak + Table.METATABLE, metatable);
        t.put(t.globals(), t.string("weak"), weak);
        int count = 4096;
        for (int i = 0; i < count; i++) {
            t.put(weak, t.finalizable(), t.table());
        }
        while (t.mem.getInt(State.TRAVERSED) != weak
                || t.mem.getInt(State.TRAVERSED_NODE) == t.mem.getInt(State.TRAVERSED_NODES)) {
            t.step();
        }
        t.put(metatable, t.string("__mode"), t.string("kv"));
        t.put(weak, t.string("a key for which there is no room"), t.globals());
        t.stepUntil(Phase.CLEARING_VALUES);
        t.stepUntil(Phase.SEPARATING);
        for (int i = 1; i <= count; i++) {
            t.putInteger(weak, i * 0x7654321_1234567L, t.globals());
        }
        t.finishCycle();
        t.verify();
        assertThat(t.count(weak)).isEqualTo(count + 1);
        assertThat(t.due()).hasSize(count);
    }

    @Test
    void anAllWeakTableKeepsNothing() {
        int weak = t.weakTable("kv");
        t.put(t.globals(), t.string("weak"), weak);
        int kept = t.table();
        t.put(t.globals(), t.string("kept"), kept);
        t.put(weak, kept, t.table());
        t.put(weak, t.table(), kept);
        t.put(weak, kept, kept);
        t.put(weak, t.string("a"), t.string("b"));
        t.putInteger(weak, 1, t.table());
        t.collector.full();
        assertThat(t.count(weak)).isEqualTo(2);
    }

    @Test
    void whatIsStoredInAWeakTableDuringMarkingStaysForThatCycle() {
        int weak = t.weakTable("v");
        t.put(t.globals(), t.string("weak"), weak);
        t.fill(10_000);
        t.stepUntil(Phase.MARKING);
        while (!t.collector.isBlack(weak)) {
            t.step();
        }
        for (int i = 1; i <= 100; i++) {
            t.putInteger(weak, i, t.table());
        }
        t.finishCycle();
        t.verify();
        assertThat(t.count(weak)).isEqualTo(100);
        t.collector.full();
        assertThat(t.count(weak)).isZero();
    }

    @Test
    void aWeakTableWithoutDeadEntriesNeedsNoVisitInTheAtomicPhase() {
        for (String mode : new String[] {"k", "v", "kv"}) {
            int weak = t.weakTable(mode);
            int kept = t.table();
            t.put(t.globals(), t.string(mode), weak);
            t.put(t.globals(), t.string("kept by " + mode), kept);
            t.put(weak, kept, kept);
            t.fill(10_000);
            while (!t.collector.isBlack(weak)) {
                t.step();
            }
            assertThat(t.phase()).isEqualTo(Phase.MARKING);
            int late = t.table();
            t.put(weak, t.string("late"), late);
            t.verify();
            t.finishCycle();
            t.verify();
            assertThat(t.count(weak)).isEqualTo(2);
            t.collector.full();
            assertThat(t.count(weak)).isEqualTo(mode.equals("k") ? 2 : 1);
        }
    }

    /** Each mode of a weak table with dead entries and one that is alive, at the beginning of a phase. */
    private int deadEntriesIn(String mode, int phase) {
        t.collector.full();
        int weak = t.weakTable(mode);
        t.put(t.globals(), t.string(mode), weak);
        int kept = t.table();
        t.put(weak, kept, kept);
        t.put(t.globals(), t.string("kept by " + mode), kept);
        for (int i = 0; i < 3000; i++) {
            t.put(weak, t.table(), t.table());
            t.putInteger(weak, i + 1, mode.equals("k") ? 0 : t.table());
        }
        t.stepUntil(phase);
        t.verify();
        return weak;
    }

    @Test
    void deadEntriesAreNotSeenBeforeTheyAreRemoved() {
        for (String mode : new String[] {"v", "kv"}) {
            for (int phase = Phase.CLEARING_VALUES; phase <= Phase.CLEARING_KEYS; phase++) {
                int weak = deadEntriesIn(mode, phase);
                assertThat(t.getInteger(weak, 1000)).isZero();
                assertThat(t.tables.length(weak)).isZero();
                assertThat(t.count(weak)).isEqualTo(1);
            }
        }
        for (int phase = Phase.CLEARING_VALUES; phase <= Phase.CLEARING_KEYS; phase++) {
            assertThat(t.count(deadEntriesIn("k", phase))).isEqualTo(1);
        }
    }

    @Test
    void aTableMayBeRehashedWhileItsEntriesAreInDoubt() {
        for (String mode : new String[] {"k", "v", "kv"}) {
            for (int phase = Phase.CLEARING_VALUES; phase <= Phase.CLEARING_KEYS; phase++) {
                int weak = deadEntriesIn(mode, phase);
                for (int i = 0; i < 10_000; i++) {
                    t.put(weak, t.string("key " + i), t.string("value"));
                }
                t.verify();
                t.step();
                t.verify();
                assertThat(t.count(weak)).isEqualTo(10_001);
                t.finishCycle();
                t.verify();
                assertThat(t.count(weak)).isEqualTo(10_001);
            }
        }
    }

    @Test
    void whatIsReadFromAWeakTableWhileMarkingStays() {
        int weak = t.weakTable("v");
        t.put(t.globals(), t.string("weak"), weak);
        int object = t.table();
        t.putInteger(weak, 1, object);
        t.fill(10_000);
        while (!t.collector.isBlack(weak)) {
            t.step();
        }
        assertThat(t.phase()).isEqualTo(Phase.MARKING);
        t.setStack(t.main(), 0, t.getInteger(weak, 1));
        t.setTop(t.main(), 1);
        t.finishCycle();
        assertThat(t.getInteger(weak, 1)).isEqualTo(object);
    }

    @Test
    void aTableThatBecomesStrongWhileMarkingKeepsItsEntries() {
        for (String mode : new String[] {"k", "v", "kv"}) {
            int weak = t.weakTable(mode);
            t.put(t.globals(), t.string(mode), weak);
            t.put(weak, t.table(), t.table());
            t.fill(10_000);
            while (!t.collector.isBlack(weak)) {
                t.step();
            }
            assertThat(t.phase()).isEqualTo(Phase.MARKING);
            t.collector.metatableChanges(weak);
            t.mem.putInt(weak + Table.METATABLE, 0);
            t.finishCycle();
            t.verify();
            assertThat(t.count(weak)).isEqualTo(1);
        }
    }
}
