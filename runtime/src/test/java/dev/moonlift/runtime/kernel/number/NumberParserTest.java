package dev.moonlift.runtime.kernel.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Tries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {
    private final Numbers numbers = new Numbers();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "00012, 12",
        "-0, 0",
        "+1, 1",
        "0x10, 16",
        "0XfF, 255",
        "0x1e2, 482",
        "-0xA, -10",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "0xffffffffffffffff, -1",
        "0x123456789abcdef0123456789abcdef0, 1311768467463790320",
        "-0x8000000000000000, " + Long.MIN_VALUE
    })
    void readsIntegers(String text, long value) {
        assertThat(numbers.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, -0.0",
        "5., 5",
        ".5, 0.5",
        "-.5e1, -5",
        "1e5, 100000",
        "1E+2, 100",
        "3e-1, 0.3",
        "1e999, Infinity",
        "-1e999, -Infinity",
        "1e-999, 0",
        "-1e-999, -0.0",
        "0e99999999999999999999, 0",
        "9223372036854775808, 0x1p63",
        "-9223372036854775809, -0x1p63",
        "-92233720368547758080, -92233720368547758080.0",
        "-92233720368547758081, -92233720368547758081.0",
        "0x.8, 0.5",
        "0x1., 1",
        "0x1p4, 16",
        "0xAp-1, 5",
        "0x0p99999999999999999999, 0",
        "0x1p1024, Infinity",
        "0x1p-1075, 0",
        "0x1.8p-1075, 0x1p-1074",
        "-0x.0p1, -0.0",
        "1e99999999999999999999, Infinity",
        "1e-99999999999999999999, 0"
    })
    void readsFloats(String text, String value) {
        assertThat(numbers.parse(text)).isEqualTo(Double.valueOf(toJava(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "-.",
                "e1",
                ".e1",
                "1e",
                "1e+",
                "1e1.0",
                "0x",
                "-0x",
                "0x.",
                "0x.p1",
                "0xp1",
                "0x1p",
                "0x1p+",
                "0x1pa",
                "0xg",
                "0x-1",
                "x1",
                "- 1",
                "--1",
                "+-1",
                "1 2",
                "1_0",
                "1..2",
                "1.2.3",
                "0x1..",
                "0x1.1.1",
                "inf",
                "-inf",
                "nan",
                "infinity",
                "1f",
                "1d",
                "1L",
                "0b1",
                "1\0",
                "\0",
                "1,5",
                "\u00a01",
                "1e1e1",
                "0x1.0e+1"
            })
    void refusesWhatIsNoNumeral(String text) {
        assertThat(numbers.parse(text)).isNull();
    }

    @Test
    void skipsWhiteSpaceAround() {
        assertThat(numbers.parse(" \t\n\u000b\f\r12\r\f\u000b\n\t ")).isEqualTo(12L);
        assertThat(numbers.parse("\n-0x1p1 ")).isEqualTo(-2.0);
    }

    @Test
    void readsInAnyBase() {
        assertThat(numbers.parseInBase(" -zZ ", 36)).isEqualTo(-1295L);
        assertThat(numbers.parseInBase("1010", 2)).isEqualTo(10L);
        assertThat(numbers.parseInBase("+7fffffffffffffff", 16)).isEqualTo(Long.MAX_VALUE);
        assertThat(numbers.parseInBase("10000000000000000", 16)).isEqualTo(0L);
        assertThat(numbers.parseInBase("8", 8)).isNull();
        assertThat(numbers.parseInBase("0x1", 16)).isNull();
        assertThat(numbers.parseInBase("1.0", 10)).isNull();
        assertThat(numbers.parseInBase("", 10)).isNull();
        assertThat(numbers.parseInBase("-", 10)).isNull();
        assertThat(numbers.parseInBase("1 1", 10)).isNull();
    }

    @Test
    void agreesWithJavaOnShortNumerals() {
        Random random = new Random(1);
        for (int i = 0; i < Tries.of(300_000); i++) {
            double value = Math.abs(Numbers.anyFinite(random));
            assertReads(i % 2 == 0 ? Double.toString(value) : asFloat(new BigDecimal(value).round(digits(random))));
        }
    }

    @Test
    void agreesWithJavaNextToTies() {
        Random random = new Random(2);
        for (int i = 0; i < Tries.of(20_000); i++) {
            BigDecimal tie = tieAbove(Math.abs(Numbers.anyFinite(random)));
            assertReads(asFloat(tie));
            assertReads(behind(tie.toPlainString(), random) + "1");
            assertReads(asFloat(tie.round(digits(random))));
        }
    }

    /** Never the text of an integer. */
    private static String asFloat(BigDecimal value) {
        String text = value.toString();
        return text.contains("E") ? text : text + "e0";
    }

    private static MathContext digits(Random random) {
        return new MathContext(1 + random.nextInt(random.nextBoolean() ? 20 : 60));
    }

    private static BigDecimal tieAbove(double value) {
        BigDecimal below = new BigDecimal(value);
        double next = Math.nextUp(value);
        BigDecimal above = Double.isInfinite(next)
                ? new BigDecimal(0x1p1023).multiply(BigDecimal.valueOf(2))
                : new BigDecimal(next);
        return below.add(above).divide(BigDecimal.valueOf(2));
    }

    /** The same number with up to a thousand zeros behind its digits. */
    private static String behind(String plain, Random random) {
        String zeros = "0".repeat(random.nextInt(1000));
        return plain.contains(".") ? plain + zeros : plain + "." + zeros;
    }

    @Test
    void agreesWithJavaOnHexadecimalFloats() {
        Random random = new Random(3);
        for (int i = 0; i < Tries.of(300_000); i++) {
            StringBuilder text = new StringBuilder("0x");
            int length = 1 + random.nextInt(24);
            int point = random.nextInt(length + 1);
            for (int k = 0; k < length; k++) {
                text.append(k == point ? "." : "").append("0123456789abCDEF8000".charAt(random.nextInt(20)));
            }
            assertReads(text.append('p').append(random.nextInt(2400) - 1200).toString());
        }
    }

    @Test
    void readsNumeralsOfAnyLength() {
        assertThat(numbers.parse("0." + "0".repeat(20_000) + "1e20001")).isEqualTo(1.0);
        assertThat(numbers.parse("1" + "0".repeat(20_000) + "e-20000")).isEqualTo(1.0);
        assertThat(numbers.parse("0x" + "0".repeat(20_000) + ".8")).isEqualTo(0.5);
        assertThat(numbers.parse("0x1" + "0".repeat(20_000) + "p-80000")).isEqualTo(1.0);
        assertThat(numbers.parse("1." + "0".repeat(20_000) + "1")).isEqualTo(1.0);
        assertThat(numbers.parse("9".repeat(20_000))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(numbers.parse(" ".repeat(20_000) + "7" + " ".repeat(20_000))).isEqualTo(7L);
    }

    private void assertReads(String text) {
        Double expected = Double.valueOf(text);
        if (!expected.equals(numbers.parse(text))) {
            assertThat(numbers.parse(text)).as(text).isEqualTo(expected);
        }
    }

    private static String toJava(String value) {
        return value.contains("0x") && !value.contains("p") ? value + "p0" : value;
    }
}
