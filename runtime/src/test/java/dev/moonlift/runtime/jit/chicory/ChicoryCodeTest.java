package dev.moonlift.runtime.jit.chicory;

import static dev.moonlift.runtime.jit.chicory.CodeType.MEMORY;
import static dev.moonlift.wasm.module.ValueType.F64;
import static dev.moonlift.wasm.module.ValueType.I32;
import static dev.moonlift.wasm.module.ValueType.I64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.EngineTrap;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.host.JvmKernel;
import dev.moonlift.runtime.jit.CodeRefusal;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.runtime.memory.DirectBytes;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.wasm.module.BlockType;
import dev.moonlift.wasm.module.Body;
import dev.moonlift.wasm.module.Constant;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.Limits;
import dev.moonlift.wasm.module.ModuleBuilder;
import dev.moonlift.wasm.module.ModuleValidator;
import dev.moonlift.wasm.module.ModuleWriter;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmModule;
import dev.moonlift.wasm.module.WasmOp;
import dev.moonlift.wasm.translate.ProgramTranslator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.Type;

/** Modules as classes beside the kernel on the JVM. */
@Timeout(60)
class ChicoryCodeTest {
    private static final FunctionType ENTRY = type(List.of(I32), I32);

    private final HeapMemory memory = HeapMemory.of(1 << 16, 1 << 20);
    private final JvmKernel kernel = new JvmKernel(memory);
    private final ChicoryCode code = new ChicoryCode(memory, kernel.codeTable);
    private int linked;

    private static FunctionType type(List<ValueType> parameters, ValueType... results) {
        return new FunctionType(parameters, List.of(results));
    }

    /** A module that is like those of compiled code. */
    private static final class Module {
        private final ModuleBuilder builder = WasmModule.builder();
        private final List<Integer> functions = new ArrayList<>();
        private final int table;

        Module() {
            builder.importMemory(EngineStore.MEMORY_MODULE, EngineStore.MEMORY_NAME, new Limits(1, 1 << 15));
            int slots = ProgramTranslator.CODE_SLOTS;
            table = builder.importTable(NativeKernel.MODULE, ProgramTranslator.CODE, new Limits(slots, slots));
        }

        Module function(FunctionType type, Insn... body) {
            return function(type, List.of(body));
        }

        Module function(FunctionType type, List<Insn> body) {
            List<Insn> all = new ArrayList<>(body);
            all.add(Insn.of(WasmOp.END));
            functions.add(builder.addFunction("f" + functions.size(), type, new Body(List.of(), all)));
            return this;
        }

        Insn call(FunctionType type) {
            return new Insn(WasmOp.CALL_INDIRECT, builder.type(type), table, List.of(), Insn.NO_ORIGIN);
        }

        /** With its functions in the slots from one on. */
        byte[] at(int first) {
            builder.addElements(table, Constant.i32(first), functions);
            WasmModule module = builder.build();
            ModuleValidator.validate(module);
            return ModuleWriter.write(module);
        }
    }

    private static Insn local(int index) {
        return Insn.of(WasmOp.LOCAL_GET, index);
    }

    private static Insn i32(int value) {
        return Insn.of(WasmOp.I32_CONST, value);
    }

    private void link(byte[] wasm) {
        code.link("code" + linked++, code.compile(wasm));
    }

    private int call(int slot, int frame) {
        return kernel.codeTable.call(slot, frame);
    }

    @Test
    void kernelAndCodeWorkOnTheSameBytes() {
        link(new Module()
                .function(ENTRY, local(0), Insn.access(WasmOp.I32_LOAD, 8, 2), i32(1), Insn.of(WasmOp.I32_ADD))
                .at(3));
        memory.putInt(108, 41);
        assertThat(call(3, 100)).isEqualTo(42);
        int far = 900_000;
        assertThatThrownBy(() -> call(3, far)).isInstanceOf(IndexOutOfBoundsException.class);
        memory.grow(1 << 20);
        memory.putInt(far + 8, -1);
        assertThat(call(3, far)).isZero();
        assertThat(call(2, 0)).isEqualTo(CompiledStatus.DECLINED);
        assertThat(call(4, 0)).isEqualTo(CompiledStatus.DECLINED);
    }

