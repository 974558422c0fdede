package dev.moonlift;

/**
 * An object of a guest that Java holds on to. It stays alive in the guest until {@link #release} is called, or this
 * Java object is garbage, or the sandbox is closed. Two references to the same object are equal.
 *
 * <p>As everything of a sandbox, used by one thread at a time.
 */
public abstract sealed class LuaReference permits LuaTable, LuaFunction, LuaObject {
    final Sandbox sandbox;
    private final Pin pin;

    LuaReference(Sandbox sandbox, Pin pin) {
        this.sandbox = sandbox;
        this.pin = pin;
    }

    final Pin pin() {
        return pin;
    }

    /**
     * Lets go of the object, which the guest may then collect. Any later use of this reference is an
     * {@link IllegalStateException}. Not calling this is fine: it happens some time after this Java object became
     * garbage.
     */
    public final void release() {
        pin.release();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof LuaReference that
                && pin.address() == that.pin.address()
                && sandbox == that.sandbox
                && getClass() == that.getClass();
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(pin.address());
    }
}
