package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.kernel.Layout.State;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private static Object eval(Sandbox sandbox, String text, Object... arguments) {
        return sandbox.load(Source.of("test.lua", text)).call(arguments);
    }

    @Test
    void runsTheExampleOfTheDocumentation() {
        String text = "local n = ... return greet('Lua') .. ' ' .. n";
        try (Sandbox sandbox = Sandbox.builder()
                .memory(64, MiB)
                .fuel(50_000_000)
                .timeout(ofSeconds(2))
                .build()) {
            sandbox.globals().set("greet", HostFunction.of((String name) -> "Hello, " + name));
            LuaFunction function = sandbox.load(Source.of("plugin.lua", text));
            Object answer = function.call(42);
            assertThat(answer).isEqualTo("Hello, Lua 42");
        }
    }

    @Test
    void givesAllResults() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            LuaFunction function = sandbox.load(Source.of("test.lua", "return 1, nil, 'x', ..."));
            assertThat(function.callMulti(true, null)).containsExactly(1L, null, "x", true, null);
            assertThat(sandbox.load(Source.of("test.lua", "")).callMulti()).isEmpty();
            assertThat(sandbox.load(Source.of("test.lua", "")).call()).isNull();
        }
    }

    @Test
    void keepsGlobalsFromCallToCall() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            eval(sandbox, "count = 0; function next_one() count = count + 1; return count end");
            LuaFunction next = sandbox.globals().get("next_one", LuaFunction.class);
            next.call();
            assertThat(next.call()).isEqualTo(2L);
            assertThat(sandbox.globals().get("count")).isEqualTo(2L);
        }
    }

    @Test
    void reportsSyntaxErrorsByChunkAndLine() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            assertThatThrownBy(() -> sandbox.load(Source.of("bad.lua", "\nx = = 1")))
                    .isInstanceOf(LuaSyntaxException.class)
                    .hasMessage("bad.lua:2: unexpected symbol near '='");
        }
    }

    @Test
    void reportsErrorsWithTheGuestsStack() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            String text = "local function inner()\n  local t = nil\n  return t.x\nend\nlocal r = inner()\nreturn r";
            assertThatThrownBy(() -> eval(sandbox, text)).isInstanceOfSatisfying(LuaException.class, e -> {
                assertThat(e).hasMessage("test.lua:3: attempt to index a nil value (local 't')");
                assertThat(e.value()).isEqualTo(e.getMessage());
                assertThat(e.guestTraceback()).startsWith("stack traceback:\n");
                assertThat(e.guestStack().get(0).source()).isEqualTo("test.lua");
                assertThat(e.guestStack().get(0).line()).isEqualTo(3);
                assertThat(e.guestStack().get(1).line()).isEqualTo(5);
            });
        }
    }

    @Test
    void givesErrorValuesOfAnyType() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            assertThatThrownBy(() -> eval(sandbox, "error({code = 7})"))
                    .isInstanceOfSatisfying(LuaException.class, e -> {
                        assertThat(((LuaTable) e.value()).get("code")).isEqualTo(7L);
                        assertThat(e).hasMessage("(error object is a table value)");
                    });
            assertThatThrownBy(() -> eval(sandbox, "error(nil)")).hasMessage("(error object is a nil value)");
            assertThatThrownBy(() -> eval(sandbox, "error(1.5)")).hasMessage("1.5");
        }
    }

    @Test
    void isUsableAfterAnError() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            assertThatThrownBy(() -> eval(sandbox, "x = 1 error('no')")).isInstanceOf(LuaException.class);
            assertThat(eval(sandbox, "return x")).isEqualTo(1L);
        }
    }

    @Test
    void endsWithTheGuestsExitCode() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            assertThatThrownBy(() -> eval(sandbox, "pcall(os.exit, 5)"))
                    .isInstanceOfSatisfying(
                            GuestExitException.class, e -> assertThat(e.code()).isEqualTo(5));
            assertThatThrownBy(() -> eval(sandbox, "os.exit(false)"))
                    .isInstanceOfSatisfying(
                            GuestExitException.class, e -> assertThat(e.code()).isEqualTo(1));
            assertThatThrownBy(() -> eval(sandbox, "os.exit()"))
                    .isInstanceOfSatisfying(
                            GuestExitException.class, e -> assertThat(e.code()).isZero());
        }
    }

    @Test
    void grantsNothingUnasked() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            assertThat(eval(sandbox, "return io or require or package or dofile or loadfile"))
                    .isNull();
            assertThat(eval(sandbox, "return os.getenv or os.remove or os.execute or debug.getinfo"))
                    .isNull();
            assertThat(eval(sandbox, "return type(debug.traceback)")).isEqualTo("function");
            assertThat(eval(sandbox, "return type(os.time)")).isEqualTo("function");
        }
    }

    @Test
    void grantsVariablesThatItWasGiven() {
        try (Sandbox sandbox =
                Sandbox.builder().environment(Map.of("HOME", "/nowhere")).build()) {
            assertThat(sandbox.load(Source.of("t", "return os.getenv 'HOME', os.getenv 'PATH'"))
                            .callMulti())
                    .containsExactly("/nowhere", null);
        }
    }

    @Test
    void usesTheStreamsThatItWasGiven() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Sandbox sandbox = Sandbox.builder()
                .allow(Capability.IO)
                .output(output)
                .input(new ByteArrayInputStream("one\n2.5 three".getBytes(StandardCharsets.UTF_8)))
                .build()) {
            eval(sandbox, "print(io.read('l', 'n', 'a')) io.write('x', 1, '\\n')");
            assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("one\t2.5\t three\nx1\n");
        }
    }

    @Test
    void seesTheClockThatItWasGiven() {
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_000_000_000));
        try (Sandbox sandbox = Sandbox.builder().clock(clock).build()) {
            assertThat(eval(sandbox, "return os.time()")).isEqualTo(1_000_000_000L);
            assertThat(eval(sandbox, "return os.clock()")).isEqualTo(0.0);
            assertThat(eval(sandbox, "return os.date('%Y-%m-%d %H:%M:%S')")).isEqualTo("2001-09-09 01:46:40");
        }
    }

    @Test
    void givesTheSameRandomNumbersForTheSameSeed() {
        Object first;
        try (Sandbox sandbox = Sandbox.builder().randomSeed(42).build()) {
            first = eval(sandbox, "return math.random(1 << 40)");
        }
        try (Sandbox sandbox = Sandbox.builder().randomSeed(42).build()) {
            assertThat(eval(sandbox, "return math.random(1 << 40)")).isEqualTo(first);
        }
        try (Sandbox sandbox = Sandbox.builder().randomSeed(43).build()) {
            assertThat(eval(sandbox, "return math.random(1 << 40)")).isNotEqualTo(first);
        }
    }

    @Test
    void countsFuelForCollectionsThatAreAskedForOnItsOwn() {
        try (Sandbox sandbox = Sandbox.builder().memory(8, MiB).build()) {
            eval(sandbox, "for i = 1, 10000 do local t = {i} end return collectgarbage('count')");
            assertThat(collectionFuel(sandbox)).isZero();
            long before = sandbox.statistics().fuelUsed();
            eval(sandbox, "collectgarbage()");
            long once = collectionFuel(sandbox);
            assertThat(once).isBetween(300L, sandbox.statistics().fuelUsed() - before);
            eval(sandbox, "collectgarbage('step')");
            assertThat(collectionFuel(sandbox)).isGreaterThan(once);
        }
    }

    private static long collectionFuel(Sandbox sandbox) {
        return sandbox.access().guest().memory().getLong(State.COLLECTION_FUEL);
    }

    @Test
    void countsWhatItUses() {
        try (Sandbox sandbox = Sandbox.builder().memory(8, MiB).build()) {
            eval(sandbox, "for i = 1, 1000 do local t = {i} end");
            assertThat(sandbox.statistics().fuelUsed()).isBetween(1000L, 1100L);
            eval(sandbox, "collectgarbage()");
            Statistics statistics = sandbox.statistics();
            assertThat(statistics.fuelUsed()).isGreaterThan(1100L);
            assertThat(statistics.memoryLimit()).isEqualTo(8 << 20);
            assertThat(statistics.memoryUsed()).isBetween(10_000L, 1_000_000L);
            assertThat(statistics.memoryPeak()).isGreaterThanOrEqualTo(statistics.memoryUsed());
            assertThat(statistics.collections()).isPositive();
            assertThat(statistics.time()).isPositive();
            assertThat(statistics.engine()).isEqualTo("chicory");
        }
    }

    @Test
    void refusesUseAfterClose() {
        Sandbox sandbox = Sandbox.builder().build();
        LuaTable globals = sandbox.globals();
        sandbox.close();
        sandbox.close();
        assertThatThrownBy(() -> globals.get("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the sandbox is closed");
    }

    @Test
    void refusesASecondThread() throws InterruptedException {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            Throwable[] thrown = new Throwable[1];
            sandbox.globals().set("f", HostFunction.action(() -> {
                Thread other = new Thread(() -> {
                    try {
                        sandbox.globals();
                    } catch (IllegalStateException e) {
                        thrown[0] = e;
                    }
                });
                other.start();
                other.join();
            }));
            eval(sandbox, "f()");
            assertThat(thrown[0]).hasMessageStartingWith("the sandbox is in use by thread ");
        }
    }

    @Test
    void refusesToCloseDuringACall() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            sandbox.globals().set("close", HostFunction.action(sandbox::close));
            assertThatThrownBy(() -> eval(sandbox, "close()"))
                    .isInstanceOf(LuaException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void keepsSandboxesApart() {
        try (Sandbox one = Sandbox.builder().build();
                Sandbox two = Sandbox.builder().build()) {
            eval(one, "x = 1 string.upper = nil");
            assertThat(eval(two, "return x")).isNull();
            assertThat(eval(two, "return ('a'):upper()")).isEqualTo("A");
            LuaTable foreign = one.newTable();
            assertThatThrownBy(() -> two.globals().set("t", foreign))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the value belongs to another sandbox");
        }
    }

    @Test
    void releasesWhatJavaNoLongerHolds() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            LuaFunction isAlive = sandbox.load(Source.of(
                    "t", "local weak = setmetatable({...}, {__mode = 'v'}) collectgarbage() return weak[1] ~= nil"));
            LuaTable table = sandbox.newTable();
            assertThat(isAlive.call(table)).isEqualTo(true);
            eval(sandbox, "weak = setmetatable({...}, {__mode = 'v'})", table);
            table.release();
            eval(sandbox, "collectgarbage()");
            assertThat(eval(sandbox, "return weak[1]")).isNull();
            assertThatThrownBy(table::length).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void comparesReferencesByTheObjectTheyReferTo() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            assertThat(sandbox.globals()).isEqualTo(sandbox.globals());
            assertThat(sandbox.globals()).hasSameHashCodeAs(sandbox.globals());
            assertThat(sandbox.globals()).isNotEqualTo(sandbox.newTable());
            assertThat(eval(sandbox, "return ... == _G", sandbox.globals())).isEqualTo(true);
        }
    }

    @Test
    void holdsManyReferencesAtOnce() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            List<Object> tables = sandbox.load(
                            Source.of("t", "local t = {} for i = 1, 200 do t[i] = {i} end return table.unpack(t)"))
                    .callMulti();
            assertThat(tables).hasSize(200);
            assertThat(((LuaTable) tables.get(199)).get(1)).isEqualTo(200L);
        }
    }

    @Test
    void runsFinalizersWhenAsked() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Sandbox sandbox = Sandbox.builder().output(output).build()) {
            eval(sandbox, "x = setmetatable({}, {__gc = function() print('gone') end})");
            assertThat(output.size()).isZero();
            sandbox.runFinalizers();
            assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("gone\n");
        }
    }
}
