package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.inspect.HeapVerifier;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.table.TableArray;
import dev.moonlift.runtime.kernel.table.TableGrowth;
import dev.moonlift.runtime.kernel.table.TableHash;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A booted heap with a main coroutine and globals, and ways to build objects by hand. */
final class TestHeap {
    static final int MIB = 1 << 20;
    /** Where values pass through; not a root. */
    private static final int SLOT = 16;

    final Memory mem;
    final Pages pages;
    final Heap heap;
    final Marker marker;
    final StackGuard stackGuard;
    final Collector collector;
    final Strings strings;
    final Tables tables;

    TestHeap(int bytes) {
        mem = HeapMemory.of(0, bytes);
        pages = new Pages(mem);
        heap = new Heap(mem, pages);
        marker = new Marker(mem);
        stackGuard = new StackGuard(mem);
        InternTable internTable = new InternTable(mem, heap);
        WeakTables weakTables = new WeakTables(mem, marker);
        collector = new Collector(
                mem,
                marker,
                new Tracer(mem, marker, new WeakMode(mem), weakTables, stackGuard),
                weakTables,
                new Finalizers(mem, heap, marker),
                new Sweeper(mem, heap, internTable),
                new Pace(mem));
        strings = new Strings(mem, heap, internTable, collector);
        TableArray elements = new TableArray(mem, heap, collector);
        TableHash nodes = new TableHash(mem, heap, collector, strings);
        TableGrowth growth = new TableGrowth(mem, collector, elements, nodes);
        tables = new Tables(mem, heap, collector, strings, elements, nodes, growth);
        heap.boot(bytes);
        strings.boot(42);
        tables.boot();
        mem.putInt(Layout.NAMES + 4 * Name.MODE, string("__mode"));
        mem.putInt(State.MAIN, coroutine(64, 8));
        mem.putInt(State.COROUTINE, main());
        mem.putInt(State.FRAME, mem.getInt(main() + Coroutine.FRAME));
        mem.putInt(State.TOP, mem.getInt(main() + Coroutine.TOP));
        setObject(State.GLOBALS, table());
    }

    // --- state ---

    int main() {
        return mem.getInt(State.MAIN);
    }

    int globals() {
        return mem.getInt(State.GLOBALS);
    }

    int used() {
        return mem.getInt(State.USED);
    }

    int phase() {
        return mem.getInt(State.GC_PHASE);
    }

    void verify() {
        assertThat(HeapVerifier.verify(mem)).isEmpty();
    }

    /** The smallest step, though none is due. */
    void step() {
        int stepSize = mem.getInt(State.STEP_SIZE);
        mem.putInt(State.STEP_SIZE, 0);
        mem.putInt(State.DEBT, 1);
        collector.step();
        mem.putInt(State.STEP_SIZE, stepSize);
    }

    void stepUntil(int phase) {
        while (phase() != phase) {
            step();
        }
    }

    /** Runs the cycle under way, or the next one, to its end in steps. */
    void finishCycle() {
        int collections = mem.getInt(State.COLLECTIONS);
        while (mem.getInt(State.COLLECTIONS) == collections) {
            step();
        }
    }

    // --- values ---

    void setObject(int slot, int object) {
        mem.putLong(slot, object);
        mem.putByte(slot + Layout.TAG, object == 0 ? Tag.NIL : mem.getByte(object + Header.KIND));
    }

    /** What tables answered last may be there. */
    void clearScratchSlots() {
        for (int slot = State.SCRATCH_SLOTS; slot < State.SCRATCH_SLOTS_END; slot += Layout.SLOT) {
            mem.putByte(slot + Layout.TAG, Tag.NIL);
        }
    }

