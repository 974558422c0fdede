package dev.moonlift.wasm.module;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Predicate;

/**
 * Floating-point numbers in the text format: the fewest decimal digits that read back as the same bits. Not what
 * {@code Double.toString} gives, which depends on the version of Java.
 */
final class FloatText {
    /** With these any number reads back as itself. */
    private static final int MAX_FLOAT_DIGITS = 9;

    private static final int MAX_DOUBLE_DIGITS = 17;

    private static final int FLOAT_FRACTION_BITS = 23;
    private static final int DOUBLE_FRACTION_BITS = 52;

    private FloatText() {}

    static String ofFloat(int bits) {
        float value = Float.intBitsToFloat(bits);
        String sign = bits < 0 ? "-" : "";
        if (Float.isNaN(value)) {
            return sign + nan(bits, FLOAT_FRACTION_BITS);
        }
        float magnitude = Math.abs(value);
        return sign
                + (Float.isInfinite(value)
                        ? "inf"
                        : shortest(new BigDecimal(magnitude), MAX_FLOAT_DIGITS, it -> it.floatValue() == magnitude));
    }

    static String ofDouble(long bits) {
        double value = Double.longBitsToDouble(bits);
        String sign = bits < 0 ? "-" : "";
        if (Double.isNaN(value)) {
            return sign + nan(bits, DOUBLE_FRACTION_BITS);
        }
        double magnitude = Math.abs(value);
        return sign
                + (Double.isInfinite(value)
                        ? "inf"
                        : shortest(new BigDecimal(magnitude), MAX_DOUBLE_DIGITS, it -> it.doubleValue() == magnitude));
    }

    /** The fraction of a NaN is its payload, which is not written if only its highest bit is set. */
    private static String nan(long bits, int fractionBits) {
        long payload = bits & (1L << fractionBits) - 1;
        return payload == 1L << fractionBits - 1 ? "nan" : "nan:0x" + Long.toHexString(payload);
    }

    private static String shortest(BigDecimal exact, int maxDigits, Predicate<BigDecimal> isSame) {
        if (exact.signum() == 0) {
            return "0";
        }
        int digits = 1;
        while (digits < maxDigits && !isSame.test(exact.round(new MathContext(digits)))) {
            digits++;
        }
        return text(exact.round(new MathContext(digits)));
    }

    /** Without an exponent where that is short. */
    private static String text(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        return exponent >= -5 && exponent <= MAX_DOUBLE_DIGITS ? value.toPlainString() : value.toString();
    }
}
