package dev.moonlift;

import java.util.List;

/** A function of a guest: written in Lua, of the library, or of the host. */
public final class LuaFunction extends LuaReference {
    LuaFunction(Sandbox sandbox, Pin pin) {
        super(sandbox, pin);
    }

    /**
     * Calls the function.
     *
     * @param arguments converted to Lua; a single null is one nil
     * @return the first result; null if that is nil, or there is none
     * @throws LuaException if an error is raised and not caught
     * @throws LimitException if the call reaches a limit
     * @throws GuestInterruptedException if the call is interrupted
     * @throws GuestExitException if the guest calls {@code os.exit}
     * @throws IllegalArgumentException if an argument has no counterpart in Lua
     * @throws IllegalStateException if the sandbox is closed, or in use by another thread
     */
    public Object call(Object... arguments) {
        List<Object> results = callMulti(arguments);
        return results.isEmpty() ? null : results.get(0);
    }

    /**
     * Calls the function as {@link #call} does.
     *
     * @return all results, nil as null; unmodifiable
     */
    public List<Object> callMulti(Object... arguments) {
        return sandbox.call(this, arguments == null ? new Object[1] : arguments);
    }

    /**
     * Calls the function as {@link #call} does, for a result of a type; for the types see {@link Arguments#get(int,
     * Class)}.
     *
     * @throws ClassCastException if the first result does not convert to the type
     */
    public <T> T callAs(Class<T> type, Object... arguments) {
        Conversion<T> conversion = Conversion.to(type);
        Object result = call(arguments);
        T converted = conversion.apply(result);
        if (converted == null && result != null) {
            throw new ClassCastException("result: " + conversion.problem(result, false));
        }
        return converted;
    }
}
