package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.host.GuestOptions;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.KernelPlacement.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests on the real native kernel. */
@Timeout(120)
class WasmtimeGuestTest {
    private static final String WORK = """
            local host = ...
            local t = {}
            for i = 1, 100000 do
              t[i % 1000 + 1] = {i, tostring(i), i / 3}
              if host and i % 1000 == 0 then host(i) end
            end
            local s = 0
            for _, e in ipairs(t) do s = s + e[1] + #e[2] + e[3] end
            return s
            """;

    @BeforeAll
    static void kernelIsReady() {
        assertThat(EngineChoice.of("wasmtime").kernel().await()).isTrue();
    }

    private static SandboxBuilder builder(Start start) {
        KernelPlacement placement =
                new KernelPlacement(EngineChoice.of("wasmtime").kernel(), true, start);
        return Sandbox.builder().memory(4, MiB).placement(placement);
    }

    private static Object eval(Sandbox sandbox, String text, Object... arguments) {
        return sandbox.load(Source.of("test.lua", text)).call(arguments);
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void givesTheSameResultsForTheSameFuel(Start start) {
        List<Object> seen = new ArrayList<>();
        HostFunction host = arguments -> seen.add(arguments.get(1));
        try (Sandbox sandbox = builder(start).build();
                Sandbox other = Sandbox.builder()
                        .memory(4, MiB)
                        .engine("chicory")
                        .optimization(0)
                        .build()) {
            Object result = eval(sandbox, WORK, host);
            assertThat(sandbox.statistics().engine()).isEqualTo("wasmtime");
            List<Object> seenNatively = List.copyOf(seen);
            seen.clear();
            assertThat(eval(other, WORK, host)).isEqualTo(result);
            assertThat(seen).hasSize(100).isEqualTo(seenNatively);
            assertThat(sandbox.statistics().fuelUsed())
                    .isEqualTo(other.statistics().fuelUsed());
            assertThat(sandbox.statistics().memoryPeak())
                    .isEqualTo(other.statistics().memoryPeak());
            assertThat(sandbox.statistics().collections())
                    .isEqualTo(other.statistics().collections());
        }
    }

    @Test
    void movesWhenItIsWorthwhileOfItsOwnAccord() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            eval(sandbox, "return 1");
            assertThat(sandbox.statistics().engine()).isEqualTo("chicory");
            for (int i = 0; i < 10; i++) {
                eval(sandbox, WORK);
            }
            assertThat(sandbox.statistics().engine()).isEqualTo("wasmtime");
            assertThat(sandbox.statistics().engineReason()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void endsAtItsLimits(Start start) {
        try (Sandbox sandbox = builder(start).fuel(5_000_000).build()) {
            assertThatThrownBy(() -> eval(sandbox, "local t = {} while true do t[#t + 1] = {} end"))
                    .isInstanceOf(MemoryLimitException.class);
            assertThatThrownBy(() -> eval(sandbox, "while true do end"))
                    .isInstanceOfSatisfying(FuelExhaustedException.class, e -> {
                        assertThat(e.used()).isEqualTo(5_000_000);
                        assertThat(e.line()).isEqualTo(1);
                    });
        }
        try (Sandbox sandbox = builder(start).timeout(Duration.ofMillis(200)).build()) {
            for (String endless : List.of("while true do end", "('a'):rep(2000):find(('.-'):rep(30) .. 'b')")) {
                assertThatThrownBy(() -> eval(sandbox, endless))
                        .isInstanceOfSatisfying(
                                TimeLimitException.class,
                                e -> assertThat(e.used()).isLessThan(Duration.ofSeconds(5)));
            }
            assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
        }
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void survivesDeepRecursionAndErrors(Start start) {
        try (Sandbox sandbox = builder(start).memory(32, MiB).build()) {
            assertThatThrownBy(() -> eval(sandbox, "local function f() return f() + 1 end return f()"))
                    .isInstanceOf(LuaException.class)
                    .hasMessageContaining("stack overflow");
            assertThat(eval(sandbox, "return select(2, pcall(error, 'x'))")).isEqualTo("x");
            assertThat(eval(sandbox, "return (('('):rep(150) .. '1' .. (')'):rep(150))"))
                    .isNotNull();
            assertThat(eval(sandbox, "return #string.rep('x', 1 << 20)")).isEqualTo(1L << 20);
        }
    }

    @Test
    void hasTheLargestMemory() {
        try (Sandbox sandbox =
                builder(Start.AT_ONCE).memory(GuestOptions.MAX_MEMORY).build()) {
            assertThat(eval(sandbox, "return #string.rep('x', 100 << 20)")).isEqualTo(100L << 20);
            assertThatThrownBy(() -> eval(sandbox, "return string.rep('x', (1 << 31) - 100000)"))
                    .isInstanceOf(MemoryLimitException.class);
        }
    }

    @Test
    void callsGuestsFromHostFunctionsOfGuests() {
        try (Sandbox sandbox = builder(Start.AT_ONCE).build()) {
            sandbox.globals().set("call", (HostFunction)
                    arguments -> arguments.get(1, LuaFunction.class).call(arguments.get(2)));
            String program = "local function down(n) return n == 0 and 0 or 1 + call(down, n - 1) end return down(100)";
            assertThat(eval(sandbox, program)).isEqualTo(100L);
        }
    }

    @Test
    void runsManySandboxesAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                Start start = i % 2 == 0 ? Start.AT_ONCE : Start.WHEN_WORTHWHILE;
                tasks.add(() -> {
                    try (Sandbox sandbox = builder(start).build()) {
                        return eval(sandbox, WORK, (HostFunction) arguments -> null);
                    }
                });
            }
            Object expected = tasks.get(0).call();
            for (Future<Object> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void isClosedWhileAnotherThreadInterrupts() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            Sandbox sandbox = builder(Start.AT_ONCE).build();
            Thread interrupter = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    sandbox.interrupt();
                }
            });
            interrupter.start();
            assertThatThrownBy(() -> eval(sandbox, "while true do end")).isInstanceOf(GuestInterruptedException.class);
            sandbox.close();
            interrupter.interrupt();
            interrupter.join();
            assertThatThrownBy(sandbox::globals).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNothingOfAThousandSandboxes(@TempDir Path folder) throws IOException, InterruptedException {
        String[] growth = ChildJvm.run(folder, SandboxesInTurn.class, "-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch")
                .split(" ");
        assertThat(Long.parseLong(growth[0])).as("KiB of resident memory").isLessThan(60_000);
        assertThat(Integer.parseInt(growth[1])).as("mappings").isLessThan(100);
    }
}
