package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Tag;
import org.junit.jupiter.api.Test;

/** Stacks of coroutines, and variables that closures captured in them. */
class CollectorStacksTest extends SoundHeap {
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
        t.fill(10_000);
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

    @Test
    void aStackIsVisitedAgainOnlyFromItsGuardOn() {
        int coroutine = t.coroutine(100_000, 100);
        t.setObject(State.REGISTRY, coroutine);
        t.run(coroutine);
        for (int i = 0; i < 90; i++) {
            t.call(1_000 * i);
        }
        t.setTop(coroutine, 100_000);
        t.fill(10_000);
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
}
