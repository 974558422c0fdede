package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/** Arithmetic on numbers. What is not among numbers, or is rare, is left to the kernel or the interpreter. */
final class ArithmeticCompiler {
    private final FunctionCode function;
    private final Emission at;
    private final ConstantDivision divisions;

    ArithmeticCompiler(FunctionCode function, Emission at, ConstantDivision divisions) {
        this.function = function;
        this.divisions = divisions;
        this.at = at;
    }

    /**
     * An operand.
     *
     * @param register -1 if it is a constant
     * @param constant the number, 0 if it is none
     */
    private record Operand(Kind kind, Value value, int register, double constant) {
        Operand(Kind kind, Value value, int register) {
            this(kind, value, register, 0);
        }

        /** The constant if it is an integer that a float holds exactly; else 0. */
        long integer() {
            return kind == Kind.INTEGER && Math.abs(constant) < 0x1p53 ? (long) constant : 0;
        }
    }

    /** Translates an instruction; false if the kernel is to do it. */
    boolean translate(int i, int pc) {
        int op = i & 0xFF;
        int to = Instruction.a(i);
        if (op == Op.ADDI || op == Op.SUBI) {
            Operand b = new Operand(Kind.INTEGER, at.constant((long) Instruction.sc(i)), -1);
            return binary(operator(op), to, register(Instruction.b(i)), b, pc);
        }
        if (op >= Op.ADDK && op <= Op.SHRK) {
            Operand b = constant(Instruction.c(i));
            return binary(operator(op), to, register(Instruction.b(i)), b, pc);
        }
        if (op >= Op.ADD && op <= Op.SHR) {
            return binary(op, to, register(Instruction.b(i)), register(Instruction.c(i)), pc);
        }
        return op == Op.UNM && negate(to, register(Instruction.b(i)))
                || op == Op.BNOT && complement(to, register(Instruction.b(i)));
    }

    /** The instruction for two registers that does what one with a constant does. */
    static int operator(int op) {
        if (op == Op.ADDI || op == Op.SUBI) {
            return op == Op.ADDI ? Op.ADD : Op.SUB;
        }
        return op >= Op.ADDK && op <= Op.SHRK ? op - Op.ADDK + Op.ADD : op;
    }

    /** What is no number is taken from its slot. */
    private Operand register(int register) {
        Registers registers = at.registers();
        if (registers.kind(register).isNumber()) {
            return new Operand(registers.kind(register), registers.value(register), register);
        }
        at.flush(register);
        return new Operand(Kind.ANY, null, register);
    }

    private Operand constant(int index) {
        long payload = function.constants().payload(index);
        double number = function.constants().number(index);
        return function.constants().tag(index) == Tag.INTEGER
                ? new Operand(Kind.INTEGER, at.constant(payload), -1, number)
                : new Operand(Kind.FLOAT, at.constant(number), -1, number);
    }

    private boolean negate(int to, Operand a) {
        if (a.kind == Kind.ANY) {
            return false;
        }
        at.define(
                to,
                a.kind,
                a.kind == Kind.FLOAT
                        ? at.add(WasmOp.F64_NEG, a.value)
                        : at.add(WasmOp.I64_SUB, at.constant(0L), a.value));
        return true;
    }

    private boolean complement(int to, Operand a) {
        if (a.kind != Kind.INTEGER) {
            return false;
        }
        at.define(to, Kind.INTEGER, at.add(WasmOp.I64_XOR, a.value, at.constant(-1L)));
        return true;
    }

    private boolean binary(int op, int to, Operand a, Operand b, int pc) {
        Kind result = KindFlow.Arithmetic.result(op, a.kind, b.kind);
        if (result == Kind.FLOAT && op == Op.MOD && ConstantDivision.isDivisor(b.constant)) {
            at.define(to, Kind.FLOAT, divisions.remainder(asFloat(a, pc), b.constant));
            return true;
        }
        if (result == Kind.FLOAT && op == Op.MOD) {
            modulo(to, a, b, pc);
            return true;
        }
        if (result == Kind.FLOAT) {
            WasmOp wasm = floatOp(op);
            if (wasm == null) {
                return false;
            }
            Value x = asFloat(a, pc);
            Value y = asFloat(b, pc);
            Value value = at.add(wasm, x, y);
            at.define(to, Kind.FLOAT, op == Op.IDIV ? at.add(WasmOp.F64_FLOOR, value) : value);
            return true;
        }
        if (result == Kind.INTEGER) {
            return integers(op, to, a, b, pc);
        }
        return isDynamic(op) && dynamic(op, to, a, b, pc);
    }

    private static WasmOp floatOp(int op) {
        return switch (op) {
            case Op.ADD -> WasmOp.F64_ADD;
            case Op.SUB -> WasmOp.F64_SUB;
            case Op.MUL -> WasmOp.F64_MUL;
            case Op.DIV, Op.IDIV -> WasmOp.F64_DIV;
            default -> null;
        };
    }

