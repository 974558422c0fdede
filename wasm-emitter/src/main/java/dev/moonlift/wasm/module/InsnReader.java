package dev.moonlift.wasm.module;

import java.util.ArrayList;
import java.util.List;

/** Reads instructions: the inverse of {@link InsnWriter}. */
final class InsnReader {
    /** What the writer's fields hold when an instruction does not use them. */
    private static final int NONE = 0;

    private final ByteReader in;

    InsnReader(ByteReader in) {
        this.in = in;
    }

    Insn read(int origin) {
        WasmOp op = readOp();
        return switch (op.immediate()) {
            case NONE -> insn(op, NONE, origin);
            case BLOCK -> insn(op, readBlockType(), origin);
            case I32 -> insn(op, in.signed(Integer.SIZE), origin);
            case I64 -> insn(op, in.signed(Long.SIZE), origin);
            case F32 -> insn(op, (int) in.littleEndian(Float.BYTES), origin);
            case F64 -> insn(op, in.littleEndian(Double.BYTES), origin);
            case LABEL, FUNCTION, LOCAL, GLOBAL -> insn(op, in.index(), origin);
            case TYPE -> new Insn(op, in.index(), in.index(), List.of(), origin);
            case DATA -> readDataIndex(op, origin);
            case LABELS -> new Insn(op, NONE, NONE, readLabels(), origin);
            case MEMORY_ACCESS -> readAccess(op, origin);
            case MEMORY -> {
                in.expect(0, "memory");
                yield insn(op, NONE, origin);
            }
            case MEMORY_MEMORY -> {
                in.expect(0, "memory");
                in.expect(0, "memory");
                yield insn(op, NONE, origin);
            }
        };
    }

    private static Insn insn(WasmOp op, long value, int origin) {
        return new Insn(op, value, NONE, List.of(), origin);
    }

    private WasmOp readOp() {
        int code = in.u8();
        if (code == WasmOp.PREFIXED >> 8) {
            long rest = in.u32();
            code = rest <= 0xFF ? WasmOp.PREFIXED + (int) rest : -1;
        }
        WasmOp op = WasmOp.of(code);
        if (op == null) {
            throw in.malformed("no instruction 0x" + Integer.toHexString(code));
        }
        return op;
    }

    private long readBlockType() {
        long type = in.signed(33);
        boolean isValue = type >= BlockType.of(ValueType.F64) && type <= BlockType.of(ValueType.I32);
        if (type > Integer.MAX_VALUE || type < 0 && type != BlockType.EMPTY && !isValue) {
            throw in.malformed("no type of blocks " + type);
        }
        return type;
    }

    private Insn readDataIndex(WasmOp op, int origin) {
        int data = in.index();
        if (op == WasmOp.MEMORY_INIT) {
            in.expect(0, "memory");
        }
        return insn(op, data, origin);
    }

    /** The default is not counted. */
    private List<Integer> readLabels() {
        int count = in.count();
        List<Integer> labels = new ArrayList<>(count + 1);
        for (int i = 0; i <= count; i++) {
            labels.add(in.index());
        }
        return List.copyOf(labels);
    }

    private Insn readAccess(WasmOp op, int origin) {
        int align = in.index();
        return new Insn(op, in.u32(), align, List.of(), origin);
    }
}
