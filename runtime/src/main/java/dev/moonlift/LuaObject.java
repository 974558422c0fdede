package dev.moonlift;

import dev.moonlift.runtime.kernel.Tag;

/** A userdata or a coroutine of a guest: Java can keep it and hand it back, and not look inside. */
public final class LuaObject extends LuaReference {
    LuaObject(Sandbox sandbox, Pin pin) {
        super(sandbox, pin);
    }

    /** Its Lua type, {@code userdata} or {@code thread}. */
    public String type() {
        return pin().tag() == Tag.COROUTINE ? "thread" : "userdata";
    }
}
