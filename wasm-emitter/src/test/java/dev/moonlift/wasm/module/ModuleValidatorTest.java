package dev.moonlift.wasm.module;

import static dev.moonlift.wasm.module.ValueType.F32;
import static dev.moonlift.wasm.module.ValueType.I32;
import static dev.moonlift.wasm.module.ValueType.I64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages name the place, what was expected and what was found. Each rule about bodies: {@link MutationTest}. */
class ModuleValidatorTest {
    private ModuleBuilder builder = WasmModule.builder();

    @Test
    void namesFunctionAndInstruction() {
        builder.importFunction("m", "imported", Samples.NOTHING);
        assertInvalidBody(
                "function 1 (f), instruction 2 (i32.add): expected i32, found i64",
                Insn.of(WasmOp.I64_CONST, 1),
                Insn.of(WasmOp.I32_CONST, 1),
                Insn.of(WasmOp.I32_ADD));
    }

    @Test
    void wantsOperands() {
        assertInvalidBody("instruction 0 (drop): expected an operand, found none", Insn.of(WasmOp.DROP));
        assertInvalidBody("instruction 0 (i32.eqz): expected i32, found none", Insn.of(WasmOp.I32_EQZ));
    }

    @Test
    void wantsNothingLeftOver() {
        assertInvalidBody(
                "instruction 2 (end): expected [] and no more, found in addition [i32 i64]",
                Insn.of(WasmOp.I32_CONST),
                Insn.of(WasmOp.I64_CONST));
    }

    @Test
    void lendsOperandsToCodeThatIsNotReached() {
        builder.addFunction(
                "f",
                new FunctionType(List.of(), List.of(F32)),
                body(Insn.of(WasmOp.UNREACHABLE), Insn.of(WasmOp.SELECT)));
        assertValid();
        assertInvalidBody(
                "instruction 2 (f32.neg): expected f32, found i32",
                Insn.of(WasmOp.UNREACHABLE),
                Insn.of(WasmOp.I32_ADD),
                Insn.of(WasmOp.F32_NEG));
    }

    @Test
    void lendsOneOperandToLabelsOfDifferentTypes() {
        builder.addFunction(
                "f",
                new FunctionType(List.of(), List.of(F32)),
                body(
                        Insn.of(WasmOp.BLOCK, BlockType.of(I32)),
                        Insn.of(WasmOp.UNREACHABLE),
                        Insn.branchTable(List.of(0, 1)),
                        Insn.of(WasmOp.END),
                        Insn.of(WasmOp.DROP),
                        Insn.of(WasmOp.F32_CONST)));
        assertValid();
    }

    @Test
    void wantsLabels() {
        assertInvalidBody("instruction 0 (br): no label 1, there are 1", Insn.of(WasmOp.BR, 1));
    }

    @Test
    void wantsTheEndsOfBlocks() {
        builder.addFunction("f", Samples.NOTHING, new Body(List.of(), List.of(Insn.of(WasmOp.LOOP, BlockType.EMPTY))));
        assertInvalid("function 0 (f): 2 times end is missing");
    }

    @Test
    void wantsNothingBehindTheEnd() {
        assertInvalidBody("instruction 1 (nop): behind the end of the body", Insn.of(WasmOp.END), Insn.of(WasmOp.NOP));
    }

    @Test
    void wantsAnElseForAResult() {
        assertInvalidBody(
                "instruction 3 (end): if without else must give what it takes, [], but gives [i32]",
                Insn.of(WasmOp.I32_CONST),
                Insn.of(WasmOp.IF, BlockType.of(I32)),
                Insn.of(WasmOp.I32_CONST),
                Insn.of(WasmOp.END));
    }

    @Test
    void wantsTheResultOfEachBranch() {
        assertInvalidBody(
                "instruction 4 (else): expected i32, found i64",
                Insn.of(WasmOp.NOP),
                Insn.of(WasmOp.I32_CONST),
                Insn.of(WasmOp.IF, BlockType.of(I32)),
                Insn.of(WasmOp.I64_CONST),
                Insn.of(WasmOp.ELSE));
    }

    @Test
    void wantsAMemory() {
        assertInvalidBody("instruction 0 (memory.size): the module has no memory", Insn.of(WasmOp.MEMORY_SIZE));
    }

    @Test
    void limitsAlignment() {
        builder.addMemory(Limits.from(1));
        assertInvalidBody(
                "instruction 1 (i64.load16_u): alignment of 2^2, expected at most 2^1",
                Insn.of(WasmOp.I32_CONST),
                Insn.access(WasmOp.I64_LOAD16_U, 0, 2));
    }

