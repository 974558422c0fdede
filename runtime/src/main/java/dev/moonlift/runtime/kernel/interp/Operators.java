package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.number.Arithmetic;
import dev.moonlift.runtime.kernel.number.Power;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * The operators of the manual's §3.4 in full generality: conversions, metamethods, errors. The interpreter's loop comes
 * here when its own cases for plain integers and floats do not apply. Answers as {@link Metamethods} does.
 */
public final class Operators {
    /** Answers of the comparisons; anything above is a call laid out, with that many arguments less 1. */
    public static final int FALSE = 0;

    public static final int TRUE = 1;
    public static final int CALL = 2;

    /** The tags of two integers, as one number; those of other numbers differ in the lowest bits. */
    private static final int INTEGERS = Tag.INTEGER << 8 | Tag.INTEGER;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final Conversions conversions;
    private final Metamethods metamethods;
    private final Errors errors;

    public Operators(
            Memory mem,
            Value values,
            Strings strings,
            Conversions conversions,
            Metamethods metamethods,
            Errors errors) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.conversions = conversions;
        this.metamethods = metamethods;
        this.errors = errors;
    }

    /**
     * {@code dest := a op b}, for unary operators with b = a.
     *
     * @param event the operator, a number of {@link Name} from ADD to BNOT
     */
    public int arithmetic(int event, int a, int b, int dest, int at) {
        if (isBitwise(event)) {
            return bitwise(event, a, b, dest, at);
        }
        if (values.isNumber(a) && values.isNumber(b)) {
            compute(event, a, b, dest);
            return 0;
        }
        int count = metamethods.binary(event, a, b, at);
        return count != 0 ? count : errors.arithmeticError(a, b);
    }

    /**
     * The common cases of arithmetic, on numbers as they are.
     *
     * @param operation 0 for ADD, and so on in the order of the opcodes
     * @return whether it is done
     */
    @Inline
    public boolean onNumbers(int operation, int a, int b, int dest) {
        int tags = mem.getByte(a + Layout.TAG) << 8 | mem.getByte(b + Layout.TAG);
        if (tags == INTEGERS) {
            return onIntegers(operation, mem.getLong(a), mem.getLong(b), dest);
        }
        return onMixed(operation, tags, a, b, dest);
    }

    /**
     * As {@link #onNumbers} where not both are integers.
     *
     * @param tags of both, as one number
     */
    @Inline
    public boolean onMixed(int operation, int tags, int a, int b, int dest) {
        int event = operation + Name.ADD;
        if ((tags & ~0x101) != INTEGERS || event >= Name.BAND || event == Name.POW) {
            return false;
        }
        if (event == Name.MOD) {
            return moduloOfIntegral(asFloat(a), asFloat(b), dest);
        }
        values.setFloat(dest, floatResult(operation + Name.ADD, asFloat(a), asFloat(b)));
        return true;
    }

    /** {@link Arithmetic#mod} of floats that have integers' values, which needs no call; false of others. */
    @Inline
    private boolean moduloOfIntegral(double a, double b, int dest) {
        long dividend = (long) a;
        long divisor = (long) b;
        if (dividend != a || divisor != b || divisor == 0 || Math.max(dividend, divisor) == Long.MAX_VALUE) {
            return false;
        }
        long modulo = Arithmetic.mod(dividend, divisor);
        values.setFloat(dest, modulo == 0 ? Math.copySign(0.0, a) : (double) modulo);
        return true;
    }

    @Inline
    private boolean onIntegers(int operation, long a, long b, int dest) {
        switch (operation + Name.ADD) {
            case Name.DIV:
                values.setFloat(dest, (double) a / (double) b);
                return true;
            case Name.POW:
                return false;
            case Name.MOD:
            case Name.IDIV:
                if (b == 0) {
                    return false;
                }
                values.setInteger(
                        dest, operation + Name.ADD == Name.MOD ? Arithmetic.mod(a, b) : Arithmetic.idiv(a, b));
                return true;
            default:
                values.setInteger(dest, bitResult(operation + Name.ADD, a, b));
                return true;
        }
    }

    private static boolean isBitwise(int event) {
        return event >= Name.BAND && event <= Name.SHR || event == Name.BNOT;
    }

    /** {@code dest := a op b} for numbers; not for bitwise operators. */
    public void compute(int event, int a, int b, int dest) {
        if (values.tag(a) == Tag.INTEGER && values.tag(b) == Tag.INTEGER && event != Name.DIV && event != Name.POW) {
            values.setInteger(dest, integerResult(event, values.integer(a), values.integer(b)));
        } else {
            values.setFloat(dest, floatResult(event, asFloat(a), asFloat(b)));
        }
    }

    @Inline
    private double asFloat(int slot) {
        return values.tag(slot) == Tag.INTEGER ? (double) values.integer(slot) : values.number(slot);
    }

    private long integerResult(int event, long a, long b) {
        switch (event) {
            case Name.ADD:
                return a + b;
            case Name.SUB:
                return a - b;
            case Name.MUL:
                return a * b;
            case Name.MOD:
                if (b == 0) {
                    errors.runtime(Name.ERROR_MODULO_ZERO, 0, 0, 0);
                }
                return Arithmetic.mod(a, b);
            case Name.IDIV:
                if (b == 0) {
                    errors.runtime(Name.ERROR_DIVIDE_ZERO, 0, 0, 0);
                }
                return Arithmetic.idiv(a, b);
            default:
                return -a;
        }
    }

    @Inline
    private static double floatResult(int event, double a, double b) {
        switch (event) {
            case Name.ADD:
                return a + b;
            case Name.SUB:
                return a - b;
            case Name.MUL:
                return a * b;
            case Name.MOD:
                return Arithmetic.mod(a, b);
            case Name.IDIV:
                return Arithmetic.idiv(a, b);
            case Name.DIV:
                return a / b;
            case Name.POW:
                return Power.pow(a, b);
            default:
                return -a;
        }
    }

    private int bitwise(int event, int a, int b, int dest, int at) {
        if (conversions.toIntegerStrict(a)) {
            long left = conversions.integerResult();
            if (conversions.toIntegerStrict(b)) {
                values.setInteger(dest, bitResult(event, left, conversions.integerResult()));
                return 0;
            }
        }
        int count = metamethods.binary(event, a, b, at);
        return count != 0 ? count : errors.bitwiseError(a, b);
    }

    @Inline
    private static long bitResult(int event, long a, long b) {
        switch (event) {
            case Name.BAND:
                return a & b;
            case Name.BOR:
                return a | b;
            case Name.BXOR:
                return a ^ b;
            case Name.SHL:
                return Arithmetic.shiftLeft(a, b);
            case Name.SHR:
                return Arithmetic.shiftRight(a, b);
            case Name.BNOT:
                return ~a;
            default:
                return integerSum(event, a, b);
        }
    }

    private static long integerSum(int event, long a, long b) {
        return event == Name.ADD ? a + b : event == Name.SUB ? a - b : a * b;
    }

    // --- comparison ---

    /** {@code a == b}: FALSE, TRUE, or CALL. */
    public int equal(int a, int b, int at) {
        if (metamethods.rawEqual(a, b)) {
            return TRUE;
        }
        return metamethods.equalEvent(a, b, at) == 0 ? FALSE : CALL;
    }

    /** {@code a < b}: FALSE, TRUE, or CALL. */
    public int less(int a, int b, int at) {
        if (values.isNumber(a) && values.isNumber(b)) {
            return numberLess(a, b) ? TRUE : FALSE;
        }
        if (values.isString(a) && values.isString(b)) {
            return strings.compare(values.object(a), values.object(b)) < 0 ? TRUE : FALSE;
        }
        return metamethods.binary(Name.LT, a, b, at) != 0 ? CALL : errors.compareError(a, b);
    }

    /** {@code a <= b}: FALSE, TRUE, or CALL. */
    public int lessEqual(int a, int b, int at) {
        if (values.isNumber(a) && values.isNumber(b)) {
            return numberLessEqual(a, b) ? TRUE : FALSE;
        }
        if (values.isString(a) && values.isString(b)) {
            return strings.compare(values.object(a), values.object(b)) <= 0 ? TRUE : FALSE;
        }
        return metamethods.binary(Name.LE, a, b, at) != 0 ? CALL : errors.compareError(a, b);
    }

    private boolean numberLess(int a, int b) {
        if (values.tag(a) == Tag.INTEGER) {
            return values.tag(b) == Tag.INTEGER
                    ? values.integer(a) < values.integer(b)
                    : Arithmetic.lessThan(values.integer(a), values.number(b));
        }
        return values.tag(b) == Tag.FLOAT
                ? values.number(a) < values.number(b)
                : Arithmetic.lessThan(values.number(a), values.integer(b));
    }

    private boolean numberLessEqual(int a, int b) {
        if (values.tag(a) == Tag.INTEGER) {
            return values.tag(b) == Tag.INTEGER
                    ? values.integer(a) <= values.integer(b)
                    : Arithmetic.lessEqual(values.integer(a), values.number(b));
        }
        return values.tag(b) == Tag.FLOAT
                ? values.number(a) <= values.number(b)
                : Arithmetic.lessEqual(values.number(a), values.integer(b));
    }

    // --- numeric for ---

    /**
     * Prepares the loop of registers {@code loop} (start), +1 (limit), +2 (step): start and step become numbers of one
     * kind; for integers the limit becomes the count of iterations left, unsigned.
     *
     * @return whether the loop runs at all
     */
    public boolean prepareFor(int loop) {
        int limit = loop + Layout.SLOT;
        int step = loop + 2 * Layout.SLOT;
        if (values.tag(loop) == Tag.INTEGER && values.tag(step) == Tag.INTEGER) {
            return prepareIntegerFor(loop, limit, step);
        }
        checkForNumber(limit, Name.FOR_LIMIT);
        checkForNumber(step, Name.FOR_STEP);
        checkForNumber(loop, Name.FOR_INITIAL);
        values.setFloat(limit, asFloat(limit));
        values.setFloat(step, asFloat(step));
        values.setFloat(loop, asFloat(loop));
        double by = values.number(step);
        if (by == 0) {
            errors.runtime(Name.ERROR_FOR_STEP_ZERO, 0, 0, 0);
        }
        boolean isPast =
                by > 0 ? values.number(limit) < values.number(loop) : values.number(loop) < values.number(limit);
        return !isPast;
    }

    /** Strings that look like numbers become numbers. */
    private void checkForNumber(int slot, int which) {
        if (!conversions.makeNumber(slot)) {
            errors.forError(slot, which);
        }
    }

    private boolean prepareIntegerFor(int loop, int limit, int step) {
        long start = values.integer(loop);
        long by = values.integer(step);
        if (by == 0) {
            errors.runtime(Name.ERROR_FOR_STEP_ZERO, 0, 0, 0);
        }
        checkForNumber(limit, Name.FOR_LIMIT);
        long last;
        if (values.tag(limit) == Tag.INTEGER) {
            last = values.integer(limit);
            if (Arithmetic.forSkips(start, last, by)) {
                return false;
            }
        } else {
            double end = values.number(limit);
            if (Arithmetic.forSkips(start, end, by)) {
                return false;
            }
            last = Arithmetic.forLimit(end, by);
        }
        values.setInteger(limit, Arithmetic.forCount(start, last, by));
        return true;
    }

    /** Reads a value's truth after a metamethod returned it. */
    public boolean truth(int slot) {
        return mem.getByte(slot + Layout.TAG) > Tag.FALSE;
    }
}
