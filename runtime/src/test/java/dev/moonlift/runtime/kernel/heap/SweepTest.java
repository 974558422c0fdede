package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.inspect.HeapVerifier;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.table.Tables;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The sweep of blocks, and tables whose parts lie inside. */
class SweepTest {
    private final TestHeap t = new TestHeap(16 * TestHeap.MIB);

    private int collectedUse() {
        t.collector.full();
        t.verify();
        return t.used();
    }

    // --- blocks ---

    /** Runs of pages join, split, grow and shrink under the sweep, which must find the blocks behind them all. */
    @Property(tries = 20)
    void pagesMayChangeUnderTheSweep(@ForAll long seed) {
        int base = collectedUse();
        Random random = new Random(seed);
        Deque<int[]> runs = new ArrayDeque<>();
        for (int cycle = 0; cycle < 4; cycle++) {
            for (int i = 0; i < 3000; i++) {
                t.userdata(random.nextInt(600));
                changeRuns(random, runs);
            }
            t.stepUntil(Phase.SWEEPING_OBJECTS);
            while (t.phase() == Phase.SWEEPING_OBJECTS) {
                t.step();
                t.userdata(random.nextInt(4000));
                changeRuns(random, runs);
            }
            Map<Integer, Integer> owned = runs.stream().collect(Collectors.toMap(run -> run[0], run -> run[1]));
            assertThat(HeapVerifier.verify(t.mem, owned)).isEmpty();
        }
        runs.forEach(run -> t.heap.free(run[0], run[1]));
        assertThat(collectedUse()).isEqualTo(base);
    }

    private void changeRuns(Random random, Deque<int[]> runs) {
        if (random.nextInt(8) != 0) {
            return;
        }
        int bytes = 1 + random.nextInt(8 * Layout.PAGE);
        if (runs.size() < 20) {
            runs.add(new int[] {t.heap.allocate(bytes), bytes});
        } else {
            int[] run = runs.remove();
            if (random.nextBoolean()) {
                t.heap.free(run[0], run[1]);
            } else {
                runs.add(new int[] {t.heap.reallocate(run[0], run[1], bytes), bytes});
            }
        }
    }

    @Test
    void freeCellsOfASweptBlockAreGivenOutByRisingAddress() {
        for (int i = 0; i < 50; i++) {
            t.userdata(100);
        }
        t.collector.full();
        int last = 0;
        for (int i = 0; i < 20; i++) {
            int next = t.userdata(100);
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void largeObjectsAreSweptInTheirList() {
        int base = collectedUse();
        int kept = t.userdata(5000);
        t.userdata(6000);
        t.putInteger(t.globals(), 1, kept);
        t.userdata(Heap.SMALL_LIMIT);
        t.collector.full();
        t.verify();
        assertThat(t.mem.getInt(State.LARGE_OBJECTS)).isEqualTo(kept);
        t.putInteger(t.globals(), 1, 0);
        collectedUse();
        assertThat(t.mem.getInt(State.LARGE_OBJECTS)).isZero();
        assertThat(t.used() - base).isLessThan(100);
    }

    // --- tables with their parts inside ---

    @Test
    void smallPartsLieInsideAndAllOfTheCellIsAccountedFor() {
        for (int elements = 0; elements <= 40; elements++) {
            for (int others = 0; others <= 10; others++) {
                int before = t.used();
                int table = t.tables.create(elements, others);
                assertThat(t.used() - before).isEqualTo((int) Tables.bytes(elements, others));
                assertThat(t.mem.getInt(table + Table.CAPACITY)).isEqualTo(elements);
            }
        }
        t.verify();
        int table = t.tables.create(3, 2);
        assertThat(Table.isInline(table, t.mem.getInt(table + Table.ARRAY))).isTrue();
        assertThat(Table.isInline(table, t.mem.getInt(table + Table.NODES))).isTrue();
    }

    /** Whatever is stored, a table that began with room inside holds what one that began empty holds. */
    @Property(tries = 100)
    void partsThatGrowMoveOut(@ForAll long seed) {
        Random random = new Random(seed);
        int base = collectedUse();
        int inside = t.tables.create(random.nextInt(6), random.nextInt(5));
        t.put(t.globals(), t.string("inside"), inside);
        int outside = t.table();
        t.put(t.globals(), t.string("outside"), outside);
        for (int i = 0; i < 60; i++) {
            int value = random.nextInt(4) == 0 ? 0 : t.userdata(i);
            if (random.nextBoolean()) {
                int key = 1 + random.nextInt(12);
                t.putInteger(inside, key, value);
                t.putInteger(outside, key, value);
            } else {
                int key = t.string("key " + random.nextInt(12));
                t.put(inside, key, value);
                t.put(outside, key, value);
            }
            t.step();
        }
        t.verify();
        for (int i = 1; i <= 12; i++) {
            assertThat(t.getInteger(inside, i)).isEqualTo(t.getInteger(outside, i));
            assertThat(t.get(inside, t.string("key " + (i - 1)))).isEqualTo(t.get(outside, t.string("key " + (i - 1))));
        }
        assertThat(t.count(inside)).isEqualTo(t.count(outside));
        t.put(t.globals(), t.string("inside"), 0);
        t.put(t.globals(), t.string("outside"), 0);
        assertThat(collectedUse() - base).isLessThan(500);
    }
}
