package dev.moonlift.runtime.kernel.number;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.memory.Memory;

/**
 * An angle as n quarter turns and a remainder of at most one eighth of a turn. The remainder is a sum of two floats, in
 * scratch storage, and good to some 20 bits more than one, however close the angle is to a multiple of pi / 2.
 *
 * <p>Up to a million, n pi / 2 is subtracted in pieces of 33 bits, as many as the cancellation makes necessary (Cody
 * and Waite 1980, and fdlibm's e_rem_pio2). Beyond that the angle's mantissa is multiplied by the bits of 2 / pi that
 * yield the quarter turn and the fraction; higher bits only add whole turns (Payne and Hanek, "Radian reduction for
 * trigonometric functions", 1983).
 */
public final class ArgumentReduction {
    private static final double INVERSE_HALF_PI = 6.36619772367581382433e-01;

    /** The first, second and third 33 bits of pi / 2, each with what is left of it in 53 bits. */
    private static final double FIRST = 1.57079632673412561417e+00;

    private static final double FIRST_TAIL = 6.07710050650619224932e-11;
    private static final double SECOND = 6.07710050630396597660e-11;
    private static final double SECOND_TAIL = 2.02226624879595063154e-21;
    private static final double THIRD = 2.02226624871116645580e-21;
    private static final double THIRD_TAIL = 8.47842766036889956997e-32;

    /** Bits that may cancel before the second, and before the third piece is needed. */
    private static final int ENOUGH_FOR_FIRST = 16;

    private static final int ENOUGH_FOR_SECOND = 49;

    /** 2^19 pi / 2, up to which n has few enough bits for exact products. */
    private static final double MEDIUM = 0x1.921fcp20;

    /** pi / 2 as an integer of 128 bits times 2^-127. */
    private static final long HALF_PI_HIGH = 0xC90F_DAA2_2168_C234L;

    private static final long HALF_PI_LOW = 0xC4C6_628B_80DC_1CD1L;

    private final Memory memory;

    public ArgumentReduction(Memory memory) {
        this.memory = memory;
    }

    /** Reduces a finite angle, of more than an eighth of a turn; returns n, of which the last two bits matter. */
    int reduce(double angle) {
        double magnitude = Math.abs(angle);
        int n = magnitude < MEDIUM ? reduceMedium(magnitude) : reduceLarge(magnitude);
        if (angle >= 0) {
            return n;
        }
        store(-remainder(), -tail());
        return -n;
    }

    /** The remainder that {@link #reduce} left, to the nearest float. */
    double remainder() {
        return memory.getDouble(address());
    }

    /** What it has beyond that. */
    double tail() {
        return memory.getDouble(address() + 8);
    }

    private void store(double remainder, double tail) {
        memory.putDouble(address(), remainder);
        memory.putDouble(address() + 8, tail);
    }

    private int address() {
        return memory.getInt(Layout.State.NUMBER_SCRATCH) + Scratch.REMAINDER;
    }

    // --- up to a million ---

    private int reduceMedium(double angle) {
        int n = (int) (angle * INVERSE_HALF_PI + 0.5);
        double rest = angle - n * FIRST;
        double tail = n * FIRST_TAIL;
        if (cancelled(angle, rest - tail) <= ENOUGH_FOR_FIRST) {
            storeDifference(rest, tail);
        } else {
            reduceFurther(angle, rest, n);
        }
        return n;
    }

    private void reduceFurther(double angle, double first, int n) {
        double piece = n * SECOND;
        double rest = first - piece;
        double tail = n * SECOND_TAIL - ((first - rest) - piece);
        if (cancelled(angle, rest - tail) > ENOUGH_FOR_SECOND) {
            double third = n * THIRD;
            double last = rest - third;
            tail = n * THIRD_TAIL - ((rest - last) - third);
            rest = last;
        }
        storeDifference(rest, tail);
    }

    private static int cancelled(double before, double after) {
        return Binary64.exponent(before) - Binary64.exponent(after);
    }

    private void storeDifference(double rest, double tail) {
        double remainder = rest - tail;
        store(remainder, (rest - remainder) - tail);
    }

    // --- beyond ---

    /**
     * The angle is m * 2^e. In m * 2^e * 2 / pi, bits of 2 / pi with a weight of 2^(2 - e) or more contribute whole
     * turns only. Of the others the next 192 are multiplied, modulo a whole turn: the error is below m in the last
     * place.
     */
    private int reduceLarge(double angle) {
        long m = Binary64.mantissa(angle);
        int offset = Binary64.exponent(angle) - 2;
        long high = bits(offset);
        long middle = bits(offset + 64);
        long low = bits(offset + 128);
        long product0 = m * low;
        long carry0 = PowerOfTen.multiplyHigh(m, low);
        long product1 = m * middle + carry0;
        long carry1 = Long.compareUnsigned(product1, carry0) < 0 ? 1 : 0;
        long product2 = m * high + PowerOfTen.multiplyHigh(m, middle) + carry1;
        return splitTurn(product2, product1, product0);
    }

