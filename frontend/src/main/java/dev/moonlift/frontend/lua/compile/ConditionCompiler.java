package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.Expression.Constant;
import dev.moonlift.frontend.lua.ast.UnaryOperator;
import java.util.List;

/** Compiles conditions as jumps, and the logical operators, whose values come out of such jumps. */
final class ConditionCompiler {
    private final FunctionCompiler function;
    private final CodeBuffer code;
    private final Registers registers;

    ConditionCompiler(FunctionCompiler function) {
        this.function = function;
        this.code = function.code();
        this.registers = function.registers();
    }

    /**
     * Where the jumps within a logical expression go that is computed into a register.
     *
     * @param done the register holds the value
     * @param loadFalse it is yet to become false
     * @param loadTrue it is yet to become true
     */
    private record Outcome(int register, Target done, Target loadFalse, Target loadTrue) {
        Target load(boolean truth) {
            return truth ? loadTrue : loadFalse;
        }
    }

    // ---- jumps

    /** Jumps if the truth of the value is the wanted one; else goes on behind. */
    void jumpIf(Expression condition, boolean wanted, Target target) {
        Expression expression = condition.unwrapped();
        boolean sense = wanted;
        while (isNot(expression)) {
            expression = ((Expression.Unary) expression).operand().unwrapped();
            sense = !sense;
        }
        if (expression instanceof Constant constant) {
            if (constant.truth() == sense) {
                code.jumpTo(target);
            }
        } else if (isComparison(expression)) {
            function.operators().jumpIf((Expression.Operation) expression, sense, target);
        } else if (isLogical(expression)) {
            jumpIfLogical(expression, sense, target);
        } else {
            jumpIfValue(expression, sense, target);
        }
    }

    /** Any operand with the deciding truth decides; otherwise the last one does. */
    private void jumpIfLogical(Expression expression, boolean wanted, Target target) {
        boolean deciding = deciding(expression);
        List<Expression> operands = operands(expression);
        Target passed = new Target();
        int last = operands.size() - 1;
        for (int i = 0; i < last; i++) {
            jumpIf(operands.get(i), deciding, deciding == wanted ? target : passed);
        }
        jumpIf(operands.get(last), wanted, target);
        code.place(passed);
    }

    private void jumpIfValue(Expression expression, boolean wanted, Target target) {
        int mark = registers.top();
        int register = function.values().anyRegister(expression);
        registers.freeTo(mark);
        function.places().chargeAccess(expression);
        code.emit(Op.TEST, register, 0, wanted ? 1 : 0);
        code.jumpTo(target);
    }

    // ---- values

    /** Whether the truth of an expression is found by branching, not by testing a value. */
    boolean isBranching(Expression wrapped) {
        Expression expression = wrapped.unwrapped();
        while (isNot(expression)) {
            expression = ((Expression.Unary) expression).operand().unwrapped();
        }
        return isComparison(expression) || isLogical(expression);
    }

    /** Computes a logical or negated expression into a register. */
    void value(Expression expression, int register) {
        Outcome outcome = new Outcome(register, new Target(), new Target(), new Target());
        boolean computed = finish(expression, outcome);
        if (outcome.loadFalse().hasJumps() || outcome.loadTrue().hasJumps() || !computed) {
            if (computed) {
                code.jumpTo(outcome.done());
            }
            code.place(outcome.loadFalse());
            code.emit(Op.LFALSESKIP, register, 0, 0);
            code.place(outcome.loadTrue());
            code.emit(Op.LOADTRUE, register, 0, 0);
        }
        code.place(outcome.done());
    }

    /**
     * Lets an expression decide the outcome.
     *
     * @return whether control arrives behind with the value computed; otherwise with the value false, yet to be loaded
     */
    private boolean finish(Expression wrapped, Outcome outcome) {
        Expression expression = wrapped.unwrapped();
        if (isLogical(expression)) {
            List<Expression> operands = operands(expression);
            int last = operands.size() - 1;
            for (int i = 0; i < last; i++) {
                leaveIf(operands.get(i), deciding(expression), outcome);
            }
            return finish(operands.get(last), outcome);
        }
        if (isBranching(expression)) {
            jumpIf(expression, true, outcome.loadTrue());
            return false;
        }
        function.values().into(expression, outcome.register());
        return true;
    }

    /** If the truth of the value is this one, leaves with the value; else goes on behind. */
    private void leaveIf(Expression wrapped, boolean truth, Outcome outcome) {
        Expression expression = wrapped.unwrapped();
        if (isLogical(expression)) {
            leaveIfLogical(expression, truth, outcome);
        } else if (isComparison(expression) || isNot(expression)) {
            jumpIf(expression, truth, outcome.load(truth));
        } else if (!(expression instanceof Constant constant)) {
            leaveIfValue(expression, truth, outcome);
        } else if (constant.truth() == truth) {
            function.values().into(constant, outcome.register());
            code.jumpTo(outcome.done());
        }
    }

    private void leaveIfLogical(Expression expression, boolean truth, Outcome outcome) {
        boolean deciding = deciding(expression);
        List<Expression> operands = operands(expression);
        Target passed = new Target();
        int last = operands.size() - 1;
        for (int i = 0; i < last; i++) {
            if (deciding == truth) {
                leaveIf(operands.get(i), truth, outcome);
            } else {
                jumpIf(operands.get(i), deciding, passed);
            }
        }
        leaveIf(operands.get(last), truth, outcome);
        code.place(passed);
    }

    private void leaveIfValue(Expression expression, boolean truth, Outcome outcome) {
        int mark = registers.top();
        int register = function.values().anyRegister(expression);
        registers.freeTo(mark);
        function.places().chargeAccess(expression);
        if (register == outcome.register()) {
            code.emit(Op.TEST, register, 0, truth ? 1 : 0);
        } else {
            code.emit(Op.TESTSET, outcome.register(), register, truth ? 1 : 0);
        }
        code.jumpTo(outcome.done());
    }

    // ---- kinds of expressions

    private static boolean isNot(Expression expression) {
        return expression instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT;
    }

    private static boolean isComparison(Expression expression) {
        return expression instanceof Expression.Operation operation && OperatorCompiler.isComparison(operation);
    }

    private static boolean isLogical(Expression expression) {
        return expression instanceof Expression.Conjunction || expression instanceof Expression.Disjunction;
    }

    /** The truth of an operand that ends the evaluation. */
    private static boolean deciding(Expression logical) {
        return logical instanceof Expression.Disjunction;
    }

    private static List<Expression> operands(Expression logical) {
        return logical instanceof Expression.Conjunction conjunction
                ? conjunction.operands()
                : ((Expression.Disjunction) logical).operands();
    }
}
