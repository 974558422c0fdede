package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.dylibso.chicory.wasm.Parser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every instruction can be written, read, printed and validated. */
class WasmOpTest {

    @ParameterizedTest
    @EnumSource(WasmOp.class)
    void isWrittenAndRead(WasmOp op) {
        WasmModule module = moduleWith(op);
        assertThat(ModuleReader.read(ModuleWriter.write(module))).isEqualTo(module);
    }

    @ParameterizedTest
    @EnumSource(WasmOp.class)
    void isValid(WasmOp op) {
        WasmModule module = moduleWith(op);
        assertThatCode(() -> ModuleValidator.validate(module)).doesNotThrowAnyException();
        assertThat(Parser.parse(ModuleWriter.write(module)).codeSection().functionBodyCount())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(WasmOp.class)
    void isPrinted(WasmOp op) {
        assertThat(WatPrinter.print(moduleWith(op)).lines().map(String::strip))
                .anyMatch(line -> line.equals(op.text()) || line.startsWith(op.text() + " "));
    }

    @ParameterizedTest
    @EnumSource(WasmOp.class)
    void isFoundByItsCode(WasmOp op) {
        assertThat(WasmOp.of(op.code())).isSameAs(op);
    }

    @Test
    void arePrintedAsOtherToolsKnowThem(@TempDir Path folder) throws Exception {
        ModuleBuilder builder = builder();
        for (WasmOp op : WasmOp.values()) {
            builder.addFunction(op.text(), Samples.NOTHING, new Body(List.of(ValueType.I32), codeWith(op)));
        }
        String text = WatPrinter.print(builder.build());
        assertThat(text).contains("$memory.copy", "$br_table");
        if (Tool.isInstalled("wat2wasm")) {
            Path source = Files.writeString(folder.resolve("m.wat"), text);
            Path binary = folder.resolve("m.wasm");
            assertThat(Tool.complaint("wat2wasm", source.toString(), "-o", binary.toString()))
                    .isEmpty();
            assertThat(ModuleReader.read(Files.readAllBytes(binary)).functions())
                    .isEqualTo(builder.build().functions());
        }
    }

    private static ModuleBuilder builder() {
        ModuleBuilder builder = WasmModule.builder();
        builder.importFunction("m", "callee", Samples.NOTHING);
        builder.addTable(Limits.from(1));
        builder.addMemory(Limits.from(1));
        builder.addGlobal(ValueType.I32, true, 0, "global");
        builder.addPassiveData(Bytes.of(new byte[] {1}));
        return builder;
    }

    private static WasmModule moduleWith(WasmOp op) {
        ModuleBuilder builder = builder();
        builder.addFunction(null, Samples.NOTHING, new Body(List.of(ValueType.I32), codeWith(op)));
        return builder.build();
    }

    /** A body that takes and gives nothing, with one local of type i32. */
    private static List<Insn> codeWith(WasmOp op) {
        List<Insn> code = new ArrayList<>();
        operands(op).forEach(type -> code.add(Constant.of(type, 1).insn()));
        switch (op) {
            case ELSE ->
                code.addAll(List.of(
                        Insn.of(WasmOp.IF, BlockType.EMPTY), Insn.of(op), Insn.of(WasmOp.NOP), Insn.of(WasmOp.END)));
            case END -> code.addAll(List.of(Insn.of(WasmOp.BLOCK, BlockType.EMPTY), Insn.of(op)));
            case BLOCK, LOOP, IF -> code.addAll(List.of(Insn.of(op, BlockType.EMPTY), Insn.of(WasmOp.END)));
            case BR_TABLE -> code.add(Insn.branchTable(List.of(0, 0)));
            default -> code.add(insn(op));
        }
        for (int i = results(op); i > 0; i--) {
            code.add(Insn.of(WasmOp.DROP));
        }
        code.add(Insn.of(WasmOp.END));
        return code;
    }

    private static Insn insn(WasmOp op) {
        return switch (op.immediate()) {
            case MEMORY_ACCESS -> Insn.access(op, 8, 0);
            case I32, I64, F32, F64 -> Insn.of(op, -2);
            default -> Insn.of(op);
        };
    }

    private static List<ValueType> operands(WasmOp op) {
        if (op.hasSignature()) {
            return op.operands();
        }
        return switch (op) {
            case IF, ELSE, BR_IF, BR_TABLE, CALL_INDIRECT, DROP, LOCAL_SET, LOCAL_TEE, GLOBAL_SET ->
                List.of(ValueType.I32);
            case SELECT -> List.of(ValueType.F64, ValueType.F64, ValueType.I32);
            default -> List.of();
        };
    }

    private static int results(WasmOp op) {
        if (op.hasSignature()) {
            return op.results().size();
        }
        return switch (op) {
            case SELECT, LOCAL_GET, LOCAL_TEE, GLOBAL_GET -> 1;
            default -> 0;
        };
    }
}
