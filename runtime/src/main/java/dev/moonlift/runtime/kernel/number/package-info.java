/**
 * Numbers: what Lua 5.4 reckons with 64-bit integers and floats (IEEE 754 binary64), how it reads them from text and
 * writes them as text. All of it is the same on every platform, to the last bit: there is nothing here but integer
 * arithmetic and the five exact operations of IEEE 754 (+ - * / and the square root), each rounded by itself.
 *
 * <h2>What is promised</h2>
 *
 * <ul>
 *   <li>{@link Arithmetic}: division, remainder, shifts, comparison of integers with floats, for loops. All exact.
 *   <li>{@link NumberParser}: the float nearest to a numeral of any length, decimal or hexadecimal, the even one of
 *       two.
 *   <li>{@link NumberFormatter}: the digits of C's printf, exactly rounded at every precision from 0 to 99.
 *   <li>{@link Power}, {@link Exponential}, {@link Logarithm}, {@link Trigonometry}, {@link InverseTrigonometry}:
 *       errors below 0.9 units in the last place, also for angles of any size; the special cases of C99's Annex F. The
 *       algorithms and coefficients are those of fdlibm (Sun Microsystems 1993), which StrictMath has as well: the
 *       results are the same bits, but for pow where Java departs from C99, for log10, which is more exact here, and
 *       for one in ten thousand angles above a million, whose reduction is.
 *   <li>{@link Xoshiro}: Lua's generator of random numbers.
 * </ul>
 *
 * <h2>Large numbers</h2>
 *
 * Nearly every conversion between decimal and binary is decided by one product of 64 by 128 bits, whose error is known
 * ({@link PowerOfTen}). Where that error could change the answer, and only there, {@link BigNatural} decides: a number
 * of up to 3072 bits in the storage at {@link dev.moonlift.runtime.kernel.Layout.State#NUMBER_SCRATCH}, laid out in
 * {@link Scratch}. Nothing there lives longer than one call into this package.
 *
 * <h2>NaN</h2>
 *
 * Processors, and engines, differ in the sign and payload of the NaN that an operation makes. Values in flight may be
 * any NaN. A program cannot tell them apart by arithmetic or comparison, and a NaN is no key of a table; what remains
 * is made one by {@link Arithmetic#canonical}, which yields the bits 0x7FF8000000000000:
 *
 * <ul>
 *   <li>{@code string.pack} with the options d, n and f applies it, since it shows the bits;
 *   <li>a float that leaves for the host goes through it;
 *   <li>text shows no sign: {@link NumberFormatter} writes {@code nan}. (C writes {@code -nan} for 0/0 on some
 *       processors and {@code nan} on others.)
 * </ul>
 *
 * <h2>Wiring</h2>
 *
 * <pre>
 *   BigNatural natural = new BigNatural(memory);
 *   NumberParser parser = new NumberParser(memory, new DecimalReader(memory, natural));
 *   NumberFormatter formatter = new NumberFormatter(memory, new DecimalDigits(memory, natural));
 *   Trigonometry trigonometry = new Trigonometry(new ArgumentReduction(memory));
 *   Xoshiro random = new Xoshiro(memory);
 * </pre>
 */
package dev.moonlift.runtime.kernel.number;
