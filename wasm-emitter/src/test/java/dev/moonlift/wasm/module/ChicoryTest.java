package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportGlobal;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An engine that knows nothing of this package understands what it writes. */
class ChicoryTest {

    @Test
    void runsAFunctionThatCallsItself() {
        Instance instance = Instance.builder(Parser.parse(ModuleWriter.write(Samples.fibonacci())))
                .build();
        assertThat(instance.export("fib").apply(20)).containsExactly(6765);
    }

    @Test
    void runsWhatEachKindOfSectionDescribes() {
        List<Long> logged = new ArrayList<>();
        HostFunction log = new HostFunction(
                "host",
                "log",
                com.dylibso.chicory.wasm.types.FunctionType.accepting(ValType.I32),
                (instance, arguments) -> {
                    logged.add(arguments[0]);
                    return null;
                });
        Memory memory = new ByteArrayMemory(new MemoryLimits(1, 2));
        ImportValues imports = ImportValues.builder()
                .addFunction(log)
                .addMemory(new ImportMemory("host", "memory", memory))
                .addGlobal(new ImportGlobal("host", "base", new GlobalInstance(Value.i32(3))))
                .build();
        Instance instance = Instance.builder(Parser.parse(ModuleWriter.write(Samples.everything())))
                .withImportValues(imports)
                .build();

        assertThat(logged).containsExactly(7L);
        assertThat(instance.global(1).getValue()).isEqualTo(Long.MIN_VALUE);
        assertThat(instance.global(3).getValue()).isEqualTo(3);
        assertThat(instance.table(0).requiredRef(1)).isEqualTo(2);
        assertThat(memory.readBytes(16, 5)).containsExactly(1, 2, '"', '\\', -1);
    }

    @Test
    void runsLoopsTablesAndBulkOperations() {
        ModuleBuilder builder = WasmModule.builder();
        builder.addMemory(Limits.from(1));
        int function = builder.addFunction(
                "f",
                Samples.LONG_TO_LONG,
                new Body(
                        List.of(ValueType.I32),
                        List.of(
                                // Bytes 8 to 11 become 5, 5, 5, 5; then as many are copied to 12.
                                Insn.of(WasmOp.I32_CONST, 8),
                                Insn.of(WasmOp.I32_CONST, 5),
                                Insn.of(WasmOp.I32_CONST, 4),
                                Insn.of(WasmOp.MEMORY_FILL),
                                Insn.of(WasmOp.I32_CONST, 12),
                                Insn.of(WasmOp.I32_CONST, 8),
                                Insn.of(WasmOp.I32_CONST, 4),
                                Insn.of(WasmOp.MEMORY_COPY),
                                // The sum of the argument and those below it, in the local's i32.
                                Insn.of(WasmOp.LOOP, BlockType.EMPTY),
                                Insn.of(WasmOp.LOCAL_GET, 0),
                                Insn.of(WasmOp.I32_WRAP_I64),
                                Insn.of(WasmOp.LOCAL_GET, 1),
                                Insn.of(WasmOp.I32_ADD),
                                Insn.of(WasmOp.LOCAL_SET, 1),
                                Insn.of(WasmOp.LOCAL_GET, 0),
                                Insn.of(WasmOp.I64_CONST, 1),
                                Insn.of(WasmOp.I64_SUB),
                                Insn.of(WasmOp.LOCAL_TEE, 0),
                                Insn.of(WasmOp.I64_EQZ),
                                Insn.of(WasmOp.I32_EQZ),
                                Insn.of(WasmOp.BR_IF, 0),
                                Insn.of(WasmOp.END),
                                Insn.of(WasmOp.LOCAL_GET, 1),
                                Insn.of(WasmOp.I64_EXTEND_I32_S),
                                Insn.of(WasmOp.I32_CONST, 3),
                                Insn.access(WasmOp.I64_LOAD, 9, 0),
                                Insn.of(WasmOp.I64_ADD),
                                Insn.of(WasmOp.END))));
        builder.export("f", ExternalKind.FUNCTION, function);
        WasmModule module = builder.build();
        ModuleValidator.validate(module);
        Instance instance =
                Instance.builder(Parser.parse(ModuleWriter.write(module))).build();
        assertThat(instance.export("f").apply(10)).containsExactly(55 + 0x05050505L);
    }
}
