package dev.moonlift;

import static dev.moonlift.MemoryUnit.KiB;
import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.SimulatedEngine;
import java.io.ByteArrayOutputStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guest and its host notice of the guest's moving to native code: nothing. */
@Timeout(60)
class MovingGuestTest {
    private final SimulatedEngine engine = new SimulatedEngine();

    private SandboxBuilder moving() {
        return Sandbox.builder().memory(4, MiB).placement(engine.whenWorthwhile());
    }

    private SandboxBuilder atOnce() {
        return Sandbox.builder().memory(4, MiB).placement(engine.atOnce());
    }

    private static Object eval(Sandbox sandbox, String text, Object... arguments) {
        return sandbox.load(Source.of("test.lua", text)).call(arguments);
    }

    private static final String WORK = """
            local t = {}
            local f = ...
            for i = 1, 200000 do
              t[i % 1000 + 1] = {i, tostring(i)}
              if f and i % 5000 == 0 then f(i) end
            end
            local s = 0
            for _, e in ipairs(t) do s = s + e[1] + #e[2] end
            return s
            """;

    @Test
    void movesInTheMiddleOfACall() {
        try (Sandbox sandbox = moving().build();
                Sandbox other = Sandbox.builder()
                        .memory(4, MiB)
                        .engine("chicory")
                        .optimization(0)
                        .build()) {
            assertThat(sandbox.statistics().engine()).isEqualTo("chicory");
            assertThat(eval(sandbox, WORK)).isEqualTo(eval(other, WORK));
            assertThat(sandbox.statistics().engine()).isEqualTo("simulated");
            assertThat(sandbox.statistics().fuelUsed())
                    .isEqualTo(other.statistics().fuelUsed());
            assertThat(sandbox.statistics().memoryUsed())
                    .isEqualTo(other.statistics().memoryUsed());
            assertThat(sandbox.statistics().collections())
                    .isEqualTo(other.statistics().collections());
        }
    }

    @Test
    void staysWhereItIsWhenThereIsLittleToDo() {
        try (Sandbox sandbox = moving().build()) {
            for (int i = 0; i < 100; i++) {
                assertThat(eval(sandbox, "local n = ... for i = 1, 100 do n = n + 1 end return n", i))
                        .isEqualTo(i + 100L);
            }
            assertThat(sandbox.statistics().engine()).isEqualTo("chicory");
            assertThat(sandbox.statistics().engineReason()).contains("too little work");
            assertThat(engine.threads()).isEmpty();
        }
    }

    @Test
    void runsNativeCodeOnCarriersAndHostFunctionsOnTheCallersThread() {
        Set<Thread> hostThreads = ConcurrentHashMap.newKeySet();
        HostFunction function = arguments -> hostThreads.add(Thread.currentThread());
        try (Sandbox sandbox = moving().build()) {
            eval(sandbox, WORK, function);
        }
        assertThat(hostThreads).containsExactly(Thread.currentThread());
        assertThat(engine.threads()).isNotEmpty().allMatch(name -> name.startsWith("moonlift-carrier-"));
    }

    @Test
    void runsEverythingNativelyIfItIsToStartAtOnce() {
        try (Sandbox sandbox = atOnce().build()) {
            assertThat(sandbox.statistics().engine()).isEqualTo("simulated");
            assertThat(eval(sandbox, "return 1 + 1")).isEqualTo(2L);
            assertThat(engine.threads()).isNotEmpty();
        }
    }

    @Test
    void keepsReferencesOverAMove() {
        try (Sandbox sandbox = moving().build()) {
            LuaTable table = sandbox.newTable().set("x", 1);
            LuaFunction function = sandbox.load(Source.of("f.lua", "local t = ... t.x = t.x + 1 return t"));
            eval(sandbox, WORK);
            assertThat(sandbox.statistics().engine()).isEqualTo("simulated");
            assertThat(function.call(table)).isEqualTo(table);
            assertThat(table.get("x")).isEqualTo(2L);
            assertThat(sandbox.globals().get("print")).isInstanceOf(LuaFunction.class);
        }
    }