    @Test
    void wantsWhatImmediatesName() {
        assertInvalidBody("(local.get): no local 0, there are 0", Insn.of(WasmOp.LOCAL_GET));
        assertInvalidBody("(global.get): no global 0, there are 0", Insn.of(WasmOp.GLOBAL_GET));
        assertInvalidBody("(data.drop): no data segment 0, there are 0", Insn.of(WasmOp.DATA_DROP));
        assertInvalidBody("(call_indirect): no table 0, there are 0", Insn.of(WasmOp.CALL_INDIRECT));
        assertInvalidBody("(block): no type 9, there are 1", Insn.of(WasmOp.BLOCK, BlockType.ofTypeIndex(9)));
        assertInvalidBody("(call): no function 99", Insn.of(WasmOp.CALL, 99));
    }

    @Test
    void protectsConstants() {
        builder.addGlobal(I64, false, 0, null);
        assertInvalidBody(
                "instruction 1 (global.set): global 0 is immutable",
                Insn.of(WasmOp.I64_CONST),
                Insn.of(WasmOp.GLOBAL_SET));
    }

    // --- rules of the module ---

    @Test
    void wantsUniqueExports() {
        builder.addMemory(Limits.from(1));
        builder.export("a", ExternalKind.MEMORY, 0).export("a", ExternalKind.MEMORY, 0);
        assertInvalid("export a exists twice");
    }

    @Test
    void wantsWhatIsExported() {
        builder.export("a", ExternalKind.GLOBAL, 0);
        assertInvalid("export a: no global 0, there are 0");
    }

    @Test
    void limitsMemory() {
        builder.addMemory(new Limits(2, 1));
        assertInvalid("memory: expected 0 <= min <= max <= 65536, found Limits[min=2, max=1]");
    }

    @Test
    void wantsOneMemory() {
        builder.importMemory("m", "memory", Limits.from(1));
        builder.addMemory(Limits.from(1));
        assertInvalid("expected one memory at most, found 2");
    }

    @Test
    void wantsAStartThatTakesNothing() {
        builder.start(builder.importFunction("m", "f", Samples.LONG_TO_LONG));
        assertInvalid(
                "start: expected a function that takes and gives nothing, function 0 (f) takes [i64] and gives [i64]");
    }

    @Test
    void wantsConstantsOfTheRightType() {
        builder.addGlobal(new GlobalType(I32, true), Constant.of(F32, 0), null);
        assertInvalid("global 0: expected i32, found f32");
    }

    @Test
    void wantsConstantsThatDoNotChange() {
        builder.importGlobal("m", "g", I32, true);
        builder.addGlobal(new GlobalType(I32, true), Constant.global(0), null);
        assertInvalid("global 1: global 0 may change");
    }

    @Test
    void wantsAConstantThatIsImported() {
        builder.addGlobal(new GlobalType(I32, false), Constant.global(0), null);
        assertInvalid("global 0: no imported global 0, there are 0");
    }

    @Test
    void wantsWhatSegmentsFill() {
        builder.addData(Constant.i32(0), Bytes.of(new byte[0]));
        assertInvalid("data segment 0: no memory 0, there are 0");
        builder.addElements(0, Constant.i32(0), List.of());
        assertInvalid("element segment 0: no table 0, there are 0");
    }

    @Test
    void wantsTheFunctionsOfSegments() {
        builder.addTable(Limits.from(1));
        builder.addElements(0, Constant.i32(0), List.of(0));
        assertInvalid("element segment 0: no function 0, there are 0");
    }

    @Test
    void survivesAnyDepth() {
        int depth = 100_000;
        List<Insn> code = new ArrayList<>(Collections.nCopies(depth, Insn.of(WasmOp.BLOCK, BlockType.EMPTY)));
        code.addAll(Collections.nCopies(depth + 1, Insn.of(WasmOp.END)));
        builder.addFunction("f", Samples.NOTHING, new Body(List.of(), code));
        assertValid();
        // Indented without limit this would be 20 GB.
        assertThat(WatPrinter.print(builder.build()).length()).isLessThan(300 * depth);
    }

    private void assertValid() {
        assertThatCode(() -> ModuleValidator.validate(builder.build())).doesNotThrowAnyException();
    }

    private void assertInvalid(String message) {
        assertThatThrownBy(() -> ModuleValidator.validate(builder.build()))
                .isInstanceOf(InvalidModuleException.class)
                .hasMessageContaining(message);
    }

    /** The message about a function that takes and gives nothing. */
    private void assertInvalidBody(String message, Insn... code) {
        builder.addFunction("f", Samples.NOTHING, body(code));
        assertInvalid(message);
        builder = WasmModule.builder();
    }

    private static Body body(Insn... code) {
        List<Insn> all = new ArrayList<>(List.of(code));
        all.add(Insn.of(WasmOp.END));
        return new Body(List.of(), all);
    }
}