    /** The product is a fraction of a turn: two bits for the quarters, then a fraction of a quarter. */
    private int splitTurn(long high, long middle, long low) {
        int quarters = (int) (high >>> 62);
        long fraction2 = high << 2 | middle >>> 62;
        long fraction1 = middle << 2 | low >>> 62;
        long fraction0 = low << 2;
        if (fraction2 >= 0) {
            storeQuarters(fraction2, fraction1, fraction0);
            return quarters;
        }
        // More than half a quarter: rather one quarter more and a negative fraction.
        long borrow1 = fraction0 != 0 ? 1 : 0;
        long borrow2 = (fraction0 | fraction1) != 0 ? 1 : 0;
        storeQuarters(-fraction2 - borrow2, -fraction1 - borrow1, -fraction0);
        store(-remainder(), -tail());
        return quarters + 1;
    }

    /** Stores a fraction of a quarter turn, which is not 0, in radians. */
    private void storeQuarters(long high, long middle, long low) {
        if (high == 0) {
            storeNormalized(middle, low, 0, 64);
        } else {
            storeNormalized(high, middle, low, 0);
        }
    }

    private void storeNormalized(long high, long middle, long low, int shifted) {
        int up = Long.numberOfLeadingZeros(high);
        if (up == 0) {
            storeRadians(high, middle, shifted);
        } else {
            storeRadians(high << up | middle >>> -up, middle << up | low >>> -up, shifted + up);
        }
    }

    /** Multiplies a fraction of 128 bits, the highest set, by pi / 2 and by 2^-shifted. */
    private void storeRadians(long high, long low, int shifted) {
        long cross = PowerOfTen.multiplyHigh(high, HALF_PI_LOW);
        long crosses = cross + PowerOfTen.multiplyHigh(low, HALF_PI_HIGH);
        long carry = Long.compareUnsigned(crosses, cross) < 0 ? 1 : 0;
        long productLow = high * HALF_PI_HIGH + crosses;
        carry += Long.compareUnsigned(productLow, crosses) < 0 ? 1 : 0;
        long productHigh = PowerOfTen.multiplyHigh(high, HALF_PI_HIGH) + carry;
        if (productHigh < 0) {
            storeRounded(productHigh, productLow, -63 - shifted);
        } else {
            storeRounded(productHigh << 1 | productLow >>> 63, productLow << 1, -64 - shifted);
        }
    }

    /** Stores {@code high.low * 2^exponent}: 53 bits, rounded up if the next is set, and 64 more with a sign. */
    private void storeRounded(long high, long low, int exponent) {
        long rest = high << 53 | low >>> 11;
        long nearest = (high >>> 11) + (rest >>> 63);
        store(nearest * Binary64.powerOfTwo(exponent + 11), rest * Binary64.powerOfTwo(exponent + 11 - 64));
    }

    /** 64 bits of 2 / pi, the first of which has the weight 2^(-1 - offset). */
    private static long bits(int offset) {
        int word = offset + 64 >> 6;
        int within = offset & 63;
        long high = twoOverPi(word);
        return within == 0 ? high : high << within | twoOverPi(word + 1) >>> -within;
    }

    // spotless:off
    /** The binary digits of 2 / pi: 64 zeros before the point, then all that an exponent can reach. */
    private static long twoOverPi(int word) {
        return switch (word) {
            case 1 -> 0xA2F9_836E_4E44_1529L;
            case 2 -> 0xFC27_57D1_F534_DDC0L;
            case 3 -> 0xDB62_9599_3C43_9041L;
            case 4 -> 0xFE51_63AB_DEBB_C561L;
            case 5 -> 0xB724_6E3A_424D_D2E0L;
            case 6 -> 0x0649_2EEA_09D1_921CL;
            case 7 -> 0xFE1D_EB1C_B129_A73EL;
            case 8 -> 0xE882_35F5_2EBB_4484L;
            case 9 -> 0xE99C_7026_B45F_7E41L;
            case 10 -> 0x3991_D639_8353_39F4L;
            case 11 -> 0x9C84_5F8B_BDF9_283BL;
            case 12 -> 0x1FF8_97FF_DE05_980FL;
            case 13 -> 0xEF2F_118B_5A0A_6D1FL;
            case 14 -> 0x6D36_7ECF_27CB_09B7L;
            case 15 -> 0x4F46_3F66_9E5F_EA2DL;
            case 16 -> 0x7527_BAC7_EBE5_F17BL;
            case 17 -> 0x3D07_39F7_8A52_92EAL;
            case 18 -> 0x6BFB_5FB1_1F8D_5D08L;
            case 19 -> 0x5603_3046_FC7B_6BABL;
            default -> 0;
        };
    }
    // spotless:on
}
