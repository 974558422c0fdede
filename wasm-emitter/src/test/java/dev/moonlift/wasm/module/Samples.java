package dev.moonlift.wasm.module;

import static dev.moonlift.wasm.module.ValueType.F64;
import static dev.moonlift.wasm.module.ValueType.I32;
import static dev.moonlift.wasm.module.ValueType.I64;

import java.util.List;

/** Modules that several tests use. */
final class Samples {
    static final FunctionType LONG_TO_LONG = new FunctionType(List.of(I64), List.of(I64));
    static final FunctionType NOTHING = new FunctionType(List.of(), List.of());

    private Samples() {}

    /** Exports {@code fib}, which calls itself. Its instructions have the origins 1 to 3. */
    static WasmModule fibonacci() {
        ModuleBuilder builder = WasmModule.builder();
        int fib = builder.declareFunction("fib", LONG_TO_LONG);
        builder.define(fib, new Body(List.of(), fibonacciCode(fib)));
        builder.nameLocal(fib, 0, "n");
        builder.export("fib", ExternalKind.FUNCTION, fib);
        return builder.build();
    }

    private static List<Insn> fibonacciCode(int fib) {
        return List.of(
                Insn.of(WasmOp.LOCAL_GET, 0).from(1),
                Insn.of(WasmOp.I64_CONST, 2).from(1),
                Insn.of(WasmOp.I64_LT_S).from(1),
                Insn.of(WasmOp.IF, BlockType.of(I64)).from(1),
                Insn.of(WasmOp.LOCAL_GET, 0).from(2),
                Insn.of(WasmOp.ELSE),
                Insn.of(WasmOp.LOCAL_GET, 0).from(3),
                Insn.of(WasmOp.I64_CONST, 1).from(3),
                Insn.of(WasmOp.I64_SUB).from(3),
                Insn.of(WasmOp.CALL, fib).from(3),
                Insn.of(WasmOp.LOCAL_GET, 0).from(3),
                Insn.of(WasmOp.I64_CONST, 2).from(3),
                Insn.of(WasmOp.I64_SUB).from(3),
                Insn.of(WasmOp.CALL, fib).from(3),
                Insn.of(WasmOp.I64_ADD).from(3),
                Insn.of(WasmOp.END),
                Insn.of(WasmOp.END));
    }

    /** Uses each kind of import, definition, segment, export and custom section. */
    static WasmModule everything() {
        ModuleBuilder builder = WasmModule.builder().name("everything");
        int log = builder.importFunction("host", "log", new FunctionType(List.of(I32), List.of()));
        int memory = builder.importMemory("host", "memory", new Limits(1, 2));
        int base = builder.importGlobal("host", "base", I32, false);
        int table = builder.addTable(new Limits(8, 8));
        int counter = builder.addGlobal(I64, true, -1, "counter");
        builder.addGlobal(F64, false, Double.doubleToRawLongBits(0.5), "half");
        builder.addGlobal(new GlobalType(I32, false), Constant.global(base), null);
        int start = builder.declareFunction("start", NOTHING);
        int swap = builder.declareFunction("swap two", new FunctionType(List.of(I32, F64), List.of(F64, I32)));
        builder.define(
                start,
                new Body(
                        List.of(I32, I32, F64, I32),
                        List.of(
                                Insn.of(WasmOp.I32_CONST, 7),
                                Insn.of(WasmOp.CALL, log),
                                Insn.of(WasmOp.I64_CONST, Long.MIN_VALUE),
                                Insn.of(WasmOp.GLOBAL_SET, counter),
                                Insn.of(WasmOp.END))));
        builder.define(
                swap,
                new Body(
                        List.of(),
                        List.of(
                                Insn.of(WasmOp.LOCAL_GET, 1),
                                Insn.of(WasmOp.LOCAL_GET, 0),
                                Insn.access(WasmOp.I32_LOAD, 0xFFFF_FFFFL, 2),
                                Insn.of(WasmOp.END))));
        builder.nameLocal(start, 2, "x");
        builder.export("swap", ExternalKind.FUNCTION, swap);
        builder.export("table", ExternalKind.TABLE, table);
        builder.export("memory", ExternalKind.MEMORY, memory);
        builder.export("counter", ExternalKind.GLOBAL, counter);
        builder.start(start);
        builder.addElements(table, Constant.i32(1), List.of(swap, start));
        builder.addElements(table, Constant.global(base), List.of());
        builder.addData(Constant.i32(16), Bytes.of(new byte[] {1, 2, '"', '\\', -1}));
        builder.addPassiveData(Bytes.of(new byte[] {3}));
        builder.addCustomSection("origins of origins", Bytes.of(new byte[] {0, 1}));
        return builder.build();
    }
}
