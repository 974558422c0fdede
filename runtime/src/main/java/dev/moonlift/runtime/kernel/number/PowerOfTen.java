package dev.moonlift.runtime.kernel.number;

/**
 * Powers of ten as {@code P * 2^binaryExponent}, where P is an integer of 128 bits with the highest bit set, in two
 * longs. P is exact for exponents 0 to 55, otherwise less than the true value by less than {@value #ERROR}.
 *
 * <p>Ten to the {@code 27 a + b} is {@code 5^27a * 5^b * 2^(27 a + b)}: a table of 26 numbers for the first factor,
 * rounded down to 128 bits, and of 28 numbers for the second, which are exact in 63 bits, take the place of one with
 * 680. (Adams, "Ryu: fast float-to-string conversion", 2018, saves space so.)
 */
final class PowerOfTen {
    static final int LEAST = -351;
    static final int GREATEST = 350;
    /** The table's entry is short by less than 1; the product may be doubled and is cut off: below 2 * 1 + 1. */
    static final int ERROR = 3;

    private static final int STEP = 27;

    private PowerOfTen() {}

    /** Ten to the {@code exponent}, from 0 to 18. */
    static long ten(int exponent) {
        return five(exponent) << exponent;
    }

    /** Of ten to the {@code exponent}. */
    static int binaryExponent(int exponent) {
        // floor(exponent * log2(10)), with a factor that is exact enough for |exponent| up to 1233 (Lemire 2021).
        return (exponent * 217_706 >> 16) - 127;
    }

    /** The upper 64 bits of P, unsigned. */
    static long high(int exponent) {
        int coarse = coarse(exponent);
        long fine = normalizedFive(exponent - STEP * coarse);
        long middle = middle(coarse, fine);
        long top = top(coarse, fine, middle);
        return top < 0 ? top : top << 1 | middle >>> 63;
    }

    /** The lower 64 bits of P. */
    static long low(int exponent) {
        int coarse = coarse(exponent);
        long fine = normalizedFive(exponent - STEP * coarse);
        long middle = middle(coarse, fine);
        return top(coarse, fine, middle) < 0 ? middle : middle << 1 | (coarseLow(coarse) * fine) >>> 63;
    }

    /** The product of two unsigned numbers, shifted right by 64. */
    static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    /** The quotient of {@code exponent} by the step, rounded down. */
    private static int coarse(int exponent) {
        return (exponent - LEAST) / STEP + LEAST / STEP;
    }

    /** Five to the {@code exponent} with the highest bit set. */
    private static long normalizedFive(int exponent) {
        long power = five(exponent);
        return power << Long.numberOfLeadingZeros(power);
    }

    /** The second of the three words of a coarse power times a fine one. */
    private static long middle(int coarse, long fine) {
        return coarseHigh(coarse) * fine + multiplyHigh(coarseLow(coarse), fine);
    }

    /** The first of them, given the second. */
    private static long top(int coarse, long fine, long middle) {
        long carry = Long.compareUnsigned(middle, coarseHigh(coarse) * fine) < 0 ? 1 : 0;
        return multiplyHigh(coarseHigh(coarse), fine) + carry;
    }

    // spotless:off
    /** Five to the {@code exponent}, from 0 to 27. */
    static long five(int exponent) {
        return switch (exponent) {
            case 0 -> 1L;
            case 1 -> 5L;
            case 2 -> 25L;
            case 3 -> 125L;
            case 4 -> 625L;
            case 5 -> 3_125L;
            case 6 -> 15_625L;
            case 7 -> 78_125L;
            case 8 -> 390_625L;
            case 9 -> 1_953_125L;
            case 10 -> 9_765_625L;
            case 11 -> 48_828_125L;
            case 12 -> 244_140_625L;
            case 13 -> 1_220_703_125L;
            case 14 -> 6_103_515_625L;
            case 15 -> 30_517_578_125L;
            case 16 -> 152_587_890_625L;
            case 17 -> 762_939_453_125L;
            case 18 -> 3_814_697_265_625L;
            case 19 -> 19_073_486_328_125L;
            case 20 -> 95_367_431_640_625L;
            case 21 -> 476_837_158_203_125L;
            case 22 -> 2_384_185_791_015_625L;
            case 23 -> 11_920_928_955_078_125L;
            case 24 -> 59_604_644_775_390_625L;
            case 25 -> 298_023_223_876_953_125L;
            case 26 -> 1_490_116_119_384_765_625L;
            case 27 -> 7_450_580_596_923_828_125L;
            default -> 0;
        };
    }

