package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.number.Arithmetic;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;

/**
 * Sorts numbers, or strings, in the array part of a table: quicksort with the median of three as pivot (Sedgewick,
 * Implementing quicksort programs, CACM 1978), as the prelude does it with a function for the order, so that equal
 * elements end up in the same places. Where it has gone deep without getting far, heapsort ends it (Musser,
 * Introspective sorting and selection algorithms, 1997): no input takes quadratic time.
 *
 * <p>{@code array} is the middle of the array storage, see {@code Layout.Table}.
 */
public final class ElementSort {
    /** Within an array, fuel is taken for so many elements at once. */
    private static final int PORTION = 4096;

    private final Memory mem;
    private final Strings strings;
    private final Collector collector;
    private final Errors errors;
    private final Fuel fuel;

    public ElementSort(Memory mem, Strings strings, Collector collector, Errors errors, Fuel fuel) {
        this.mem = mem;
        this.strings = strings;
        this.collector = collector;
        this.errors = errors;
        this.fuel = fuel;
    }

    /** Sorts elements 1 to {@code count}, which lie in the array part. */
    public void sort(int table, int count) {
        fuel.chargeElements(count);
        collector.elementsMoved(table, 1, count);
        int depth = 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(count));
        quicksort(mem.getInt(table + Table.ARRAY), 1, count, depth);
    }

    // --- elements ---

    private long payload(int array, int index) {
        return mem.getLong(array - 8 * index);
    }

    private int tag(int array, int index) {
        return mem.getByte(array + index - 1);
    }

    private void put(int array, int index, long payload, int tag) {
        mem.putLong(array - 8 * index, payload);
        mem.putByte(array + index - 1, tag);
    }

    private void swap(int array, int a, int b) {
        long payload = payload(array, a);
        int tag = tag(array, a);
        put(array, a, payload(array, b), tag(array, b));
        put(array, b, payload, tag);
    }

    private boolean isLess(int array, int a, int b) {
        return isLess(payload(array, a), tag(array, a), payload(array, b), tag(array, b));
    }

    /** Two numbers or two strings. */
    private boolean isLess(long a, int tagA, long b, int tagB) {
        if (tagA == Tag.INTEGER) {
            return tagB == Tag.INTEGER ? a < b : Arithmetic.lessThan(a, Double.longBitsToDouble(b));
        }
        if (tagA != Tag.FLOAT) {
            return isStringLess((int) a, (int) b);
        }
        double number = Double.longBitsToDouble(a);
        return tagB == Tag.FLOAT ? number < Double.longBitsToDouble(b) : Arithmetic.lessThan(number, b);
    }

    private boolean isStringLess(int a, int b) {
        int common = Math.min(strings.length(a), strings.length(b));
        if (common > Str.MAX_SHORT) {
            fuel.chargeBytes(common);
        }
        return strings.compare(a, b) < 0;
    }

    // --- quicksort ---

    private void quicksort(int array, int from, int to, int depth) {
        int low = from;
        int high = to;
        for (int left = depth; low < high; left--) {
            fuel.chargeElements(Math.min(high - low, PORTION));
            if (left == 0) {
                heapsort(array, low, high);
                return;
            }
            if (orderThree(array, low, high)) {
                return;
            }
            int middle = partition(array, low, high);
            if (middle - low < high - middle) {
                quicksort(array, low, middle - 1, left - 1);
                low = middle + 1;
            } else {
                quicksort(array, middle + 1, high, left - 1);
                high = middle - 1;
            }
        }
    }

    /**
     * Puts the first, the middle and the last element in order, and the middle one, as the pivot, next to the last.
     *
     * @return true if these were all
     */
    private boolean orderThree(int array, int low, int high) {
        if (isLess(array, high, low)) {
            swap(array, low, high);
        }
        if (high - low == 1) {
            return true;
        }
        int middle = low + high >>> 1;
        if (isLess(array, middle, low)) {
            swap(array, middle, low);
        } else if (isLess(array, high, middle)) {
            swap(array, middle, high);
        }
        if (high - low == 2) {
            return true;
        }
        swap(array, middle, high - 1);
        return false;
    }

    /**
     * Moves what is less than the pivot, which is next to the last, below what is greater.
     *
     * @return the place of the pivot between them
     */
    private int partition(int array, int low, int high) {
        long pivot = payload(array, high - 1);
        int pivotTag = tag(array, high - 1);
        int up = low;
        int down = high - 1;
        while (true) {
            up = nextNotLess(array, up, high - 1, pivot, pivotTag);
            down = nextNotGreater(array, down, up, pivot, pivotTag);
            if (down < up) {
                swap(array, high - 1, up);
                return up;
            }
            swap(array, up, down);
        }
    }

    /** NaN has no order: without a bound the search could pass by the pivot and leave the table. */
    private int nextNotLess(int array, int before, int bound, long pivot, int pivotTag) {
        int i = before + 1;
        while (isLess(payload(array, i), tag(array, i), pivot, pivotTag)) {
            if (i == bound) {
                errors.raise(Name.INVALID_ORDER, 0, 0, 0);
            }
            i = next(i, 1);
        }
        return i;
    }

    private int nextNotGreater(int array, int behind, int bound, long pivot, int pivotTag) {
        int i = behind - 1;
        while (isLess(pivot, pivotTag, payload(array, i), tag(array, i))) {
            if (i < bound) {
                errors.raise(Name.INVALID_ORDER, 0, 0, 0);
            }
            i = next(i, -1);
        }
        return i;
    }

    private int next(int index, int by) {
        if (index % PORTION == 0) {
            fuel.chargeElements(PORTION);
        }
        return index + by;
    }

    // --- heapsort ---

    private void heapsort(int array, int low, int high) {
        int base = low - 1;
        int count = high - base;
        for (int root = count >>> 1; root >= 1; root--) {
            siftDown(array, base, root, count);
        }
        for (int last = count; last > 1; last--) {
            swap(array, base + 1, base + last);
            siftDown(array, base, 1, last - 1);
        }
    }

    /** Nodes of the heap count from 1; node n lies at index {@code base + n}. */
    private void siftDown(int array, int base, int root, int count) {
        fuel.charge(1);
        int node = root;
        while (2 * node <= count) {
            int child = 2 * node;
            if (child < count && isLess(array, base + child, base + child + 1)) {
                child++;
            }
            if (!isLess(array, base + node, base + child)) {
                return;
            }
            swap(array, base + node, base + child);
            node = child;
        }
    }
}
