package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import org.junit.jupiter.api.Test;

/** What the collector finds and frees, by kinds of objects. */
class CollectorTest extends SoundHeap {
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
}