    /** The upper half of five to the 27 a, with the highest bit set. */
    private static long coarseHigh(int a) {
        return switch (a) {
            case -13 -> 0x8049_A4AC_0C58_11AEL;
            case -12 -> 0xCF42_894A_5DCE_35EAL;
            case -11 -> 0xA76C_5823_38ED_2621L;
            case -10 -> 0x873E_4F75_E222_4E68L;
            case -9 -> 0xDA7F_5BF5_9096_6848L;
            case -8 -> 0xB080_392C_C434_9DECL;
            case -7 -> 0x8E93_8662_882A_F53EL;
            case -6 -> 0xE658_29B3_046B_0AFAL;
            case -5 -> 0xBA12_1A46_50E4_DDEBL;
            case -4 -> 0x964E_858C_91BA_2655L;
            case -3 -> 0xF2D5_6790_AB41_C2A2L;
            case -2 -> 0xC428_D05A_A475_1E4CL;
            case -1 -> 0x9E74_D1B7_91E0_7E48L;
            case 0 -> 0x8000_0000_0000_0000L;
            case 1 -> 0xCECB_8F27_F420_0F3AL;
            case 2 -> 0xA70C_3C40_A64E_6C51L;
            case 3 -> 0x86F0_AC99_B4E8_DAFDL;
            case 4 -> 0xDA01_EE64_1A70_8DE9L;
            case 5 -> 0xB01A_E745_B101_E9E4L;
            case 6 -> 0x8E41_ADE9_FBEB_C27DL;
            case 7 -> 0xE5D3_EF28_2A24_2E81L;
            case 8 -> 0xB9A7_4A06_37CE_2EE1L;
            case 9 -> 0x95F8_3D0A_1FB6_9CD9L;
            case 10 -> 0xF24A_01A7_3CF2_DCCFL;
            case 11 -> 0xC3B8_3581_09E8_4F07L;
            case 12 -> 0x9E19_DB92_B4E3_1BA9L;
            default -> 0;
        };
    }

    /** Its lower half. */
    private static long coarseLow(int a) {
        return switch (a) {
            case -13 -> 0x205B_896D_777D_6278L;
            case -12 -> 0x5206_4CAC_8286_75B9L;
            case -11 -> 0xAF2A_F2B8_0AF6_F24EL;
            case -10 -> 0x5A77_44A6_E804_A291L;
            case -9 -> 0xAF39_A475_506A_899EL;
            case -8 -> 0xBD8D_794D_96AA_CFB3L;
            case -7 -> 0x547E_B47B_7282_EE9CL;
            case -6 -> 0x0CB4_A5A3_112A_5112L;
            case -5 -> 0x92F3_4D62_616C_E413L;
            case -4 -> 0x3A6A_07F8_D510_F86FL;
            case -3 -> 0xFAE2_7299_423F_B9C3L;
            case -2 -> 0xAA97_E14C_3C26_B886L;
            case -1 -> 0x775E_A264_CF55_347DL;
            case 0 -> 0x0000_0000_0000_0000L;
            case 1 -> 0x0000_0000_0000_0000L;
            case 2 -> 0x9990_90B6_5F67_D924L;
            case 3 -> 0x69A0_28BB_3DED_71A3L;
            case 4 -> 0xE80E_6F48_20CC_9495L;
            case 5 -> 0x5EC0_5DCF_F72E_7F8FL;
            case 6 -> 0x1458_8F13_BE84_7307L;
            case 7 -> 0x8F16_68C8_A86D_A5FAL;
            case 8 -> 0x6D95_3E2B_D717_3692L;
            case 9 -> 0x4ABD_AF10_1564_F98EL;
            case 10 -> 0xBC63_3B39_673C_8CECL;
            case 11 -> 0x0A86_2F80_EC47_00C8L;
            case 12 -> 0x6C07_A2C2_6A83_46D1L;
            default -> 0;
        };
    }
    // spotless:on
}