    int string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int buffer = heap.allocate(bytes.length);
        mem.write(buffer, bytes, 0, bytes.length);
        int string = strings.create(buffer, bytes.length);
        heap.free(buffer, bytes.length);
        return string;
    }

    int table() {
        return tables.create(0, 0);
    }

    int weakTable(String mode) {
        int metatable = table();
        put(metatable, string("__mode"), string(mode));
        int table = table();
        mem.putInt(table + Table.METATABLE, metatable);
        return table;
    }

    /** table[key] = value, both objects; value 0 is nil. */
    void put(int table, int key, int value) {
        setObject(SLOT, value);
        tables.put(table, key, mem.getByte(key + Header.KIND), SLOT);
    }

    void putInteger(int table, long key, int value) {
        setObject(SLOT, value);
        tables.putInteger(table, key, SLOT);
    }

    /** The object under a key; 0 for nil. */
    int get(int table, int key) {
        return object(tables.get(table, key, mem.getByte(key + Header.KIND)));
    }

    int getInteger(int table, long key) {
        return object(tables.getInteger(table, key));
    }

    private int object(int slot) {
        int tag = mem.getByte(slot + Layout.TAG);
        int object = tag >= Tag.FIRST_COLLECTABLE ? mem.getInt(slot) : 0;
        mem.putByte(slot + Layout.TAG, Tag.NIL);
        return object;
    }

    int count(int table) {
        int key = heap.allocate(32);
        mem.putByte(key + Layout.TAG, Tag.NIL);
        int count = 0;
        while (tables.next(table, key) != 0) {
            count++;
        }
        heap.free(key, 32);
        return count;
    }

    /** Makes a reachable table of so many strings: work for the collector. */
    void fill(int strings) {
        int table = table();
        put(globals(), string("fill"), table);
        for (int i = 1; i <= strings; i++) {
            putInteger(table, i, string("filling " + i));
        }
    }

    int userdata(int bytes) {
        int userdata = heap.newObject(Tag.USERDATA, Userdata.PAYLOAD + bytes);
        mem.fill(userdata + Header.BYTES, 0, Userdata.PAYLOAD + bytes - Header.BYTES);
        mem.putInt(userdata + Userdata.SIZE, bytes);
        return userdata;
    }

    /** A table with a finalizer. */
    int finalizable() {
        int object = table();
        collector.trackFinalizer(object);
        return object;
    }

    /** The objects whose finalizers are due, in their order: then they are no more. */
    List<Integer> due() {
        List<Integer> due = new ArrayList<>();
        for (int object = collector.nextFinalizable(); object != 0; object = collector.nextFinalizable()) {
            due.add(object);
        }
        return due;
    }

    int prototype(int constants) {
        int prototype = heap.newObject(Tag.PROTOTYPE, Prototype.BYTES);
        mem.fill(prototype + Header.BYTES, 0, Prototype.BYTES - Header.BYTES);
        int storage = heap.allocate(Layout.SLOT * constants);
        mem.fill(storage, 0, Layout.SLOT * constants);
        mem.putInt(prototype + Prototype.CONSTANTS, storage);
        mem.putInt(prototype + Prototype.CONSTANT_COUNT, constants);
        return prototype;
    }

    int closure(int prototype, int... upvalues) {
        int closure = heap.newObject(Tag.CLOSURE, Closure.UPVALUES + 4 * upvalues.length);
        mem.putByte(closure + Header.EXTRA, upvalues.length);
        mem.putInt(closure + Closure.PROTOTYPE, prototype);
        for (int i = 0; i < upvalues.length; i++) {
            mem.putInt(closure + Closure.UPVALUES + 4 * i, upvalues[i]);
        }
        return closure;
    }

    int closedUpvalue(int object) {
        int upvalue = heap.newObject(Tag.UPVALUE, Upvalue.BYTES);
        mem.putInt(upvalue + Upvalue.SLOT_ADDRESS, upvalue + Upvalue.CLOSED);
        mem.putInt(upvalue + Upvalue.NEXT_OPEN, 0);
        setObject(upvalue + Upvalue.CLOSED, object);
        return upvalue;
    }

    /** Opened above all others of the coroutine. */
    int openUpvalue(int coroutine, int index) {
        int upvalue = heap.newObject(Tag.UPVALUE, Upvalue.BYTES);
        mem.putInt(upvalue + Upvalue.SLOT_ADDRESS, stackSlot(coroutine, index));
        mem.putInt(upvalue + Upvalue.NEXT_OPEN, mem.getInt(coroutine + Coroutine.OPEN_UPVALUES));
        mem.putByte(upvalue + Upvalue.CLOSED + Layout.TAG, Tag.NIL);
        mem.putInt(coroutine + Coroutine.OPEN_UPVALUES, upvalue);
        return upvalue;
    }

    // --- coroutines ---

    int coroutine(int slots) {
        return coroutine(slots, 1);
    }

    int coroutine(int slots, int frames) {
        int coroutine = heap.newObject(Tag.COROUTINE, Coroutine.BYTES);
        mem.fill(coroutine + Header.BYTES, 0, Coroutine.BYTES - Header.BYTES);
        int stack = heap.allocate(Layout.SLOT * slots);
        mem.fill(stack, 0, Layout.SLOT * slots);
        mem.putInt(coroutine + Coroutine.STACK, stack);
        mem.putInt(coroutine + Coroutine.STACK_END, stack + Layout.SLOT * slots);
        mem.putInt(coroutine + Coroutine.TOP, stack);
        int frame = heap.allocate(frames * Frame.BYTES);
        mem.fill(frame, 0, Frame.BYTES);
        mem.putInt(frame + Frame.FUNCTION, stack);
        mem.putInt(frame + Frame.TOP, stack);
        mem.putInt(coroutine + Coroutine.FRAMES, frame);
        mem.putInt(coroutine + Coroutine.FRAMES_END, frame + frames * Frame.BYTES);
        mem.putInt(coroutine + Coroutine.FRAME, frame);
        return coroutine;
    }

    int stackSlot(int coroutine, int index) {
        return mem.getInt(coroutine + Coroutine.STACK) + Layout.SLOT * index;
    }

    void setTop(int coroutine, int slots) {
        mem.putInt(coroutine + Coroutine.TOP, stackSlot(coroutine, slots));
        if (coroutine == mem.getInt(State.COROUTINE)) {
            mem.putInt(State.TOP, stackSlot(coroutine, slots));
        }
    }

    /**
     * The running coroutine calls a function whose own slot is the one with that index; its registers end at the top.
     */
    void call(int index) {
        int frame = mem.getInt(State.FRAME) + Frame.BYTES;
        mem.fill(frame, 0, Frame.BYTES);
        mem.putInt(frame + Frame.FUNCTION, stackSlot(mem.getInt(State.COROUTINE), index));
        mem.putInt(State.FRAME, frame);
    }

    void doReturn() {
        int frame = mem.getInt(State.FRAME);
        if ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.GUARD) != 0) {
            stackGuard.left(frame);
        }
        mem.putInt(State.FRAME, frame - Frame.BYTES);
    }

    void setStack(int coroutine, int index, int object) {
        setObject(stackSlot(coroutine, index), object);
    }

    int getStack(int coroutine, int index) {
        int slot = stackSlot(coroutine, index);
        return mem.getByte(slot + Layout.TAG) >= Tag.FIRST_COLLECTABLE ? mem.getInt(slot) : 0;
    }

    void run(int coroutine) {
        collector.coroutineResumed(coroutine);
        mem.putInt(mem.getInt(State.COROUTINE) + Coroutine.FRAME, mem.getInt(State.FRAME));
        mem.putInt(State.COROUTINE, coroutine);
        mem.putInt(State.FRAME, mem.getInt(coroutine + Coroutine.FRAME));
        mem.putInt(State.TOP, mem.getInt(coroutine + Coroutine.TOP));
    }
}
