package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/**
 * Writes instructions that store values as the guest has them in memory: payload and tag.
 *
 * @param origin where the instructions come from
 */
record SlotWriter(Graph graph, int origin) {
    /** Stores a value of a kind, with payload and tag at offsets from addresses. */
    void store(Block block, Value payload, int payloadOffset, Value tag, int tagOffset, Kind kind, Value value) {
        Value bits = switch (kind) {
            case BOOLEAN -> graph.constant(block, 0L);
            case TABLE, CLOSURE -> graph.append(block, WasmOp.I64_EXTEND_I32_U, 0, origin, value);
            default -> value;
        };
        WasmOp op = kind == Kind.FLOAT ? WasmOp.F64_STORE : WasmOp.I64_STORE;
        graph.append(block, op, payloadOffset, origin, payload, bits);
        Value tagValue = kind == Kind.BOOLEAN
                ? graph.append(block, WasmOp.I32_ADD, 0, origin, value, graph.constant(block, Tag.FALSE))
                : graph.constant(block, kind.tag());
        graph.append(block, WasmOp.I32_STORE8, tagOffset, origin, tag, tagValue);
    }
}
