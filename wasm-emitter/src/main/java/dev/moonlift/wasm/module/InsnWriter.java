package dev.moonlift.wasm.module;

import java.util.List;

/** Writes instructions (WebAssembly 2.0, §5.4). */
final class InsnWriter {
    private final ByteWriter out;

    InsnWriter(ByteWriter out) {
        this.out = out;
    }

    void write(Insn insn) {
        WasmOp op = insn.op();
        if (op.code() >= WasmOp.PREFIXED) {
            out.u8(0xFC);
            out.u32(op.code() - WasmOp.PREFIXED);
        } else {
            out.u8(op.code());
        }
        writeImmediate(op, insn);
    }

    private void writeImmediate(WasmOp op, Insn insn) {
        switch (op.immediate()) {
            case NONE -> {}
            case BLOCK, I64 -> out.s64(insn.value());
            case I32 -> out.s64((int) insn.value());
            case F32 -> out.littleEndian(insn.value(), Float.BYTES);
            case F64 -> out.littleEndian(insn.value(), Double.BYTES);
            case LABEL, FUNCTION, LOCAL, GLOBAL -> out.u32((int) insn.value());
            case TYPE, DATA -> writeIndices(op, insn);
            case LABELS -> writeLabels(insn.labels());
            case MEMORY_ACCESS -> {
                out.u32(insn.align());
                out.u32((int) insn.value());
            }
            case MEMORY -> out.u8(0);
            case MEMORY_MEMORY -> {
                out.u8(0);
                out.u8(0);
            }
        }
    }

    private void writeIndices(WasmOp op, Insn insn) {
        out.u32((int) insn.value());
        if (op == WasmOp.CALL_INDIRECT) {
            out.u32(insn.align());
        } else if (op == WasmOp.MEMORY_INIT) {
            out.u8(0);
        }
    }

    /** The default is not counted. */
    private void writeLabels(List<Integer> labels) {
        out.u32(labels.size() - 1);
        for (int i = 0; i < labels.size(); i++) {
            out.u32(labels.get(i));
        }
    }
}
