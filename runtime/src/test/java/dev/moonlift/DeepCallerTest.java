package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.SimulatedEngine;
import dev.moonlift.runtime.jit.JitOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests called by threads that have little stack left: they work, or nothing happens to them. */
@Timeout(120)
class DeepCallerTest {
    /** Operations of the kernel that nest as far as any do. */
    private static final String PROGRAM = """
            local t = {}
            for i = 1, 300 do t[#t + 1] = tostring(i / 7) .. (...) end
            local s = table.concat(t):gsub("%d+", function(d) return d .. "." end)
            local n = #s + #s:gsub("(%d)(%d)", "%2%1") + #string.format("%a %q %5.2f %s %g", 1.5, "x\\n", 3, t, 1e100)
            s:find(("(a-"):rep(20) .. (")"):rep(20))
            table.sort(t, function(x, y) return x > y end)
            table.sort(t)
            n = n + select("#", table.unpack(t, 1, 200)) + #string.pack(">i4s2", 7, "abc") + utf8.len("\u00e4")
            local m = setmetatable({}, {__index = function(_, k) return k end, __lt = function() return true end})
            n = n + m[3] + (m < m and 1 or 0)
            local co = coroutine.wrap(function() for i = 1, 5 do coroutine.yield(i) end end)
            n = n + co() + co() + select(2, pcall(error, 4)) + load("return ((((((1))))))")()
            collectgarbage()
            calls = (calls or 0) + 1
            return n
            """;

    /** Whether a guest on the JVM is called well at all depths; in a JVM of its own that compiles nothing else. */
    static final class ByProbeAlone {
        private ByProbeAlone() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (Sandbox sandbox = Sandbox.builder()
                    .memory(4, MiB)
                    .placement(KernelPlacement.JVM)
                    .build()) {
                LuaFunction nothing = sandbox.load(Source.of("nothing.lua", ""));
                for (int i = 0; i < 2_000; i++) {
                    nothing.call();
                }
                check(sandbox);
            }
        }
    }

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

    private static void check(Sandbox sandbox) throws InterruptedException {
        LuaFunction function = sandbox.load(Source.of("test.lua", PROGRAM));
        Object expected = function.call("x");
        AtomicInteger successes = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread caller = new Thread(null, () -> callAtAllDepths(function, successes), "deep caller", 256 << 10, false);
        caller.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
        caller.start();
        caller.join();
        assertThat(failure.get()).isNull();
        assertThat(successes).hasValue(20);
        assertThat(function.call("x")).isEqualTo(expected);
        assertThat(sandbox.globals().get("calls")).isEqualTo(22L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JVM", "SIMULATED", "SIMULATED_AT_ONCE", "WASMTIME", "WASMTIME_AT_ONCE", "COMPILED"})
    void worksOrIsLeftAlone(String place) throws InterruptedException {
        KernelPlacement placement = switch (place) {
            case "JVM" -> KernelPlacement.JVM;
            case "SIMULATED" -> engine.whenWorthwhile();
            case "SIMULATED_AT_ONCE" -> engine.atOnce();
            case "WASMTIME" -> wasmtime(KernelPlacement.Start.WHEN_WORTHWHILE);
            case "WASMTIME_AT_ONCE" -> wasmtime(KernelPlacement.Start.AT_ONCE);
            case "COMPILED" -> new KernelPlacement(null, false, KernelPlacement.Start.AT_ONCE, JitOptions.eager(100));
            default -> throw new IllegalArgumentException(place);
        };
        try (Sandbox sandbox =
                Sandbox.builder().memory(4, MiB).placement(placement).build()) {
            check(sandbox);
        }
    }

    /** Frames are smallest compiled, and largest interpreted: the probe's must be enough for the kernel's. */
    @Test
    void probesEnoughForInterpretedFrames(@TempDir Path folder) throws IOException, InterruptedException {
        String probe = "dev.moonlift.runtime.host.StackProbe::*";
        String output = ChildJvm.run(
                folder, ByProbeAlone.class, "-XX:CompileCommand=quiet", "-XX:CompileCommand=compileonly," + probe);
        assertThat(output).isEmpty();
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