    @Test
    void codeReadsAndWritesNumbersDirectlyWhereMemoriesDo() {
        String name = "memoryReadInt" + Type.getMethodDescriptor(Type.INT_TYPE, Type.INT_TYPE, Type.INT_TYPE, MEMORY);
        assertThat(DirectAccess.ownerOf(name).endsWith("Direct")).isEqualTo(DirectBytes.areUsable());
        assertThat(DirectAccess.ownerOf("memoryReadByte")).isEqualTo(Type.getInternalName(CodeSupport.class));
    }

    @Test
    void anOffsetDoesNotLeadBackFromBeyondTheMemory() {
        link(new Module()
                .function(ENTRY, local(0), Insn.access(WasmOp.I32_LOAD, 64, 2))
                .at(0));
        assertThatThrownBy(() -> call(0, -32)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** Nor need one be in the bytes before it, which nobody uses. */
    @Test
    void noNumberIsAcrossTheEndOfTheMemory() {
        List<WasmOp> loads =
                List.of(WasmOp.I32_LOAD8_U, WasmOp.I32_LOAD16_U, WasmOp.I32_LOAD, WasmOp.I64_LOAD, WasmOp.F64_LOAD);
        List<WasmOp> stores =
                List.of(WasmOp.I32_STORE8, WasmOp.I32_STORE16, WasmOp.I32_STORE, WasmOp.I64_STORE, WasmOp.F64_STORE);
        int[] sizes = {1, 2, 4, 8, 8};
        int slot = 0;
        for (int offset : new int[] {0, 16, 55, 56, 63, 64, 1000}) {
            for (int i = 0; i < sizes.length; i++) {
                Insn load = Insn.access(loads.get(i), offset, 0);
                Insn store = Insn.access(stores.get(i), offset, 0);
                link(new Module()
                        .function(ENTRY, local(0), local(0), load, store, i32(1))
                        .at(slot));
                int last = memory.size() - sizes[i] - offset;
                assertThat(call(slot, last - Layout.TAIL_GUARD)).isEqualTo(1);
                assertThat(call(slot, 0)).isEqualTo(1);
                int access = slot;
                int[] beyonds = {last + 1, memory.size(), Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -16, -offset - 1};
                for (int beyond : beyonds) {
                    assertThatThrownBy(() -> call(access, beyond)).isInstanceOf(IndexOutOfBoundsException.class);
                }
                slot++;
            }
        }
    }

    /** What the array was is no memory any more once a call has made the memory grow. */
    @Test
    void codeSeesTheMemoryThatHasGrown() {
        kernel.heap.boot(1 << 20);
        kernel.tables.boot();
        memory.putInt(State.DEBT, Integer.MIN_VALUE);
        Module module = new Module();
        module.builder.importFunction(NativeKernel.MODULE, "newTable", type(List.of(I32, I32), I32));
        Insn newTable = Insn.of(WasmOp.CALL, 0);
        link(module.function(
                        ENTRY,
                        local(0),
                        i32(7),
                        Insn.access(WasmOp.I32_STORE, 0, 2),
                        // The base is on the stack during the call.
                        local(0),
                        i32(20_000),
                        i32(0),
                        newTable,
                        Insn.access(WasmOp.I32_STORE, 8, 2),
                        Insn.of(WasmOp.LOOP, BlockType.EMPTY),
                        local(0),
                        local(0),
                        Insn.access(WasmOp.I32_LOAD, 4, 2),
                        i32(1),
                        Insn.of(WasmOp.I32_ADD),
                        Insn.access(WasmOp.I32_STORE, 4, 2),
                        local(0),
                        Insn.access(WasmOp.I32_LOAD, 4, 2),
                        i32(1),
                        Insn.of(WasmOp.I32_AND),
                        Insn.of(WasmOp.IF, BlockType.EMPTY),
                        local(0),
                        i32(20_000),
                        i32(0),
                        newTable,
                        Insn.access(WasmOp.I32_STORE, 12, 2),
                        Insn.of(WasmOp.END),
                        local(0),
                        Insn.access(WasmOp.I32_LOAD, 4, 2),
                        i32(4),
                        Insn.of(WasmOp.I32_LT_S),
                        Insn.of(WasmOp.BR_IF, 0),
                        Insn.of(WasmOp.END),
                        local(0),
                        Insn.access(WasmOp.I32_LOAD, 0, 2))
                .at(0));
        int size = memory.size();
        int frame = State.DICE;
        assertThat(call(0, frame)).isEqualTo(7);
        assertThat(memory.size()).isGreaterThan(size);
        assertThat(memory.getInt(frame + 4)).isEqualTo(4);
        assertThat(memory.getByte(memory.getInt(frame + 8) + Header.KIND)).isEqualTo(Tag.TABLE);
        assertThat(memory.getByte(memory.getInt(frame + 12) + Header.KIND)).isEqualTo(Tag.TABLE);
    }

    /** It is checked wherever it may be another than one that was checked before, or farther away. */
    @Test
    void everyBaseIsChecked() {
        Insn load = Insn.access(WasmOp.I32_LOAD, 0, 2);
        Insn loop = Insn.of(WasmOp.LOOP, BlockType.EMPTY);
        Insn whether = Insn.of(WasmOp.IF, BlockType.EMPTY);
        Insn next = Insn.of(WasmOp.BR_IF, 0);
        Insn end = Insn.of(WasmOp.END);
        Insn drop = Insn.of(WasmOp.DROP);
        link(new Module()
                // Steps beyond the end, from a base that was checked.
                .function(
                        ENTRY,
                        List.of(
                                local(0),
                                load,
                                drop,
                                loop,
                                local(0),
                                load,
                                drop,
                                local(0),
                                i32(4096),
                                Insn.of(WasmOp.I32_ADD),
                                Insn.of(WasmOp.LOCAL_TEE, 0),
                                next,
                                end,
                                i32(1)))
                // Checked on one of two ways only.
                .function(
                        ENTRY,
                        List.of(
                                local(0),
                                i32(1),
                                Insn.of(WasmOp.I32_AND),
                                whether,
                                local(0),
                                load,
                                drop,
                                end,
                                local(0),
                                load))
                // Checked near, read far away; and at a base that is checked and written to.
                .function(ENTRY, List.of(local(0), load, drop, local(0), Insn.access(WasmOp.I32_LOAD, 1 << 19, 2)))
                .function(
                        ENTRY,
                        List.of(
                                local(0),
                                load,
                                drop,
                                local(0),
                                i32(1 << 20),
                                Insn.of(WasmOp.I32_ADD),
                                Insn.of(WasmOp.LOCAL_SET, 0),
                                local(0),
                                load))
                .at(0));
        int last = memory.size() - 1024;
        assertThat(call(1, last)).isZero();
        int[][] beyond = {{0, 64}, {1, memory.size()}, {2, 64}, {3, 64}};
        for (int[] slotAndBase : beyond) {
            assertThatThrownBy(() -> call(slotAndBase[0], slotAndBase[1]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    /** A function whose accesses would not all fit in place has the others done by calls, with the same results. */
    @Test
    void tooManyAccessesAreDoneAllTheSame() {
        List<Insn> body = new ArrayList<>();
        int accesses = 250;
        for (int i = 0; i < accesses; i++) {
            body.addAll(List.of(
                    local(0),
                    local(0),
                    Insn.access(WasmOp.I32_LOAD, 4L * i, 2),
                    i32(i),
                    Insn.of(WasmOp.I32_ADD),
                    Insn.access(WasmOp.I32_STORE, 4L * i + 4, 2)));
        }
        body.add(local(0));
        body.add(Insn.access(WasmOp.I32_LOAD, 4L * accesses, 2));
        link(new Module().function(ENTRY, body).at(0));
        memory.putInt(4096, 5);
        assertThat(call(0, 4096)).isEqualTo(5 + accesses * (accesses - 1) / 2);
        List<Insn> huge = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            huge.addAll(List.of(local(0), Insn.access(WasmOp.I32_LOAD, 4096L * (i % 8), 2), Insn.of(WasmOp.DROP)));
        }
        huge.add(local(0));
        byte[] tooLong = new Module().function(ENTRY, huge).at(0);
        assertThatThrownBy(() -> code.compile(tooLong))
                .isInstanceOf(CodeRefusal.class)
                .hasMessageContaining("bytes of bytecode");
    }

    @Test
    void storesAndLoadsWhatWebAssemblySays() {
        link(new Module()
                .function(
                        ENTRY,
                        local(0),
                        i32(0x1234_89AB),
                        Insn.access(WasmOp.I32_STORE16, 2, 1),
                        local(0),
                        Insn.of(WasmOp.F64_CONST, Double.doubleToRawLongBits(-1.5)),
                        Insn.access(WasmOp.F64_STORE, 8, 3),
                        local(0),
                        local(0),
                        Insn.access(WasmOp.F64_LOAD, 8, 3),
                        Insn.of(WasmOp.I64_REINTERPRET_F64),
                        Insn.access(WasmOp.I64_STORE, 16, 3),
                        local(0),
                        Insn.access(WasmOp.I32_LOAD16_S, 2, 1),
                        local(0),
                        Insn.access(WasmOp.I32_LOAD8_U, 3, 0),
                        Insn.of(WasmOp.I32_ADD))
                .at(0));
        memory.putInt(200, -1);
        assertThat(call(0, 200)).isEqualTo((short) 0x89AB + 0x89);
        assertThat(memory.getInt(200)).isEqualTo(0x89AB_FFFF);
        assertThat(memory.getDouble(216)).isEqualTo(-1.5);
    }

    /** In each module types come in another order. */
    @Test
    void modulesCallOneAnotherWithAllTypes() {
        FunctionType mixed = type(List.of(I64, F64, I32), F64);
        FunctionType several = type(List.of(I32, F64), I32, I64);
        FunctionType nothing = type(List.of(I32));
        FunctionType many = type(Collections.nCopies(9, I64), I64);
        link(new Module()
                .function(
                        several,
                        local(0),
                        i32(1),
                        Insn.of(WasmOp.I32_ADD),
                        local(1),
                        Insn.of(WasmOp.I64_REINTERPRET_F64))
                .function(many, local(0), local(8), Insn.of(WasmOp.I64_SUB))
                .function(nothing, local(0), i32(7), Insn.access(WasmOp.I32_STORE, 0, 2))
                .function(
                        mixed,
                        local(0),
                        Insn.of(WasmOp.F64_CONVERT_I64_S),
                        local(1),
                        Insn.of(WasmOp.F64_MUL),
                        local(2),
                        Insn.of(WasmOp.F64_CONVERT_I32_S),
                        Insn.of(WasmOp.F64_ADD))
                .at(20));
        Module caller = new Module();
        List<Insn> body = new ArrayList<>(List.of(
                local(0),
                Insn.of(WasmOp.I64_CONST, -3),
                Insn.of(WasmOp.F64_CONST, Double.doubleToRawLongBits(0.5)),
                i32(-2),
                i32(23),
                caller.call(mixed),
                Insn.access(WasmOp.F64_STORE, 8, 3),
                local(0),
                i32(22),
                caller.call(nothing),
                local(0)));
        for (int i = 0; i < 9; i++) {
            body.add(Insn.of(WasmOp.I64_CONST, 100 - i));
        }
        body.addAll(List.of(
                i32(21),
                caller.call(many),
                Insn.access(WasmOp.I64_STORE, 16, 3),
                i32(5),
                Insn.of(WasmOp.F64_CONST, Double.doubleToRawLongBits(0)),
                i32(20),
                caller.call(several),
                Insn.of(WasmOp.I32_WRAP_I64),
                Insn.of(WasmOp.I32_SUB)));
        link(caller.function(ENTRY, body).at(0));
        assertThat(call(0, 400)).isEqualTo(6);
        assertThat(memory.getInt(400)).isEqualTo(7);
        assertThat(memory.getDouble(408)).isEqualTo(-3.5);
        assertThat(memory.getLong(416)).isEqualTo(8);
    }

    @Test
    void codeCallsTheKernel() {
        Module module = new Module();
        FunctionType three = type(List.of(I32, I32, I32), I32);
        module.builder.importFunction(NativeKernel.MODULE, "general", three);
        link(module.function(ENTRY, local(0), i32(0), i32(0), Insn.of(WasmOp.CALL, 0))
                .at(0));
        // There is no guest whose instruction it could be; that the kernel looks for one is enough.
        assertThatThrownBy(() -> call(0, 500))
                .satisfies(e -> assertThat(e.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("CompiledCode$general")));
    }

    @Test
    void whatTheKernelDoesNotHaveCannotBeImported() {
        Module unknown = new Module();
        unknown.builder.importFunction(NativeKernel.MODULE, "nonsense", ENTRY);
        assertThatThrownBy(() -> code.compile(unknown.at(0)))
                .isInstanceOf(EngineException.class)
                .hasMessage("the kernel has no method nonsense(I)I");
        Module mistyped = new Module();
        mistyped.builder.importFunction(NativeKernel.MODULE, "general", type(List.of(I64), I32));
        assertThatThrownBy(() -> code.compile(mistyped.at(0)))
                .isInstanceOf(EngineException.class)
                .hasMessage("the kernel has no method general(J)I");
    }

    @Test
    void whatHotSpotWouldNotCompileIsRefused() {
        List<Insn> body = new ArrayList<>(List.of(local(0)));
        for (int i = 0; i < 3000; i++) {
            body.addAll(List.of(i32(100_000 + i), Insn.of(WasmOp.I32_XOR)));
        }
        byte[] wasm = new Module().function(ENTRY, body).at(0);
        assertThatThrownBy(() -> code.compile(wasm))
                .isInstanceOf(CodeRefusal.class)
                .hasMessageContaining("bytes of bytecode");
        List<Insn> huge = new ArrayList<>(Collections.nCopies(8, body))
                .stream()
                        .flatMap(part -> part.subList(1, part.size()).stream())
                        .collect(Collectors.toCollection(ArrayList::new));
        huge.add(0, local(0));
        byte[] tooLong = new Module().function(ENTRY, huge).at(0);
        assertThatThrownBy(() -> code.compile(tooLong))
                .isInstanceOf(CodeRefusal.class)
                .hasMessageContaining("longer than a Java method");
        byte[] half = new Module().function(ENTRY, body.subList(0, 2001)).at(0);
        link(half);
        assertThat(call(0, 0)).isEqualTo(100_000 ^ 100_001 ^ call(0, 100_000 ^ 100_001));
    }

    @Test
    void anInterruptDoesNotEndIt() {
        link(new Module()
                .function(
                        ENTRY,
                        Insn.of(WasmOp.LOOP, BlockType.EMPTY),
                        local(0),
                        i32(1),
                        Insn.of(WasmOp.I32_SUB),
                        Insn.of(WasmOp.LOCAL_TEE, 0),
                        Insn.of(WasmOp.BR_IF, 0),
                        Insn.of(WasmOp.END),
                        i32(17))
                .at(0));
        Thread.currentThread().interrupt();
        try {
            assertThat(call(0, 1000)).isEqualTo(17);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void trapsEndTheRun() {
        Module module = new Module();
        link(module.function(ENTRY, Insn.of(WasmOp.UNREACHABLE))
                .function(ENTRY, local(0), i32(0), Insn.of(WasmOp.I32_DIV_S))
                .function(ENTRY, local(0), i32(2), module.call(ENTRY), i32(1), Insn.of(WasmOp.I32_ADD))
                .function(ENTRY, local(0), Insn.access(WasmOp.I32_LOAD, 0xFFFF_FFF0L, 2))
                .at(0));
        for (int slot = 0; slot < 4; slot++) {
            int called = slot;
            assertThatThrownBy(() -> ChicoryCode.function(() -> call(called, 1)).run())
                    .isInstanceOf(EngineTrap.class);
        }
    }

    @Test
    void guestsMayShareAModule() {
        byte[] wasm = new Module()
                .function(ENTRY, local(0), Insn.access(WasmOp.I32_LOAD, 0, 2))
                .at(0);
        HeapMemory otherMemory = HeapMemory.of(1 << 16, 1 << 16);
        JvmKernel otherKernel = new JvmKernel(otherMemory);
        ChicoryCode other = new ChicoryCode(otherMemory, otherKernel.codeTable);
        var module = code.compile(wasm);
        code.link("a", module);
        other.link("a", module);
        memory.putInt(64, 1);
        otherMemory.putInt(64, 2);
        assertThat(call(0, 64)).isEqualTo(1);
        assertThat(otherKernel.codeTable.call(0, 64)).isEqualTo(2);
    }
}
