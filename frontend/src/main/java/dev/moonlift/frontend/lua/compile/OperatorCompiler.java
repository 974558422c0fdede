package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.lua.ast.BinaryOperator;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.Expression.Constant;
import dev.moonlift.frontend.lua.ast.Expression.Link;
import dev.moonlift.frontend.lua.ast.Expression.Operation;

/** Compiles arithmetic, bitwise operations and comparisons, with constants in the instruction where it has room. */
final class OperatorCompiler {
    private final FunctionCompiler function;
    private final CodeBuffer code;
    private final Registers registers;

    OperatorCompiler(FunctionCompiler function) {
        this.function = function;
        this.code = function.code();
        this.registers = function.registers();
    }

    /** Computes an operation into a register. */
    void compute(Operation operation, int target) {
        compute(operation, operation.links().size(), target);
    }

    /** Computes the first links of an operation; the result of each is the left operand of the next. */
    private void compute(Operation operation, int count, int target) {
        int mark = registers.top();
        for (int i = 0; i < count; i++) {
            Link link = operation.links().get(i);
            Expression first = i == 0 ? operation.first().unwrapped() : null;
            int result = i == count - 1 ? target : mark;
            if (link.operator().isComparison()) {
                materialize(first, link, mark, result);
            } else {
                int left = first == null ? mark : function.values().anyRegister(first);
                arithmetic(link, left, mark, result);
            }
            if (i < count - 1) {
                registers.reserve(1);
            }
        }
    }

    private void arithmetic(Link link, int left, int mark, int result) {
        Expression right = link.right().unwrapped();
        int op = immediateForm(link.operator(), right);
        int operand;
        if (op >= 0) {
            operand = integer(right);
        } else if (isPoolOperand(link.operator(), right) && function.constantOperand(right) >= 0) {
            op = Op.ADDK + link.operator().ordinal();
            operand = function.constantOperand(right);
        } else {
            op = Op.ADD + link.operator().ordinal();
            operand = function.values().anyRegister(right);
        }
        registers.freeTo(mark);
        code.chargeTo(link.operatorPosition());
        code.emit(op, result, left, operand);
    }

    /** The opcode that holds the right operand; -1 if there is none. */
    private static int immediateForm(BinaryOperator operator, Expression right) {
        if (operator == BinaryOperator.ADD && fitsByte(right)) {
            return Op.ADDI;
        }
        return operator == BinaryOperator.SUBTRACT && fitsByte(right) ? Op.SUBI : -1;
    }

    private static boolean isPoolOperand(BinaryOperator operator, Expression right) {
        return right instanceof Constant constant
                && (operator.isBitwise() ? constant.value() instanceof Long : constant.isNumber());
    }

    private static boolean fitsByte(Expression expression) {
        return expression instanceof Constant constant
                && constant.value() instanceof Long integer
                && integer >= Byte.MIN_VALUE
                && integer <= Byte.MAX_VALUE;
    }

    /** Turns a comparison, whose result is where control goes, into a boolean in a register. */
    private void materialize(Expression first, Link link, int mark, int result) {
        Target yes = new Target();
        compare(first, link, mark, true, yes);
        code.emit(Op.LFALSESKIP, result, 0, 0);
        code.place(yes);
        code.emit(Op.LOADTRUE, result, 0, 0);
        code.place(new Target());
    }

    /** Whether the result of an operation is that of a comparison. */
    static boolean isComparison(Operation operation) {
        return operation.links().get(operation.links().size() - 1).operator().isComparison();
    }

    /** Jumps if the comparison that ends an operation yields the wanted result; else goes on behind. */
    void jumpIf(Operation operation, boolean wanted, Target target) {
        int mark = registers.top();
        int last = operation.links().size() - 1;
        Expression first = operation.first().unwrapped();
        if (last > 0) {
            compute(operation, last, mark);
            registers.reserve(1);
            first = null;
        }
        compare(first, operation.links().get(last), mark, wanted, target);
    }

    /** Compares; the left operand is {@code first}, or if that is null in the register {@code mark}. */
    private void compare(Expression first, Link link, int mark, boolean wanted, Target target) {
        Expression right = link.right().unwrapped();
        switch (link.operator()) {
            case EQUAL:
                equality(first, right, mark, link, wanted);
                break;
            case NOT_EQUAL:
                equality(first, right, mark, link, !wanted);
                break;
            default:
                order(first, right, mark, link, wanted);
        }
        code.jumpTo(target);
    }

    private void equality(Expression first, Expression right, int mark, Link link, boolean wanted) {
        boolean swapped = first instanceof Constant && !(right instanceof Constant);
        Expression tested = swapped ? right : first;
        Expression other = swapped ? first : right;
        int left = tested == null ? mark : function.values().anyRegister(tested);
        if (fitsByte(other)) {
            test(Op.EQI, left, integer(other), mark, link, wanted);
        } else if (function.constantOperand(other) >= 0) {
            test(Op.EQK, left, function.constantOperand(other), mark, link, wanted);
        } else {
            test(Op.EQ, left, function.values().anyRegister(other), mark, link, wanted);
        }
    }

    private void order(Expression first, Expression right, int mark, Link link, boolean wanted) {
        if (fitsByte(right)) {
            int left = first == null ? mark : function.values().anyRegister(first);
            test(immediate(link.operator()), left, integer(right), mark, link, wanted);
            return;
        }
        if (fitsByte(first)) {
            int operand = function.values().anyRegister(right);
            test(immediate(mirrored(link.operator())), operand, integer(first), mark, link, wanted);
            return;
        }
        int left = first == null ? mark : function.values().anyRegister(first);
        int operand = function.values().anyRegister(right);
        int op = link.operator() == BinaryOperator.LESS || link.operator() == BinaryOperator.GREATER ? Op.LT : Op.LE;
        boolean swapped = link.operator() == mirrored(op == Op.LT ? BinaryOperator.LESS : BinaryOperator.LESS_EQUAL);
        test(op, swapped ? operand : left, swapped ? left : operand, mark, link, wanted);
    }

    private void test(int op, int left, int operand, int mark, Link link, boolean wanted) {
        registers.freeTo(mark);
        code.chargeTo(link.endPosition());
        code.emit(op, left, operand, wanted ? 1 : 0);
    }

    private static int integer(Expression constant) {
        return ((Long) ((Constant) constant).value()).intValue();
    }

    private static int immediate(BinaryOperator operator) {
        switch (operator) {
            case LESS:
                return Op.LTI;
            case LESS_EQUAL:
                return Op.LEI;
            case GREATER:
                return Op.GTI;
            default:
                return Op.GEI;
        }
    }

    /** The operator that says the same with operands exchanged. */
    private static BinaryOperator mirrored(BinaryOperator operator) {
        switch (operator) {
            case LESS:
                return BinaryOperator.GREATER;
            case LESS_EQUAL:
                return BinaryOperator.GREATER_EQUAL;
            case GREATER:
                return BinaryOperator.LESS;
            default:
                return BinaryOperator.LESS_EQUAL;
        }
    }
}
