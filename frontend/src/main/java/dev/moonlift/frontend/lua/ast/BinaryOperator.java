package dev.moonlift.frontend.lua.ast;

/** The operators between two operands, with the strength by which they bind them. */
public enum BinaryOperator {
    ADD(10, 10),
    SUBTRACT(10, 10),
    MULTIPLY(11, 11),
    MODULO(11, 11),
    POWER(14, 13),
    DIVIDE(11, 11),
    FLOOR_DIVIDE(11, 11),
    BIT_AND(6, 6),
    BIT_OR(4, 4),
    BIT_XOR(5, 5),
    SHIFT_LEFT(7, 7),
    SHIFT_RIGHT(7, 7),
    CONCATENATE(9, 8),
    EQUAL(3, 3),
    LESS(3, 3),
    LESS_EQUAL(3, 3),
    NOT_EQUAL(3, 3),
    GREATER(3, 3),
    GREATER_EQUAL(3, 3),
    AND(2, 2),
    OR(1, 1);

    /** How strongly the operators before an operand bind it. */
    public static final int UNARY_STRENGTH = 12;

    private final int left;
    private final int right;

    BinaryOperator(int left, int right) {
        this.left = left;
        this.right = right;
    }

    /** How strongly it binds its left operand. */
    public int leftStrength() {
        return left;
    }

    /** How strongly it binds its right operand; less than the left if it associates to the right. */
    public int rightStrength() {
        return right;
    }

    public boolean isComparison() {
        return left == EQUAL.left;
    }

    /** Whether it works on integers only. */
    public boolean isBitwise() {
        return compareTo(BIT_AND) >= 0 && compareTo(SHIFT_RIGHT) <= 0;
    }

    public boolean isArithmetic() {
        return compareTo(SHIFT_RIGHT) <= 0;
    }
}
