package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.UnaryOperator;
import java.util.List;

/**
 * Compiles expressions for their values.
 *
 * <p>A value is computed either into a register of the caller's choice ({@link #into}), which changes only when all is
 * computed, so that {@code x = x and f(x)} may choose that of x; or wherever it is cheapest ({@link #anyRegister}),
 * which for a variable is its own register.
 */
final class ValueCompiler {
    private static final int MIN_WIDE = Short.MIN_VALUE;
    private static final int MAX_WIDE = Short.MAX_VALUE;

    private final FunctionCompiler function;
    private final CodeBuffer code;
    private final Registers registers;

    ValueCompiler(FunctionCompiler function) {
        this.function = function;
        this.code = function.code();
        this.registers = function.registers();
    }

    /** A register that holds the value: that of the variable, or else the next one, which is then reserved. */
    int anyRegister(Expression expression) {
        return expression.unwrapped() instanceof Expression.Local local
                ? local.variable().register()
                : nextRegister(expression);
    }

    /** Computes the value into the next register and reserves that. */
    int nextRegister(Expression expression) {
        into(expression, registers.top());
        return registers.reserve(1);
    }

    /**
     * Computes all values into the next registers and reserves those.
     *
     * @return whether the last expression yields any number of values, which begin at the new top
     */
    boolean toRegisters(List<Expression> expressions) {
        int last = expressions.size() - 1;
        for (int i = 0; i < last; i++) {
            nextRegister(expressions.get(i));
        }
        if (last < 0) {
            return false;
        }
        Expression tail = expressions.get(last);
        if (tail.isMultiple()) {
            open(tail);
            return true;
        }
        nextRegister(tail);
        return false;
    }

    /** Computes the values and adjusts them to these many, in the next registers, which are then reserved. */
    void adjusted(List<Expression> expressions, int wanted) {
        int base = registers.top();
        int last = expressions.size() - 1;
        for (int i = 0; i < last; i++) {
            nextRegister(expressions.get(i));
        }
        int missing = wanted - last - 1;
        if (last >= 0 && expressions.get(last).isMultiple()) {
            several(expressions.get(last), Math.max(0, missing + 1));
        } else {
            if (last >= 0) {
                nextRegister(expressions.get(last));
            }
            if (missing > 0) {
                code.loadNil(registers.top(), missing);
            }
        }
        registers.freeTo(base);
        registers.reserve(wanted);
    }

    private void open(Expression multiple) {
        if (multiple instanceof Expression.Suffixed call) {
            function.places().callOpen(call);
        } else {
            registers.ensure(1);
            code.emit(Op.VARARG, registers.top(), 0, 0);
        }
    }

    private void several(Expression multiple, int count) {
        if (multiple instanceof Expression.Suffixed call) {
            function.places().call(call, count);
        } else {
            registers.ensure(1);
            code.emit(Op.VARARG, registers.top(), 0, count + 1);
        }
    }

    /** Computes the value into a register. What lies at and above the top may change. */
    void into(Expression wrapped, int target) {
        Expression expression = wrapped.unwrapped();
        if (expression instanceof Expression.Constant constant) {
            code.chargeTo(constant.position());
            loadConstant(constant.value(), target);
        } else if (expression instanceof Expression.Suffixed suffixed && suffixed.isCall()) {
            int base = registers.top();
            function.places().call(suffixed, 1);
            move(target, base);
        } else if (expression instanceof Expression.Operation operation) {
            function.operators().compute(operation, target);
        } else if (expression instanceof Expression.Concatenation concatenation) {
            concatenate(concatenation, target);
        } else if (expression instanceof Expression.Conjunction || expression instanceof Expression.Disjunction) {
            function.conditions().value(expression, target);
        } else if (expression instanceof Expression.Unary unary) {
            unary(unary, target);
        } else if (expression instanceof Expression.Table table) {
            function.tables().construct(table, target);
        } else if (expression instanceof Expression.Function closure) {
            code.emitWide(Op.CLOSURE, target, function.addChild(closure.body()));
        } else if (expression instanceof Expression.ExtraArguments extra) {
            code.chargeTo(extra.position());
            code.emit(Op.VARARG, target, 0, 2);
        } else {
            loadPlace(expression, target);
        }
    }

    private void loadPlace(Expression expression, int target) {
        int mark = registers.top();
        Place place = function.places().resolve(expression);
        registers.freeTo(mark);
        function.places().chargeAccess(expression);
        function.places().load(place, target);
    }

    private void move(int target, int source) {
        if (target != source) {
            code.emit(Op.MOVE, target, source, 0);
        }
    }

    private void unary(Expression.Unary unary, int target) {
        if (unary.operator() == UnaryOperator.NOT && function.conditions().isBranching(unary.operand())) {
            function.conditions().value(unary, target);
            return;
        }
        int mark = registers.top();
        int operand = anyRegister(unary.operand());
        registers.freeTo(mark);
        code.chargeTo(unary.operatorPosition());
        code.emit(opcodeOf(unary.operator()), target, operand, 0);
    }

    private static int opcodeOf(UnaryOperator operator) {
        switch (operator) {
            case NEGATE:
                return Op.UNM;
            case COMPLEMENT:
                return Op.BNOT;
            case LENGTH:
                return Op.LEN;
            default:
                return Op.NOT;
        }
    }

    private void concatenate(Expression.Concatenation concatenation, int target) {
        int base = registers.top();
        concatenation.operands().forEach(this::nextRegister);
        registers.freeTo(base);
        code.chargeTo(concatenation.operatorPosition());
        code.emit(Op.CONCAT, base, concatenation.operands().size(), 0);
        move(target, base);
    }

    void loadConstant(Object value, int target) {
        if (value == null) {
            code.loadNil(target, 1);
        } else if (value instanceof Boolean truth) {
            code.emit(truth ? Op.LOADTRUE : Op.LOADFALSE, target, 0, 0);
        } else if (value instanceof Long integer && integer >= MIN_WIDE && integer <= MAX_WIDE) {
            code.emitWide(Op.LOADI, target, integer.intValue());
        } else if (value instanceof Double number && isWideInteger(number)) {
            code.emitWide(Op.LOADF, target, number.intValue());
        } else {
            loadPooled(function.constants().indexOf(value), target);
        }
    }

    /** Whether a float is an integer that fits the instruction; minus zero is none. */
    private static boolean isWideInteger(double number) {
        return number >= MIN_WIDE && number <= MAX_WIDE && Double.compare((short) number, number) == 0;
    }

    private void loadPooled(int index, int target) {
        if (index <= FunctionCompiler.MAX_WIDE_OPERAND) {
            code.emitWide(Op.LOADK, target, index);
        } else {
            code.emit(Op.LOADKX, target, 0, 0);
            code.emitExtra(index);
        }
    }
}
