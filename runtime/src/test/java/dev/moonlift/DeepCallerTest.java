package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.SimulatedEngine;
import dev.moonlift.runtime.jit.JitOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests called by threads that have little stack left: they work, or nothing happens to them. */
@Timeout(120)
class DeepCallerTest {
    private static final String PROGRAM = """
            local t = {}
            for i = 1, 3000 do t[#t + 1] = tostring(i) .. (...) end
            calls = (calls or 0) + 1
            return #table.concat(t)
            """;

    private final SimulatedEngine engine = new SimulatedEngine();

    /** Calls the guest at every depth at which the thread's stack is left again. */
    private static int callAtAllDepths(LuaFunction function, AtomicInteger successes) {
        try {
            callAtAllDepths(function, successes);
        } catch (StackOverflowError tooDeep) {
            // Tried again with one frame less.
        }
        if (successes.get() < 20) {
            function.call("x");
            successes.incrementAndGet();
        }
        return successes.get();
    }

    private static KernelPlacement wasmtime(KernelPlacement.Start start) {
        NativeKernel kernel = EngineChoice.of("wasmtime").kernel();
        assertThat(kernel.await()).isTrue();
        return new KernelPlacement(kernel, true, start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JVM", "SIMULATED", "SIMULATED_AT_ONCE", "WASMTIME", "WASMTIME_AT_ONCE", "COMPILED"})
    void worksOrIsLeftAlone(String place) throws InterruptedException {
        KernelPlacement placement = switch (place) {
            case "JVM" -> KernelPlacement.JVM;
            case "COMPILED" -> new KernelPlacement(null, false, KernelPlacement.Start.AT_ONCE, JitOptions.eager(100));
            case "MOVING" -> engine.whenWorthwhile();
            default -> engine.atOnce();
        };
        try (Sandbox sandbox =
                Sandbox.builder().memory(4, MiB).placement(placement).build()) {
            LuaFunction function = sandbox.load(Source.of("test.lua", PROGRAM));
            Object expected = function.call("x");
            AtomicInteger successes = new AtomicInteger();
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread caller =
                    new Thread(null, () -> callAtAllDepths(function, successes), "deep caller", 256 << 10, false);
            caller.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
            caller.start();
            caller.join();
            assertThat(failure.get()).isNull();
            assertThat(successes).hasValue(20);
            assertThat(function.call("x")).isEqualTo(expected);
            assertThat(sandbox.globals().get("calls")).isEqualTo(22L);
        }
    }

    @Test
    void failsCleanlyWhenAHostFunctionHasNoStackLeft() {
        try (Sandbox sandbox = Sandbox.builder().memory(4, MiB).build()) {
            LuaFunction inner = sandbox.load(Source.of("inner.lua", "return 1"));
            AtomicInteger overflows = new AtomicInteger();
            sandbox.globals().set("f", (HostFunction) arguments -> {
                try {
                    return endless(inner);
                } catch (StackOverflowError e) {
                    overflows.incrementAndGet();
                    return inner.call();
                }
            });
            LuaFunction outer = sandbox.load(Source.of("outer.lua", "return f() + f()"));
            assertThat(outer.call()).isEqualTo(2L);
            assertThat(overflows).hasValue(2);
        }
    }

    private static Object endless(LuaFunction inner) {
        inner.call();
        return endless(inner);
    }
}
