package dev.moonlift.runtime.kernel.lib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.interp.Outcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expectations are those of Lua 5.4.8. */
class MathLibraryTest {
    private static final long MIN = Long.MIN_VALUE;
    private static final double INF = Double.POSITIVE_INFINITY;

    private final MathMachine machine = new MathMachine();
    private final MathLibrary math = machine.library;

    @Test
    void roundsToIntegersWhereTheyFit() {
        assertCall(math::floor, list(3L), "3.7");
        assertCall(math::floor, list(-4L), -3.5);
        assertCall(math::floor, list(MIN), MIN);
        assertCall(math::floor, list(0x1p70), 0x1p70);
        assertCall(math::floor, list(-INF), -INF);
        assertCall(math::ceil, list(0L), -0.5);
        assertCall(math::ceil, list(4L), 3.2);
        assertCall(math::ceil, list(5L), 5L);
    }

    @Test
    void takesNumbersApart() {
        assertCall(math::abs, list(MIN), MIN);
        assertCall(math::abs, list(3.0), "-3");
        assertCall(math::abs, list(0.0), -0.0);
        assertCall(math::modf, list(3L, 0.75), 3.75);
        assertCall(math::modf, list(-3L, -0.75), -3.75);
        assertCall(math::modf, list(5L, 0.0), 5L);
        assertCall(math::modf, list(5L, 0.0), "5");
        assertCall(math::modf, list(-INF, 0.0), -INF);
        assertCall(math::modf, list(Double.NaN, Double.NaN), Double.NaN);
        assertCall(math::modf, list(1e300, 0.0), 1e300);
    }

    @Test
    void dividesTowardsZero() {
        assertCall(math::fmod, list(-1L), -7L, 3L);
        assertCall(math::fmod, list(0L), MIN, -1L);
        assertCall(math::fmod, list(-1.0), -7.0, 3L);
        assertCall(math::fmod, list(2.0), "5", 3L);
        assertCall(math::fmod, list(Double.NaN), 1L, 0.0);
        assertError(math::fmod, "bad argument #2 to '?' (zero)", 1L, 0L);
        assertError(math::fmod, "bad argument #2 to '?' (number expected, got string)", "a", "b");
        assertError(math::fmod, "bad argument #2 to '?' (number expected, got no value)", 1L);
    }

    @Test
    void tellsKindsOfNumbers() {
        assertCall(math::type, list("integer"), 1L);
        assertCall(math::type, list("float"), 1.0);
        assertCall(math::type, list((Object) null), "1");
        assertCall(math::tointeger, list(3L), 3.0);
        assertCall(math::tointeger, list(16L), "0x10");
        assertCall(math::tointeger, list((Object) null), 3.5);
        assertCall(math::tointeger, list((Object) null), 0x1p63);
        assertCall(math::ult, list(true), 1L, -1L);
        assertCall(math::ult, list(false), "2", "1");
        assertError(math::type, "bad argument #1 to '?' (value expected)");
        assertError(math::tointeger, "bad argument #1 to '?' (value expected)");
        assertError(math::ult, "bad argument #1 to '?' (number has no integer representation)", 1.5, 2L);
    }

    @Test
    void findsTheGreatestAndTheLeast() {
        assertCall(math::max, list(2.5), 1L, 2.5, 2L);
        assertCall(math::max, list(2L), 2L, 2.0);
        assertCall(math::max, list(1L), 1L, Double.NaN);
        assertCall(math::max, list("b"), "a", "b");
        assertCall(math::min, list(-3L), 1L, 2.5, -3L);
        assertCall(math::min, list(-0.0), -0.0, 0L);
        assertCall(math::min, list((Object) null), (Object) null);
        assertError(math::max, "bad argument #1 to '?' (value expected)");
        assertError(math::min, "attempt to compare string with number", 1L, "x");
        assertError(math::max, "attempt to compare number with string", 1L, "x");
    }

    @Test
    void comparesByMetamethod() {
        int table = machine.comparable();
        int func = machine.enter(1L, table, 2L);
        assertThat(math.max(func, 3)).isEqualTo(Outcome.CALL);
        assertThat(machine.results(callee() + 16, 2)).isEqualTo(list(1L, table));
        assertThat(step()).isEqualTo(2);
        machine.values.setBoolean(callee(), true);
        assertThat(math.maxStep(func, 3, step(), callee(), 1)).isEqualTo(Outcome.CALL);
        assertThat(machine.results(callee() + 16, 2)).isEqualTo(list(table, 2L));
        assertThat(step()).isEqualTo(3);
        machine.values.setBoolean(callee(), false);
        assertThat(machine.results(func, math.maxStep(func, 3, step(), callee(), 1)))
                .isEqualTo(list(table));
    }

