package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import dev.moonlift.runtime.kernel.Tag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectorTest {
    private final TestHeap t = new TestHeap(16 * TestHeap.MIB);
    private final int base = collectedUse();

    private int collectedUse() {
        t.collector.full();
        return t.used();
    }

    /** What the objects built since the beginning use after a collection. */
    private int growth() {
        return collectedUse() - base;
    }

    @AfterEach
    void heapIsSound() {
        t.verify();
        t.collector.full();
        t.verify();
    }

    // --- kinds of objects ---

    @Test
    void everyKindOfGarbageGoesWithAllItsStorage() {
        t.string("short");
        t.string("a long string ".repeat(50));
        t.tables.create(100, 100);
        t.closure(t.prototype(10), t.closedUpvalue(t.table()));
        t.userdata(1000);
        t.coroutine(200);
        t.verify();
        assertThat(growth()).isZero();
    }

    @Test
    void everythingReachableStays() {
        int mt = t.table();
        int userdata = t.userdata(20);
        t.mem.putInt(userdata + Userdata.METATABLE, mt);
        t.setObject(userdata + Userdata.VALUE, t.string("kept by userdata"));
        int prototype = t.prototype(3);
        t.setObject(t.mem.getInt(prototype + Prototype.CONSTANTS) + 2 * Layout.SLOT, t.string("constant"));
        t.mem.putInt(prototype + Prototype.SOURCE, t.string("=source"));
        int closure = t.closure(prototype, t.closedUpvalue(userdata), 0);
        int coroutine = t.coroutine(10);
        t.setStack(coroutine, 0, closure);
        t.setTop(coroutine, 1);
        int table = t.table();
        t.put(table, coroutine, t.string("as a key"));
        t.putInteger(table, 1, t.string("element " + "long".repeat(20)));
        t.put(t.globals(), t.string("root"), table);
        int used = t.used();
        assertThat(collectedUse()).isEqualTo(used);
        t.put(t.globals(), t.string("root"), 0);
        t.clearScratchSlots();
        assertThat(growth()).isLessThan(600);
    }

    @Test
    void cyclesDie() {
        int a = t.table();
        int b = t.table();
        t.put(a, b, b);
        t.put(b, a, a);
        assertThat(growth()).isZero();
    }

    @Test
    void aLongListIsMarkedWithoutRecursion() {
        int list = 0;
        for (int i = 0; i < 50_000; i++) {
            int cell = t.tables.create(1, 0);
            t.putInteger(cell, 1, list);
            list = cell;
        }
        t.putInteger(t.globals(), 1, list);
        int used = t.used();
        assertThat(collectedUse()).isEqualTo(used);
        t.putInteger(t.globals(), 1, 0);
        collectedUse();
    }

    // --- incremental work ---

    @Test
    void aCycleInStepsCollectsAsAFullOne() {
        for (int i = 0; i < 5_000; i++) {
            t.putInteger(t.globals(), 1 + i % 100, t.string("string " + i));
        }
        int before = t.used();
        t.finishCycle();
        int after = t.used();
        assertThat(after).isLessThan(before);
        assertThat(collectedUse()).isEqualTo(after);
    }

    @Test
    void newObjectsSurviveThePhaseInWhichTheyAreMade() {
        for (int phase : new int[] {Phase.MARKING, Phase.SWEEPING_STRINGS, Phase.SWEEPING_OBJECTS}) {
            fill(20_000);
            t.stepUntil(phase);
            int table = t.table();
            int string = t.string("made in phase " + phase);
            t.put(t.globals(), string, table);
            t.verify();
            t.finishCycle();
            t.verify();
            assertThat(t.get(t.globals(), string)).isEqualTo(table);
        }
    }

    private void fill(int strings) {
        int table = t.table();
        t.put(t.globals(), t.string("fill"), table);
        for (int i = 1; i <= strings; i++) {
            t.putInteger(table, i, t.string("filling " + i));
        }
    }

    @Test
    void theBarrierReachesWhatABlackObjectGets() {
        int black = t.table();
        t.put(t.globals(), t.string("black"), black);
        fill(10_000);
        while (!t.collector.isBlack(black)) {
            t.step();
        }
        int child = t.table();
        t.mem.putInt(black + Table.METATABLE, child);
        t.collector.barrier(black, child);
        t.verify();
        t.finishCycle();
        t.verify();
        assertThat(t.collector.isBlack(child)).isFalse();
    }

    @Test
    void whileSweepingTheBarrierWhitensTheParent() {
        int parent = t.table();
        t.put(t.globals(), t.string("parent"), parent);
        fill(10_000);
        t.stepUntil(Phase.SWEEPING_STRINGS);
        assertThat(t.collector.isBlack(parent)).isTrue();
        t.mem.putInt(parent + Table.METATABLE, t.table());
        t.collector.barrier(parent, t.mem.getInt(parent + Table.METATABLE));
        assertThat(t.collector.isBlack(parent)).isFalse();
        t.finishCycle();
    }

    @Test
    void aDeadStringThatIsFoundAgainLives() {
        fill(20_000);
        t.put(t.globals(), t.string("fill"), 0);
        t.stepUntil(Phase.SWEEPING_STRINGS);
        int string = t.string("filling 17");
        assertThat(t.collector.internTableBusy()).isTrue();
        t.setStack(t.main(), 0, string);
        t.setTop(t.main(), 1);
        t.finishCycle();
        assertThat(t.string("filling 17")).isEqualTo(string);
        assertThat(t.collector.internTableBusy()).isFalse();
    }

    @Test
    void aTableVisitedInPartsMayBeRehashedMeanwhile() {
        int table = t.table();
        t.put(t.globals(), t.string("table"), table);
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            keys.add(t.string("key " + i));
            t.put(table, keys.get(i), t.table());
        }
        t.mem.putInt(State.STEP_MULTIPLIER, 1);
        int made = 20_000;
        while (t.phase() == Phase.PAUSED || t.phase() == Phase.MARKING) {
            t.step();
            for (int i = 0; i < 300 && made < 60_000; i++, made++) {
                keys.add(t.string("key " + made));
                t.put(table, keys.get(made), t.table());
            }
        }
        t.finishCycle();
        t.verify();
        for (int key : keys) {
            assertThat(t.mem.getByte(t.get(table, key) + Header.KIND)).isEqualTo((byte) Tag.TABLE);
        }
    }

    @Test
    void elementsMayMoveInATableVisitedInParts() {
        int table = t.table();
        t.put(t.globals(), t.string("table"), table);
        int count = 10_000;
        for (int i = 1; i <= count; i++) {
            t.putInteger(table, i, t.table());
        }
        while (t.mem.getInt(State.TRAVERSED_INDEX) < 5_000 || t.mem.getInt(State.TRAVERSED) != table) {
            t.step();
        }
        int array = t.mem.getInt(table + Table.ARRAY);
        for (int i = 1; i <= count / 2; i++) {
            swap(array - 8 * i, array - 8 * (count + 1 - i));
        }
        t.collector.elementsMoved(table, 1, count);
        t.verify();
        t.finishCycle();
        t.verify();
    }

    private void swap(int a, int b) {
        long payload = t.mem.getLong(a);
        t.mem.putLong(a, t.mem.getLong(b));
        t.mem.putLong(b, payload);
    }

    @Test
    void stoppedItDoesNothing() {
        fill(1000);
        t.put(t.globals(), t.string("fill"), 0);
        int used = t.used();
        t.mem.putInt(State.GC_STOPPED, 2);
        t.step();
        t.collector.full();
        assertThat(t.collector.stepOf(1000)).isZero();
        assertThat(t.used()).isEqualTo(used);
        t.mem.putInt(State.GC_STOPPED, 1);
        t.step();
        assertThat(t.phase()).isEqualTo(Phase.PAUSED);
        assertThat(t.collector.stepOf(100_000)).isEqualTo(1);
        assertThat(t.used()).isLessThan(used);
        t.mem.putInt(State.GC_STOPPED, 0);
    }

    @Test
    void underStressEveryStepIsAFullCollection() {
        t.mem.putInt(State.GC_STRESS, 1);
        t.step();
        t.table();
        int used = t.used();
        t.collector.step();
        assertThat(t.used()).isLessThan(used);
    }

    @Test
    void paceKeepsTheHeapBelowTwiceWhatLives() {
        fill(40_000);
        int live = collectedUse();
        int peak = 0;
        for (int i = 0; i < 200_000; i++) {
            t.table();
            if (t.mem.getInt(State.DEBT) > 0) {
                t.collector.step();
            }
            peak = Math.max(peak, t.used());
        }
        assertThat(peak).isLessThan(2 * live + live / 4);
        assertThat(t.mem.getInt(State.COLLECTIONS)).isGreaterThan(2);
    }

    @Test
    void nearTheQuotaItCollectsInTime() {
        int count = 0;
        while (t.used() < 11 * TestHeap.MIB) {
            t.putInteger(t.globals(), ++count, t.userdata(1900));
        }
        collectedUse();
        for (int i = 0; i < 100_000; i++) {
            t.userdata(100);
            if (t.mem.getInt(State.DEBT) > 0) {
                t.collector.step();
            }
        }
    }

    // --- stacks, upvalues ---

    @Test
    void slotsAboveTheTopAreCleared() {
        int coroutine = t.coroutine(10);
        t.setStack(t.main(), 0, coroutine);
        t.setTop(t.main(), 1);
        t.setStack(coroutine, 5, t.table());
        t.setTop(coroutine, 2);
        t.setStack(t.main(), 30, t.table());
        t.collector.full();
        assertThat(t.getStack(coroutine, 5)).isZero();
        assertThat(t.getStack(t.main(), 30)).isZero();
    }

    @Test
    void aCoroutineThatRanSinceItWasVisitedIsVisitedAgain() {
        int coroutine = t.coroutine(10);
        t.put(t.globals(), t.string("coroutine"), coroutine);
        t.setTop(coroutine, 2);
        fill(10_000);
        while (!t.collector.isBlack(coroutine)) {
            t.step();
        }
        t.run(coroutine);
        t.setStack(coroutine, 1, t.table());
        t.run(t.main());
        int kept = t.getStack(coroutine, 1);
        t.verify();
        t.finishCycle();
        t.verify();
        assertThat(t.mem.getByte(kept + Header.KIND)).isEqualTo((byte) Tag.TABLE);
    }

    @Test
    void openUpvaluesOfADeadCoroutineAreClosed() {
        for (boolean coroutineFirst : new boolean[] {true, false}) {
            int early = coroutineFirst ? 0 : t.closedUpvalue(0);
            int coroutine = t.coroutine(10);
            t.setStack(coroutine, 0, t.string("zero"));
            t.setStack(coroutine, 1, t.string("captured"));
            t.setStack(coroutine, 2, t.string("two"));
            t.setTop(coroutine, 3);
            t.openUpvalue(coroutine, 0);
            int upvalue = t.openUpvalue(coroutine, 1);
            t.openUpvalue(coroutine, 2);
            int closure = t.closure(t.prototype(0), upvalue, early);
            t.put(t.globals(), t.string("closure"), closure);
            t.finishCycle();
            t.verify();
            assertThat(t.mem.getInt(closure + Closure.UPVALUES)).isEqualTo(upvalue);
            assertThat(t.mem.getInt(upvalue + Upvalue.SLOT_ADDRESS)).isEqualTo(upvalue + Upvalue.CLOSED);
            assertThat(t.mem.getInt(upvalue + Upvalue.CLOSED)).isEqualTo(t.string("captured"));
        }
    }

    @Test
    void aDeadCoroutineMayBeSweptBeforeItsUpvalues() {
        int first = t.heap.newObject(Tag.UPVALUE, Upvalue.BYTES);
        int coroutine = t.coroutine(10);
        t.setTop(coroutine, 1);
        t.mem.putInt(first + Upvalue.SLOT_ADDRESS, t.stackSlot(coroutine, 0));
        t.mem.putInt(first + Upvalue.NEXT_OPEN, 0);
        t.mem.putInt(coroutine + Layout.Coroutine.OPEN_UPVALUES, first);
        assertThat(growth()).isZero();
    }

    // --- weak tables ---

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
        fill(10_000);
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
            t.put(weak, finalizable(), t.table());
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
        assertThat(due()).hasSize(count);
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
        fill(10_000);
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
            fill(10_000);
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
        fill(10_000);
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
            fill(10_000);
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

    @Test
    void aStackIsVisitedAgainOnlyFromItsGuardOn() {
        int coroutine = t.coroutine(100_000, 100);
        t.setObject(State.REGISTRY, coroutine);
        t.run(coroutine);
        for (int i = 0; i < 90; i++) {
            t.call(1_000 * i);
        }
        t.setTop(coroutine, 100_000);
        fill(10_000);
        while (!t.collector.isBlack(coroutine) && t.mem.getInt(State.MARK_ROUND) == 0) {
            t.step();
        }
        while (t.mem.getInt(State.TRAVERSED) == coroutine) {
            t.step();
        }
        int stack = t.mem.getInt(coroutine + Layout.Coroutine.STACK);
        assertThat(t.stackGuard.unchangedBytes(coroutine)).isEqualTo(t.stackSlot(coroutine, 89_000) - stack);
        t.doReturn();
        int unchanged = t.stackGuard.unchangedBytes(coroutine);
        assertThat(unchanged).isBetween(t.stackSlot(coroutine, 70_000) - stack, t.stackSlot(coroutine, 88_000) - stack);
        t.verify();
    }

    // --- finalizers ---

    private int finalizable() {
        int object = t.table();
        t.collector.trackFinalizer(object);
        return object;
    }

    private List<Integer> due() {
        List<Integer> due = new ArrayList<>();
        for (int object = t.collector.nextFinalizable(); object != 0; object = t.collector.nextFinalizable()) {
            due.add(object);
        }
        return due;
    }

    @Test
    void finalizersAreDueInReverseOrderOfMarking() {
        int a = finalizable();
        int b = finalizable();
        int c = finalizable();
        t.collector.trackFinalizer(a);
        t.put(t.globals(), t.string("c"), c);
        t.collector.full();
        assertThat(t.mem.getInt(State.TO_FINALIZE)).isEqualTo(2);
        t.put(t.globals(), t.string("c"), 0);
        int d = finalizable();
        t.collector.full();
        assertThat(due()).containsExactly(b, a, d, c);
        t.collector.full();
        assertThat(due()).isEmpty();
    }

    @Test
    void anObjectIsFinalizedOnceUnlessItIsMarkedAgain() {
        int a = finalizable();
        t.collector.full();
        assertThat(due()).containsExactly(a);
        t.put(t.globals(), t.string("a"), a);
        t.collector.full();
        assertThat(due()).isEmpty();
        t.collector.trackFinalizer(a);
        t.put(t.globals(), t.string("a"), 0);
        t.clearScratchSlots();
        t.finishCycle();
        assertThat(due()).containsExactly(a);
    }

    @Test
    void whatADueObjectRefersToStays() {
        int a = finalizable();
        int child = t.table();
        t.put(a, t.string("child"), child);
        t.finishCycle();
        t.finishCycle();
        t.collector.full();
        t.verify();
        assertThat(due()).containsExactly(a);
        assertThat(t.get(a, t.string("child"))).isEqualTo(child);
    }

    @Test
    void aResurrectedObjectIsGoneFromWeakValuesButNotYetFromWeakKeys() {
        int values = t.weakTable("v");
        int keys = t.weakTable("k");
        t.put(t.globals(), t.string("values"), values);
        t.put(t.globals(), t.string("keys"), keys);
        int a = finalizable();
        int child = t.table();
        t.put(a, t.string("child"), child);
        t.putInteger(values, 1, a);
        t.putInteger(values, 2, child);
        t.put(keys, a, t.string("by a"));
        t.put(keys, child, t.table());
        t.collector.full();
        assertThat(t.count(values)).isZero();
        assertThat(t.count(keys)).isEqualTo(2);
        assertThat(due()).containsExactly(a);
        t.collector.full();
        assertThat(t.count(keys)).isZero();
    }

    @Test
    void nothingIsDueBeforeAllThatItRefersToIsRevived() {
        for (int i = 0; i < 1000; i++) {
            int object = finalizable();
            int child = t.table();
            t.put(object, t.string("child"), child);
            t.put(child, t.string("parent"), object);
        }
        List<Integer> alive = new ArrayList<>();
        t.stepUntil(Phase.SEPARATING);
        while (t.phase() < Phase.SWEEPING_STRINGS) {
            assertThat(t.collector.nextFinalizable()).isZero();
            alive.add(finalizable());
            t.putInteger(t.globals(), alive.size(), alive.get(alive.size() - 1));
            t.verify();
            t.step();
        }
        t.verify();
        List<Integer> due = due();
        assertThat(due).hasSize(1000).doesNotContainAnyElementsOf(alive);
        due.forEach(object -> assertThat(t.get(t.get(object, t.string("child")), t.string("parent")))
                .isEqualTo(object));
        assertThat(t.mem.getInt(State.FINALIZABLE)).isEqualTo(alive.size());
    }

    @Test
    void closingInTheMidstOfSeparationMakesEverythingDue() {
        List<Integer> objects = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            objects.add(finalizable());
        }
        t.stepUntil(Phase.SEPARATING);
        t.step();
        t.step();
        t.collector.finalizeAll();
        assertThat(due()).containsExactlyInAnyOrderElementsOf(objects);
    }

    @Test
    void closingMakesEverythingDue() {
        int a = finalizable();
        t.collector.full();
        int b = finalizable();
        int c = finalizable();
        t.put(t.globals(), t.string("b"), b);
        t.put(t.globals(), t.string("c"), c);
        t.collector.finalizeAll();
        assertThat(due()).containsExactly(a, c, b);
    }

    @Test
    void manyFinalizersGrowTheirLists() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 1000; i++) {
                finalizable();
            }
            t.finishCycle();
            t.verify();
            for (int i = 0; i < 700; i++) {
                assertThat(t.collector.nextFinalizable()).isNotZero();
            }
        }
        t.collector.full();
        t.verify();
        assertThat(due()).hasSize(900);
    }
}
