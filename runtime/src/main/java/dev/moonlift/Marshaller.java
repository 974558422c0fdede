package dev.moonlift;

import dev.moonlift.runtime.host.Guest;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.table.Tables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Converts values between Java and slots of the guest, by the rules of this package's description. Methods that make
 * guest objects throw {@link dev.moonlift.runtime.kernel.Signal} OUT_OF_MEMORY and may then be repeated.
 */
final class Marshaller {
    /** Slots for keys and values on their way; nothing in them survives the next operation. */
    static final int VALUE = State.SCRATCH_SLOTS;

    static final int KEY = State.SCRATCH_SLOTS + 2 * Layout.SLOT;

    private static final int MAX_NESTING = 100;

    private final Sandbox sandbox;
    private final Guest guest;
    private final Registry registry;

    Marshaller(Sandbox sandbox, Guest guest, Registry registry) {
        this.sandbox = sandbox;
        this.guest = guest;
        this.registry = registry;
    }

    private Value values() {
        return guest.kernel().values;
    }

    private Tables tables() {
        return guest.kernel().tables;
    }

    /** Whether a reference is of this sandbox. */
    boolean owns(LuaReference reference) {
        return reference.sandbox == sandbox;
    }

    // --- to Java ---

    /** The value of a slot. */
    Object read(int slot) {
        int tag = values().tag(slot);
        return switch (tag) {
            case Tag.NIL -> null;
            case Tag.FALSE -> false;
            case Tag.TRUE -> true;
            case Tag.INTEGER -> values().integer(slot);
            case Tag.FLOAT -> values().number(slot);
            case Tag.SHORT_STRING, Tag.LONG_STRING ->
                LuaString.textOrBytes(guest.kernel().text.bytes(values().object(slot)));
            case Tag.TABLE -> new LuaTable(sandbox, registry.pin(slot));
            case Tag.USERDATA, Tag.COROUTINE, Tag.LIGHT_USERDATA -> new LuaObject(sandbox, registry.pin(slot));
            default -> new LuaFunction(sandbox, registry.pin(slot));
        };
    }

    /** The values of adjacent slots. */
    List<Object> readAll(int slot, int count) {
        List<Object> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(read(slot + i * Layout.SLOT));
        }
        return all;
    }

    // --- to Lua ---

    /** Stores values in adjacent slots. */
    void writeAll(int slot, List<?> all) {
        int at = slot;
        for (Object value : all) {
            write(at, value);
            at += Layout.SLOT;
        }
    }

    /**
     * Stores a value in a slot.
     *
     * @throws IllegalArgumentException if it has no counterpart in Lua
     */
    void write(int slot, Object value) {
        write(slot, value, 0);
    }

    private void write(int slot, Object value, int nesting) {
        if (value == null) {
            values().setNil(slot);
        } else if (value instanceof String text) {
            writeBytes(slot, text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Number number) {
            writeNumber(slot, number);
        } else if (value instanceof Boolean truth) {
            values().setBoolean(slot, truth);
        } else if (value instanceof LuaReference reference) {
            values().copy(slot, registry.slot(sandbox.own(reference)));
        } else if (value instanceof LuaString string) {
            writeBytes(slot, string.toByteArray());
        } else if (value instanceof byte[] bytes) {
            writeBytes(slot, bytes);
        } else if (value instanceof HostFunction function) {
            values().set(slot, sandbox.register(function), Tag.HOST_FUNCTION);
        } else {
            values().setObject(slot, newTable(value, nesting + 1));
        }
    }

    private void writeBytes(int slot, byte[] bytes) {
        values().setObject(slot, guest.kernel().text.create(bytes));
    }

    private void writeNumber(int slot, Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            values().setFloat(slot, value == value ? value : Double.NaN);
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            values().setInteger(slot, number.longValue());
        } else {
            throw unconvertible(number);
        }
    }

    private static IllegalArgumentException unconvertible(Object value) {
        return new IllegalArgumentException(value.getClass().getName() + " has no counterpart in Lua");
    }

    private int newTable(Object value, int nesting) {
        if (nesting > MAX_NESTING) {
            throw new IllegalArgumentException("nested more than " + MAX_NESTING + " deep");
        }
        if (value instanceof Map<?, ?> map) {
            return newTable(map, nesting);
        }
        if (value instanceof List<?> list) {
            return newTable(list, nesting);
        }
        if (value instanceof Object[] array) {
            return newTable(Arrays.asList(array), nesting);
        }
        throw unconvertible(value);
    }

    private int newTable(List<?> list, int nesting) {
        int table = tables().create(list.size(), 0);
        long index = 1;
        for (Object element : list) {
            write(VALUE, element, nesting);
            tables().putInteger(table, index, VALUE);
            index++;
        }
        return table;
    }

    private int newTable(Map<?, ?> map, int nesting) {
        int table = tables().create(0, map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            write(VALUE, entry.getValue(), nesting);
            writeKey(entry.getKey());
            put(table);
        }
        return table;
    }

    /** Stores a key in the slot KEY. */
    void writeKey(Object key) {
        if (key == null || key instanceof Double number && number.isNaN() || key instanceof Float f && f.isNaN()) {
            throw new IllegalArgumentException("a table has no key " + (key == null ? "nil" : "NaN"));
        }
        if (key instanceof Map || key instanceof List || key instanceof Object[]) {
            throw new IllegalArgumentException("a new table as a key could never be found again");
        }
        write(KEY, key);
    }

    /** Stores what VALUE holds under what KEY holds. */
    void put(int table) {
        tables().put(table, values().payload(KEY), values().tag(KEY), VALUE);
    }

    /** A slot with the value under what KEY holds. */
    int get(int table) {
        return tables().get(table, values().payload(KEY), values().tag(KEY));
    }
}
