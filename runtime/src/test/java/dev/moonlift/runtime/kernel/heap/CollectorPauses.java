package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Measures what the collector's steps take with 256 MiB of live data of various shapes, while the guest goes on
 * allocating and storing: {@code java -Xmx3g ... CollectorPauses}.
 */
final class CollectorPauses {
    private static final int LIVE = 256 * TestHeap.MIB;

    /** Time on the processor: what other processes take is not the collector's. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String name;
    private final TestHeap t = new TestHeap(768 * TestHeap.MIB);
    private final Random random = new Random(1);
    private long[] times = new long[1 << 16];
    private int steps;

    private CollectorPauses(String name) {
        this.name = name;
        t.mem.putInt(State.GC_STOPPED, 1);
    }

    public static void main(String[] arguments) {
        for (int i = 0; i < 2; i++) {
            smallTables();
            oneBigArray();
            bigHash();
            strings();
            weak("weak values, all alive", "v");
            weak("weak keys, all alive", "k");
            dyingValues(100_000);
            dyingValues(1_000_000);
            dyingAtOnce("weak values, a million dying at once", "v");
            dyingAtOnce("weak keys, a million dying at once", "k");
            dyingAtOnce("weak keys and values, a million dying at once", "kv");
            coroutines();
            deepStack("a stack of a million slots", 10);
            deepStack("a stack of a million slots in one frame, below the running one", 1_000_000);
            openUpvalues();
            finalizers();
            dyingFinalizable();
        }
    }

    // --- shapes ---

    private static void smallTables() {
        CollectorPauses p = new CollectorPauses("small tables");
        int root = p.array();
        int count = 0;
        while (p.t.used() < LIVE) {
            p.store(root, ++count, p.object(4));
        }
        int n = count;
        p.run(() -> {
            int table = p.t.getInteger(root, 1 + p.random.nextInt(n));
            int value = p.t.getInteger(root, 1 + p.random.nextInt(n));
            p.store(table, 1 + p.random.nextInt(4), value);
            p.store(root, 1 + p.random.nextInt(n), p.object(4));
            return 0;
        });
    }

    private static void oneBigArray() {
        CollectorPauses p = new CollectorPauses("one array of tables, growing");
        int root = p.array();
        int[] count = {0};
        while (p.t.used() < LIVE) {
            p.store(root, ++count[0], p.t.table());
        }
        p.run(() -> {
            p.store(root, ++count[0], p.t.table());
            p.t.table();
            return 0;
        });
    }

    private static void bigHash() {
        CollectorPauses p = new CollectorPauses("one hash part of strings");
        int root = p.array();
        int count = 0;
        while (p.t.used() < LIVE) {
            p.t.put(root, p.t.string("key number " + ++count), p.t.table());
        }
        int[] n = {count};
        p.run(() -> {
            p.t.put(root, p.t.string("key number " + ++n[0]), p.t.table());
            return 0;
        });
    }

    private static void strings() {
        CollectorPauses p = new CollectorPauses("short strings");
        int root = p.array();
        int count = 0;
        while (p.t.used() < LIVE) {
            p.store(root, ++count, p.t.string("string number " + count));
        }
        int[] n = {count};
        p.run(() -> {
            p.store(root, 1 + p.random.nextInt(n[0]), p.t.string("another string " + p.random.nextInt()));
            return 0;
        });
    }

    private static void weak(String name, String mode) {
        CollectorPauses p = new CollectorPauses(name);
        int weak = p.t.weakTable(mode);
        p.t.put(p.t.globals(), p.t.string("weak"), weak);
        int root = p.array();
        int count = 0;
        while (p.t.used() < LIVE) {
            int object = p.t.table();
            p.t.put(weak, object, object);
            p.store(root, ++count, object);
        }
        p.run(() -> p.object(4));
    }

    /** A cache that forgets: most of its entries die in each cycle. */
    private static void dyingValues(int entries) {
        CollectorPauses p = new CollectorPauses("weak array of " + entries + ", most entries dying");
        int weak = p.t.weakTable("v");
        p.t.put(p.t.globals(), p.t.string("weak"), weak);
        int root = p.array();
        int count = 0;
        while (p.t.used() < LIVE) {
            p.store(root, ++count, p.object(4));
        }
        int[] n = {0};
        p.run(() -> {
            p.store(weak, 1 + n[0]++ % entries, p.object(4));
            return 0;
        });
    }

    private static void coroutines() {
        CollectorPauses p = new CollectorPauses("coroutines of 100 slots, each in turn running");
        int root = p.array();
        int count = 0;
        while (p.t.used() < LIVE) {
            int coroutine = p.t.coroutine(100);
            p.t.setTop(coroutine, 50);
            p.t.setStack(coroutine, 5, p.t.table());
            p.store(root, ++count, coroutine);
        }
        int n = count;
        int[] next = {0};
        p.run(() -> {
            int coroutine = p.t.getInteger(root, 1 + next[0]++ % n);
            p.t.run(coroutine);
            p.t.setStack(coroutine, 7, p.t.table());
            p.t.run(p.t.main());
            return 0;
        });
    }

