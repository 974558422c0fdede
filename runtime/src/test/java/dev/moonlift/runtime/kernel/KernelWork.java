package dev.moonlift.runtime.kernel;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.call.CoroutineStatus;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Operators;
import dev.moonlift.runtime.kernel.number.Arithmetic;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Random work for the kernel: the same for the same seed, so that two executions of the kernel must end with the same
 * bytes. {@link #apply} does so many operations more and returns all bytes that belong to the guest then. NaNs are made
 * one, since processors and compilers differ in their bits.
 *
 * <p>The guest's values are the elements 1 to {@value #VALUES} of one table; operands pass through scratch slots.
 */
public final class KernelWork implements IntFunction<byte[]> {
    /** Small enough that it is reached. */
    private static final int MAXIMUM = 3 << 16;

    private static final int VALUES = 150;

    private static final int A = scratch(1);
    private static final int B = scratch(2);
    private static final int RESULT = scratch(3);
    private static final int KEY = scratch(4);

    private static final double[] FLOATS = {
        0.0, -0.0, 1.5, -2.5, 1e15, 1e300, 5e-324, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN
    };
    private static final long[] INTEGERS = {0, 1, -1, 7, 64, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE};

    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final Memory mem;
    private final Value values;
    private final Heap heap;
    private final Collector collector;
    private final Strings strings;
    private final TextBuffer text;
    private final Tables tables;
    private final Conversions conversions;
    private final Operators operators;
    private final Stacks stacks;
    private final Random random;
    /** Address and size of blocks that are no objects. */
    private final List<int[]> blocks = new ArrayList<>();

    private int exhausted;

    /** Goes on where an image leaves off. */
    public KernelWork(byte[] image, long seed) {
        this(HeapMemory.of(image, MAXIMUM), seed);
    }

    private KernelWork(Memory memory, long seed) {
        mem = memory;
        parts.put(Memory.class, memory);
        values = part(Value.class);
        heap = part(Heap.class);
        collector = part(Collector.class);
        strings = part(Strings.class);
        text = part(TextBuffer.class);
        tables = part(Tables.class);
        conversions = part(Conversions.class);
        operators = part(Operators.class);
        stacks = part(Stacks.class);
        random = new Random(seed);
    }

    private static int scratch(int index) {
        return State.SCRATCH_SLOTS + Layout.SLOT * index;
    }

    /** The object of a class, made with all that it needs. */
    private <T> T part(Class<T> type) {
        if (!parts.containsKey(type)) {
            Constructor<?> constructor = type.getConstructors()[0];
            Object[] collaborators = Arrays.stream(constructor.getParameterTypes())
                    .map(this::part)
                    .toArray();
            try {
                parts.put(type, constructor.newInstance(collaborators));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return type.cast(parts.get(type));
    }

    /** The bytes of a guest without anything. */
    public static byte[] boot() {
        KernelWork work = new KernelWork(HeapMemory.of(0, MAXIMUM), 0);
        work.heap.boot(MAXIMUM);
        work.tables.boot();
        work.strings.boot(42);
        work.text.boot();
        work.mem.putInt(State.NUMBER_SCRATCH, work.heap.allocate(State.NUMBER_SCRATCH_BYTES));
        work.mem.putInt(Layout.NAMES + Integer.BYTES * Name.MODE, work.string("__mode"));
        int main = work.stacks.newCoroutine();
        work.mem.putInt(State.MAIN, main);
        work.stacks.activate(main);
        work.stacks.setStatus(main, CoroutineStatus.RUNNING);
        work.values.setObject(State.GLOBALS, work.tables.create(0, 0));
        return work.bytes();
    }

    private byte[] bytes() {
        return mem.read(0, mem.getInt(State.END_PAGE) << Layout.PAGE_SHIFT);
    }

    /** How often the memory was too small. */
    public int exhausted() {
        return exhausted;
    }

    @Override
    public byte[] apply(int operations) {
        for (int i = 0; i < operations; i++) {
            try {
                operate(random.nextInt(14));
            } catch (Signal signal) {
                exhausted++;
                text.truncate(0);
                makeRoom();
            }
        }
        return bytes();
    }

    private void makeRoom() {
        for (int i = 1; i <= VALUES; i += 2) {
            values.setNil(RESULT);
            tables.putInteger(root(), i, RESULT);
        }
        collector.full();
    }

    private void operate(int choice) {
        switch (choice) {
            case 0, 1 -> keep(this::makeValue);
            case 2, 3 -> put();
            case 4 -> get();
            case 5 -> traverse();
            case 6 -> concatenate();
            case 7 -> compare();
            case 8, 9 -> calculate();
            case 10 -> convert();
            case 11 -> block();
            case 12 -> collect();
            default -> resume();
        }
    }

    // --- values ---

    private int root() {
        return values.object(State.GLOBALS);
    }

    private void load(int slot) {
        values.copy(slot, tables.getInteger(root(), 1 + random.nextInt(VALUES)));
    }

    /** Keeps what lies in RESULT then. */
    private void keep(Runnable making) {
        int index = 1 + random.nextInt(VALUES);
        making.run();
        tables.putInteger(root(), index, RESULT);
        collector.barrierSlot(root(), RESULT);
    }

    private int string(String characters) {
        byte[] bytes = characters.getBytes(StandardCharsets.ISO_8859_1);
        mem.write(text.reserve(bytes.length), bytes, 0, bytes.length);
        return strings.create(text.address(text.length()), bytes.length);
    }

    private void makeValue() {
        switch (random.nextInt(8)) {
            case 0 -> values.setNil(RESULT);
            case 1 -> values.setBoolean(RESULT, random.nextBoolean());
            case 2 -> values.setInteger(RESULT, anyInteger());
            case 3 -> values.setFloat(RESULT, anyFloat());
            case 4 -> values.setObject(RESULT, string("key " + random.nextInt(200)));
            case 5 -> values.setObject(RESULT, string("long ".repeat(9 + random.nextInt(900))));
            case 6 -> values.setObject(RESULT, stacks.newCoroutine());
            default -> values.setObject(RESULT, tables.create(random.nextInt(9), random.nextInt(9)));
        }
    }

    private long anyInteger() {
        return random.nextBoolean() ? random.nextInt(60) : INTEGERS[random.nextInt(INTEGERS.length)];
    }

    private double anyFloat() {
        return random.nextBoolean() ? random.nextGaussian() * 1e3 : FLOATS[random.nextInt(FLOATS.length)];
    }

    // --- tables ---

    /** A table among the values, or a new one. */
    private int anyTable() {
        for (int i = 0; i < VALUES; i++) {
            load(A);
            if (values.tag(A) == Tag.TABLE) {
                return values.object(A);
            }
        }
        keep(() -> values.setObject(RESULT, tables.create(0, 0)));
        return values.object(RESULT);
    }

    private boolean loadKey() {
        if (random.nextInt(3) > 0) {
            values.setInteger(KEY, random.nextInt(100));
        } else {
            load(KEY);
        }
        int tag = values.tag(KEY);
        if (tag == Tag.FLOAT && Arithmetic.isExactInteger(values.number(KEY))) {
            values.setInteger(KEY, (long) values.number(KEY));
        }
        return tag != Tag.NIL && !(tag == Tag.FLOAT && Double.isNaN(values.number(KEY)));
    }

    private void put() {
        int table = anyTable();
        if (loadKey()) {
            load(B);
            tables.put(table, values.payload(KEY), values.tag(KEY), B);
        }
    }

    private void get() {
        int table = anyTable();
        if (loadKey()) {
            keep(() -> values.copy(RESULT, tables.get(table, values.payload(KEY), values.tag(KEY))));
        }
    }

    private void traverse() {
        int table = anyTable();
        values.setNil(KEY);
        long count = tables.length(table);
        while (tables.next(table, KEY) != 0) {
            count += values.tag(KEY + Layout.SLOT);
        }
        long sum = count;
        keep(() -> values.setInteger(RESULT, sum));
    }

    // --- strings and numbers ---

    private void concatenate() {
        load(A);
        load(B);
        keep(() -> {
            int begin = text.length();
            appendText(A);
            appendText(B);
            values.setObject(RESULT, text.take(begin));
        });
    }

    private void appendText(int slot) {
        switch (values.tag(slot)) {
            case Tag.INTEGER -> text.appendInteger(values.integer(slot));
            case Tag.FLOAT -> text.appendFloat(values.number(slot));
            case Tag.SHORT_STRING, Tag.LONG_STRING -> {
                int string = values.object(slot);
                text.appendBytes(string + Str.BYTES, Math.min(strings.length(string), 3000));
            }
            default -> text.appendByte(values.tag(slot));
        }
    }

    private void compare() {
        load(A);
        load(B);
        if (values.isString(A) && values.isString(B)) {
            int a = values.object(A);
            int b = values.object(B);
            int order = Integer.signum(strings.compare(a, b)) + (strings.equal(a, b) ? 10 : 0) + strings.hash(a);
            keep(() -> values.setInteger(RESULT, order));
        }
    }

    private void calculate() {
        load(A);
        load(B);
        values.setNil(RESULT);
        if (values.isNumber(A) && values.isNumber(B)) {
            int operation = random.nextInt(Name.SHR - Name.ADD + 1);
            keep(() -> {
                if (operators.onNumbers(operation, A, B, RESULT) && values.tag(RESULT) == Tag.FLOAT) {
                    values.setFloat(RESULT, Arithmetic.canonical(values.number(RESULT)));
                }
            });
        }
    }

    private void convert() {
        load(A);
        if (values.isNumber(A)) {
            conversions.makeString(A);
        } else if (values.isString(A)) {
            conversions.makeNumber(A);
        }
        keep(() -> values.copy(RESULT, A));
    }

    // --- heap ---

    private void block() {
        int bytes = random.nextInt(1 << 1 + random.nextInt(15));
        if (blocks.isEmpty() || random.nextInt(3) == 0) {
            blocks.add(new int[] {heap.allocate(bytes), bytes});
        } else if (random.nextBoolean()) {
            int[] block = blocks.remove(random.nextInt(blocks.size()));
            heap.free(block[0], block[1]);
        } else {
            int[] block = blocks.get(random.nextInt(blocks.size()));
            block[0] = heap.reallocate(block[0], block[1], bytes);
            block[1] = bytes;
        }
    }

    private void collect() {
        mem.putInt(State.STEP_SIZE, random.nextInt(2000));
        mem.putInt(State.DEBT, 1);
        collector.step();
    }

    private void resume() {
        load(A);
        if (values.tag(A) == Tag.COROUTINE) {
            collector.coroutineResumed(values.object(A));
            mem.putInt(State.MAIN, values.object(A));
            stacks.activate(values.object(A));
        }
    }
}
