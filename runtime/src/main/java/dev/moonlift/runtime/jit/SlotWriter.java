package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.wasm.ir.AliasClass;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.function.Function;

/**
 * Writes instructions that store values as the guest has them in memory: payload and tag.
 *
 * @param origin where the instructions come from
 * @param parts what addresses are of; null where that is not known
 */
record SlotWriter(Graph graph, int origin, Function<Value, AliasClass> parts) {
    /** Stores a value of a kind, with payload and tag at offsets from addresses; a boolean has no payload. */
    void store(Block block, Value payload, int payloadOffset, Value tag, int tagOffset, Kind kind, Value value) {
        if (kind == Kind.BOOLEAN) {
            Value isTrue = graph.append(block, WasmOp.I32_ADD, 0, origin, value, graph.constant(block, Tag.FALSE));
            storeTag(block, tag, tagOffset, isTrue);
            return;
        }
        Value bits = kind.isReference() ? graph.append(block, WasmOp.I64_EXTEND_I32_U, 0, origin, value) : value;
        WasmOp op = kind == Kind.FLOAT ? WasmOp.F64_STORE : WasmOp.I64_STORE;
        graph.access(block, op, parts.apply(payload), payloadOffset, origin, payload, bits);
        storeTag(block, tag, tagOffset, graph.constant(block, kind.tag()));
    }

    private void storeTag(Block block, Value address, int offset, Value tag) {
        graph.access(block, WasmOp.I32_STORE8, parts.apply(address), offset, origin, address, tag);
    }
}
