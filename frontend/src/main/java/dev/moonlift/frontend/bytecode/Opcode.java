package dev.moonlift.frontend.bytecode;

import static dev.moonlift.frontend.bytecode.Opcode.Format.*;
import static dev.moonlift.frontend.bytecode.Opcode.Role.*;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The opcode table: the one place that says what every instruction means.
 *
 * <p>In the formulas {@code R[x]} is register x of the running frame, {@code K[x]} constant x of its prototype,
 * {@code U[x]} upvalue x of its closure; {@code pc} is the address of the NEXT instruction, in instructions; {@code sX}
 * is operand X read as a signed number. "Skips" means that the next instruction, always a {@link #JMP}, is passed over;
 * when a test does not skip, the interpreter takes that jump at once. Arithmetic, comparison, concatenation, length,
 * indexing and calls try the metamethods of the manual (§2.4) when the raw operation does not apply.
 */
public enum Opcode {
    MOVE(Op.MOVE, AB, "R[A] := R[B]", REGISTER, REGISTER),
    LOADI(Op.LOADI, ASBX, "R[A] := integer sBx", REGISTER, INTEGER),
    LOADF(Op.LOADF, ASBX, "R[A] := float sBx", REGISTER, INTEGER),
    LOADK(Op.LOADK, ABX, "R[A] := K[Bx]", REGISTER, CONSTANT),
    LOADKX(Op.LOADKX, A, "R[A] := K[Ax of the EXTRAARG that follows]", REGISTER),
    LOADFALSE(Op.LOADFALSE, A, "R[A] := false", REGISTER),
    LFALSESKIP(Op.LFALSESKIP, A, "R[A] := false; pc++", REGISTER),
    LOADTRUE(Op.LOADTRUE, A, "R[A] := true", REGISTER),
    LOADNIL(Op.LOADNIL, AB, "R[A], R[A+1], ..., R[A+B] := nil", REGISTER, COUNT),
    GETUPVAL(Op.GETUPVAL, AB, "R[A] := U[B]", REGISTER, UPVALUE),
    SETUPVAL(Op.SETUPVAL, AB, "U[B] := R[A]", REGISTER, UPVALUE),
    GETTABUP(Op.GETTABUP, ABC, "R[A] := U[B][K[C]], K[C] a short string", REGISTER, UPVALUE, SHORT_STRING_CONSTANT),
    SETTABUP(Op.SETTABUP, ABC, "U[A][K[B]] := R[C], K[B] a short string", UPVALUE, SHORT_STRING_CONSTANT, REGISTER),
    SETTABUPK(Op.SETTABUPK, ABC, "U[A][K[B]] := K[C], K[B] a short string", UPVALUE, SHORT_STRING_CONSTANT, CONSTANT),
    GETTABLE(Op.GETTABLE, ABC, "R[A] := R[B][R[C]]", REGISTER, REGISTER, REGISTER),
    GETI(Op.GETI, ABC, "R[A] := R[B][integer C], C unsigned", REGISTER, REGISTER, INTEGER),
    GETFIELD(Op.GETFIELD, ABC, "R[A] := R[B][K[C]], K[C] a short string", REGISTER, REGISTER, SHORT_STRING_CONSTANT),
    SETTABLE(Op.SETTABLE, ABC, "R[A][R[B]] := R[C]", REGISTER, REGISTER, REGISTER),
    SETTABLEK(Op.SETTABLEK, ABC, "R[A][R[B]] := K[C]", REGISTER, REGISTER, CONSTANT),
    SETI(Op.SETI, ABC, "R[A][integer B] := R[C], B unsigned", REGISTER, INTEGER, REGISTER),
    SETIK(Op.SETIK, ABC, "R[A][integer B] := K[C], B unsigned", REGISTER, INTEGER, CONSTANT),
    SETFIELD(Op.SETFIELD, ABC, "R[A][K[B]] := R[C], K[B] a short string", REGISTER, SHORT_STRING_CONSTANT, REGISTER),
    SETFIELDK(Op.SETFIELDK, ABC, "R[A][K[B]] := K[C], K[B] a short string", REGISTER, SHORT_STRING_CONSTANT, CONSTANT),
    NEWTABLE(
            Op.NEWTABLE,
            AB,
            "R[A] := {} with room for 2^(B-1) hash nodes (none if B = 0) and for as many array elements as"
                    + " the Ax of the EXTRAARG that follows",
            REGISTER,
            COUNT),
    SELF(Op.SELF, ABC, "R[A+1] := R[B]; R[A] := R[B][K[C]], K[C] a string", REGISTER, REGISTER, STRING_CONSTANT),
    ADDI(Op.ADDI, ABSC, "R[A] := R[B] + integer sC", REGISTER, REGISTER, INTEGER),
    SUBI(Op.SUBI, ABSC, "R[A] := R[B] - integer sC", REGISTER, REGISTER, INTEGER),
    ADDK(Op.ADDK, ABC, "R[A] := R[B] + K[C], K[C] a number", REGISTER, REGISTER, NUMBER_CONSTANT),
    SUBK(Op.SUBK, ABC, "R[A] := R[B] - K[C], K[C] a number", REGISTER, REGISTER, NUMBER_CONSTANT),
    MULK(Op.MULK, ABC, "R[A] := R[B] * K[C], K[C] a number", REGISTER, REGISTER, NUMBER_CONSTANT),
    MODK(Op.MODK, ABC, "R[A] := R[B] % K[C], K[C] a number", REGISTER, REGISTER, NUMBER_CONSTANT),
    POWK(Op.POWK, ABC, "R[A] := R[B] ^ K[C], K[C] a number", REGISTER, REGISTER, NUMBER_CONSTANT),
    DIVK(Op.DIVK, ABC, "R[A] := R[B] / K[C], K[C] a number", REGISTER, REGISTER, NUMBER_CONSTANT),
    IDIVK(Op.IDIVK, ABC, "R[A] := R[B] // K[C], K[C] a number", REGISTER, REGISTER, NUMBER_CONSTANT),
    BANDK(Op.BANDK, ABC, "R[A] := R[B] & K[C], K[C] an integer", REGISTER, REGISTER, INTEGER_CONSTANT),
    BORK(Op.BORK, ABC, "R[A] := R[B] | K[C], K[C] an integer", REGISTER, REGISTER, INTEGER_CONSTANT),
    BXORK(Op.BXORK, ABC, "R[A] := R[B] ~ K[C], K[C] an integer", REGISTER, REGISTER, INTEGER_CONSTANT),
    SHLK(Op.SHLK, ABC, "R[A] := R[B] << K[C], K[C] an integer", REGISTER, REGISTER, INTEGER_CONSTANT),
    SHRK(Op.SHRK, ABC, "R[A] := R[B] >> K[C], K[C] an integer", REGISTER, REGISTER, INTEGER_CONSTANT),
    ADD(Op.ADD, ABC, "R[A] := R[B] + R[C]", REGISTER, REGISTER, REGISTER),
    SUB(Op.SUB, ABC, "R[A] := R[B] - R[C]", REGISTER, REGISTER, REGISTER),
    MUL(Op.MUL, ABC, "R[A] := R[B] * R[C]", REGISTER, REGISTER, REGISTER),
    MOD(Op.MOD, ABC, "R[A] := R[B] % R[C]", REGISTER, REGISTER, REGISTER),
    POW(Op.POW, ABC, "R[A] := R[B] ^ R[C]", REGISTER, REGISTER, REGISTER),
    DIV(Op.DIV, ABC, "R[A] := R[B] / R[C]", REGISTER, REGISTER, REGISTER),
    IDIV(Op.IDIV, ABC, "R[A] := R[B] // R[C]", REGISTER, REGISTER, REGISTER),
    BAND(Op.BAND, ABC, "R[A] := R[B] & R[C]", REGISTER, REGISTER, REGISTER),
    BOR(Op.BOR, ABC, "R[A] := R[B] | R[C]", REGISTER, REGISTER, REGISTER),
    BXOR(Op.BXOR, ABC, "R[A] := R[B] ~ R[C]", REGISTER, REGISTER, REGISTER),
    SHL(Op.SHL, ABC, "R[A] := R[B] << R[C]", REGISTER, REGISTER, REGISTER),
    SHR(Op.SHR, ABC, "R[A] := R[B] >> R[C]", REGISTER, REGISTER, REGISTER),
    UNM(Op.UNM, AB, "R[A] := -R[B]", REGISTER, REGISTER),
    BNOT(Op.BNOT, AB, "R[A] := ~R[B]", REGISTER, REGISTER),
    NOT(Op.NOT, AB, "R[A] := not R[B]", REGISTER, REGISTER),
    LEN(Op.LEN, AB, "R[A] := #R[B]", REGISTER, REGISTER),
    CONCAT(Op.CONCAT, AB, "R[A] := R[A] .. ... .. R[A+B-1]", REGISTER, COUNT),
    CLOSE(Op.CLOSE, A, "close upvalues and to-be-closed variables >= R[A]", REGISTER),
    TBC(Op.TBC, A, "mark R[A] as to be closed", REGISTER),
    JMP(Op.JMP, SJ, "pc += sJ", JUMP),
    EQ(Op.EQ, ABC, "if (R[A] == R[B]) ~= C then skip", REGISTER, REGISTER, FLAG),
    LT(Op.LT, ABC, "if (R[A] < R[B]) ~= C then skip", REGISTER, REGISTER, FLAG),
    LE(Op.LE, ABC, "if (R[A] <= R[B]) ~= C then skip", REGISTER, REGISTER, FLAG),
    EQK(Op.EQK, ABC, "if (R[A] == K[B]) ~= C then skip", REGISTER, CONSTANT, FLAG),
    EQI(Op.EQI, ASBC, "if (R[A] == integer sB) ~= C then skip", REGISTER, INTEGER, FLAG),
    LTI(Op.LTI, ASBC, "if (R[A] < integer sB) ~= C then skip", REGISTER, INTEGER, FLAG),
    LEI(Op.LEI, ASBC, "if (R[A] <= integer sB) ~= C then skip", REGISTER, INTEGER, FLAG),
    GTI(Op.GTI, ASBC, "if (R[A] > integer sB) ~= C then skip", REGISTER, INTEGER, FLAG),
    GEI(Op.GEI, ASBC, "if (R[A] >= integer sB) ~= C then skip", REGISTER, INTEGER, FLAG),
    TEST(Op.TEST, AC, "if truth(R[A]) ~= C then skip", REGISTER, FLAG),
    TESTSET(Op.TESTSET, ABC, "if truth(R[B]) ~= C then skip else R[A] := R[B]", REGISTER, REGISTER, FLAG),
    CALL(
            Op.CALL,
            ABC,
            "R[A], ..., R[A+C-2] := R[A](R[A+1], ..., R[A+B-1]); B = 0: arguments up to top; C = 0: all"
                    + " results, sets top",
            REGISTER,
            COUNT,
            COUNT),
    TAILCALL(
            Op.TAILCALL,
            ABC,
            "return R[A](R[A+1], ..., R[A+B-1]), B = 0: arguments up to top; C = 1 if upvalues may be open."
                    + " Always followed by RETURN A 0 C, for when the callee is a builtin",
            REGISTER,
            COUNT,
            FLAG),
    RETURN(
            Op.RETURN,
            ABC,
            "return R[A], ..., R[A+B-2]; B = 0: up to top; C = 1 if upvalues or to-be-closed variables may"
                    + " be open. The only return in vararg functions",
            REGISTER,
            COUNT,
            FLAG),
    RETURN0(Op.RETURN0, NONE, "return, from a function that is not vararg and has nothing to close"),
    RETURN1(Op.RETURN1, A, "return R[A], from a function that is not vararg and has nothing to close", REGISTER),
    FORPREP(
            Op.FORPREP,
            ABX,
            "check and prepare the numeric loop of R[A] (start), R[A+1] (limit), R[A+2] (step); if it runs"
                    + " R[A+3] := start, else pc += Bx+1",
            REGISTER,
            SKIPPING_JUMP),
    FORLOOP(
            Op.FORLOOP,
            ABX,
            "update the loop of R[A]; if it goes on { R[A+3] := R[A]; pc -= Bx }",
            REGISTER,
            BACKWARD_JUMP),
    TFORPREP(Op.TFORPREP, ABX, "mark R[A+3] as to be closed (unless nil or false); pc += Bx", REGISTER, FORWARD_JUMP),
    TFORCALL(Op.TFORCALL, AC, "R[A+4], ..., R[A+3+C] := R[A](R[A+1], R[A+2])", REGISTER, COUNT),
    TFORLOOP(Op.TFORLOOP, ABX, "if R[A+4] ~= nil then { R[A+2] := R[A+4]; pc -= Bx }", REGISTER, BACKWARD_JUMP),
    SETLIST(
            Op.SETLIST,
            AB,
            "R[A][n+i] := R[A+i] for 1 <= i <= B, n the Ax of the EXTRAARG that follows; B = 0: up to top",
            REGISTER,
            COUNT),
    CLOSURE(Op.CLOSURE, ABX, "R[A] := closure of child prototype Bx", REGISTER, CHILD),
    VARARG(Op.VARARG, AC, "R[A], ..., R[A+C-2] := ...; C = 0: all, sets top", REGISTER, COUNT),
    VARARGPREP(
            Op.VARARGPREP,
            NONE,
            "move function and parameters above the extra arguments; first in every vararg function"),
    EXTRAARG(Op.EXTRAARG, AX, "operand of the instruction before", EXTRA);

    /** Where in an instruction an operand is, and how it is read. */
    public enum Field {
        A(Instruction::a),
        B(Instruction::b),
        C(Instruction::c),
        SIGNED_B(Instruction::sb),
        SIGNED_C(Instruction::sc),
        BX(Instruction::bx),
        SIGNED_BX(Instruction::sbx),
        AX(Instruction::ax),
        SIGNED_J(Instruction::sj);

        private final IntUnaryOperator reader;

        Field(IntUnaryOperator reader) {
            this.reader = reader;
        }

        public int read(int instruction) {
            return reader.applyAsInt(instruction);
        }
    }

    /** Which operands an instruction has; those not named are zero. */
    public enum Format {
        NONE,
        A(Field.A),
        AB(Field.A, Field.B),
        AC(Field.A, Field.C),
        ABC(Field.A, Field.B, Field.C),
        /** C signed. */
        ABSC(Field.A, Field.B, Field.SIGNED_C),
        /** B signed. */
        ASBC(Field.A, Field.SIGNED_B, Field.C),
        ABX(Field.A, Field.BX),
        ASBX(Field.A, Field.SIGNED_BX),
        AX(Field.AX),
        SJ(Field.SIGNED_J);

        private final List<Field> fields;

        Format(Field... fields) {
            this.fields = List.of(fields);
        }

        public List<Field> fields() {
            return fields;
        }
    }

    /** What the number in an operand stands for. */
    public enum Role {
        REGISTER,
        UPVALUE,
        CONSTANT,
        NUMBER_CONSTANT,
        INTEGER_CONSTANT,
        STRING_CONSTANT,
        /** A string of at most {@link #MAX_SHORT_STRING} bytes. */
        SHORT_STRING_CONSTANT,
        /** A child prototype. */
        CHILD,
        /** An integer that is itself the value. */
        INTEGER,
        /** A number of things, sometimes off by one, with 0 for "all". */
        COUNT,
        /** 0 or 1. */
        FLAG,
        /** Added to pc. */
        JUMP,
        /** As {@link #JUMP}, in an unsigned operand. */
        FORWARD_JUMP,
        /** Added to pc together with 1. */
        SKIPPING_JUMP,
        /** Subtracted from pc. */
        BACKWARD_JUMP,
        /** Whatever the instruction before makes of it. */
        EXTRA
    }

    /** An operand: where it is and what it stands for. */
    public record Operand(Field field, Role role) {}

    /** Longest string that counts as short: those are unique in the runtime. */
    public static final int MAX_SHORT_STRING = 40;

    private static final Opcode[] TABLE = values();

    private final Format format;
    private final String formula;
    private final List<Operand> operands;

    Opcode(int number, Format format, String formula, Role... roles) {
        if (number != ordinal() || roles.length != format.fields().size()) {
            throw new AssertionError(name() + " stands at " + ordinal() + ", Op says " + number);
        }
        this.format = format;
        this.formula = formula;
        this.operands = IntStream.range(0, roles.length)
                .mapToObj(i -> new Operand(format.fields().get(i), roles[i]))
                .toList();
    }

    /** The opcode with that number, 0 to {@code values().length - 1}; null for any other number. */
    public static Opcode of(int number) {
        return number >= 0 && number < TABLE.length ? TABLE[number] : null;
    }

    public Format format() {
        return format;
    }

    /** What the instruction does, in the notation of the class comment. */
    public String formula() {
        return formula;
    }

    /** Its operands, in the order of the format. */
    public List<Operand> operands() {
        return operands;
    }

    /** Whether it is a test that passes over the next instruction, which is a {@link #JMP}. */
    public boolean isTest() {
        return compareTo(EQ) >= 0 && compareTo(TESTSET) <= 0;
    }

    /** Whether the next instruction is an {@link #EXTRAARG} that belongs to it. */
    public boolean hasExtra() {
        return this == LOADKX || this == NEWTABLE || this == SETLIST;
    }

    /** Whether an instruction with this opcode may jump to an earlier one: whether it is the end of a loop. */
    public boolean jumpsBackwards(int instruction) {
        return this == FORLOOP || this == TFORLOOP || this == JMP && Instruction.sj(instruction) < 0;
    }

    /** Whether control never goes on behind it. */
    public boolean isReturn() {
        return compareTo(RETURN) >= 0 && compareTo(RETURN1) <= 0;
    }
}
