package dev.moonlift.wasm.module;

/**
 * A constant expression (WebAssembly 2.0, §3.3.10) of a single instruction: a number, or the value of an imported
 * immutable global.
 *
 * @param op a constant instruction or {@code global.get}
 * @param value as in {@link Insn}: bits of the number, or index of the global
 */
public record Constant(WasmOp op, long value) {
    public Constant {
        switch (op) {
            case I32_CONST, I64_CONST, F32_CONST, F64_CONST, GLOBAL_GET -> {}
            default -> throw new IllegalArgumentException(op.text() + " is not constant");
        }
    }

    /** A number. */
    public static Constant of(ValueType type, long bits) {
        return switch (type) {
            case I32 -> new Constant(WasmOp.I32_CONST, (int) bits);
            case I64 -> new Constant(WasmOp.I64_CONST, bits);
            case F32 -> new Constant(WasmOp.F32_CONST, (int) bits);
            case F64 -> new Constant(WasmOp.F64_CONST, bits);
        };
    }

    public static Constant i32(int value) {
        return of(ValueType.I32, value);
    }

    /** What an imported immutable global holds. */
    public static Constant global(int index) {
        return new Constant(WasmOp.GLOBAL_GET, index);
    }

    Insn insn() {
        return Insn.of(op, value);
    }
}
