package dev.moonlift.runtime.kernel.number;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.memory.Memory;

/**
 * One natural number of up to {@value #MAX_LIMBS} limbs of 32 bits, under work in scratch storage, and a note whether
 * anything was dropped from it since it was set: the number stands for its integer part then.
 *
 * <p>It needs no division of a large number by another. Decimal scaling divides by powers of five, and since
 * {@code floor(floor(n / a) / b) = floor(n / ab)}, that can be done a limb at a time without losing anything but what
 * the note tells.
 */
public final class BigNatural {
    /** Enough for 769 decimal digits, or for 5^1111 and 66 bits; see {@link DecimalReader}. */
    static final int MAX_LIMBS = 96;

    /** The greatest power of five in 31 bits, and its exponent. */
    private static final int LARGE_FIVE = 1_220_703_125;

    private static final int LARGE_FIVE_EXPONENT = 13;

    /** int: limbs in use; the last is not 0. */
    private static final int COUNT = Scratch.NATURAL;
    /** int: 1 if something was dropped. */
    private static final int INEXACT = Scratch.NATURAL + 4;
    /** ints, the least first. */
    private static final int LIMBS = Scratch.NATURAL + 8;

    private static final long LIMB_MASK = 0xFFFF_FFFFL;

    private final Memory memory;

    public BigNatural(Memory memory) {
        this.memory = memory;
    }

    /** Starts with a new number, not negative. */
    void set(long value) {
        int base = base();
        memory.putInt(base + INEXACT, 0);
        memory.putLong(base + LIMBS, value);
        setCount(base, 2);
    }

    boolean isZero() {
        return memory.getInt(base() + COUNT) == 0;
    }

    boolean isInexact() {
        return memory.getInt(base() + INEXACT) != 0;
    }

    int bitLength() {
        int base = base();
        int count = memory.getInt(base + COUNT);
        if (count == 0) {
            return 0;
        }
        return 32 * count - Integer.numberOfLeadingZeros(memory.getInt(base + LIMBS + 4 * (count - 1)));
    }

    /** The number's low 64 bits. */
    long low() {
        int base = base();
        int count = memory.getInt(base + COUNT);
        long low = count > 0 ? limb(base, 0) : 0;
        return count > 1 ? low | limb(base, 1) << 32 : low;
    }

    /** Multiplies and adds; neither number is negative. */
    void multiplyAdd(int factor, int addend) {
        int base = base();
        int count = memory.getInt(base + COUNT);
        long carry = addend;
        for (int i = 0; i < count; i++) {
            long product = limb(base, i) * factor + carry;
            memory.putInt(base + LIMBS + 4 * i, (int) product);
            carry = product >>> 32;
        }
        memory.putInt(base + LIMBS + 4 * count, (int) carry);
        setCount(base, count + 1);
    }

    /** Divides by a positive number; returns the remainder, of which no note is taken. */
    int divide(int divisor) {
        int base = base();
        int count = memory.getInt(base + COUNT);
        long remainder = 0;
        for (int i = count - 1; i >= 0; i--) {
            long dividend = remainder << 32 | limb(base, i);
            long quotient = dividend / divisor;
            memory.putInt(base + LIMBS + 4 * i, (int) quotient);
            remainder = dividend - quotient * divisor;
        }
        setCount(base, count);
        return (int) remainder;
    }

    void multiplyByPowerOfFive(int exponent) {
        int left = exponent;
        while (left >= LARGE_FIVE_EXPONENT) {
            multiplyAdd(LARGE_FIVE, 0);
            left -= LARGE_FIVE_EXPONENT;
        }
        multiplyAdd((int) PowerOfTen.five(left), 0);
    }

    void divideByPowerOfFive(int exponent) {
        int left = exponent;
        int dropped = 0;
        while (left >= LARGE_FIVE_EXPONENT) {
            dropped |= divide(LARGE_FIVE);
            left -= LARGE_FIVE_EXPONENT;
        }
        dropped |= divide((int) PowerOfTen.five(left));
        noteDropped(dropped);
    }

    void shiftLeft(int bits) {
        int base = base();
        int count = memory.getInt(base + COUNT);
        int limbs = bits >>> 5;
        int within = bits & 31;
        memory.putInt(base + LIMBS + 4 * count, 0);
        for (int i = count; i >= 0; i--) {
            long below = i > 0 ? limb(base, i - 1) : 0;
            long both = limb(base, i) << 32 | below;
            memory.putInt(base + LIMBS + 4 * (i + limbs), (int) (both << within >>> 32));
        }
        memory.fill(base + LIMBS, 0, 4 * limbs);
        setCount(base, count + limbs + 1);
    }

    void shiftRight(int bits) {
        int base = base();
        int count = memory.getInt(base + COUNT);
        int limbs = Math.min(bits >>> 5, count);
        int within = bits & 31;
        memory.putInt(base + LIMBS + 4 * count, 0);
        noteDropped(droppedBits(base, limbs, limbs < count ? within : 0));
        for (int i = limbs; i < count; i++) {
            long both = limb(base, i + 1) << 32 | limb(base, i);
            memory.putInt(base + LIMBS + 4 * (i - limbs), (int) (both >>> within));
        }
        setCount(base, count - limbs);
    }

    /** Not 0 if any of so many low limbs, or of so many low bits of the limb behind them, is set. */
    private int droppedBits(int base, int limbs, int within) {
        int dropped = memory.getInt(base + LIMBS + 4 * limbs) & ((1 << within) - 1);
        for (int i = 0; i < limbs; i++) {
            dropped |= memory.getInt(base + LIMBS + 4 * i);
        }
        return dropped;
    }

    /** Halves the number, to the nearest, of two to the even one. */
    void halveToNearest() {
        boolean tie = !isInexact();
        boolean up = (low() & 1) != 0;
        shiftRight(1);
        if (up && (!tie || (low() & 1) != 0)) {
            multiplyAdd(1, 1);
        }
    }

    private long limb(int base, int index) {
        return memory.getInt(base + LIMBS + 4 * index) & LIMB_MASK;
    }

    private void noteDropped(int dropped) {
        if (dropped != 0) {
            memory.putInt(base() + INEXACT, 1);
        }
    }

    /** Sets the number of limbs, without the zeros among the last. */
    private void setCount(int base, int limbs) {
        int count = limbs;
        while (count > 0 && memory.getInt(base + LIMBS + 4 * (count - 1)) == 0) {
            count--;
        }
        memory.putInt(base + COUNT, count);
    }

    private int base() {
        return memory.getInt(Layout.State.NUMBER_SCRATCH);
    }
}