    @Test
    void movesInACallFromWithinACall() {
        try (Sandbox sandbox = moving().build()) {
            LuaFunction inner = sandbox.load(Source.of("inner.lua", WORK));
            sandbox.globals().set("inner", (HostFunction) arguments -> inner.call());
            Object once = eval(sandbox, "local a = {1, 2, 3} local r = inner() return r + #a");
            assertThat(sandbox.statistics().engine()).isEqualTo("simulated");
            assertThat(eval(sandbox, "return inner() + 3")).isEqualTo(once);
        }
    }

    @Test
    void passesErrorsThrough() {
        try (Sandbox sandbox = moving().build()) {
            RuntimeException failure = new IllegalArgumentException("bad");
            HostFunction function = arguments -> {
                if (arguments.get(1, Long.class) == 150_000) {
                    throw failure;
                }
                return null;
            };
            assertThatThrownBy(() -> eval(sandbox, WORK, function))
                    .isInstanceOf(LuaException.class)
                    .hasMessage("test.lua:5: bad")
                    .hasCause(failure);
            assertThat(eval(sandbox, "local f = ... return select(2, pcall(f, 150000))", function))
                    .isEqualTo("bad");
            Error fatal = new AssertionError("fatal");
            HostFunction broken = arguments -> {
                throw fatal;
            };
            assertThatThrownBy(() -> eval(sandbox, WORK, broken)).isSameAs(fatal);
            assertThat(eval(sandbox, "return 7")).isEqualTo(7L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true do end",
                "while true do pcall(function() while true do end end) end",
                "local f = ... while true do f() end",
                "return (('a'):rep(500)):find(('.-'):rep(30) .. 'b')",
                "local t = {} for i = 1, 1e9 do t[i % 7] = tostring(i) end"
            })
    void usesFuelToTheUnit(String program) {
        HostFunction nothing = arguments -> null;
        long[] used = new long[3];
        List<SandboxBuilder> builders =
                List.of(moving(), atOnce(), Sandbox.builder().memory(4, MiB).placement(KernelPlacement.JVM));
        for (int i = 0; i < used.length; i++) {
            try (Sandbox sandbox = builders.get(i).fuel(345_678).build()) {
                LuaFunction endless = sandbox.load(Source.of("test.lua", program));
                assertThatThrownBy(() -> endless.call(nothing)).isInstanceOf(FuelExhaustedException.class);
                LuaFunction collecting = sandbox.load(Source.of("test.lua", "collectgarbage()"));
                collecting.call();
                used[i] = sandbox.statistics().memoryUsed();
                // The guest keeps what Java can still call.
                Reference.reachabilityFence(endless);
                Reference.reachabilityFence(collecting);
            }
        }
        assertThat(used).containsOnly(used[2]);
    }

    @Test
    void stopsWhenTheTimeIsOver() {
        try (Sandbox sandbox = moving().timeout(Duration.ofMillis(200)).build()) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> eval(sandbox, "while true do end")).isInstanceOf(TimeLimitException.class);
                assertThatThrownBy(() -> eval(sandbox, "return (('a'):rep(2000)):find(('.-'):rep(30) .. 'b')"))
                        .isInstanceOf(TimeLimitException.class);
            }
            assertThat(sandbox.statistics().engine()).isEqualTo("simulated");
            assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
        }
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() throws InterruptedException {
        try (Sandbox sandbox = moving().build()) {
            Thread caller = Thread.currentThread();
            Thread other = new Thread(() -> {
                sleep(100);
                caller.interrupt();
            });
            other.start();
            assertThatThrownBy(() -> eval(sandbox, "while true do end")).isInstanceOf(GuestInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            other.join();
            assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
        }
    }

    @Test
    void stopsWhenAnotherThreadInterruptsItWhileItMoves() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            try (Sandbox sandbox = moving().build()) {
                Thread other = new Thread(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        sandbox.interrupt();
                        sleep(1);
                    }
                });
                other.start();
                assertThatThrownBy(() -> eval(sandbox, "while true do end"))
                        .isInstanceOf(GuestInterruptedException.class);
                other.interrupt();
                other.join();
                assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void growsOnBothSides() {
        try (Sandbox sandbox = Sandbox.builder()
                .memory(40, MiB)
                .placement(engine.whenWorthwhile())
                .build()) {
            eval(sandbox, WORK);
            assertThat(sandbox.statistics().engine()).isEqualTo("simulated");
            String grown = "local t = {} for i = 1, 300000 do t[i] = {} end kept = t return #t";
            assertThat(eval(sandbox, grown)).isEqualTo(300_000L);
            sandbox.globals().set("big", new byte[10 << 20]);
            assertThat(eval(sandbox, "local n = 0 for i = 1, 100000 do n = n + #kept[i] end return n + #big"))
                    .isEqualTo(10L << 20);
        }
    }

    @Test
    void hasTheSameMemoryLimitEverywhere() {
        String greedy = "local t, n = {}, 0 while pcall(function() t[n + 1] = ('x'):rep(1000 + n) end) do n = n + 1 end"
                + " local u = n t = nil collectgarbage() return u";
        try (Sandbox here = Sandbox.builder()
                        .memory(1000, KiB)
                        .engine("chicory")
                        .optimization(0)
                        .build();
                Sandbox there = Sandbox.builder()
                        .memory(1000, KiB)
                        .placement(engine.atOnce())
                        .build()) {
            assertThat(eval(there, greedy)).isEqualTo(eval(here, greedy));
        }
    }

    @Test
    void writesOutputInOrder() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Sandbox sandbox = moving().output(output).build()) {
            eval(sandbox, "for i = 1, 100000 do if i % 10000 == 0 then print(i) end end");
        }
        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "10000", "20000", "30000", "40000", "50000", "60000", "70000", "80000", "90000", "100000");
    }

    @Test
    void staysOnTheJvmWhenThereIsNoRoom() {
        try (Sandbox sandbox = Sandbox.builder()
                .memory(4, MiB)
                .placement(engine.full().whenWorthwhile())
                .build()) {
            assertThat(eval(sandbox, WORK)).isNotNull();
            assertThat(sandbox.statistics().engine()).isEqualTo("chicory");
            assertThat(sandbox.statistics().engineReason()).contains("no room");
        }
    }

    @Test
    void staysOnTheJvmWhenTheEngineCannotBeUsed() {
        KernelPlacement placement = engine.withProblem("it is broken").whenWorthwhile();
        try (Sandbox sandbox =
                Sandbox.builder().memory(4, MiB).placement(placement).build()) {
            assertThat(eval(sandbox, WORK)).isNotNull();
            assertThat(sandbox.statistics().engineReason()).contains("simulated cannot be used: it is broken");
        }
    }

    @Test
    void saysSoWhenAnEngineThatMustBeUsedCannot() {
        SandboxBuilder builder =
                Sandbox.builder().placement(engine.withProblem("it is broken").atOnce());
        assertThatThrownBy(builder::build)
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("it is broken");
    }

    @Test
    void endsItsMemoryWhenItIsClosed() {
        Sandbox sandbox = atOnce().build();
        eval(sandbox, WORK);
        assertThat(engine.openStores()).isEqualTo(1);
        sandbox.close();
        assertThat(engine.openStores()).isZero();
        sandbox.interrupt();
        sandbox.close();
        assertThatThrownBy(sandbox::globals).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void endsItsMemoryWhenItIsGarbage() {
        for (int i = 0; i < 5; i++) {
            eval(atOnce().build(), "return 1");
        }
        for (int i = 0; i < 200 && engine.openStores() > 0; i++) {
            System.gc();
            sleep(20);
        }
        assertThat(engine.openStores()).isZero();
    }

    @Test
    void refusesToCloseInACall() {
        try (Sandbox sandbox = atOnce().build()) {
            Runnable closing = sandbox::close;
            sandbox.globals().set("close", (HostFunction) arguments -> {
                closing.run();
                return null;
            });
            assertThatThrownBy(() -> eval(sandbox, "close()")).hasMessageContaining("a call is in progress");
            assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
        }
    }
}
