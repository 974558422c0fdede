package dev.moonlift;

/** Names of Lua's types, for messages about Java objects. */
final class LuaTypes {
    private LuaTypes() {}

    /** The Lua type that a value has, or would have. */
    static String nameOf(Object value) {
        if (value == null) {
            return "nil";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Number) {
            return "number";
        }
        if (value instanceof String || value instanceof LuaString || value instanceof byte[]) {
            return "string";
        }
        if (value instanceof LuaObject object) {
            return object.type();
        }
        return value instanceof LuaFunction || value instanceof HostFunction ? "function" : "table";
    }
}
