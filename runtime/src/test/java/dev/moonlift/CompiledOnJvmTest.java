package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.KernelPlacement.Start;
import dev.moonlift.runtime.host.SimulatedEngine;
import dev.moonlift.runtime.jit.JitOptions;
import dev.moonlift.runtime.kernel.Layout.CodeExtension;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.interp.CompiledOp;
import dev.moonlift.runtime.memory.Memory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests whose hot code is compiled without a native engine. */
@Timeout(60)
class CompiledOnJvmTest {
    private static final String WORK = """
            local function add(a, b) return a + b end
            local s, f = 0, ...
            for i = 1, 100000 do
              s = add(s, i % 7)
              if f and i % 20000 == 0 then f(i) end
            end
            return s
            """;

    private static SandboxBuilder compiled(Start start) {
        return Sandbox.builder()
                .memory(4, MiB)
                .placement(new KernelPlacement(null, false, start, JitOptions.eager(100)));
    }

    private static Sandbox interpreted() {
        return Sandbox.builder().memory(4, MiB).placement(KernelPlacement.JVM).build();
    }

    private static Object eval(Sandbox sandbox, String text, Object... arguments) {
        return sandbox.load(Source.of("test.lua", text)).call(arguments);
    }

    /** How many of the guest's functions have compiled code, as far as what looks like functions is. */
    private static int installed(Sandbox sandbox) {
        Memory memory = sandbox.access().guest().memory();
        int count = 0;
        for (int at = 0; at < memory.size() - Prototype.CODE_WORDS - Integer.BYTES; at += Integer.BYTES) {
            int enter = memory.getInt(at + Prototype.CODE)
                    + Integer.BYTES * (memory.getInt(at + Prototype.CODE_COUNT) + CodeExtension.ENTER);
            boolean isInMemory = enter > 0 && enter < memory.size() - Integer.BYTES;
            boolean isEntry = isInMemory && memory.getInt(at + Prototype.ENTRY) == enter;
            count += isEntry && (memory.getInt(enter) & 0xFF) == CompiledOp.ENTER_FUNCTION ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(strings = {"AT_ONCE", "WHEN_WORTHWHILE"})
    void hotCodeIsCompiledAndDoesTheSame(Start start) {
        try (Sandbox sandbox = compiled(start).build();
                Sandbox other = interpreted()) {
            assertThat(eval(sandbox, WORK)).isEqualTo(eval(other, WORK));
            assertThat(installed(sandbox)).isEqualTo(2);
            assertThat(installed(other)).isZero();
            assertThat(sandbox.statistics().engine()).isEqualTo("chicory");
            assertThat(sandbox.statistics().fuelUsed())
                    .isEqualTo(other.statistics().fuelUsed());
        }
    }

    @Test
    void littleWorkIsInterpreted() {
        try (Sandbox sandbox = compiled(Start.WHEN_WORTHWHILE).build()) {
            eval(sandbox, "for i = 1, 1000 do end");
            assertThat(installed(sandbox)).isZero();
        }
    }

    @Test
    void takesThePlaceOfANativeEngineThatCannotBeUsed() {
        SimulatedEngine engine = new SimulatedEngine().withProblem("it is broken");
        KernelPlacement placement = engine.whenWorthwhile();
        JitOptions eager = JitOptions.eager(100);
        try (Sandbox sandbox = Sandbox.builder()
                .placement(new KernelPlacement(placement.kernel(), false, placement.start(), eager))
                .build()) {
            eval(sandbox, WORK);
            assertThat(installed(sandbox)).isEqualTo(2);
        }
    }

    @Test
    void theUsualLevelCompilesInTheBackground() throws InterruptedException {
        try (Sandbox sandbox = Sandbox.builder()
                .engine("chicory")
                .optimization(2)
                .timeout(Duration.ofSeconds(50))
                .build()) {
            while (installed(sandbox) == 0) {
                eval(sandbox, WORK);
            }
            assertThat(eval(sandbox, WORK)).isEqualTo(eval(interpreted(), WORK));
        }
    }

    @Test
    void hostFunctionsRunInTheCallersThread() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        HostFunction function = arguments -> {
            threads.add(Thread.currentThread());
            return null;
        };
        try (Sandbox sandbox = compiled(Start.AT_ONCE).build()) {
            eval(sandbox, WORK, function);
        }
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void recursionIsAsDeepAsInTheInterpreter() {
        String program = """
                local function depth(n) return n == 0 and 0 or 1 + depth(n - 1) end
                for i = 1, 300 do depth(i) end
                return depth(20000)
                """;
        try (Sandbox sandbox = compiled(Start.AT_ONCE).memory(64, MiB).build()) {
            assertThat(eval(sandbox, program)).isEqualTo(20_000L);
            assertThatThrownBy(() -> eval(sandbox, "local function f(n) return 1 + f(n) end return f(1)"))
                    .isInstanceOf(LuaException.class)
                    .hasMessageContaining("stack overflow");
            assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
        }
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() throws InterruptedException {
        try (Sandbox sandbox = compiled(Start.AT_ONCE).build()) {
            eval(sandbox, WORK);
            Thread caller = Thread.currentThread();
            Thread other = new Thread(() -> {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                caller.interrupt();
            });
            other.start();
            assertThatThrownBy(() -> eval(sandbox, "local n = 0 while true do n = n + 1 end"))
                    .isInstanceOf(GuestInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            other.join();
            assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
        }
    }

    @Test
    void usesFuelToTheUnit() {
        long[] used = new long[2];
        for (int i = 0; i < 2; i++) {
            SandboxBuilder builder = i == 0
                    ? compiled(Start.AT_ONCE)
                    : Sandbox.builder().memory(4, MiB).placement(KernelPlacement.JVM);
            try (Sandbox sandbox = builder.fuel(123_457).build()) {
                assertThatThrownBy(() -> eval(sandbox, "local n = 0 while true do n = n + 1 end"))
                        .isInstanceOf(FuelExhaustedException.class);
                used[i] = sandbox.statistics().fuelUsed();
            }
        }
        assertThat(used[0]).isEqualTo(used[1]);
    }
}
