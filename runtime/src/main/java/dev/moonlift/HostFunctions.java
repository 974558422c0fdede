package dev.moonlift;

import dev.moonlift.runtime.host.Guest;
import dev.moonlift.runtime.host.GuestRaise;
import dev.moonlift.runtime.host.HostCalls;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The host functions that a guest was given, by number, and what happens when it calls one. */
final class HostFunctions implements HostCalls {
    private final Sandbox sandbox;
    private final List<HostFunction> functions = new ArrayList<>();
    private final Map<HostFunction, Integer> numbers = new IdentityHashMap<>();

    HostFunctions(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The number of a function: always the same for the same object. */
    int register(HostFunction function) {
        return numbers.computeIfAbsent(function, added -> {
            functions.add(added);
            return functions.size() - 1;
        });
    }

    @Override
    public int call(int id, int base, int count) {
        Access access = sandbox.access();
        try {
            return store(access, resultsOf(functions.get(id).call(arguments(access, base, count))));
        } catch (Arguments.BadArgument e) {
            throw access.guest().raiseBadArgument(e.position(), e.getMessage());
        } catch (GuestRaise | Signal e) {
            throw e;
        } catch (Exception e) {
            throw raise(access, e);
        }
    }

    private static Arguments arguments(Access access, int base, int count) {
        access.registry().prepare();
        List<Object> values = new ArrayList<>(count);
        access.guest().allocating(() -> {
            values.clear();
            values.addAll(access.marshaller().readAll(base + Layout.SLOT, count));
            return count;
        });
        return new Arguments(values);
    }

    private static List<Object> resultsOf(Object result) {
        return result instanceof Results results ? results.values() : Collections.singletonList(result);
    }

    private static int store(Access access, List<Object> results) {
        int base = access.guest().beginResults(results.size());
        access.guest().allocating(() -> {
            access.marshaller().writeAll(base, results);
            return base;
        });
        return results.size();
    }

    private static RuntimeException raise(Access access, Exception e) {
        Guest guest = access.guest();
        if (e instanceof GuestException stop && guest.isBeingStopped()) {
            return stop;
        }
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (e instanceof LuaException error && isPortable(access, error.value())) {
            guest.allocating(() -> {
                access.marshaller().write(State.ERROR_VALUE, error.value());
                return 0;
            });
            return new GuestRaise(e);
        }
        return guest.raise(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
    }

    /** Whether an error value can be shown to this guest: it may come from another. */
    private static boolean isPortable(Access access, Object value) {
        return !(value instanceof LuaReference reference) || access.marshaller().owns(reference);
    }
}
