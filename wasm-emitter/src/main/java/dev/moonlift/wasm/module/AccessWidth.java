package dev.moonlift.wasm.module;

/** How many bytes an access to memory reads or writes; its name says it. */
final class AccessWidth {
    private static final int[] LOG2 = new int[WasmOp.values().length];

    static {
        for (WasmOp op : WasmOp.values()) {
            if (op.immediate() == WasmOp.Immediate.MEMORY_ACCESS) {
                LOG2[op.ordinal()] = Integer.numberOfTrailingZeros(bits(op.text()) / Byte.SIZE);
            }
        }
    }

    private AccessWidth() {}

    /** Log2 of the number of bytes. */
    static int log2(WasmOp op) {
        return LOG2[op.ordinal()];
    }

    /** The number behind {@code load} or {@code store}, else the one of the type: {@code i64.load16_u}. */
    private static int bits(String text) {
        String narrow = text.replaceFirst("^.*\\.(load|store)(\\d*).*$", "$2");
        return Integer.parseInt(narrow.isEmpty() ? text.substring(1, 3) : narrow);
    }
}
