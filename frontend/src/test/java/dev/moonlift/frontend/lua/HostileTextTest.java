package dev.moonlift.frontend.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that aims at the compiler itself, on a thread with little stack. */
@Timeout(60)
class HostileTextTest {
    private static final int SMALL_STACK = 256 << 10;
    private static final int LONG = 100_000;
    private static final String TOO_DEEP = "C stack overflow";

    private static String onSmallStack(String text) throws Exception {
        FutureTask<String> task = new FutureTask<>(() -> Sources.errorOf(text));
        new Thread(null, task, "small", SMALL_STACK).start();
        return task.get();
    }

    private static String nest(String open, String middle, String close, int depth) {
        return open.repeat(depth) + middle + close.repeat(depth);
    }

    /** Constructs with the deepest nesting that the reference accepts. */
    static Stream<Arguments> nesting() {
        return Stream.of(
                construct("parentheses", 195, n -> "return " + nest("(", "1", ")", n)),
                construct("tables", 196, n -> "return " + nest("{", "", "}", n)),
                construct("blocks", 197, n -> nest("do ", "", " end", n)),
                construct("ifs", 196, n -> nest("if x then ", "", " end", n)),
                construct("whiles", 196, n -> nest("while x do ", "", " end", n)),
                construct("repeats", 196, n -> nest("repeat ", "", " until x", n)),
                construct("concatenations", 195, n -> "return a" + "..a".repeat(n)),
                construct("powers", 195, n -> "return a" + "^a".repeat(n)),
                construct("negations", 195, n -> "return " + "- ".repeat(n) + "a"),
                construct("nots", 195, n -> "return " + "not ".repeat(n) + "a"),
                construct("targets", 195, n -> "a" + ",a".repeat(n) + "=1"),
                construct("local functions", 197, n -> nest("local function f() ", "", " end", n)),
                construct("functions", 97, n -> "return " + nest("function() return ", "1", " end", n)),
                construct("labels", 197, n -> Sources.sequence(n, i -> "::a" + i + "::")),
                construct("indexes", 195, n -> "return " + nest("a[", "1", "]", n)),
                construct("calls", 195, n -> "return " + nest("a(", "1", ")", n)),
                construct("conditions", 97, n -> "return " + nest("(a and ", "a", " or b)", n)),
                construct("comparisons", 97, n -> "return " + nest("(1 <", "a", ")", n)));
    }

    private static Arguments construct(String name, int deepest, IntFunction<String> text) {
        return Arguments.of(name, deepest, text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nesting")
    void nestingIsLimited(String name, int deepest, IntFunction<String> text) throws Exception {
        assertThat(onSmallStack(text.apply(deepest))).isEqualTo("ok");
        assertThat(onSmallStack(text.apply(deepest + 1))).isEqualTo(TOO_DEEP);
        assertThat(onSmallStack(text.apply(LONG))).isEqualTo(TOO_DEEP);
    }

    static Stream<Arguments> chains() {
        return Stream.of(
                chain("sums", "return a" + "+a".repeat(LONG)),
                chain("comparisons", "return a" + "<a".repeat(LONG)),
                chain("fields", "return a" + ".b".repeat(LONG)),
                chain("calls", "a" + "()".repeat(LONG)),
                chain("methods", "a" + ":b()".repeat(LONG)),
                chain("ands", "return a" + " and a".repeat(LONG)),
                chain("ands and ors", "return a" + " == a and b ~= c or x".repeat(LONG)),
                chain("elseifs", "if a then " + "elseif a then b() ".repeat(LONG) + "else end"),
                chain("semicolons", ";".repeat(LONG)),
                chain("scopes", "do local a end ".repeat(LONG)),
                chain("constants", "return {" + Sources.sequence(LONG, i -> i + ".5,") + "}"),
                chain("names", Sources.sequence(LONG, i -> "g" + i + " = g" + i + " ")),
                chain("jumps", "do " + "goto x ".repeat(LONG) + "::x:: end"),
                chain("jumps out", nest("do ", "goto x ".repeat(LONG), " end", 150) + "::x::"),
                chain("jumps and labels", Sources.sequence(LONG, i -> "goto l" + i + " ::l" + i + ":: do end ")),
                chain("breaks", "while a do " + "do break end ".repeat(LONG) + "end"),
                chain("functions", "local x " + "x = function() return x end ".repeat(60_000)),
                chain("escapes", "return '" + "\\x41".repeat(LONG) + "'"),
                chain("digits", "return " + "1".repeat(LONG)),
                chain("hexadecimal digits", "return 0x." + "1".repeat(LONG) + "p-4"),
                chain("brackets", "return [==[" + "]=".repeat(LONG) + "]==]"),
                chain("comments", "--[=x\n".repeat(LONG)),
                chain("colliding names", Sources.sequence(LONG, i -> collidingName(i) + " = 1 ")));
    }

    private static Arguments chain(String name, String text) {
        return Arguments.of(name, text);
    }

    /** Names of one and the same hash code. */
    private static String collidingName(int number) {
        return Sources.sequence(17, bit -> (number >> bit & 1) == 0 ? "Aa" : "BB");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chains")
    void chainsMayBeLong(String name, String text) throws Exception {
        assertThat(onSmallStack(text)).isEqualTo("ok");
    }

    @Test
    void timeGrowsWithTheTextOnly() {
        String text = "if a then " + "elseif a == b and c < d or e then b() ".repeat(LONG) + "else end";
        assertThat(Duration.ofNanos(timeOf(text))).isLessThan(Duration.ofSeconds(20));
    }

    private static long timeOf(String text) {
        long start = System.nanoTime();
        Sources.compile(text);
        return System.nanoTime() - start;
    }

    @Test
    void interruptedCallerGetsItsResultAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(Sources.errorOf("return " + nest("(", "1", ")", 100))).isEqualTo("ok");
        assertThat(Thread.interrupted()).isTrue();
    }
}
