package dev.moonlift.frontend.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InstructionTest {
    @Property
    void threeOperands(
            @ForAll @IntRange(max = 84) int op,
            @ForAll @IntRange(max = 255) int a,
            @ForAll @IntRange(max = 255) int b,
            @ForAll @IntRange(max = 255) int c) {
        int instruction = Instruction.abc(op, a, b, c);
        assertThat(Instruction.op(instruction)).isEqualTo(op);
        assertThat(Instruction.a(instruction)).isEqualTo(a);
        assertThat(Instruction.b(instruction)).isEqualTo(b);
        assertThat(Instruction.c(instruction)).isEqualTo(c);
        assertThat(Instruction.sb(instruction)).isEqualTo((byte) b);
        assertThat(Instruction.sc(instruction)).isEqualTo((byte) c);
    }

    @Property
    void signedOperands(
            @ForAll @IntRange(min = -128, max = 127) int b, @ForAll @IntRange(min = -128, max = 127) int c) {
        int instruction = Instruction.abc(Op.ADDI, 1, b, c);
        assertThat(Instruction.sb(instruction)).isEqualTo(b);
        assertThat(Instruction.sc(instruction)).isEqualTo(c);
    }

    @Property
    void wideOperands(@ForAll @IntRange(max = 255) int a, @ForAll @IntRange(max = Instruction.MAX_BX) int bx) {
        int instruction = Instruction.abx(Op.LOADK, a, bx);
        assertThat(Instruction.a(instruction)).isEqualTo(a);
        assertThat(Instruction.bx(instruction)).isEqualTo(bx);
        assertThat(Instruction.sbx(Instruction.abx(Op.LOADI, a, (short) bx))).isEqualTo((short) bx);
    }

    @Property
    void jumps(@ForAll @IntRange(min = Instruction.MIN_SJ, max = Instruction.MAX_SJ) int distance) {
        assertThat(Instruction.sj(Instruction.ax(Op.JMP, distance))).isEqualTo(distance);
    }

    @Property
    void extraOperands(@ForAll @IntRange(max = Instruction.MAX_AX) int operand) {
        assertThat(Instruction.ax(Instruction.ax(Op.EXTRAARG, operand))).isEqualTo(operand);
    }
}
