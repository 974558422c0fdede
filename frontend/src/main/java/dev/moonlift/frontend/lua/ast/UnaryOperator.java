package dev.moonlift.frontend.lua.ast;

/** The operators before an operand. */
public enum UnaryOperator {
    NEGATE,
    COMPLEMENT,
    LENGTH,
    NOT
}