    private static WasmOp integerOp(int op) {
        return switch (op) {
            case Op.ADD -> WasmOp.I64_ADD;
            case Op.SUB -> WasmOp.I64_SUB;
            case Op.MUL -> WasmOp.I64_MUL;
            case Op.BAND -> WasmOp.I64_AND;
            case Op.BOR -> WasmOp.I64_OR;
            case Op.BXOR -> WasmOp.I64_XOR;
            default -> null;
        };
    }

    /** The operand as a float; if it is no number, the interpreter does the instruction. */
    private Value asFloat(Operand operand, int pc) {
        if (operand.kind == Kind.FLOAT) {
            return operand.value;
        }
        if (operand.kind == Kind.INTEGER) {
            return at.add(WasmOp.F64_CONVERT_I64_S, operand.value);
        }
        Block join = at.graph().newBlock();
        Value result = at.graph().addParameter(join, ValueType.F64);
        Block isFloat = at.graph().newBlock();
        Block isOther = at.graph().newBlock();
        Value tag = at.loadTag(operand.register);
        Block exit = at.exitTo(pc);
        at.end(new Terminator.Branch(
                at.add(WasmOp.I32_EQ, tag, at.constant(Tag.FLOAT)), Edge.to(isFloat), Edge.to(isOther)));
        at.moveTo(isFloat);
        Value number = at.loadPayload(operand.register, Kind.FLOAT);
        at.end(new Terminator.Jump(new Edge(join, List.of(number))));
        at.moveTo(isOther);
        at.require(at.add(WasmOp.I32_EQ, tag, at.constant(Tag.INTEGER)), exit);
        Value integer = at.loadPayload(operand.register, Kind.INTEGER);
        Value converted = at.add(WasmOp.F64_CONVERT_I64_S, integer);
        at.end(new Terminator.Jump(new Edge(join, List.of(converted))));
        at.moveTo(join);
        return result;
    }

    private boolean integers(int op, int to, Operand a, Operand b, int pc) {
        WasmOp wasm = integerOp(op);
        if (wasm != null) {
            at.define(to, Kind.INTEGER, at.add(wasm, a.value, b.value));
            return true;
        }
        if (op == Op.SHL || op == Op.SHR) {
            at.define(to, Kind.INTEGER, shift(op == Op.SHL, a.value, b.value));
            return true;
        }
        Value value = ConstantDivision.isDivisor(b.integer())
                ? divide(op, a.value, b.integer())
                : divide(op, a.value, b.value, at.exitTo(pc));
        at.define(to, Kind.INTEGER, value);
        return true;
    }

    /** A logical shift by any distance; a negative one goes the other way (manual §3.4.2). */
    private Value shift(boolean left, Value value, Value distance) {
        Value zero = at.constant(0L);
        Value opposite = at.add(WasmOp.I64_SUB, zero, distance);
        Value forward = shiftBelow64(left ? WasmOp.I64_SHL : WasmOp.I64_SHR_U, value, distance);
        Value backward = shiftBelow64(left ? WasmOp.I64_SHR_U : WasmOp.I64_SHL, value, opposite);
        Value isForward = at.add(WasmOp.I64_GE_S, distance, zero);
        return at.graph().select(at.block(), forward, backward, isForward);
    }

    private Value shiftBelow64(WasmOp op, Value value, Value distance) {
        Value isShort = at.add(WasmOp.I64_LT_U, distance, at.constant(64L));
        return at.graph().select(at.block(), at.add(op, value, distance), at.constant(0L), isShort);
    }

    private Value divide(int op, Value a, long divisor) {
        return op == Op.MOD ? divisions.remainder(a, divisor) : divisions.quotient(a, divisor);
    }

    /** Division and modulo round down (manual §3.4.1). A divisor of 0 or -1 is left to others. */
    private Value divide(int op, Value a, Value b, Block unusual) {
        Value isUnusual = at.add(WasmOp.I64_LE_U, at.add(WasmOp.I64_ADD, b, at.constant(1L)), at.constant(1L));
        at.require(at.add(WasmOp.I32_EQZ, isUnusual), unusual);
        Value remainder = at.add(WasmOp.I64_REM_S, a, b);
        Value hasRemainder = at.add(WasmOp.I64_NE, remainder, at.constant(0L));
        Value differs = at.add(WasmOp.I64_LT_S, at.add(WasmOp.I64_XOR, remainder, b), at.constant(0L));
        Value adjusts = at.add(WasmOp.I32_AND, hasRemainder, differs);
        if (op == Op.MOD) {
            Value adjusted = at.add(WasmOp.I64_ADD, remainder, b);
            return at.graph().select(at.block(), adjusted, remainder, adjusts);
        }
        Value lower = at.add(WasmOp.I64_EXTEND_I32_U, adjusts);
        return at.add(WasmOp.I64_SUB, at.add(WasmOp.I64_DIV_S, a, b), lower);
    }

