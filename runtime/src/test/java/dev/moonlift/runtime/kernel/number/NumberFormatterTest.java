package dev.moonlift.runtime.kernel.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Tries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatterTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private final Numbers numbers = new Numbers();
    private final NumberFormatter formatter = numbers.formatter;

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-1.5, -1.5",
        "0.1, 0.1",
        "3.14159265358979, 3.1415926535898",
        "100, 100.0",
        "99999999999999, 99999999999999.0",
        "1e14, 1e+14",
        "99999999999999.9, 1e+14",
        "12345678901234.5, 12345678901234.0",
        "12345678901235.5, 12345678901236.0",
        "1e15, 1e+15",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.00012345, 0.00012345",
        "1e100, 1e+100",
        "5e-324, 4.9406564584125e-324",
        "1.7976931348623157e308, 1.7976931348623e+308",
        "123456.789, 123456.789",
        "2.5e-5, 2.5e-05",
        "9007199254740993, 9.007199254741e+15"
    })
    void writesFloatsAsToStringDoes(double value, String text) {
        assertThat(float14(value)).isEqualTo(text);
    }

    @Test
    void writesWhatIsNotFinite() {
        double negativeNaN = Double.longBitsToDouble(-1);
        assertThat(float14(INF)).isEqualTo("inf");
        assertThat(float14(-INF)).isEqualTo("-inf");
        assertThat(float14(Double.NaN)).isEqualTo("nan");
        assertThat(float14(negativeNaN)).isEqualTo("nan");
        assertThat(fixed(-INF, 3)).isEqualTo("-inf");
        assertThat(scientific(negativeNaN, 3, true)).isEqualTo("NAN");
        assertThat(general(INF, 3, true)).isEqualTo("INF");
        assertThat(hexFloat(-INF, -1, false)).isEqualTo("-inf");
    }

    @Test
    void writesIntegers() {
        Random random = new Random(1);
        for (int i = 0; i < Tries.of(300_000); i++) {
            assertInteger(random.nextLong() >> random.nextInt(64));
        }
        long power = 1;
        for (int i = 0; i <= 18; i++, power *= 10) {
            assertInteger(power);
            assertInteger(power - 1);
            assertInteger(-power);
        }
        assertInteger(Long.MIN_VALUE);
        assertInteger(Long.MAX_VALUE);
        assertThat(written(formatter.hexInteger(0xABCDEFL, true, Numbers.OUTPUT)))
                .isEqualTo("ABCDEF");
    }

    private void assertInteger(long value) {
        assertSame(written(formatter.formatInteger(value, Numbers.OUTPUT)), Long.toString(value));
        assertSame(written(formatter.hexInteger(value, false, Numbers.OUTPUT)), Long.toHexString(value));
        assertSame(written(formatter.octal(value, Numbers.OUTPUT)), Long.toOctalString(value));
    }

    @Test
    void roundsFixedTextExactly() {
        Random random = new Random(2);
        for (int i = 0; i < Tries.of(60_000); i++) {
            double value = Numbers.anyFinite(random);
            int precision = random.nextInt(i % 8 == 0 ? 100 : 12);
            assertSame(fixed(value, precision), sign(value) + scaled(value, precision));
        }
    }

    @Test
    void roundsScientificTextExactly() {
        Random random = new Random(3);
        for (int i = 0; i < Tries.of(60_000); i++) {
            double value = Numbers.anyFinite(random);
            int precision = random.nextInt(i % 8 == 0 ? 100 : 18);
            assertSame(scientific(value, precision, false), sign(value) + significant(value, precision));
        }
    }

    private static String sign(double value) {
        return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    }

    private static String scaled(double value, int precision) {
        return new BigDecimal(Math.abs(value))
                .setScale(precision, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String significant(double value, int precision) {
        BigDecimal rounded =
                new BigDecimal(Math.abs(value)).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().toString();
        int exponent = rounded.signum() == 0 ? 0 : digits.length() - 1 - rounded.scale();
        String padded = digits + "0".repeat(Math.max(0, precision + 1 - digits.length()));
        String point = precision == 0 ? "" : "." + padded.substring(1, precision + 1);
        return padded.charAt(0)
                + point
                + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    @Test
    void seventeenDigitsReadBack() {
        Random random = new Random(4);
        for (int i = 0; i < Tries.of(500_000); i++) {
            double value = Numbers.anyFinite(random);
            Object read = numbers.parse(general(value, 17, false));
            if (((Number) read).doubleValue() != value) {
                assertThat(read).isEqualTo(value);
            }
        }
    }

    @Test
    void hexadecimalReadsBack() {
        Random random = new Random(5);
        for (int i = 0; i < Tries.of(300_000); i++) {
            double value = Numbers.anyFinite(random);
            assertThat(numbers.parse(hexFloat(value, -1, false))).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, -1, 0x1p+0", "0, -1, 0x0p+0", "-0.0, 3, -0x0.000p+0", "0.5, -1, 0x1p-1",
                "1e308, -1, 0x1.1ccf385ebc8ap+1023",
        "5e-324, -1, 0x0.0000000000001p-1022", "5e-324, 1, 0x0.0p-1022", "1.5, 0, 0x2p+0", "2.5, 0, 0x1p+1",
                "3.5, 0, 0x2p+1",
        "1.96875, 1, 0x2.0p+0", "0.1, 4, 0x1.999ap-4", "0.1, 15, 0x1.999999999999a00p-4", "255, -1, 0x1.fep+7"
    })
    void writesHexadecimal(double value, int precision, String text) {
        assertThat(hexFloat(value, precision, false)).isEqualTo(text);
        assertThat(hexFloat(value, precision, true)).isEqualTo(text.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 6, 100000, 100000.", "1000000, 6, 1e+06, 1.00000e+06", "0.0001, 6, 0.0001, 0.000100000",
                "0, 6, 0, 0.00000",
        "0.00001234, 3, 1.23e-05, 1.23e-05", "9.9996, 4, 10, 10.00", "99999.5, 5, 1e+05, 1.0000e+05",
                "0.5, 0, 0.5, 0.5",
        "2.5, 1, 2, 2.", "15, 1, 2e+01, 2.e+01", "123456789, 17, 123456789, 123456789.00000000"
    })
    void choosesTheShorterLayout(double value, int precision, String text, String alternate) {
        assertThat(general(value, precision, false)).isEqualTo(text);
        assertThat(written(formatter.general(value, precision, true, false, Numbers.OUTPUT)))
                .isEqualTo(alternate);
    }

    @Test
    void alternateFormsKeepThePoint() {
        assertThat(written(formatter.fixed(3, 0, true, Numbers.OUTPUT))).isEqualTo("3.");
        assertThat(written(formatter.scientific(3, 0, true, false, Numbers.OUTPUT)))
                .isEqualTo("3.e+00");
        assertThat(written(formatter.hexFloat(1, -1, true, false, Numbers.OUTPUT)))
                .isEqualTo("0x1.p+0");
    }

    @Test
    void lengthsStayBelowWhatIsPromised() {
        assertThat(fixed(-Double.MAX_VALUE, 99)).hasSize(NumberFormatter.MAX_LENGTH);
        assertThat(written(formatter.formatInteger(Long.MIN_VALUE, Numbers.OUTPUT)))
                .hasSize(NumberFormatter.MAX_INTEGER);
        assertThat(written(formatter.octal(-1, Numbers.OUTPUT))).hasSize(NumberFormatter.MAX_OCTAL);
        assertThat(float14(-1.2345678901234e-308).length()).isLessThanOrEqualTo(NumberFormatter.MAX_FLOAT14);
        assertThat(float14(-0.00012345678901234).length()).isLessThanOrEqualTo(NumberFormatter.MAX_FLOAT14);
    }

    private String float14(double value) {
        return written(formatter.formatFloat14(value, Numbers.OUTPUT));
    }

    private String fixed(double value, int precision) {
        return written(formatter.fixed(value, precision, false, Numbers.OUTPUT));
    }

    private String scientific(double value, int precision, boolean upper) {
        return written(formatter.scientific(value, precision, false, upper, Numbers.OUTPUT));
    }

    private String general(double value, int precision, boolean upper) {
        return written(formatter.general(value, precision, false, upper, Numbers.OUTPUT));
    }

    private String hexFloat(double value, int precision, boolean upper) {
        return written(formatter.hexFloat(value, precision, false, upper, Numbers.OUTPUT));
    }

    private String written(int length) {
        return numbers.written(length);
    }

    private static void assertSame(String actual, String expected) {
        if (!actual.equals(expected)) {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
