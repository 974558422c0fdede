package dev.moonlift.frontend.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.bytecode.Opcode;
import dev.moonlift.frontend.bytecode.Prototype;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Properties of the code that are not plain from a listing, and cases too large for one. */
class CodeTest {
    private static List<Opcode> opcodes(Prototype function) {
        return Arrays.stream(function.code())
                .mapToObj(instruction -> Opcode.of(Instruction.op(instruction)))
                .toList();
    }

    private static int count(Prototype function, Opcode opcode) {
        return (int) opcodes(function).stream().filter(opcode::equals).count();
    }

    @Test
    void aChunkIsAVarargFunctionWithItsEnvironment() {
        Prototype main = Sources.compile("");
        assertThat(main.vararg()).isTrue();
        assertThat(main.frameSize()).isEqualTo(2);
        assertThat(main.upvalues()).containsExactly(new Prototype.Upvalue(ByteString.utf8("_ENV"), true, 0));
        assertThat(opcodes(main)).containsExactly(Opcode.VARARGPREP, Opcode.RETURN);
    }

    @Test
    void constantsBeyondAnOperandAreLoaded() {
        String fillers = Sources.sequence(256, i -> i + ".5,");
        Prototype main = Sources.compile("local t = {" + fillers + "} return t.name, t:method(), t + 0.25, t == 'no'");
        assertThat(opcodes(main)).doesNotContain(Opcode.GETFIELD, Opcode.SELF, Opcode.ADDK, Opcode.EQK);
        assertThat(count(main, Opcode.GETTABLE)).isEqualTo(2);
    }

    @Test
    void constantsBeyondAWideOperandTakeAnExtraWord() {
        Prototype main = Sources.compile("return {" + Sources.sequence(65_540, i -> i + ".5,") + "}");
        assertThat(count(main, Opcode.LOADKX)).isEqualTo(4);
        assertThat(main.constants()).hasSize(65_540);
    }

    @Test
    void compileTimeConstantsTakeNoRegister() {
        Prototype main =
                Sources.compile("local a <const>, b <const> = f(), 10 local c = b + 1 return function() return b end");
        assertThat(main.locals()).extracting(local -> local.name().toString()).containsExactly("a", "c");
        assertThat(main.children().get(0).upvalues()).isEmpty();
    }

    @Test
    void loopsShowTheirHiddenVariables() {
        Prototype main = Sources.compile("for i = 1, 2 do end for k, v in x do end");
        assertThat(main.locals())
                .extracting(local -> local.name().toString())
                .containsExactly(
                        "(for state)",
                        "(for state)",
                        "(for state)",
                        "i",
                        "(for state)",
                        "(for state)",
                        "(for state)",
                        "(for state)",
                        "k",
                        "v");
    }

    @Test
    void jumpsToJumpsAreShortened() {
        Prototype main = Sources.compile("local a while a do if a then a = 1 else a = 2 end end");
        for (int pc = 0; pc < main.code().length; pc++) {
            int instruction = main.code()[pc];
            if (Instruction.op(instruction) == Op.JMP) {
                int target = main.code()[pc + 1 + Instruction.sj(instruction)];
                assertThat(Instruction.op(target)).isNotEqualTo(Op.JMP);
            }
        }
    }

    @Test
    void noTailCallWhileSomethingIsToBeClosed() {
        assertThat(opcodes(Sources.compile("local x <close> = nil return f()"))).doesNotContain(Opcode.TAILCALL);
        assertThat(opcodes(Sources.compile("for k in x do return f() end"))).doesNotContain(Opcode.TAILCALL);
        assertThat(opcodes(Sources.compile("for k = 1, 2 do return f() end"))).contains(Opcode.TAILCALL);
        assertThat(opcodes(Sources.compile("return (f())"))).doesNotContain(Opcode.TAILCALL);
    }

    @Test
    void aVariableIsNotChangedBeforeItsNewValueIsKnown() {
        Prototype main = Sources.compile("local x x = f() and x");
        int test = opcodes(main).indexOf(Opcode.TESTSET);
        assertThat(Instruction.a(main.code()[test])).isZero();
        assertThat(Instruction.b(main.code()[test])).isEqualTo(1);
    }

    @Test
    void nilsAreLoadedTogetherUnlessAJumpComesBetween() {
        assertThat(count(Sources.compile("local a local b local c"), Opcode.LOADNIL))
                .isEqualTo(1);
        assertThat(count(Sources.compile("local a ::l:: local b goto l"), Opcode.LOADNIL))
                .isEqualTo(2);
    }

    @Test
    void theFirstLineOfAFileMayBeForAShell() {
        assertThat(new String(LuaCompiler.skipShebang("#!/usr/bin/lua\nx = 1".getBytes())))
                .isEqualTo("\nx = 1");
        assertThat(LuaCompiler.skipShebang("# only".getBytes())).isEmpty();
        assertThat(new String(LuaCompiler.skipShebang("x = 1".getBytes()))).isEqualTo("x = 1");
        assertThat(Sources.errorOf("#!shell")).isEqualTo("x:1: unexpected symbol near '#'");
    }
}
