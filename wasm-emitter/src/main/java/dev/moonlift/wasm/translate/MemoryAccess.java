package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.module.WasmOp;

/** The methods of the memory that are one load or store. */
enum MemoryAccess {
    // spotless:off
    GET_BYTE("getByte", WasmOp.I32_LOAD8_S),
    GET_UNSIGNED_BYTE("getUnsignedByte", WasmOp.I32_LOAD8_U),
    PUT_BYTE("putByte", WasmOp.I32_STORE8),
    GET_INT("getInt", WasmOp.I32_LOAD),
    PUT_INT("putInt", WasmOp.I32_STORE),
    GET_LONG("getLong", WasmOp.I64_LOAD),
    PUT_LONG("putLong", WasmOp.I64_STORE),
    GET_DOUBLE("getDouble", WasmOp.F64_LOAD),
    PUT_DOUBLE("putDouble", WasmOp.F64_STORE);
    // spotless:on

    private final String method;
    private final WasmOp op;

    MemoryAccess(String method, WasmOp op) {
        this.method = method;
        this.op = op;
    }

    /** The load or store that a method is, or null. */
    static WasmOp of(String method) {
        for (MemoryAccess access : values()) {
            if (access.method.equals(method)) {
                return access.op;
            }
        }
        return null;
    }
}
