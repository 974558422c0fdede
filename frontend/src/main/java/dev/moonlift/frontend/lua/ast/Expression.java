package dev.moonlift.frontend.lua.ast;

import dev.moonlift.frontend.bytecode.ByteString;
import java.util.List;

/**
 * An expression, with names resolved and constants folded.
 *
 * <p>Chains are lists: operators of one level of the grammar, and suffixes, of which a text may hold any number, do not
 * nest. What does nest is limited by the parser.
 *
 * <p>A <em>position</em> is the index of a token. Some expressions are evaluated only where their value is needed;
 * their position tells the token to whose line that work is charged.
 */
public sealed interface Expression {
    /** Position of an expression that leaves no work pending. */
    int NOWHERE = -1;

    /** The token to whose line pending work is charged; {@link #NOWHERE} if none is pending. */
    default int position() {
        return NOWHERE;
    }

    /** The same expression, its pending work charged to another token; itself if none is pending. */
    default Expression chargedTo(int position) {
        return this;
    }

    /** Whether it yields any number of values. */
    default boolean isMultiple() {
        return false;
    }

    /** The expression within any parentheses. */
    default Expression unwrapped() {
        return this;
    }

    /**
     * A literal or what folding made of an expression.
     *
     * @param value null (nil), Boolean, Long, Double or {@link ByteString}
     */
    record Constant(Object value, int position) implements Expression {
        @Override
        public Constant chargedTo(int newPosition) {
            return new Constant(value, newPosition);
        }

        public boolean isNumber() {
            return value instanceof Number;
        }

        /** Whether it counts as true in a condition. */
        public boolean truth() {
            return value != null && !Boolean.FALSE.equals(value);
        }
    }

    /** {@code ...} */
    record ExtraArguments(int position) implements Expression {
        @Override
        public Expression chargedTo(int newPosition) {
            return new ExtraArguments(newPosition);
        }

        @Override
        public boolean isMultiple() {
            return true;
        }
    }

    /** A local variable of the function. */
    record Local(Variable variable, int position) implements Expression {
        @Override
        public Expression chargedTo(int newPosition) {
            return new Local(variable, newPosition);
        }
    }

    /** A variable of an enclosing function. */
    record Upvalue(int index, int position) implements Expression {
        @Override
        public Expression chargedTo(int newPosition) {
            return new Upvalue(index, newPosition);
        }
    }

    /** The field {@code name} of a variable {@code _ENV}. */
    record Global(Expression environment, ByteString name, int position) implements Expression {
        @Override
        public Expression chargedTo(int newPosition) {
            return new Global(environment, name, newPosition);
        }
    }

    /**
     * An expression followed by at least one index, call or method call.
     *
     * @param position token to whose line the last suffix is charged if it is an index
     */
    record Suffixed(Expression head, List<Suffix> suffixes, int position) implements Expression {
        public Suffix last() {
            return suffixes.get(suffixes.size() - 1);
        }

        public boolean isCall() {
            return !(last() instanceof Suffix.Index);
        }

        @Override
        public boolean isMultiple() {
            return isCall();
        }

        @Override
        public Expression chargedTo(int newPosition) {
            return new Suffixed(head, suffixes, newPosition);
        }
    }

    /** An expression in parentheses: one value, and nothing to assign to. */
    record Parenthesized(Expression inner) implements Expression {
        @Override
        public Expression unwrapped() {
            Expression expression = inner;
            while (expression instanceof Parenthesized parenthesized) {
                expression = parenthesized.inner;
            }
            return expression;
        }

        @Override
        public int position() {
            return inner.position();
        }
    }

    /** An operator before its operand. */
    record Unary(UnaryOperator operator, Expression operand, int operatorPosition) implements Expression {}

    /** Operators that compute, applied from left to right. */
    record Operation(Expression first, List<Link> links) implements Expression {}

    /**
     * One step of an {@link Operation}.
     *
     * @param operatorPosition the operator
     * @param endPosition last token of the right operand
     */
    record Link(BinaryOperator operator, Expression right, int operatorPosition, int endPosition) {}

    /** {@code a and b and ...} */
    record Conjunction(List<Expression> operands) implements Expression {}

    /** {@code a or b or ...} */
    record Disjunction(List<Expression> operands) implements Expression {}

    /**
     * {@code a .. b .. ...}
     *
     * @param operatorPosition the last operator, which is the first to be applied
     */
    record Concatenation(List<Expression> operands, int operatorPosition) implements Expression {}

    /** {@code { ... }} */
    record Table(List<TableField> fields, int endPosition) implements Expression {}

    /** {@code function ... end} */
    record Function(FunctionBody body) implements Expression {}
}