    /** Modulo of floats: of positive ones without fraction as of integers; the kernel does the rest. */
    private void modulo(int to, Operand a, Operand b, int pc) {
        Kind kind = function.captured().get(to) ? Kind.ANY : Kind.FLOAT;
        Block join = at.newJoin(kind);
        Block slow = at.generalThen(pc + 1, pc + 1, to, kind, join);
        Value x = whole(asFloat(a, pc), slow);
        Value y = whole(asFloat(b, pc), slow);
        Value remainder = at.add(WasmOp.F64_CONVERT_I64_S, at.add(WasmOp.I64_REM_S, x, y));
        if (kind == Kind.FLOAT) {
            at.join(join, to, kind, remainder);
        } else {
            at.registers().forget(to);
            at.store(to, Kind.FLOAT, remainder);
            at.join(join);
        }
    }

    /** A float from 1 to 2^53 without fraction as an integer. */
    private Value whole(Value x, Block otherwise) {
        Value isInRange = at.add(
                WasmOp.I32_AND,
                at.add(WasmOp.F64_GE, x, at.constant(1.0)),
                at.add(WasmOp.F64_LE, x, at.constant(0x1p53)));
        at.require(isInRange, otherwise);
        Value integer = at.add(WasmOp.I64_TRUNC_F64_S, x);
        at.require(at.add(WasmOp.F64_EQ, at.add(WasmOp.F64_CONVERT_I64_S, integer), x), otherwise);
        return integer;
    }

    /** Whether there is code for an operator that does what the tags of its operands say. */
    static boolean isDynamic(int op) {
        return op >= Op.ADD && op <= Op.MOD || op == Op.IDIV || op == Op.DIV;
    }

    /** Does what the tags say: of two integers or two floats; the result is in its slot. */
    private boolean dynamic(int op, int to, Operand a, Operand b, int pc) {
        Block join = at.newJoin(Kind.ANY);
        Block slow = at.generalThen(pc + 1, pc + 1, to, Kind.ANY, join);
        Block floats = at.graph().newBlock();
        Block integers = at.graph().newBlock();
        Value tagA = tag(a);
        Value tagB = tag(b);
        Value both = at.add(WasmOp.I32_OR, at.add(WasmOp.I32_SHL, tagA, at.constant(8)), tagB);
        Value areIntegers = at.add(WasmOp.I32_EQ, both, at.constant(Tag.INTEGER << 8 | Tag.INTEGER));
        at.end(new Terminator.Branch(areIntegers, Edge.to(integers), Edge.to(floats)));
        Registers before = at.registers();

        at.moveTo(floats, before.copy());
        if (floatOp(op) != null) {
            dynamicFloats(op, to, a, b, both, slow);
            at.jumpTo(join);
        } else {
            at.end(new Terminator.Jump(Edge.to(slow)));
        }
        at.moveTo(integers, before.copy());
        if (a.kind != Kind.FLOAT && b.kind != Kind.FLOAT) {
            dynamicIntegers(op, to, payload(a, Kind.INTEGER), b, slow);
            at.jumpTo(join);
        } else {
            at.end(new Terminator.Jump(Edge.to(slow)));
        }
        before.forget(to);
        at.moveTo(join, before);
        at.afterJoin(join, -1, Kind.ANY);
        return true;
    }

    /** Of floats, one of which may be an integer that is known to be one. */
    private void dynamicFloats(int op, int to, Operand a, Operand b, Value both, Block slow) {
        int tags = floatTag(a) << 8 | floatTag(b);
        at.require(at.add(WasmOp.I32_EQ, both, at.constant(tags)), slow);
        Value value = at.add(floatOp(op), floatPayload(a), floatPayload(b));
        store(to, Kind.FLOAT, op == Op.IDIV ? at.add(WasmOp.F64_FLOOR, value) : value);
    }

    private static int floatTag(Operand operand) {
        return operand.kind == Kind.INTEGER ? Tag.INTEGER : Tag.FLOAT;
    }

    private Value floatPayload(Operand operand) {
        return operand.kind == Kind.INTEGER
                ? at.add(WasmOp.F64_CONVERT_I64_S, operand.value)
                : payload(operand, Kind.FLOAT);
    }

    private void dynamicIntegers(int op, int to, Value a, Operand divisor, Block slow) {
        Value b = payload(divisor, Kind.INTEGER);
        if (op == Op.DIV) {
            Value quotient =
                    at.add(WasmOp.F64_DIV, at.add(WasmOp.F64_CONVERT_I64_S, a), at.add(WasmOp.F64_CONVERT_I64_S, b));
            store(to, Kind.FLOAT, quotient);
            return;
        }
        WasmOp wasm = integerOp(op);
        if (wasm == null && ConstantDivision.isDivisor(divisor.integer())) {
            store(to, Kind.INTEGER, divide(op, a, divisor.integer()));
            return;
        }
        store(to, Kind.INTEGER, wasm != null ? at.add(wasm, a, b) : divide(op, a, b, slow));
    }

    private Value tag(Operand operand) {
        return operand.kind == Kind.ANY ? at.loadTag(operand.register) : at.constant(operand.kind.tag());
    }

    private Value payload(Operand operand, Kind kind) {
        return operand.kind == Kind.ANY ? at.loadPayload(operand.register, kind) : operand.value;
    }

    private void store(int to, Kind kind, Value value) {
        at.store(to, kind, value);
    }
}
