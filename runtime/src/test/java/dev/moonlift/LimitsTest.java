package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LimitsTest {
    private static Object eval(Sandbox sandbox, String text) {
        return sandbox.load(Source.of("test.lua", text)).call();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true do end",
                "while true do pcall(function() while true do end end) end",
                "local t = setmetatable({}, {__index = function() while true do end end}) return t.x",
                "local x <close> = setmetatable({}, {__close = function() while true do end end})",
                "table.sort({3, 2, 1}, function() while true do end end)",
                "('x'):gsub('x', function() while true do end end)",
                "setmetatable({}, {__gc = function() while true do end end}) collectgarbage()",
                "coroutine.wrap(function() while true do end end)()",
                "local function f() return f() end f()",
                "return tostring(setmetatable({}, {__tostring = function() while true do end end}))"
            })
    void endsWhenTheFuelIsUsed(String endless) {
        try (Sandbox sandbox = Sandbox.builder().fuel(3_000_000).build()) {
            assertThatThrownBy(() -> eval(sandbox, endless)).isInstanceOfSatisfying(FuelExhaustedException.class, e -> {
                assertThat(e.limit()).isEqualTo(3_000_000);
                assertThat(e.used()).isEqualTo(3_000_000);
                assertThat(e.source()).isEqualTo("test.lua");
                assertThat(e.line()).isEqualTo(1);
                assertThat(e).hasMessage("fuel limit of 3000000 units reached at test.lua:1");
            });
            assertThat(eval(sandbox, "return 1 + 1")).isEqualTo(2L);
        }
    }

    @Test
    void chargesForCompiling() {
        try (Sandbox sandbox = Sandbox.builder().fuel(10_000).build()) {
            assertThatThrownBy(() -> eval(sandbox, "pcall(load, ('x = 1 '):rep(5000))"))
                    .isInstanceOf(FuelExhaustedException.class);
            assertThat(eval(sandbox, "return load('return 7')()")).isEqualTo(7L);
        }
    }

    @Test
    void refusesTextsThatTakeMoreMemoryToCompileThanTheGuestMayHave() {
        try (Sandbox sandbox = Sandbox.builder().memory(16, MiB).build()) {
            String load = "local f, m = load(('f()'):rep(%d)) return f and 'function' or m";
            assertThat(eval(sandbox, load.formatted(50_000))).isEqualTo("function");
            assertThat(eval(sandbox, "return select(2, pcall(load, ('f()'):rep(1000000)))"))
                    .isEqualTo("not enough memory");
            assertThat(eval(sandbox, load.formatted(50_000))).isEqualTo("function");
        }
    }

    @Test
    void stopsCompilationsInTheMiddle() {
        try (Sandbox sandbox = Sandbox.builder()
                .memory(512, MiB)
                .fuel(20_000_000)
                .timeout(Duration.ofSeconds(30))
                .build()) {
            assertThatThrownBy(() -> eval(sandbox, "pcall(load, ('f()'):rep(4000000))"))
                    .isInstanceOfSatisfying(
                            FuelExhaustedException.class,
                            e -> assertThat(e.used()).isEqualTo(20_000_000));
            assertThat(eval(sandbox, "return load('return 7')()")).isEqualTo(7L);
        }
    }

    @Test
    void stopsCompilationsInTime() {
        try (Sandbox sandbox = Sandbox.builder()
                .memory(256, MiB)
                .timeout(Duration.ofMillis(50))
                .build()) {
            assertThatThrownBy(() -> eval(sandbox, "while true do pcall(load, ('f()'):rep(800000)) end"))
                    .isInstanceOf(TimeLimitException.class);
            assertThat(eval(sandbox, "return load('return 7')()")).isEqualTo(7L);
        }
    }

    @Test
    void keepsTheErrorOfAWrappedCoroutineWhenThereIsNoMemoryForItsPosition() {
        try (Sandbox sandbox = Sandbox.builder().memory(2, MiB).build()) {
            String program = """
                    local message = ("x"):rep(700000)
                    local wrapped = coroutine.wrap(function() error(message, 0) end)
                    local ok, e = pcall(wrapped)
                    return e == message and "kept" or e""";
            assertThat(eval(sandbox, program)).isEqualTo("kept");
        }
    }

    @Test
    void grantsFuelAnewToEveryCall() {
        try (Sandbox sandbox = Sandbox.builder().fuel(1000).build()) {
            LuaFunction work = sandbox.load(Source.of("test.lua", "for i = 1, 900 do end"));
            for (int i = 0; i < 5; i++) {
                work.call();
            }
            assertThat(sandbox.statistics().fuelUsed()).isGreaterThan(4500);
        }
    }

    @Test
    void stopsAtTheSameCountHoweverTheFuelIsSliced() {
        String program = "n = 0 while true do n = n + 1 end";
        try (Sandbox sandbox = Sandbox.builder().fuel(2_500_000).build()) {
            assertThatThrownBy(() -> eval(sandbox, program)).isInstanceOf(FuelExhaustedException.class);
            long rounds = sandbox.globals().get("n", Long.class);
            assertThat(rounds).isBetween(2_499_990L, 2_500_001L);
        }
    }

    @Test
    void endsWhenTheTimeIsOver() {
        try (Sandbox sandbox = Sandbox.builder().timeout(Duration.ofMillis(100)).build()) {
            assertThatThrownBy(() -> eval(sandbox, "while true do end"))
                    .isInstanceOfSatisfying(TimeLimitException.class, e -> {
                        assertThat(e.limit()).isEqualTo(Duration.ofMillis(100));
                        assertThat(e.used()).isBetween(Duration.ofMillis(90), Duration.ofSeconds(5));
                        assertThat(e.line()).isEqualTo(1);
                    });
            assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
        }
    }

    @Test
    void stopsLongLibraryWorkWhenTheTimeIsOver() {
        try (Sandbox sandbox = Sandbox.builder().timeout(Duration.ofMillis(100)).build()) {
            String backtracking = "return (('a'):rep(2000)):find(('.-'):rep(30) .. 'b')";
            assertThatThrownBy(() -> eval(sandbox, backtracking)).isInstanceOf(TimeLimitException.class);
            assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
        }
    }

    @Test
    void endsWhenAnotherThreadInterrupts() throws InterruptedException {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            Thread other = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    sandbox.interrupt();
                }
            });
            other.start();
            try {
                assertThatThrownBy(() -> eval(sandbox, "while true do end"))
                        .isInstanceOf(GuestInterruptedException.class);
            } finally {
                other.interrupt();
                other.join();
            }
            assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
        }
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> eval(sandbox, "while true do end")).isInstanceOf(GuestInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local t = {} while true do t[#t + 1] = {} end",
                "local s = 'x' while true do s = s .. s end",
                "return ('x'):rep(1 << 40)",
                "return ('x'):rep(1 << 30)",
                "local t = {} for i = 1, 1e9 do t[i] = i end",
                "local t = {} for i = 1, 1e9 do t[i] = coroutine.create(print) end"
            })
    void endsWhenTheMemoryIsFull(String greedy) {
        try (Sandbox sandbox = Sandbox.builder().memory(4, MiB).build()) {
            assertThatThrownBy(() -> eval(sandbox, greedy))
                    .isInstanceOfAny(MemoryLimitException.class, LuaException.class);
            assertThat(eval(sandbox, "return 1")).isEqualTo(1L);
            assertThat(sandbox.statistics().memoryPeak()).isLessThanOrEqualTo(4 << 20);
        }
    }

    @Test
    void letsTheGuestCatchThatMemoryIsFull() {
        try (Sandbox sandbox = Sandbox.builder().memory(4, MiB).build()) {
            String program =
                    "local ok, e = pcall(function() local t = {} while true do t[#t + 1] = {} end end) return e";
            assertThat(eval(sandbox, program)).isEqualTo("not enough memory");
        }
    }

    @Test
    void reportsHowMuchMemoryWasUsed() {
        try (Sandbox sandbox = Sandbox.builder().memory(4, MiB).build()) {
            assertThatThrownBy(() -> eval(sandbox, "local t = {}\nwhile true do t[#t + 1] = {} end"))
                    .isInstanceOfSatisfying(MemoryLimitException.class, e -> {
                        assertThat(e.limit()).isEqualTo(4 << 20);
                        assertThat(e.used()).isBetween(1L << 20, 4L << 20);
                        assertThat(e.line()).isEqualTo(2);
                    });
        }
    }

    @Test
    void limitsWhatJavaPutsIn() {
        try (Sandbox sandbox = Sandbox.builder().memory(1, MiB).build()) {
            assertThatThrownBy(() -> sandbox.globals().set("s", new byte[2 << 20]))
                    .isInstanceOf(MemoryLimitException.class);
            sandbox.globals().set("s", "small");
            assertThat(eval(sandbox, "return s")).isEqualTo("small");
        }
    }

    @Test
    void collectsWhatJavaMadeAndDropped() {
        try (Sandbox sandbox = Sandbox.builder().memory(1, MiB).build()) {
            for (int i = 0; i < 1000; i++) {
                sandbox.globals().set("s", new byte[10_000]);
            }
            assertThat(eval(sandbox, "return #s")).isEqualTo(10_000L);
        }
    }

    @Test
    void refusesLimitsOutOfRange() {
        SandboxBuilder builder = Sandbox.builder();
        assertThatThrownBy(() -> builder.memory(1000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.memory(2, MemoryUnit.GiB)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.fuel(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.engine("v8")).isInstanceOf(IllegalArgumentException.class);
    }
}
