package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.memory.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables that compiled code makes in line are, byte for byte, those that the kernel makes. */
class TableLayoutTest {
    /** Values of all kinds: in registers, and as constants. */
    private static final List<String> VALUES =
            List.of("int", "float", "yes", "text", "meta", "made", "print", "1", "2.5", "'constant'", "false", "nil");

    private final List<String> constructors = new ArrayList<>();
    /** Constructors of tables of the same sizes, full of something else. */
    private final List<String> used = new ArrayList<>();

    /**
     * Has a guest make tables with compiled code and the interpreter, in cells that have been used, so that nothing is
     * as it should be by itself.
     */
    private void assertSame() {
        String program = "local meta, print = {}, print local functions, used, made = {}, {}, {} "
                + constructors.stream().map(TableLayoutTest::functions).collect(Collectors.joining())
                + used.stream()
                        .map(constructor -> "for i = 1, 1500 do used[#used + 1] = " + constructor + " end ")
                        .collect(Collectors.joining())
                + """
                used = nil
                collectgarbage()
                for i = 1, #functions do made[i] = functions[i](10) end
                pause(table.unpack(made))
                """;
        // Code for the JVM, which is short, makes no tables itself.
        ModuleCache cache = new ModuleCache(100, 1 << 24, null);
        KernelPlacement placement = new KernelPlacement(
                EngineChoice.of("wasmtime").kernel(),
                true,
                KernelPlacement.Start.AT_ONCE,
                JitOptions.eager(100),
                cache);
        PausedGuest.look(program, placement, guest -> {
            for (int n = 0; n < constructors.size(); n++) {
                assertThat(bytes(guest.memory(), guest.argument(2 * n)))
                        .describedAs(constructors.get(n))
                        .isEqualTo(bytes(guest.memory(), guest.argument(2 * n + 1)));
            }
            return null;
        });
        assertThat(cache.statistics().compilations()).isGreaterThanOrEqualTo(constructors.size());
    }

    /** Two functions that make such tables, of which the first is compiled, and the second never does much. */
    private static String functions(String constructor) {
        String function = """
                functions[#functions + 1] = function(n)
                  local int, float, yes, text, t = 7, 1.5, true, "text", nil
                  for i = 1, n do t = %s end
                  return t
                end
                """.formatted(constructor);
        return function + "functions[#functions](1000) " + function;
    }

    /** What is defined of a table and its parts inside; addresses in it are relative to the table. */
    private static String bytes(Memory memory, int table) {
        int capacity = memory.getInt(table + Table.CAPACITY);
        int first = memory.getInt(table + Table.NODES);
        int nodes = first == State.EMPTY_NODE ? 0 : 1 << memory.getByte(table + Header.EXTRA2);
        int size = Math.max(Table.BYTES, Tables.inlineBytes(capacity, nodes));
        ByteBuffer bytes = ByteBuffer.wrap(memory.read(table, size)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(size > Table.BYTES || capacity + nodes == 0)
                .describedAs("the table has its parts inside")
                .isTrue();
        relocate(bytes, Table.ARRAY, table);
        int array = bytes.getInt(Table.ARRAY);
        for (int i = 0; i < capacity; i++) {
            forgetPayload(bytes, array + i, array - Long.BYTES * (i + 1));
        }
        int end = Table.BYTES;
        if (nodes > 0) {
            relocate(bytes, Table.NODES, table);
            int begin = bytes.getInt(Table.NODES);
            end = begin + nodes * Node.BYTES;
            relocate(bytes, begin + Node.FREE_POINTER, table);
            forget(bytes, begin + Node.FREE_POINTER + Integer.BYTES, begin);
            for (int node = begin; node < end; node += Node.BYTES) {
                relocate(bytes, node + Node.NEXT, table);
                forgetPayload(bytes, node + Node.VALUE_TAG, node + Node.VALUE);
                forget(bytes, node + Node.KEY_TAG + 1, node + Node.NEXT);
            }
        }
        forget(bytes, capacity > 0 ? array + capacity : end, size);
        return text(bytes);
    }

    private static void relocate(ByteBuffer bytes, int place, int table) {
        int address = bytes.getInt(place);
        bytes.putInt(place, address == 0 ? 0 : address - table);
    }

    /** What lies between parts may be anything. */
    private static void forget(ByteBuffer bytes, int from, int to) {
        for (int place = from; place < to; place++) {
            bytes.put(place, (byte) 0);
        }
    }

    /** What has no payload may have anything there. */
    private static void forgetPayload(ByteBuffer bytes, int tag, int payload) {
        if (bytes.get(tag) <= Tag.TRUE) {
            bytes.putLong(payload, 0);
        }
    }

    /** Lines of eight bytes. */
    private static String text(ByteBuffer bytes) {
        return IntStream.range(0, bytes.capacity() / Long.BYTES)
                .mapToObj(n -> "%3d: %016x".formatted(Long.BYTES * n, bytes.getLong(Long.BYTES * n)))
                .collect(Collectors.joining("\n"));
    }

    private void add(int elements, int fields) {
        constructors.add(constructor(elements, fields, TableLayoutTest::value));
        int nodes = fields == 0 ? 0 : Integer.highestOneBit(2 * fields - 1);
        used.add(constructor(elements, nodes, i -> "-1"));
    }

    private static String constructor(int elements, int fields, IntFunction<String> value) {
        Stream<String> named = IntStream.range(0, fields).mapToObj(i -> "name" + i + " = " + value.apply(i));
        Stream<String> list = IntStream.range(0, elements).mapToObj(i -> value.apply(fields + i));
        return Stream.concat(named, list).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(int index) {
        return VALUES.get(index % VALUES.size());
    }

    @Test
    void listsAreTheKernels() {
        for (int elements : new int[] {0, 1, 2, 7, 8, 9, 16, 17, 24}) {
            add(elements, 0);
        }
        assertSame();
    }

    @Test
    void recordsAreTheKernels() {
        for (int fields : new int[] {1, 2, 3, 4, 5, 8}) {
            add(0, fields);
        }
        assertSame();
    }

    @Test
    void tablesWithBothAreTheKernels() {
        int[][] sizes = {{1, 1}, {3, 2}, {8, 4}, {9, 3}, {16, 1}, {2, 8}, {2, 5}};
        for (int[] size : sizes) {
            add(size[0], size[1]);
        }
        assertSame();
    }

    @Test
    void tablesThatGetTheirMetatableAreTheKernels() {
        add(0, 0);
        add(2, 0);
        add(0, 3);
        add(9, 4);
        constructors.replaceAll(constructor -> "setmetatable(" + constructor + ", meta)");
        assertSame();
    }
}
