package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The collector step by step, while the guest goes on. */
class CollectorStepsTest extends SoundHeap {
    @Test
    void aCycleInStepsCollectsAsAFullOne() {
        for (int i = 0; i < 5_000; i++) {
            t.putInteger(t.globals(), 1 + i % 100, t.string("string " + i));
        }
        int before = t.used();
        t.finishCycle();
        int after = t.used() - internTableBytes();
        assertThat(after).isLessThan(before);
        assertThat(collectedUse() - internTableBytes()).isEqualTo(after);
    }

    /** Only a full collection makes the table as small as it may be. */
    private int internTableBytes() {
        return 4 * t.mem.getInt(State.INTERN_SIZE);
    }

    @Test
    void newObjectsSurviveThePhaseInWhichTheyAreMade() {
        for (int phase : new int[] {Phase.MARKING, Phase.SWEEPING_STRINGS, Phase.SWEEPING_OBJECTS}) {
            t.fill(20_000);
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

    @Test
    void theBarrierReachesWhatABlackObjectGets() {
        int black = t.table();
        t.put(t.globals(), t.string("black"), black);
        t.fill(10_000);
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
        t.fill(10_000);
        t.stepUntil(Phase.SWEEPING_STRINGS);
        assertThat(t.collector.isBlack(parent)).isTrue();
        t.mem.putInt(parent + Table.METATABLE, t.table());
        t.collector.barrier(parent, t.mem.getInt(parent + Table.METATABLE));
        assertThat(t.collector.isBlack(parent)).isFalse();
        t.finishCycle();
    }

    @Test
    void aDeadStringThatIsFoundAgainLives() {
        t.fill(20_000);
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
        t.fill(1000);
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
        t.fill(40_000);
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
}
