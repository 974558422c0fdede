package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/** Tests. What may need a metamethod or a conversion is left to the interpreter. */
final class ComparisonCompiler {
    /** Floats have all integers of so many bits. */
    private static final int EXACT_BITS = 53;

    private final FunctionCode function;
    private final Emission at;
    private final ConstantDivision divisions;
    private final StringAccess strings;

    ComparisonCompiler(FunctionCode function, Emission at, ConstantDivision divisions) {
        this.divisions = divisions;
        this.function = function;
        this.at = at;
        this.strings = new StringAccess(at);
    }

    /** What is compared: a register or a constant. */
    private record Operand(Kind kind, Value value, int register) {}

    private enum Relation {
        EQUAL(WasmOp.I64_EQ, WasmOp.F64_EQ),
        LESS(WasmOp.I64_LT_S, WasmOp.F64_LT),
        AT_MOST(WasmOp.I64_LE_S, WasmOp.F64_LE),
        GREATER(WasmOp.I64_GT_S, WasmOp.F64_GT),
        AT_LEAST(WasmOp.I64_GE_S, WasmOp.F64_GE);

        private final WasmOp ofIntegers;
        private final WasmOp ofFloats;

        Relation(WasmOp ofIntegers, WasmOp ofFloats) {
            this.ofIntegers = ofIntegers;
            this.ofFloats = ofFloats;
        }

        private WasmOp of(Kind kind) {
            return kind == Kind.FLOAT ? ofFloats : ofIntegers;
        }
    }

