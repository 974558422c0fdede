package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects with finalizers. */
class FinalizersTest extends SoundHeap {
    @Test
    void finalizersAreDueInReverseOrderOfMarking() {
        int a = t.finalizable();
        int b = t.finalizable();
        int c = t.finalizable();
        t.collector.trackFinalizer(a);
        t.put(t.globals(), t.string("c"), c);
        t.collector.full();
        assertThat(t.mem.getInt(State.TO_FINALIZE)).isEqualTo(2);
        t.put(t.globals(), t.string("c"), 0);
        int d = t.finalizable();
        t.collector.full();
        assertThat(t.due()).containsExactly(b, a, d, c);
        t.collector.full();
        assertThat(t.due()).isEmpty();
    }

    @Test
    void anObjectIsFinalizedOnceUnlessItIsMarkedAgain() {
        int a = t.finalizable();
        t.collector.full();
        assertThat(t.due()).containsExactly(a);
        t.put(t.globals(), t.string("a"), a);
        t.collector.full();
        assertThat(t.due()).isEmpty();
        t.collector.trackFinalizer(a);
        t.put(t.globals(), t.string("a"), 0);
        t.clearScratchSlots();
        t.finishCycle();
        assertThat(t.due()).containsExactly(a);
    }

    @Test
    void whatADueObjectRefersToStays() {
        int a = t.finalizable();
        int child = t.table();
        t.put(a, t.string("child"), child);
        t.finishCycle();
        t.finishCycle();
        t.collector.full();
        t.verify();
        assertThat(t.due()).containsExactly(a);
        assertThat(t.get(a, t.string("child"))).isEqualTo(child);
    }

    @Test
    void aResurrectedObjectIsGoneFromWeakValuesButNotYetFromWeakKeys() {
        int values = t.weakTable("v");
        int keys = t.weakTable("k");
        t.put(t.globals(), t.string("values"), values);
        t.put(t.globals(), t.string("keys"), keys);
        int a = t.finalizable();
        int child = t.table();
        t.put(a, t.string("child"), child);
        t.putInteger(values, 1, a);
        t.putInteger(values, 2, child);
        t.put(keys, a, t.string("by a"));
        t.put(keys, child, t.table());
        t.collector.full();
        assertThat(t.count(values)).isZero();
        assertThat(t.count(keys)).isEqualTo(2);
        assertThat(t.due()).containsExactly(a);
        t.collector.full();
        assertThat(t.count(keys)).isZero();
    }

    @Test
    void nothingIsDueBeforeAllThatItRefersToIsRevived() {
        for (int i = 0; i < 1000; i++) {
            int object = t.finalizable();
            int child = t.table();
            t.put(object, t.string("child"), child);
            t.put(child, t.string("parent"), object);
        }
        List<Integer> alive = new ArrayList<>();
        t.stepUntil(Phase.SEPARATING);
        while (t.phase() < Phase.SWEEPING_STRINGS) {
            assertThat(t.collector.nextFinalizable()).isZero();
            alive.add(t.finalizable());
            t.putInteger(t.globals(), alive.size(), alive.get(alive.size() - 1));
            t.verify();
            t.step();
        }
        t.verify();
        List<Integer> due = t.due();
        assertThat(due).hasSize(1000).doesNotContainAnyElementsOf(alive);
        due.forEach(object -> assertThat(t.get(t.get(object, t.string("child")), t.string("parent")))
                .isEqualTo(object));
        assertThat(t.mem.getInt(State.FINALIZABLE)).isEqualTo(alive.size());
    }

    @Test
    void closingInTheMidstOfSeparationMakesEverythingDue() {
        List<Integer> objects = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            objects.add(t.finalizable());
        }
        t.stepUntil(Phase.SEPARATING);
        t.step();
        t.step();
        t.collector.finalizeAll();
        assertThat(t.due()).containsExactlyInAnyOrderElementsOf(objects);
    }

    @Test
    void closingMakesEverythingDue() {
        int a = t.finalizable();
        t.collector.full();
        int b = t.finalizable();
        int c = t.finalizable();
        t.put(t.globals(), t.string("b"), b);
        t.put(t.globals(), t.string("c"), c);
        t.collector.finalizeAll();
        assertThat(t.due()).containsExactly(a, c, b);
    }

    @Test
    void manyFinalizersGrowTheirLists() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 1000; i++) {
                t.finalizable();
            }
            t.finishCycle();
            t.verify();
            for (int i = 0; i < 700; i++) {
                assertThat(t.collector.nextFinalizable()).isNotZero();
            }
        }
        t.collector.full();
        t.verify();
        assertThat(t.due()).hasSize(900);
    }
}
