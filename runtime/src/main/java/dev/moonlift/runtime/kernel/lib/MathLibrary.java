package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.interp.Operators;
import dev.moonlift.runtime.kernel.number.Arithmetic;
import dev.moonlift.runtime.kernel.number.Exponential;
import dev.moonlift.runtime.kernel.number.InverseTrigonometry;
import dev.moonlift.runtime.kernel.number.Logarithm;
import dev.moonlift.runtime.kernel.number.Trigonometry;
import dev.moonlift.runtime.kernel.number.Xoshiro;

/**
 * The functions of the math library (manual §6.7). Those of a float take strings that read as numbers, as everywhere.
 *
 * <p>{@code max} and {@code min} compare as the operator {@code <} does, so that they may have to call a metamethod.
 * The best argument so far lies above the arguments, the call above it, and the step is the argument that is being
 * compared.
 */
public final class MathLibrary {
    private static final double DEGREES_OF_RADIAN = 180 / 3.141592653589793238462643383279502884;
    private static final double RADIANS_OF_DEGREE = 3.141592653589793238462643383279502884 / 180;

    private final Value values;
    private final Arguments arguments;
    private final Conversions conversions;
    private final Operators operators;
    private final Errors errors;
    private final Calls calls;
    private final Fuel fuel;
    private final Trigonometry trigonometry;
    private final Xoshiro generator;

    public MathLibrary(
            Value values,
            Arguments arguments,
            Conversions conversions,
            Operators operators,
            Errors errors,
            Calls calls,
            Fuel fuel,
            Trigonometry trigonometry,
            Xoshiro generator) {
        this.values = values;
        this.arguments = arguments;
        this.conversions = conversions;
        this.operators = operators;
        this.errors = errors;
        this.calls = calls;
        this.fuel = fuel;
        this.trigonometry = trigonometry;
        this.generator = generator;
    }

    // --- results ---

    private int integer(int func, long value) {
        values.setInteger(func, value);
        return 1;
    }

    private int number(int func, double value) {
        values.setFloat(func, value);
        return 1;
    }

    /** A float without fraction: the integer if it is in range. */
    private int whole(int func, double value) {
        return Arithmetic.isExactInteger(value) ? integer(func, (long) value) : number(func, value);
    }

    private int name(int func, int name) {
        values.setObject(func, errors.text(name));
        return 1;
    }

    /** What a function answers that could not do it: nil, but an argument there must be. */
    private int fail(int func, int count) {
        arguments.any(func, count, 1);
        values.setNil(func);
        return 1;
    }

    private boolean isInteger(int func, int count, int index) {
        return arguments.tag(func, count, index) == Tag.INTEGER;
    }

    // --- rounding and parts ---

    public int abs(int func, int count) {
        if (isInteger(func, count, 1)) {
            return integer(func, Math.abs(arguments.integer(func, count, 1)));
        }
        return number(func, Math.abs(arguments.number(func, count, 1)));
    }

    public int floor(int func, int count) {
        if (isInteger(func, count, 1)) {
            return integer(func, arguments.integer(func, count, 1));
        }
        return whole(func, Math.floor(arguments.number(func, count, 1)));
    }

    public int ceil(int func, int count) {
        if (isInteger(func, count, 1)) {
            return integer(func, arguments.integer(func, count, 1));
        }
        return whole(func, Math.ceil(arguments.number(func, count, 1)));
    }

    public int modf(int func, int count) {
        if (isInteger(func, count, 1)) {
            integer(func, arguments.integer(func, count, 1));
            return 1 + number(Arguments.slot(func, 1), 0);
        }
        double value = arguments.number(func, count, 1);
        double integral = value < 0 ? Math.ceil(value) : Math.floor(value);
        whole(func, integral);
        // An infinity has the fraction 0 as well.
        return 1 + number(Arguments.slot(func, 1), value == integral ? 0 : value - integral);
    }

    public int fmod(int func, int count) {
        if (isInteger(func, count, 1) && isInteger(func, count, 2)) {
            return integerRemainder(func, arguments.integer(func, count, 1), arguments.integer(func, count, 2));
        }
        // The second argument is checked first, as compilers of the reference implementation have it.
        double divisor = arguments.number(func, count, 2);
        return number(func, Arithmetic.fmod(arguments.number(func, count, 1), divisor));
    }

    private int integerRemainder(int func, long dividend, long divisor) {
        if (divisor == 0) {
            return errors.argument(func, 2, errors.text(Name.ARGUMENT_ZERO));
        }
        return integer(func, Arithmetic.fmod(dividend, divisor));
    }

    // --- kinds of numbers ---

    public int tointeger(int func, int count) {
        boolean converts = count > 0 && conversions.toInteger(Arguments.slot(func, 1));
        return converts ? integer(func, conversions.integerResult()) : fail(func, count);
    }

    public int type(int func, int count) {
        int tag = arguments.tag(func, count, 1);
        if (tag == Tag.INTEGER) {
            return name(func, Name.TYPE_INTEGER);
        }
        return tag == Tag.FLOAT ? name(func, Name.TYPE_FLOAT) : fail(func, count);
    }

