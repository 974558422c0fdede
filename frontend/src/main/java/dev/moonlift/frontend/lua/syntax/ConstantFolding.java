package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.lua.ast.BinaryOperator;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.Expression.Constant;
import dev.moonlift.frontend.lua.ast.UnaryOperator;

/**
 * Computes operations on numerals ahead of time. It leaves alone whatever would raise an error, and results that are NaN
 * or a float zero: of those a program can see more than their value as a constant, such as a sign.
 */
final class ConstantFolding {
    private static final double MAX_EXACT = 0x1p53;

    private ConstantFolding() {}

    /** The value of the operation; null if it must wait for run time. */
    static Constant fold(UnaryOperator operator, Expression operand) {
        if (!(operand instanceof Constant constant)) {
            return null;
        }
        if (operator == UnaryOperator.NOT) {
            return new Constant(!constant.truth());
        }
        if (operator == UnaryOperator.LENGTH || !constant.isNumber()) {
            return null;
        }
        if (operator == UnaryOperator.COMPLEMENT) {
            Long integer = toInteger(constant.value());
            return integer == null ? null : new Constant(~integer);
        }
        return constant.value() instanceof Long integer ? new Constant(-integer) : ofFloat(-(Double) constant.value());
    }

    /** The value of the operation; null if it must wait for run time. */
    static Constant fold(BinaryOperator operator, Expression left, Expression right) {
        if (!operator.isArithmetic()
                || !(left instanceof Constant a && a.isNumber())
                || !(right instanceof Constant b && b.isNumber())) {
            return null;
        }
        if (operator.isBitwise()) {
            return foldBitwise(operator, toInteger(a.value()), toInteger(b.value()));
        }
        boolean integers = a.value() instanceof Long && b.value() instanceof Long;
        if (integers && operator != BinaryOperator.POWER && operator != BinaryOperator.DIVIDE) {
            return foldIntegers(operator, (Long) a.value(), (Long) b.value());
        }
        return foldFloats(operator, ((Number) a.value()).doubleValue(), ((Number) b.value()).doubleValue());
    }

    private static Constant foldBitwise(BinaryOperator operator, Long a, Long b) {
        if (a == null || b == null) {
            return null;
        }
        switch (operator) {
            case BIT_AND:
                return new Constant(a & b);
            case BIT_OR:
                return new Constant(a | b);
            case BIT_XOR:
                return new Constant(a ^ b);
            case SHIFT_LEFT:
                return new Constant(shiftLeft(a, b));
            default:
                return new Constant(b == Long.MIN_VALUE ? 0L : shiftLeft(a, -b));
        }
    }

    private static long shiftLeft(long value, long distance) {
        if (distance <= -Long.SIZE || distance >= Long.SIZE) {
            return 0;
        }
        return distance >= 0 ? value << distance : value >>> -distance;
    }

    private static Constant foldIntegers(BinaryOperator operator, long a, long b) {
        switch (operator) {
            case ADD:
                return new Constant(a + b);
            case SUBTRACT:
                return new Constant(a - b);
            case MULTIPLY:
                return new Constant(a * b);
            case MODULO:
                return b == 0 ? null : new Constant(Math.floorMod(a, b));
            case FLOOR_DIVIDE:
                return b == 0 ? null : new Constant(Math.floorDiv(a, b));
            default:
                throw new IllegalArgumentException(operator.name());
        }
    }

    private static Constant foldFloats(BinaryOperator operator, double a, double b) {
        switch (operator) {
            case ADD:
                return ofFloat(a + b);
            case SUBTRACT:
                return ofFloat(a - b);
            case MULTIPLY:
                return ofFloat(a * b);
            case DIVIDE:
                return b == 0 ? null : ofFloat(a / b);
            case FLOOR_DIVIDE:
                return b == 0 ? null : ofFloat(Math.floor(a / b));
            case MODULO:
                return b == 0 ? null : ofFloat(modulo(a, b));
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
    private static Constant exactPower(double base, double exponent) {
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
        return ofFloat(power);
    }

    private static Constant ofFloat(double value) {
        return Double.isNaN(value) || value == 0 ? null : new Constant(value);
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