    @Test
    void comparesByMetamethodThatReturnsNothing() {
        int table = machine.comparable();
        int func = machine.enter(table, 5L);
        assertThat(math.min(func, 2)).isEqualTo(Outcome.CALL);
        assertThat(machine.results(callee() + 16, 2)).isEqualTo(list(5L, table));
        assertThat(machine.results(func, math.minStep(func, 2, step(), callee(), 0)))
                .isEqualTo(list(table));
    }

    private int callee() {
        return machine.mem.getInt(machine.mem.getInt(State.FRAME) + Frame.CALLEE);
    }

    private int step() {
        return machine.mem.getInt(machine.mem.getInt(State.FRAME) + Frame.PC);
    }

    @Test
    void reckonsWithFloats() {
        assertCall(math::sqrt, list(3.0), 9L);
        assertCall(math::exp, list(1.0), 0L);
        assertCall(math::log, list(0.0), 1L);
        assertCall(math::log, list(3.0), 8L, 2L);
        assertCall(math::log, list(2.0), 100L, "10");
        assertCall(math::log, list(StrictMath.log(27) / StrictMath.log(3)), 27L, 3L);
        assertCall(math::log, list(-INF), 0L, null);
        assertCall(math::sin, list(0.0), 0L);
        assertCall(math::cos, list(1.0), 0L);
        assertCall(math::tan, list(-0.0), -0.0);
        assertCall(math::asin, list(Math.PI / 2), 1L);
        assertCall(math::acos, list(Math.PI), -1L);
        assertCall(math::atan, list(Math.PI / 4), 1L);
        assertCall(math::atan, list(Math.PI), 0L, -1L);
        assertCall(math::deg, list(180.0), Math.PI);
        assertCall(math::rad, list(Math.PI), 180L);
        assertError(math::sin, "bad argument #1 to '?' (number expected, got no value)");
        assertError(math::log, "bad argument #2 to '?' (number expected, got string)", 2L, "x");
    }

    @Test
    void drawsRandomNumbers() {
        assertCall(math::randomseed, list(42L, 0L), 42L);
        assertCall(math::random, list(-1276290044721465627L), 0L);
        assertCall(math::randomseed, list(42L, 0L), 42L, null);
        assertThat((double) machine.call(math::random).get(0)).isBetween(0.0, 1.0);
        assertCall(math::randomseed, list(1L, 7L), 1L, 7L);
        assertCall(math::random, list(5L), 5L, 5L);
        assertCall(math::random, list(1L), 1L);
        assertError(math::random, "wrong number of arguments", 1L, 2L, 3L);
        assertError(math::random, "bad argument #1 to '?' (interval is empty)", 2L, 1L);
        assertError(math::random, "bad argument #1 to '?' (interval is empty)", -1L);
        assertError(math::random, "bad argument #1 to '?' (number has no integer representation)", 1.5);
        assertError(math::randomseed, "bad argument #1 to '?' (number has no integer representation)", 1.5);
        assertError(math::randomseed, "bad argument #1 to '?' (number expected, got nil)", (Object) null);
    }

    @Test
    void seedsThatItMakesItselfFollowFromTheLast() {
        assertThat(seededWithout(1)).isEqualTo(seededWithout(1)).isNotEqualTo(seededWithout(2));
    }

    private List<Object> seededWithout(long first) {
        machine.call(math::randomseed, first);
        List<Object> seeds = machine.call(math::randomseed);
        assertThat(seeds).hasSize(2);
        return seeds;
    }

    private void assertCall(MathMachine.Builtin function, List<Object> expected, Object... arguments) {
        assertThat(machine.call(function, arguments)).isEqualTo(expected);
    }

    private void assertError(MathMachine.Builtin function, String message, Object... arguments) {
        assertThat(machine.error(function, arguments)).isEqualTo(message);
    }

    private static List<Object> list(Object... values) {
        return Arrays.asList(values);
    }
}