    /** Whether the test's condition holds: an i32 that is not 0. */
    Value translate(int i, int pc) {
        if ((i & 0xFF) == Op.TEST) {
            return truth(Instruction.a(i));
        }
        Operand a = register(Instruction.a(i));
        return switch (i & 0xFF) {
            case Op.EQ -> equal(a, register(Instruction.b(i)), pc);
            case Op.LT -> ordered(Relation.LESS, a, register(Instruction.b(i)), pc);
            case Op.LE -> ordered(Relation.AT_MOST, a, register(Instruction.b(i)), pc);
            case Op.EQK -> equalConstant(a, Instruction.b(i), pc);
            case Op.EQI -> immediate(Relation.EQUAL, a, Instruction.sb(i), pc);
            case Op.LTI -> immediate(Relation.LESS, a, Instruction.sb(i), pc);
            case Op.LEI -> immediate(Relation.AT_MOST, a, Instruction.sb(i), pc);
            case Op.GTI -> immediate(Relation.GREATER, a, Instruction.sb(i), pc);
            case Op.GEI -> immediate(Relation.AT_LEAST, a, Instruction.sb(i), pc);
            default -> throw new IllegalArgumentException("not a test: " + i);
        };
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

    /** Whether a register is neither nil nor false. */
    Value truth(int register) {
        return switch (at.registers().kind(register)) {
            case ANY -> at.add(WasmOp.I32_GT_S, at.loadTag(register), at.constant(Tag.FALSE));
            case BOOLEAN -> at.registers().value(register);
            default -> at.constant(1);
        };
    }

    private Value immediate(Relation relation, Operand a, int b, int pc) {
        return switch (a.kind) {
            case INTEGER -> at.add(relation.ofIntegers, a.value, at.constant((long) b));
            case FLOAT -> at.add(relation.ofFloats, compared(relation, a.value, b), at.constant((double) b));
            default ->
                ordered(
                        relation,
                        a,
                        new Operand(Kind.INTEGER, at.constant((long) b), -1),
                        new Operand(Kind.FLOAT, at.constant((double) b), -1),
                        pc);
        };
    }

    /** What is compared with a constant in place of a float. */
    private Value compared(Relation relation, Value value, int constant) {
        return relation == Relation.EQUAL && constant == 0 ? divisions.sameZero(value) : value;
    }

    private Value ordered(Relation relation, Operand a, Operand b, int pc) {
        if (a.kind == b.kind && a.kind != Kind.ANY) {
            return at.add(relation.of(a.kind), a.value, b.value);
        }
        if (a.kind.isNumber() && b.kind.isNumber()) {
            return at.add(relation.ofFloats, asFloat(a, pc), asFloat(b, pc));
        }
        return ordered(relation, a, b, b, pc);
    }

    /** A number as a float; an integer that may not be one exactly is left to the interpreter. */
    private Value asFloat(Operand operand, int pc) {
        if (operand.kind == Kind.FLOAT) {
            return operand.value;
        }
        Value shifted = at.add(WasmOp.I64_ADD, operand.value, at.constant(1L << EXACT_BITS));
        Value isExact = at.add(WasmOp.I64_LE_U, shifted, at.constant(2L << EXACT_BITS));
        at.require(isExact, at.exitTo(pc));
        return at.add(WasmOp.F64_CONVERT_I64_S, operand.value);
    }

    /** Compares two integers or two floats; the second operand may be there as both. */
    private Value ordered(Relation relation, Operand a, Operand asInteger, Operand asFloat, int pc) {
        Block join = at.graph().newBlock();
        Value result = at.graph().addParameter(join, ValueType.I32);
        Block exit = at.exitTo(pc);
        Block other = at.graph().newBlock();
        Registers registers = at.registers();
        if (mayBe(a, Kind.INTEGER) && mayBe(asInteger, Kind.INTEGER)) {
            compareIf(Kind.INTEGER, relation, a, asInteger, join, other);
        } else {
            at.end(new Terminator.Jump(Edge.to(other)));
        }
        at.moveTo(other, registers);
        if (a.kind == Kind.ANY && asFloat.kind == Kind.ANY) {
            Block strings = at.graph().newBlock();
            compareIf(Kind.FLOAT, relation, a, asFloat, join, strings);
            at.moveTo(strings);
            compareStrings(relation, a, asFloat, join, exit);
        } else if (mayBe(a, Kind.FLOAT) && mayBe(asFloat, Kind.FLOAT)) {
            compareIf(Kind.FLOAT, relation, a, asFloat, join, exit);
        } else {
            at.end(new Terminator.Jump(Edge.to(exit)));
        }
        at.moveTo(join, registers);
        return result;
    }

    private void compareStrings(Relation relation, Operand a, Operand b, Block join, Block otherwise) {
        Value first = strings.in(a.register, otherwise);
        Value second = strings.in(b.register, otherwise);
        Value order = at.add(WasmOp.I64_EXTEND_I32_S, at.call(KernelFunction.COMPARE, first, second));
        Value result = at.add(relation.ofIntegers, order, at.constant(0L));
        at.end(new Terminator.Jump(new Edge(join, List.of(result))));
    }

    private static boolean mayBe(Operand operand, Kind kind) {
        return operand.kind == Kind.ANY || operand.kind == kind;
    }

    private void compareIf(Kind kind, Relation relation, Operand a, Operand b, Block join, Block otherwise) {
        requireKind(a, kind, otherwise);
        requireKind(b, kind, otherwise);
        Value result = at.add(relation.of(kind), payload(a, kind), payload(b, kind));
        at.end(new Terminator.Jump(new Edge(join, List.of(result))));
    }

    private void requireKind(Operand operand, Kind kind, Block otherwise) {
        if (operand.kind == Kind.ANY) {
            at.require(at.add(WasmOp.I32_EQ, at.loadTag(operand.register), at.constant(kind.tag())), otherwise);
        }
    }

    private Value payload(Operand operand, Kind kind) {
        return operand.kind == Kind.ANY ? at.loadPayload(operand.register, kind) : operand.value;
    }

    private Value equalConstant(Operand a, int index, int pc) {
        int tag = function.constants().tag(index);
        long payload = function.constants().payload(index);
        if (tag == Tag.INTEGER || tag == Tag.FLOAT) {
            Kind kind = Kind.ofTag(tag);
            Value constant =
                    kind == Kind.INTEGER ? at.constant(payload) : at.constant(Double.longBitsToDouble(payload));
            return equalNumber(a, new Operand(kind, constant, -1), pc);
        }
        if (a.kind != Kind.ANY) {
            return at.constant(0);
        }
        Value sameTag = at.add(WasmOp.I32_EQ, at.loadTag(a.register), at.constant(tag));
        if (tag < Tag.INTEGER) {
            return sameTag;
        }
        if (tag == Tag.LONG_STRING) {
            at.require(at.add(WasmOp.I32_EQZ, sameTag), at.exitTo(pc));
            return at.constant(0);
        }
        // As a whole, not as an address: that it would be only where the tag is right.
        Value wanted = at.addAt(WasmOp.I64_LOAD, Emission.offset(index), at.constants());
        Value samePayload = at.add(WasmOp.I64_EQ, at.loadPayload(a.register, Kind.INTEGER), wanted);
        return at.add(WasmOp.I32_AND, sameTag, samePayload);
    }

    /** Compares with a number; an integer with a float is left to the interpreter. */
    private Value equalNumber(Operand a, Operand number, int pc) {
        if (a.kind == number.kind) {
            return at.add(Relation.EQUAL.of(a.kind), a.value, number.value);
        }
        if (a.kind != Kind.ANY) {
            at.require(at.constant(0), at.exitTo(pc));
            return at.constant(0);
        }
        Block join = at.graph().newBlock();
        Value result = at.graph().addParameter(join, ValueType.I32);
        Block other = at.graph().newBlock();
        Block exit = at.exitTo(pc);
        compareIf(number.kind, Relation.EQUAL, a, number, join, other);
        at.moveTo(other);
        int otherTag = number.kind == Kind.INTEGER ? Tag.FLOAT : Tag.INTEGER;
        at.require(at.add(WasmOp.I32_NE, at.loadTag(a.register), at.constant(otherTag)), exit);
        at.end(new Terminator.Jump(new Edge(join, List.of(at.constant(0)))));
        at.moveTo(join);
        return result;
    }

    private Value equal(Operand a, Operand b, int pc) {
        if (a.kind != Kind.ANY) {
            return equalNumber(b, a, pc);
        }
        return b.kind != Kind.ANY ? equalNumber(a, b, pc) : equalAny(a.register, b.register, pc);
    }

    /** Goes on if a register's table has no metatable: it is equal to none but itself. */
    private void requireNoMetatable(int register, Block otherwise) {
        Value table = at.mark(at.loadPayload(register, Kind.TABLE), Part.OBJECT);
        at.require(at.add(WasmOp.I32_EQZ, at.loadInt(table, Table.METATABLE)), otherwise);
    }

    /** Raw equality of two slots, where that decides; the interpreter does the rest. */
    private Value equalAny(int a, int b, int pc) {
        Block join = at.graph().newBlock();
        Value result = at.graph().addParameter(join, ValueType.I32);
        Block exit = at.exitTo(pc);
        Block differ = at.graph().newBlock();
        Value tagA = at.loadTag(a);
        Value tagB = at.loadTag(b);
        at.require(at.add(WasmOp.I32_EQ, tagA, tagB), differ);
        Block notSimple = at.graph().newBlock();
        Block compared = at.graph().newBlock();
        Value samePayload = at.add(WasmOp.I64_EQ, at.loadPayload(a, Kind.INTEGER), at.loadPayload(b, Kind.INTEGER));
        Value isPlain = at.add(WasmOp.I32_LT_S, tagA, at.constant(Tag.INTEGER));
        Value hasNoPayload = at.add(WasmOp.I32_LE_S, tagA, at.constant(Tag.TRUE));
        at.require(at.add(WasmOp.I32_EQZ, hasNoPayload), notSimple);
        // Of floats, long strings, tables and userdata equal payloads say less, or more, than wanted.
        Value bit = at.add(WasmOp.I32_SHL, at.constant(1), tagA);
        int unsure = 1 << Tag.FLOAT | 1 << Tag.LONG_STRING | 1 << Tag.TABLE | 1 << Tag.USERDATA;
        Value isSure = at.add(WasmOp.I32_EQZ, at.add(WasmOp.I32_AND, bit, at.constant(unsure)));
        Value decides = at.add(
                WasmOp.I32_OR,
                at.add(WasmOp.I32_OR, isSure, isPlain),
                at.add(WasmOp.I32_AND, samePayload, at.add(WasmOp.I32_NE, tagA, at.constant(Tag.FLOAT))));
        Block undecided = at.graph().newBlock();
        at.end(new Terminator.Branch(decides, Edge.to(compared), Edge.to(undecided)));
        at.moveTo(undecided);
        at.require(at.add(WasmOp.I32_EQ, tagA, at.constant(Tag.TABLE)), exit);
        requireNoMetatable(a, exit);
        requireNoMetatable(b, exit);
        at.end(new Terminator.Jump(Edge.to(compared)));
        at.moveTo(compared);
        at.end(new Terminator.Jump(new Edge(join, List.of(samePayload))));
        at.moveTo(notSimple);
        at.end(new Terminator.Jump(new Edge(join, List.of(at.constant(1)))));
        at.moveTo(differ);
        Value areNumbers =
                at.add(WasmOp.I32_EQ, at.add(WasmOp.I32_ADD, tagA, tagB), at.constant(Tag.INTEGER + Tag.FLOAT));
        Value firstIsNumber =
                at.add(WasmOp.I32_EQ, at.add(WasmOp.I32_OR, tagA, at.constant(1)), at.constant(Tag.FLOAT));
        Value needsConversion = at.add(WasmOp.I32_AND, areNumbers, firstIsNumber);
        at.require(at.add(WasmOp.I32_EQZ, needsConversion), exit);
        at.end(new Terminator.Jump(new Edge(join, List.of(at.constant(0)))));
        at.moveTo(join);
        return result;
    }
}