    private static void dyingAtOnce(String name, String mode) {
        CollectorPauses p = new CollectorPauses(name);
        int weak = p.t.weakTable(mode);
        p.t.put(p.t.globals(), p.t.string("weak"), weak);
        int root = p.array();
        int count = 0;
        while (p.t.used() < LIVE) {
            int object = p.object(0);
            if (count < 1_000_000) {
                p.t.put(weak, object, p.object(0));
            }
            p.store(root, ++count, object);
        }
        p.t.put(p.t.globals(), p.t.string("root"), 0);
        p.run(() -> p.object(4));
    }

    /** A recursion that goes on, up and down, at its end. */
    private static void deepStack(String name, int slotsOfFrame) {
        CollectorPauses p = new CollectorPauses(name);
        int slots = 1_000_000;
        int coroutine = p.t.coroutine(slots, slots / slotsOfFrame + 100);
        p.t.setObject(State.REGISTRY, coroutine);
        p.t.run(coroutine);
        for (int i = 0; i < slots; i++) {
            p.t.setStack(coroutine, i, p.object(4));
            if (i % slotsOfFrame == slotsOfFrame - 10) {
                p.t.call(i);
            }
        }
        p.t.setTop(coroutine, slots);
        int root = p.array();
        int count = 0;
        while (p.t.used() < LIVE) {
            p.store(root, ++count, p.object(4));
        }
        int[] depth = {0};
        p.run(() -> {
            boolean up = slotsOfFrame < slots && depth[0] < 50 && p.random.nextBoolean();
            if (up) {
                p.t.doReturn();
                depth[0]++;
            } else if (depth[0] > 0) {
                p.t.call(slots - slotsOfFrame * depth[0]--);
            }
            p.t.setStack(coroutine, slots - slotsOfFrame * depth[0] % slots - 1, p.object(4));
            return 0;
        });
    }

    private static void openUpvalues() {
        CollectorPauses p = new CollectorPauses("a million open upvalues");
        int slots = 1_000_000;
        int coroutine = p.t.coroutine(slots);
        p.t.setObject(State.REGISTRY, coroutine);
        for (int i = 0; i < slots; i++) {
            p.t.setStack(coroutine, i, p.object(4));
            p.t.openUpvalue(coroutine, i);
        }
        p.t.setTop(coroutine, slots);
        int root = p.array();
        int count = 0;
        while (p.t.used() < LIVE) {
            p.store(root, ++count, p.object(4));
        }
        p.run(() -> p.object(4));
    }

    private static void finalizers() {
        CollectorPauses p = new CollectorPauses("a million objects with finalizers");
        int root = p.array();
        for (int i = 1; i <= 1_000_000; i++) {
            int object = p.object(4);
            p.t.collector.trackFinalizer(object);
            p.store(root, i, object);
        }
        int count = 1_000_000;
        while (p.t.used() < LIVE) {
            p.store(root, ++count, p.object(4));
        }
        p.run(() -> p.object(4));
    }

    private static void dyingFinalizable() {
        CollectorPauses p = new CollectorPauses("a million objects with finalizers, dying at once");
        for (int i = 1; i <= 1_000_000; i++) {
            p.t.collector.trackFinalizer(p.object(4));
        }
        int root = p.array();
        int count = 0;
        while (p.t.used() < LIVE) {
            p.store(root, ++count, p.object(4));
        }
        p.run(() -> {
            p.t.collector.nextFinalizable();
            return p.object(4);
        });
    }

    // --- the guest ---

    private int array() {
        int root = t.table();
        t.put(t.globals(), t.string("root"), root);
        return root;
    }

    private int object(int elements) {
        return t.tables.create(elements, 0);
    }

    private void store(int table, int index, int value) {
        t.putInteger(table, index, value);
    }

    /** Two cycles in full swing, of which the second is reported. */
    private void run(Supplier<Integer> guest) {
        int live = t.used();
        t.mem.putInt(State.GC_STOPPED, 0);
        new Pace(t.mem).pause();
        long peak = 0;
        int first = t.mem.getInt(State.COLLECTIONS);
        while (t.mem.getInt(State.COLLECTIONS) < first + 2) {
            guest.get();
            peak = Math.max(peak, t.used());
            if (t.mem.getInt(State.DEBT) > 0) {
                measure();
            }
        }
        report(live, peak);
    }

    private void measure() {
        long start = THREADS.getCurrentThreadCpuTime();
        t.collector.step();
        long time = THREADS.getCurrentThreadCpuTime() - start;
        if (steps == times.length) {
            times = Arrays.copyOf(times, 2 * steps);
        }
        times[steps++] = time;
    }

    private void report(int live, long peak) {
        long[] sorted = Arrays.copyOf(times, steps);
        Arrays.sort(sorted);
        System.out.printf(
                "%-48s live %3d MiB, peak %3d MiB, %6d steps: median %.2f, 99%% %.2f, 99.9%% %.2f, most %.2f ms%n",
                name,
                live >> 20,
                peak >> 20,
                steps,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 0.999),
                at(sorted, 1));
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }
}
