package dev.moonlift.frontend.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.frontend.lua.Sources;
import java.lang.reflect.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpcodeTest {
    @ParameterizedTest
    @EnumSource
    void isOneRowOfTheTable(Opcode opcode) throws ReflectiveOperationException {
        Field number = Op.class.getField(opcode.name());
        assertThat(number.getInt(null)).isEqualTo(opcode.ordinal());
        assertThat(Opcode.of(opcode.ordinal())).isSameAs(opcode);
        assertThat(opcode.operands())
                .extracting(Opcode.Operand::field)
                .isEqualTo(opcode.format().fields());
    }

    @ParameterizedTest
    @EnumSource
    void formulaSpeaksOfItsOperands(Opcode opcode) {
        assertThat(opcode.formula()).isNotBlank();
        for (Opcode.Operand operand : opcode.operands()) {
            if (operand.role() != Opcode.Role.EXTRA) {
                assertThat(opcode.formula()).contains(letter(operand.field()));
            }
        }
    }

    private static String letter(Opcode.Field field) {
        switch (field) {
            case SIGNED_B:
                return "sB";
            case SIGNED_C:
                return "sC";
            case BX:
                return "Bx";
            case SIGNED_BX:
                return "sBx";
            case AX:
                return "Ax";
            case SIGNED_J:
                return "sJ";
            default:
                return field.name();
        }
    }

    @Test
    void numbersAreAllUsed() {
        assertThat(Op.class.getFields()).hasSize(Opcode.values().length);
        assertThat(Opcode.of(Opcode.values().length)).isNull();
        assertThat(Opcode.of(-1)).isNull();
    }

    @Test
    void everyOneIsEmittedForSomeApprovedProgram() {
        Set<Opcode> emitted = EnumSet.noneOf(Opcode.class);
        Sources.GOLDEN.forEach(name -> collect(Sources.compileGolden(name), emitted));
        // It takes more constants than a listing should have.
        collect(Sources.compile("return {" + Sources.sequence(65_537, i -> i + ".5,") + "}"), emitted);
        assertThat(emitted).containsExactlyInAnyOrder(Opcode.values());
    }

    private static void collect(Prototype function, Set<Opcode> emitted) {
        IntStream.of(function.code()).forEach(instruction -> emitted.add(Opcode.of(Instruction.op(instruction))));
        function.children().forEach(child -> collect(child, emitted));
    }

    /** Each operand, set to what its role excludes in an otherwise empty function, is found out. */
    @ParameterizedTest
    @EnumSource
    void verifierKnowsItsOperands(Opcode opcode) {
        for (Opcode.Operand operand : opcode.operands()) {
            if (excludes(operand.role())) {
                int instruction = opcode.ordinal() | largest(operand.field());
                assertThatThrownBy(() -> Verifier.verify(functionOf(instruction)))
                        .as("%s %s", opcode, operand)
                        .isInstanceOf(VerifyException.class)
                        .hasMessageMatching("main at 1: (?!operands that).*");
            }
        }
    }

    private static boolean excludes(Opcode.Role role) {
        return role != Opcode.Role.INTEGER && role != Opcode.Role.COUNT && role != Opcode.Role.EXTRA;
    }

    private static int largest(Opcode.Field field) {
        switch (field) {
            case A:
                return 0x0000FF00;
            case B:
            case SIGNED_B:
                return 0x00FF0000;
            case C:
            case SIGNED_C:
                return 0xFF000000;
            case BX:
            case SIGNED_BX:
                return 0xFFFF0000;
            default:
                return 0x7FFFFF00;
        }
    }

    /** The first operands are names that exist nowhere too, but each is looked at in its turn. */
    private static Prototype functionOf(int instruction) {
        int[] code = {Op.VARARGPREP, instruction, Instruction.abc(Op.RETURN, 0, 1, 0)};
        return new Prototype(
                ByteString.utf8("=x"), 0, 0, 0, true, 2, code, new int[3], List.of(), List.of(), List.of(), List.of());
    }
}
