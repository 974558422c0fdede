package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.lua.ast.BinaryOperator;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.Expression.Constant;
import dev.moonlift.frontend.lua.ast.UnaryOperator;

/**
 * Computes operations on numerals ahead of time. It leaves alone whatever would raise an error, and results that are
 * NaN or a float zero: of those a program can see more than their value as a constant, such as a sign.
 */
final class ConstantFolding {
    private static final double MAX_EXACT = 0x1p53;

    private ConstantFolding() {}

    /** The value of the operation; null if it must wait for run time. */
    static Constant fold(UnaryOperator operator, Expression operand) {
        if (!(operand instanceof Constant constant)) {
            return null;
        }
        Object value = operator == UnaryOperator.NOT ? (Object) !constant.truth() : foldNumber(operator, constant);
        return value == null ? null : new Constant(value, constant.position());
    }

    private static Number foldNumber(UnaryOperator operator, Constant operand) {
        if (operator == UnaryOperator.LENGTH || !operand.isNumber()) {
            return null;
        }
        if (operator == UnaryOperator.COMPLEMENT) {
            Long integer = toInteger(operand.value());
            return integer == null ? null : (Long) ~integer;
        }
        return operand.value() instanceof Long integer ? (Number) (-integer) : safe(-(Double) operand.value());
    }

    /** The value of the operation; null if it must wait for run time. */
    static Constant fold(BinaryOperator operator, Expression left, Expression right) {
        if (!operator.isArithmetic()
                || !(left instanceof Constant a && a.isNumber())
                || !(right instanceof Constant b && b.isNumber())) {
            return null;
        }
        Number value = foldNumbers(operator, (Number) a.value(), (Number) b.value());
        return value == null ? null : new Constant(value, b.position());
    }

    private static Number foldNumbers(BinaryOperator operator, Number a, Number b) {
        if (operator.isBitwise()) {
            return foldBitwise(operator, toInteger(a), toInteger(b));
        }
        boolean integers = a instanceof Long && b instanceof Long;
        if (integers && operator != BinaryOperator.POWER && operator != BinaryOperator.DIVIDE) {
            return foldIntegers(operator, a.longValue(), b.longValue());
        }
        return foldFloats(operator, a.doubleValue(), b.doubleValue());
    }

    private static Long foldBitwise(BinaryOperator operator, Long a, Long b) {
        if (a == null || b == null) {
            return null;
        }
        switch (operator) {
            case BIT_AND:
                return a & b;
            case BIT_OR:
                return a | b;
            case BIT_XOR:
                return a ^ b;
            case SHIFT_LEFT:
                return shiftLeft(a, b);
            default:
                return b == Long.MIN_VALUE ? 0L : shiftLeft(a, -b);
        }
    }

    private static long shiftLeft(long value, long distance) {
        if (distance <= -Long.SIZE || distance >= Long.SIZE) {
            return 0;
        }
        return distance >= 0 ? value << distance : value >>> -distance;
    }

    private static Long foldIntegers(BinaryOperator operator, long a, long b) {
        switch (operator) {
            case ADD:
                return a + b;
            case SUBTRACT:
                return a - b;
            case MULTIPLY:
                return a * b;
            case MODULO:
                return b == 0 ? null : Math.floorMod(a, b);
            case FLOOR_DIVIDE:
                return b == 0 ? null : Math.floorDiv(a, b);
            default:
                throw new IllegalArgumentException(operator.name());
        }
    }

    private static Double foldFloats(BinaryOperator operator, double a, double b) {
        switch (operator) {
            case ADD:
                return safe(a + b);
            case SUBTRACT:
                return safe(a - b);
            case MULTIPLY:
                return safe(a * b);
            case DIVIDE:
                return b == 0 ? null : safe(a / b);
            case FLOOR_DIVIDE:
                return b == 0 ? null : safe(Math.floor(a / b));
            case MODULO:
                return b == 0 ? null : safe(modulo(a, b));
            case POWER:
                return exactPower(a, b);
            default:
                throw new IllegalArgumentException(operator.name());
        }
    }

    /** The remainder with the sign of the divisor. */
    private static double modulo(double a, double b) {
        double remainder = a % b;
        boolean otherSign = remainder > 0 ? b < 0 : remainder < 0 && b > 0;
        return otherSign ? remainder + b : remainder;
    }

    /** Powers that are integers a double holds exactly: all others are left to the one implementation at run time. */
    private static Double exactPower(double base, double exponent) {
        if (base != Math.rint(base) || exponent != Math.rint(exponent) || exponent < 1 || exponent > 63) {
            return null;
        }
        boolean powerOfTwo = Math.getExponent(base) <= 15 && base == Math.scalb(1.0, Math.getExponent(base));
        double power = base;
        for (int i = 1; i < exponent; i++) {
            power *= base;
            if (!powerOfTwo && Math.abs(power) > MAX_EXACT) {
                return null;
            }
        }
        return safe(power);
    }

    private static Double safe(double value) {
        return Double.isNaN(value) || value == 0 ? null : value;
    }

    /** The integer equal to a number; null if there is none. */
    private static Long toInteger(Object number) {
        if (number instanceof Long integer) {
            return integer;
        }
        double value = (Double) number;
        boolean inRange = value >= Long.MIN_VALUE && value < -(double) Long.MIN_VALUE;
        return inRange && value == Math.rint(value) ? (Long) (long) value : null;
    }
}
