package dev.moonlift.runtime.jit;

import static dev.moonlift.runtime.jit.Rehearsal.UNKNOWN;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Tag;

/**
 * Operators and library functions as far as a {@link Rehearsal} needs them: always the right kind, and a value that
 * leads it on much the same ways.
 */
final class Operation {
    private Operation() {}

    /** Plays arithmetic, NOT and LEN of something. */
    static void play(FunctionCode function, Cells r, int i) {
        int op = i & 0xFF;
        int a = Instruction.a(i);
        Cells operands = operands(function, r, i);
        if (op == Op.NOT) {
            boolean known = operands.tag(0) != UNKNOWN;
            r.set(a, known ? operands.tag(0) <= Tag.FALSE ? Tag.TRUE : Tag.FALSE : Tag.TRUE, 0);
            return;
        }
        if (operands.isNumber(0) && operands.isNumber(1)) {
            arithmetic(operator(op), operands, r, a);
        } else {
            r.set(a, UNKNOWN, 0);
        }
    }

    /** The operands of arithmetic; of an operator that has one, twice that. */
    static Cells operands(FunctionCode function, Cells r, int i) {
        int op = i & 0xFF;
        Cells operands = new Cells(2);
        operands.copy(0, r, Instruction.b(i));
        if (op == Op.ADDI || op == Op.SUBI) {
            operands.set(1, Tag.INTEGER, Instruction.sc(i));
        } else if (op >= Op.ADDK && op <= Op.SHRK) {
            operands.copy(1, function.constants(), Instruction.c(i));
        } else if (op >= Op.ADD && op <= Op.SHR) {
            operands.copy(1, r, Instruction.c(i));
        } else {
            operands.copy(1, operands, 0);
        }
        return operands;
    }

    /** The operator as the opcode for two registers. */
    static int operator(int op) {
        if (op == Op.ADDI) {
            return Op.ADD;
        }
        if (op == Op.SUBI) {
            return Op.SUB;
        }
        return op >= Op.ADDK && op <= Op.SHRK ? op - Op.ADDK + Op.ADD : op;
    }

    private static void arithmetic(int op, Cells operands, Cells r, int a) {
        boolean areIntegers = operands.tag(0) == Tag.INTEGER && operands.tag(1) == Tag.INTEGER;
        if (op == Op.DIV || op == Op.POW) {
            double x = operands.number(0);
            double y = operands.number(1);
            r.setFloat(a, op == Op.DIV ? x / y : Math.pow(x, y));
        } else if (areIntegers) {
            r.set(a, Tag.INTEGER, integers(op, operands.payload(0), operands.payload(1)));
        } else if (op >= Op.BAND && op <= Op.SHR || op == Op.BNOT) {
            r.set(a, Tag.INTEGER, integers(op, (long) operands.number(0), (long) operands.number(1)));
        } else {
            r.setFloat(a, floats(op, operands.number(0), operands.number(1)));
        }
    }

    private static long integers(int op, long x, long y) {
        return switch (op) {
            case Op.ADD -> x + y;
            case Op.SUB -> x - y;
            case Op.MUL -> x * y;
            case Op.MOD -> y == 0 ? 0 : Math.floorMod(x, y);
            case Op.IDIV -> y == 0 ? 0 : Math.floorDiv(x, y);
            case Op.BAND -> x & y;
            case Op.BOR -> x | y;
            case Op.BXOR -> x ^ y;
            case Op.SHL -> y > 63 || y < 0 ? 0 : x << y;
            case Op.SHR -> y > 63 || y < 0 ? 0 : x >>> y;
            case Op.UNM -> -x;
            default -> ~x;
        };
    }

    private static double floats(int op, double x, double y) {
        return switch (op) {
            case Op.ADD -> x + y;
            case Op.SUB -> x - y;
            case Op.MUL -> x * y;
            case Op.MOD -> x - Math.floor(x / y) * y;
            case Op.IDIV -> Math.floor(x / y);
            default -> -x;
        };
    }

    /** Whether a test's condition holds: 0, 1 or UNKNOWN. */
    static int test(FunctionCode function, Cells r, int i) {
        int op = i & 0xFF;
        int a = Instruction.a(i);
        if (op == Op.TEST || op == Op.TESTSET) {
            int tag = r.tag(op == Op.TEST ? a : Instruction.b(i));
            return tag == UNKNOWN ? UNKNOWN : tag > Tag.FALSE ? 1 : 0;
        }
        Cells operands = new Cells(2);
        operands.copy(0, r, a);
        switch (op) {
            case Op.EQ, Op.LT, Op.LE -> operands.copy(1, r, Instruction.b(i));
            case Op.EQK -> operands.copy(1, function.constants(), Instruction.b(i));
            default -> operands.set(1, Tag.INTEGER, Instruction.sb(i));
        }
        return compare(op, operands);
    }

    private static int compare(int op, Cells operands) {
        if (operands.tag(0) == UNKNOWN || operands.tag(1) == UNKNOWN) {
            return UNKNOWN;
        }
        boolean areNumbers = operands.isNumber(0) && operands.isNumber(1);
        if (op == Op.EQ || op == Op.EQK || op == Op.EQI) {
            boolean isSame = areNumbers
                    ? operands.number(0) == operands.number(1)
                    : operands.tag(0) == operands.tag(1) && operands.payload(0) == operands.payload(1);
            return isSame ? 1 : 0;
        }
        if (!areNumbers) {
            return UNKNOWN;
        }
        double x = operands.number(0);
        double y = operands.number(1);
        boolean holds = switch (op) {
            case Op.LT, Op.LTI -> x < y;
            case Op.LE, Op.LEI -> x <= y;
            case Op.GTI -> x > y;
            default -> x >= y;
        };
        return holds ? 1 : 0;
    }
}
