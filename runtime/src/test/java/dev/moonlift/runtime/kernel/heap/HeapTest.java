package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.inspect.HeapVerifier;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeapTest {
    private static final int MIB = 1 << 20;

    private final TreeMap<Integer, Integer> model = new TreeMap<>();
    private Memory mem;
    private Heap heap;

    private void boot(int bytes) {
        mem = HeapMemory.of(0, bytes);
        heap = new Heap(mem, new Pages(mem));
        heap.boot(bytes);
        model.clear();
    }

    // --- size classes ---

    @Test
    void everySmallSizeFitsItsCellAndLittleIsWasted() {
        for (int bytes = 0; bytes <= Heap.SMALL_LIMIT; bytes++) {
            int sizeClass = Heap.sizeClass(bytes);
            int cell = Heap.cellBytes(sizeClass);
            assertThat(sizeClass).isBetween(1, State.SMALL_CLASSES - 1);
            assertThat(cell)
                    .isGreaterThanOrEqualTo(bytes)
                    .isLessThanOrEqualTo(Math.max(16, bytes + Math.max(15, bytes / 2)));
            assertThat(cell % 16).isZero();
            assertThat(Heap.sizeClass(cell)).isEqualTo(sizeClass);
        }
    }

    // --- model ---

    @Property(tries = 200)
    void anySequenceOfRequestsKeepsContentsAndRecords(
            @ForAll long seed, @ForAll @IntRange(min = 16, max = 20) int log) {
        boot(1 << log);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            doSomething(random);
        }
        checkContents();
        verify();
        while (!model.isEmpty()) {
            free(model.firstKey());
        }
        verify();
        assertThat(mem.getInt(State.USED)).isZero();
    }

    private void doSomething(Random random) {
        int bytes = random.nextInt(1 << 1 + random.nextInt(16));
        int choice = random.nextInt(5);
        try {
            if (choice <= 1 || model.isEmpty()) {
                allocate(bytes);
            } else if (choice <= 3) {
                free(anyAddress(random));
            } else {
                reallocate(anyAddress(random), bytes);
            }
        } catch (Signal full) {
            assertThat(full).isSameAs(Signal.OUT_OF_MEMORY);
        }
    }

    private int anyAddress(Random random) {
        List<Integer> addresses = new ArrayList<>(model.keySet());
        return addresses.get(random.nextInt(addresses.size()));
    }

    private int allocate(int bytes) {
        int address = heap.allocate(bytes);
        own(address, bytes);
        return address;
    }

    private void own(int address, int bytes) {
        assertThat(address % 16).isZero();
        assertThat(model.put(address, bytes)).isNull();
        mem.fill(address, pattern(address), bytes);
    }

    private static int pattern(int address) {
        return address >> 4 ^ address >> 12;
    }

    private void free(int address) {
        checkContents(address, model.get(address), pattern(address));
        heap.free(address, model.remove(address));
    }

    private void reallocate(int address, int bytes) {
        int old = model.get(address);
        int moved = heap.reallocate(address, old, bytes);
        model.remove(address);
        checkContents(moved, Math.min(old, bytes), pattern(address));
        own(moved, bytes);
    }

    private void checkContents() {
        model.forEach((address, bytes) -> checkContents(address, bytes, pattern(address)));
    }

    private void checkContents(int address, int bytes, int pattern) {
        for (int i = 0; i < bytes; i++) {
            if (mem.getByte(address + i) != (byte) pattern) {
                throw new AssertionError("byte " + i + " of " + address + " is not its owner's");
            }
        }
    }

    private void verify() {
        assertThat(HeapVerifier.verify(mem, model)).isEmpty();
        assertThat(mem.getInt(State.USED))
                .isEqualTo(model.values().stream().mapToInt(i -> i).sum());
    }

    // --- pages ---

    @Test
    void freedNeighboursBecomeOneRun() {
        boot(MIB);
        int a = allocate(4096);
        int b = allocate(8192);
        int c = allocate(4096);
        allocate(4096);
        free(a);
        free(c);
        verify();
        free(b);
        verify();
        assertThat(allocate(4 * 4096)).isEqualTo(a);
    }

    @Test
    void blocksThatBecomeEmptyGoBackToThePages() {
        boot(MIB);
        for (int i = 0; i < 10_000; i++) {
            allocate(64);
        }
        for (int address : List.copyOf(model.keySet())) {
            free(address);
        }
        verify();
        allocate(MIB - 128 * 1024);
        verify();
    }

    @Test
    void largeStorageGrowsAndShrinksInPlaceWhereItCan() {
        boot(MIB);
        int a = allocate(8192);
        int b = allocate(8192);
        free(b);
        reallocate(a, 16_000);
        assertThat(model).containsOnlyKeys(a);
        reallocate(a, 4000);
        assertThat(model).containsOnlyKeys(a);
        verify();
    }

    // --- limits ---

    @Test
    void theQuotaIsReachedAndNothingIsLost() {
        boot(MIB);
        assertThatThrownBy(() -> {
                    while (true) {
                        allocate(1000);
                    }
                })
                .isSameAs(Signal.OUT_OF_MEMORY);
        verify();
        assertThat(mem.getInt(State.USED)).isGreaterThan(MIB * 9 / 10);
        assertThat(mem.size()).isLessThanOrEqualTo(MIB);
        int any = model.firstKey();
        free(any);
        assertThat(allocate(1000)).isEqualTo(any);
        checkContents();
    }

    @Test
    void impossibleSizesAreOutOfMemory() {
        boot(MIB);
        for (int bytes : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 4095, MIB}) {
            assertThatThrownBy(() -> heap.allocate(bytes)).isSameAs(Signal.OUT_OF_MEMORY);
        }
        int a = allocate(100);
        assertThatThrownBy(() -> heap.reallocate(a, 100, -5)).isSameAs(Signal.OUT_OF_MEMORY);
        assertThatThrownBy(() -> heap.reallocate(a, 100, 2 * MIB)).isSameAs(Signal.OUT_OF_MEMORY);
        verify();
    }

    @Test
    void theEndOfMemoryStaysUnused() {
        boot(MIB);
        try {
            while (true) {
                allocate(4096);
            }
        } catch (Signal full) {
            Map.Entry<Integer, Integer> last = model.lastEntry();
            assertThat(last.getKey() + last.getValue()).isLessThanOrEqualTo(mem.size() - Layout.TAIL_GUARD);
        }
    }

    @Test
    void emptyBlocksAreGivenUpBeforeMemoryIsExhausted() {
        boot(MIB);
        for (int bytes = 16; bytes <= Heap.SMALL_LIMIT; bytes += 16) {
            heap.free(heap.allocate(bytes), bytes);
        }
        int pages = mem.getInt(State.LIMIT_PAGE) - mem.getInt(State.FIRST_PAGE);
        allocate(pages * Layout.PAGE);
        verify();
    }

    @Test
    void aMemoryTooSmallForAnythingDoesNotBoot() {
        assertThatThrownBy(() -> boot(4096)).isSameAs(Signal.OUT_OF_MEMORY);
    }

    @Test
    void accountsForDebtAndPeak() {
        boot(MIB);
        int debt = mem.getInt(State.DEBT);
        int a = allocate(100);
        allocate(5000);
        free(a);
        assertThat(mem.getInt(State.DEBT) - debt).isEqualTo(5000);
        assertThat(mem.getInt(State.USED)).isEqualTo(5000);
        assertThat(heap.peak()).isEqualTo(5100);
    }
}
