package dev.moonlift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of a guest. Reading and writing go to the table itself, as {@code rawget} and {@code rawset} do: no
 * metamethod runs, so no code of the guest does.
 */
public final class LuaTable extends LuaReference {
    LuaTable(Sandbox sandbox, Pin pin) {
        super(sandbox, pin);
    }

    /**
     * The value under a key, null if there is none.
     *
     * @throws IllegalArgumentException if the key has no counterpart in Lua
     */
    public Object get(Object key) {
        return sandbox.access(access -> {
            access.marshaller().writeKey(key);
            return access.marshaller().read(access.marshaller().get(access.address(this)));
        });
    }

    /**
     * The value under a key as an object of a type, null if there is none; for the types see {@link Arguments#get(int,
     * Class)}.
     *
     * @throws ClassCastException if it does not convert to the type
     */
    public <T> T get(Object key, Class<T> type) {
        Conversion<T> conversion = Conversion.to(type);
        Object value = get(key);
        T converted = conversion.apply(value);
        if (converted == null && value != null) {
            throw new ClassCastException("field '" + key + "': " + conversion.problem(value, false));
        }
        return converted;
    }

    /**
     * Stores a value under a key; null removes it.
     *
     * @return this table
     * @throws IllegalArgumentException if key or value has no counterpart in Lua, or the key is null or NaN
     * @throws MemoryLimitException if the guest's memory is full
     */
    public LuaTable set(Object key, Object value) {
        sandbox.access(access -> {
            access.marshaller().write(Marshaller.VALUE, value);
            access.marshaller().writeKey(key);
            access.marshaller().put(access.address(this));
            return null;
        });
        return this;
    }

    /** A border of the table, what {@code #} gives: of a list its number of elements. */
    public long length() {
        return sandbox.access(access -> access.tables().length(access.address(this)));
    }

    /** The elements 1 to {@link #length}, as they are now. */
    public List<Object> toList() {
        return sandbox.access(access -> {
            int table = access.address(this);
            long length = access.tables().length(table);
            List<Object> list = new ArrayList<>();
            for (long i = 1; i <= length; i++) {
                list.add(access.marshaller().read(access.tables().getInteger(table, i)));
            }
            return list;
        });
    }

    /** All keys and values as they are now, in the order of {@code next}. Tables among them are not copied. */
    public Map<Object, Object> toMap() {
        return sandbox.access(access -> {
            Map<Object, Object> map = new LinkedHashMap<>();
            int table = access.address(this);
            access.clearKey();
            while (access.tables().next(table, Marshaller.KEY) != 0) {
                Object key = access.marshaller().read(Marshaller.KEY);
                map.put(key, access.marshaller().read(Marshaller.KEY + Access.SLOT));
            }
            return map;
        });
    }

    /** The metatable, null if there is none. */
    public LuaTable metatable() {
        return sandbox.access(access -> access.metatable(this));
    }
}
