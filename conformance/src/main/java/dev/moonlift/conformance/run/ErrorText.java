package dev.moonlift.conformance.run;

import dev.moonlift.LuaException;
import dev.moonlift.LuaFunction;
import dev.moonlift.LuaTable;

/** What {@code lua5.4} says of an error that nobody caught. */
final class ErrorText {
    private ErrorText() {}

    /**
     * The message of an error; for a table what its {@code __tostring} says, if it has one, which may reach a limit.
     */
    static String of(LuaException error) {
        if (!(error.value() instanceof LuaTable table)) {
            return error.getMessage();
        }
        LuaTable metatable = table.metatable();
        if (metatable == null || !(metatable.get("__tostring") instanceof LuaFunction toString)) {
            return error.getMessage();
        }
        return describe(error, table, toString);
    }

    private static String describe(LuaException error, LuaTable table, LuaFunction toString) {
        try {
            Object text = toString.call(table);
            return text instanceof String ? (String) text : error.getMessage();
        } catch (LuaException failed) {
            return failed.getMessage();
        }
    }
}
