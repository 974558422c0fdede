package dev.moonlift.frontend.bytecode;

import static dev.moonlift.frontend.bytecode.Instruction.abc;
import static dev.moonlift.frontend.bytecode.Instruction.abx;
import static dev.moonlift.frontend.bytecode.Instruction.ax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.frontend.lua.Sources;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifierTest {
    private static final int RETURN_NOTHING = abc(Op.RETURN0, 0, 0, 0);

    /** A fixed function of 10 registers with one upvalue and the constants 1, 1.5, "s", a long string, nil. */
    private static Prototype function(int... code) {
        return new Prototype(
                ByteString.utf8("=x"),
                1,
                1,
                0,
                false,
                10,
                code,
                new int[code.length],
                Arrays.asList(1L, 1.5, ByteString.utf8("s"), ByteString.utf8("x".repeat(41)), null),
                List.of(),
                List.of(new Prototype.Upvalue(ByteString.utf8("u"), true, 0)),
                List.of());
    }

    private static void refused(String problem, int... code) {
        assertThatThrownBy(() -> Verifier.verify(function(code)))
                .isInstanceOf(VerifyException.class)
                .hasMessageContaining(problem);
    }

    static List<String> programs() {
        return Sources.GOLDEN;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void acceptsWhatTheCompilerMakes(String name) {
        assertThatCode(() -> Sources.compileGolden(name)).doesNotThrowAnyException();
    }

    @Test
    void registersAreWithinTheFrame() {
        refused("register 10 is outside the frame", abc(Op.MOVE, 10, 0, 0), RETURN_NOTHING);
        refused("register 10 is outside the frame", abc(Op.MOVE, 0, 10, 0), RETURN_NOTHING);
        refused("needs registers 9 to 10", abc(Op.LOADNIL, 9, 1, 0), RETURN_NOTHING);
        refused("needs registers 9 to 10", abc(Op.SELF, 9, 0, 2), RETURN_NOTHING);
        refused("needs registers 5 to 10", abc(Op.CALL, 5, 6, 1), RETURN_NOTHING);
        refused("needs registers 5 to 10", abc(Op.CALL, 5, 1, 7), RETURN_NOTHING);
        refused("needs registers 8 to 11", abx(Op.FORPREP, 8, 0), abx(Op.FORLOOP, 8, 1), RETURN_NOTHING);
        refused("needs registers 9 to 10", abc(Op.RETURN, 9, 3, 0));
    }

    @Test
    void constantsExistAndHaveTheirType() {
        refused("no constant 5", abx(Op.LOADK, 0, 5), RETURN_NOTHING);
        refused("no constant 9", abc(Op.LOADKX, 0, 0, 0), ax(Op.EXTRAARG, 9), RETURN_NOTHING);
        refused("is no class java.lang.Number", abc(Op.ADDK, 0, 0, 2), RETURN_NOTHING);
        refused("is no class java.lang.Long", abc(Op.BANDK, 0, 0, 1), RETURN_NOTHING);
        refused("is no class", abc(Op.GETFIELD, 0, 0, 0), RETURN_NOTHING);
        refused("string of 41 bytes", abc(Op.GETFIELD, 0, 0, 3), RETURN_NOTHING);
        refused("string of 41 bytes", abc(Op.SETTABUP, 0, 3, 0), RETURN_NOTHING);
        assertThatCode(() -> Verifier.verify(function(abc(Op.SELF, 0, 0, 3), RETURN_NOTHING)))
                .doesNotThrowAnyException();
    }

    @Test
    void upvaluesAndChildrenExist() {
        refused("no upvalue 1", abc(Op.GETUPVAL, 0, 1, 0), RETURN_NOTHING);
        refused("no upvalue 1", abc(Op.SETTABUP, 1, 2, 0), RETURN_NOTHING);
        refused("no function 0", abx(Op.CLOSURE, 0, 0), RETURN_NOTHING);
    }

    @Test
    void controlStaysInTheCode() {
        refused("jump to 3", ax(Op.JMP, 2), RETURN_NOTHING, RETURN_NOTHING);
        refused("jump to -1", ax(Op.JMP, -2), RETURN_NOTHING);
        refused("control runs out", abc(Op.MOVE, 0, 1, 0));
        refused("control runs out", abc(Op.NEWTABLE, 0, 0, 0), ax(Op.EXTRAARG, 0));
        refused("jump to 2", abc(Op.LFALSESKIP, 0, 0, 0), RETURN_NOTHING);
        refused(
                "midst of an instruction",
                ax(Op.JMP, 1),
                abc(Op.NEWTABLE, 0, 0, 0),
                ax(Op.EXTRAARG, 0),
                RETURN_NOTHING);
    }

    @Test
    void pairsStayTogether() {
        refused("TEST without JMP", abc(Op.TEST, 0, 0, 1), RETURN_NOTHING, RETURN_NOTHING);
        refused("NEWTABLE without EXTRAARG", abc(Op.NEWTABLE, 0, 0, 0), RETURN_NOTHING);
        refused("EXTRAARG of no instruction", ax(Op.EXTRAARG, 0), RETURN_NOTHING);
        refused("TAILCALL without RETURN", abc(Op.TAILCALL, 0, 1, 0), RETURN_NOTHING);
        refused("TFORCALL without TFORLOOP", abc(Op.TFORCALL, 0, 0, 1), RETURN_NOTHING);
        refused("TFORLOOP without TFORCALL", abx(Op.TFORLOOP, 0, 1), RETURN_NOTHING);
        refused("FORPREP leads behind RETURN0", abx(Op.FORPREP, 0, 0), RETURN_NOTHING, RETURN_NOTHING);
        refused("of another loop", abx(Op.FORPREP, 0, 0), abx(Op.FORLOOP, 1, 1), RETURN_NOTHING);
        refused("of another loop", abx(Op.FORPREP, 0, 0), abx(Op.FORLOOP, 0, 2), RETURN_NOTHING);
    }

    @Test
    void valuesUpToTopAreUsedAtOnce() {
        refused("which nothing sets", abc(Op.CALL, 0, 0, 1), RETURN_NOTHING);
        refused("sets top for nothing", abc(Op.CALL, 0, 1, 0), RETURN_NOTHING);
        refused("begin above top", abc(Op.CALL, 0, 1, 0), abc(Op.RETURN, 1, 0, 0));
        refused("which nothing sets", ax(Op.JMP, 1), abc(Op.CALL, 0, 1, 0), abc(Op.RETURN, 0, 0, 0));
    }

    @Test
    void varargFunctionsAreToldApart() {
        refused("VARARG in a function", abc(Op.VARARG, 0, 0, 2), RETURN_NOTHING);
        refused("VARARGPREP", abc(Op.VARARGPREP, 0, 0, 0), RETURN_NOTHING);
        refused("VARARGPREP in a function", RETURN_NOTHING, abc(Op.VARARGPREP, 0, 0, 0), RETURN_NOTHING);
    }

    @Test
    void thereIsNothingElse() {
        refused("no instruction has number 200", 200, RETURN_NOTHING);
        refused("operands that RETURN0 does not have", abc(Op.RETURN0, 1, 0, 0));
        refused("no code");
        refused("2 is no flag", abc(Op.TEST, 0, 0, 2), ax(Op.JMP, 0), RETURN_NOTHING);
        refused("concatenation of 1 values", abc(Op.CONCAT, 0, 1, 0), RETURN_NOTHING);
    }

    @Test
    void namesTheFunction() {
        Prototype bad = function(abc(Op.MOVE, 0, 77, 0), RETURN_NOTHING);
        Prototype main = new Prototype(
                ByteString.utf8("=x"),
                0,
                0,
                0,
                false,
                2,
                new int[] {RETURN_NOTHING},
                new int[1],
                List.of(),
                List.of(bad),
                List.of(),
                List.of());
        assertThatThrownBy(() -> Verifier.verify(main)).hasMessage("main.0 at 0: B: register 77 is outside the frame");
    }

    /** Whatever bits are flipped, the answer is yes or a proper no. */
    @Test
    void noCodeIsTooBadToJudge() {
        Random random = new Random(1);
        for (String name : Sources.GOLDEN) {
            Prototype main = Sources.compileGolden(name);
            for (int round = 0; round < 2_000; round++) {
                int[] code = main.code().clone();
                code[random.nextInt(code.length)] ^= 1 << random.nextInt(32);
                judge(main, code);
            }
        }
    }

    private static void judge(Prototype main, int[] code) {
        Prototype changed = new Prototype(
                main.source(),
                0,
                0,
                0,
                true,
                main.frameSize(),
                code,
                main.lines(),
                main.constants(),
                main.children(),
                main.upvalues(),
                main.locals());
        try {
            Verifier.verify(changed);
        } catch (VerifyException expected) {
            assertThat(expected.function()).startsWith("main");
        }
    }
}
