package dev.moonlift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.kernel.Layout.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostFunctionTest {
    private final Sandbox sandbox = Sandbox.builder().fuel(10_000_000).build();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Object eval(String text, Object... arguments) {
        return sandbox.load(Source.of("test.lua", text)).call(arguments);
    }

    private static String shout(String text) {
        return text.toUpperCase(Locale.ROOT) + "!";
    }

    @Test
    void takesTypedParameters() {
        sandbox.globals()
                .set("none", HostFunction.of(() -> 1))
                .set("one", HostFunction.of((String a) -> a + a))
                .set("two", HostFunction.of((Integer a, Double b) -> a + b))
                .set("three", HostFunction.of((Long a, Boolean b, LuaTable c) -> c.length() + (b ? a : -a)))
                .set("reference", HostFunction.of(HostFunctionTest::shout));
        assertThat(eval("return none()")).isEqualTo(1L);
        assertThat(eval("return one('x')")).isEqualTo("xx");
        assertThat(eval("return two(2.0, 3)")).isEqualTo(5.0);
        assertThat(eval("return three(10, false, {1, 2, 3})")).isEqualTo(-7L);
        assertThat(eval("return reference('hey')")).isEqualTo("HEY!");
    }

    @Test
    void refusesArgumentsAsTheLibraryDoes() {
        sandbox.globals().set("one", HostFunction.of((String a) -> a)).set("int", HostFunction.of((Integer a) -> a));
        assertThat(eval("return select(2, pcall(function() one({}) end))"))
                .isEqualTo("test.lua:1: bad argument #1 to 'one' (string expected, got table)");
        assertThat(eval("return select(2, pcall(function() one() end))"))
                .isEqualTo("test.lua:1: bad argument #1 to 'one' (string expected, got no value)");
        assertThat(eval("return select(2, pcall(function() int(1.5) end))"))
                .isEqualTo("test.lua:1: bad argument #1 to 'int' (number has no integer representation)");
        assertThat(eval("return select(2, pcall(function() int(1 << 40) end))"))
                .isEqualTo("test.lua:1: bad argument #1 to 'int' (number out of range)");
    }

    @Test
    void refusesParameterTypesThatNothingConvertsTo() {
        assertThatThrownBy(() -> HostFunction.of((Thread a) -> a))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no Lua value converts to java.lang.Thread");
    }

    @Test
    void takesAnyArgumentsInTheRawForm() {
        HostFunction sum = arguments -> {
            double total = 0;
            for (int i = 1; i <= arguments.count(); i++) {
                total += arguments.get(i, Double.class);
            }
            return total;
        };
        sandbox.globals().set("sum", sum);
        assertThat(eval("return sum(1, 2.5, 3)")).isEqualTo(6.5);
        assertThat(eval("return sum()")).isEqualTo(0.0);
    }

    @Test
    void givesSeveralResultsOrNone() {
        sandbox.globals()
                .set("three", (HostFunction) arguments -> Results.of(1, null, "c"))
                .set("none", HostFunction.action(() -> {}));
        assertThat(eval("return select('#', three()) .. tostring(select(3, three()))"))
                .isEqualTo("3c");
        assertThat(eval("return select('#', none())")).isEqualTo(0L);
    }

    @Test
    void givesMoreResultsThanThereIsRoomFor() {
        sandbox.globals().set("many", (HostFunction) arguments -> Results.of(new Object[500]));
        assertThat(eval("return select('#', many())")).isEqualTo(500L);
    }

    @Test
    void copiesListsAndMaps() {
        sandbox.globals().set("data", Map.of("list", List.of(1, List.of(2, 3)), "array", new Object[] {"x", null, "z"
        }));
        assertThat(eval("return data.list[2][1] + data.list[1]")).isEqualTo(3L);
        assertThat(eval("return data.array[1] .. data.array[3] .. tostring(data.array[2])"))
                .isEqualTo("xznil");
        List<Object> cyclic = new ArrayList<>();
        cyclic.add(cyclic);
        assertThatThrownBy(() -> sandbox.globals().set("x", cyclic))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nested more than 100 deep");
    }

    @Test
    void turnsExceptionsIntoErrorsAndBack() {
        IllegalStateException failure = new IllegalStateException("no such user");
        sandbox.globals().set("find", HostFunction.action(() -> {
            throw failure;
        }));
        assertThat(eval("return select(2, pcall(find))")).isEqualTo("no such user");
        assertThatThrownBy(() -> eval("\nfind()"))
                .isInstanceOf(LuaException.class)
                .hasMessage("test.lua:2: no such user")
                .hasCause(failure);
    }

    @Test
    void raisesErrorValuesOfItsOwn() {
        sandbox.globals().set("fail", HostFunction.action(() -> {
            throw new LuaException(Map.of("code", 404));
        }));
        assertThat(eval("local ok, e = pcall(fail) return e.code")).isEqualTo(404L);
    }

    @Test
    void letsErrorsOfTheHostThrough() {
        sandbox.globals().set("fail", HostFunction.action(() -> {
            throw new AssertionError("host");
        }));
        assertThatThrownBy(() -> eval("pcall(fail)"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("host");
        assertThat(eval("return 1")).isEqualTo(1L);
    }

    @Test
    void callsTheGuestAgain() {
        sandbox.globals().set("map", HostFunction.of((LuaFunction f, LuaTable list) -> {
            List<Object> mapped = new ArrayList<>();
            for (Object element : list.toList()) {
                mapped.add(f.call(element));
            }
            return mapped;
        }));
        assertThat(eval("local t = map(function(x) return x * x end, {1, 2, 3}) return t[1] + t[2] + t[3]"))
                .isEqualTo(14L);
    }

    @Test
    void keepsItsPlaceWhenTheStackMovesBelowIt() {
        sandbox.globals().set("apply", HostFunction.of((LuaFunction f) -> f.call()));
        String deep = "local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end "
                + "local a, b = 'before', apply(function() return deep(10000) end) return a .. b";
        assertThat(eval(deep)).isEqualTo("before10000");
    }

    @Test
    void passesErrorsThroughBothSides() {
        sandbox.globals().set("apply", HostFunction.of((LuaFunction f) -> f.call()));
        assertThat(eval("local ok, e = pcall(apply, function() error({n = 1}) end) return e.n"))
                .isEqualTo(1L);
    }

    @Test
    void endsInnerAndOuterCallsTogether() {
        sandbox.globals().set("apply", HostFunction.of((LuaFunction f) -> {
            try {
                return f.call();
            } catch (GuestException swallowed) {
                return "swallowed";
            }
        }));
        assertThatThrownBy(() -> eval("pcall(apply, function() while true do end end) return 1"))
                .isInstanceOf(FuelExhaustedException.class);
        assertThatThrownBy(() -> eval("pcall(apply, function() os.exit(3) end) return 1"))
                .isInstanceOf(GuestExitException.class);
        assertThat(eval("return 1")).isEqualTo(1L);
    }

    @Test
    void limitsTheDepthOfCallsBackAndForth() {
        sandbox.globals().set("apply", HostFunction.of((LuaFunction f) -> f.call(f)));
        assertThat(eval("local function f() return apply(f) end return select(2, pcall(f))"))
                .asString()
                .contains("C stack overflow");
        assertThat(eval("return 1")).isEqualTo(1L);
    }

    @Test
    void isEqualToItself() {
        HostFunction function = HostFunction.of(() -> 1);
        sandbox.globals().set("a", function).set("b", function);
        assertThat(eval("return a == b and type(a)")).isEqualTo("function");
        LuaFunction back = sandbox.globals().get("a", LuaFunction.class);
        assertThat(back.call()).isEqualTo(1L);
    }

    @Test
    void callsBackOnBehalfOfAnotherSandbox() {
        try (Sandbox other = Sandbox.builder().fuel(1000).build()) {
            LuaFunction loop = other.load(Source.of("other.lua", "while true do end"));
            sandbox.globals().set("loop", HostFunction.of(() -> loop.call()));
            assertThat(eval("return select(2, pcall(loop))")).asString().contains("fuel limit of 1000 units");
        }
    }

    @Test
    void keepsItsValuesWhenCollectionsNeverStop() {
        sandbox.access().guest().memory().putInt(State.GC_STRESS, 1);
        sandbox.globals().set("map", HostFunction.of((LuaFunction f, LuaTable list) -> {
            List<Object> mapped = new ArrayList<>();
            for (Object element : list.toList()) {
                mapped.add(Map.of("value", f.call(element), "text", "number " + element));
            }
            return mapped;
        }));
        String program = "local t = {} for i = 1, 20 do t[i] = i end "
                + "local m = map(function(x) return {x * x} end, t) "
                + "local sum, text = 0, '' for i, e in ipairs(m) do sum = sum + e.value[1] text = text .. e.text end "
                + "return sum .. ' ' .. #text";
        assertThat(eval(program)).isEqualTo("2870 171");
    }
}