    public int ult(int func, int count) {
        long a = arguments.integer(func, count, 1);
        long b = arguments.integer(func, count, 2);
        values.setBoolean(func, Long.compareUnsigned(a, b) < 0);
        return 1;
    }

    // --- the greatest and the least ---

    public int max(int func, int count) {
        return beginSearch(func, count, true);
    }

    /** Goes on after a metamethod compared. */
    public int maxStep(int func, int count, int step, int callee, int results) {
        return continueSearch(func, count, step, results > 0 && values.isTrue(callee), true);
    }

    public int min(int func, int count) {
        return beginSearch(func, count, false);
    }

    /** Goes on after a metamethod compared. */
    public int minStep(int func, int count, int step, int callee, int results) {
        return continueSearch(func, count, step, results > 0 && values.isTrue(callee), false);
    }

    private int beginSearch(int func, int count, boolean greatest) {
        arguments.any(func, count, 1);
        fuel.chargeElements(count);
        values.copy(best(func, count), Arguments.slot(func, 1));
        return search(func, count, 2, greatest);
    }

    private int continueSearch(int func, int count, int index, boolean isBetter, boolean greatest) {
        if (isBetter) {
            values.copy(best(func, count), Arguments.slot(func, index));
        }
        return search(func, count, index + 1, greatest);
    }

    private int search(int func, int count, int first, boolean greatest) {
        int best = best(func, count);
        int call = Arguments.slot(func, count + 2);
        for (int i = first; i <= count; i++) {
            int candidate = Arguments.slot(func, i);
            int answer = greatest ? operators.less(best, candidate, call) : operators.less(candidate, best, call);
            if (answer == Operators.CALL) {
                return calls.callFromBuiltin(func, call, 2, i);
            }
            if (answer == Operators.TRUE) {
                values.copy(best, candidate);
            }
        }
        values.copy(func, best);
        return 1;
    }

    private static int best(int func, int count) {
        return Arguments.slot(func, count + 1);
    }

    // --- powers, logarithms, angles ---

    public int sqrt(int func, int count) {
        return number(func, Math.sqrt(arguments.number(func, count, 1)));
    }

    public int exp(int func, int count) {
        return number(func, Exponential.exp(arguments.number(func, count, 1)));
    }

    public int log(int func, int count) {
        double x = arguments.number(func, count, 1);
        if (arguments.isNoneOrNil(func, count, 2)) {
            return number(func, Logarithm.log(x));
        }
        return number(func, logarithm(x, arguments.number(func, count, 2)));
    }

    private static double logarithm(double x, double base) {
        if (base == 2) {
            return Logarithm.log2(x);
        }
        return base == 10 ? Logarithm.log10(x) : Logarithm.log(x) / Logarithm.log(base);
    }

    public int sin(int func, int count) {
        return number(func, trigonometry.sin(arguments.number(func, count, 1)));
    }

    public int cos(int func, int count) {
        return number(func, trigonometry.cos(arguments.number(func, count, 1)));
    }

    public int tan(int func, int count) {
        return number(func, trigonometry.tan(arguments.number(func, count, 1)));
    }

    public int asin(int func, int count) {
        return number(func, InverseTrigonometry.asin(arguments.number(func, count, 1)));
    }

    public int acos(int func, int count) {
        return number(func, InverseTrigonometry.acos(arguments.number(func, count, 1)));
    }

    public int atan(int func, int count) {
        double y = arguments.number(func, count, 1);
        return number(func, InverseTrigonometry.atan2(y, arguments.optionalNumber(func, count, 2, 1)));
    }

    public int deg(int func, int count) {
        return number(func, arguments.number(func, count, 1) * DEGREES_OF_RADIAN);
    }

    public int rad(int func, int count) {
        return number(func, arguments.number(func, count, 1) * RADIANS_OF_DEGREE);
    }

    // --- random numbers ---

    public int random(int func, int count) {
        long bits = generator.next();
        if (count == 0) {
            return number(func, Xoshiro.toFloat(bits));
        }
        if (count > 2) {
            return errors.raise(Name.WRONG_ARGUMENT_COUNT, 0, 0, 0);
        }
        long first = arguments.integer(func, count, 1);
        if (count == 1) {
            return first == 0 ? integer(func, bits) : randomBetween(func, bits, 1, first);
        }
        return randomBetween(func, bits, first, arguments.integer(func, count, 2));
    }

    private int randomBetween(int func, long bits, long low, long high) {
        if (low > high) {
            return errors.argument(func, 1, errors.text(Name.INTERVAL_EMPTY));
        }
        return integer(func, low + generator.project(bits, high - low));
    }

    /** Without a seed the generator makes one itself: a guest's numbers depend on nothing but the seed of its host. */
    public int randomseed(int func, int count) {
        long n1 = count == 0 ? generator.next() : arguments.integer(func, count, 1);
        long n2 = count == 0 ? generator.next() : arguments.optionalInteger(func, count, 2, 0);
        generator.seed(n1, n2);
        integer(func, n1);
        integer(Arguments.slot(func, 1), n2);
        return 2;
    }
}
