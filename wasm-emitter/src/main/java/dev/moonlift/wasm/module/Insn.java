package dev.moonlift.wasm.module;

import java.util.List;

/**
 * One instruction in the body of a function.
 *
 * @param op what it does
 * @param value its immediate: bits of a constant, index of a function, type, local, global or label, offset of an
 *     access to memory, type of a block (see {@link BlockType})
 * @param align log2 of the alignment that an access to memory promises; for {@code call_indirect} the table
 * @param labels of {@code br_table}: the labels, the default last; else empty
 * @param origin where it comes from, as its producer numbers it; {@link #NO_ORIGIN} if nowhere
 */
public record Insn(WasmOp op, long value, int align, List<Integer> labels, int origin) {
    public static final int NO_ORIGIN = -1;

    /** An instruction without immediate. */
    public static Insn of(WasmOp op) {
        return of(op, 0);
    }

    /** An instruction with one immediate. */
    public static Insn of(WasmOp op, long value) {
        return new Insn(op, value, 0, List.of(), NO_ORIGIN);
    }

    /** A load or store. */
    public static Insn access(WasmOp op, long offset, int align) {
        return new Insn(op, offset, align, List.of(), NO_ORIGIN);
    }

    /** A {@code br_table}; the last label is the default. */
    public static Insn branchTable(List<Integer> labels) {
        return new Insn(WasmOp.BR_TABLE, 0, 0, List.copyOf(labels), NO_ORIGIN);
    }

    /** The same with another origin. */
    public Insn from(int newOrigin) {
        return newOrigin == origin ? this : new Insn(op, value, align, labels, newOrigin);
    }
}
