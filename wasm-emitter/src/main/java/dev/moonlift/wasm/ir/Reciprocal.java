package dev.moonlift.wasm.ir;

/**
 * Stands for a divisor above 1 that is no power of two: the quotient of a number from 0 to 2^31 - 1, rounded down, is
 * its product with the factor, shifted right by the power; of one down to -2^31 it is one less than the quotient
 * rounded towards zero. The factor is the reciprocal of the divisor times two to the power, rounded up, and the power
 * is 31 plus the bits of the divisor, so that the product fits a long (Granlund and Montgomery, Division by invariant
 * integers using multiplication, PLDI 1994).
 *
 * @param factor to multiply by
 * @param power to shift by
 */
public record Reciprocal(long factor, int power) {
    /**
     * The reciprocal of a divisor.
     *
     * @param divisor from 3 to 2^31 - 1, no power of two
     */
    public static Reciprocal of(long divisor) {
        int power = Integer.SIZE - 1 + Long.SIZE - Long.numberOfLeadingZeros(divisor);
        return new Reciprocal((1L << power) / divisor + 1, power);
    }
}
