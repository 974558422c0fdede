package dev.moonlift.wasm.module;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Prints the instructions of one function. Bodies that are not valid are printed as well as they can be. */
final class InsnPrinter {
    private static final int BASE_INDENT = 4;
    private static final int MIN_DEPTH = 1;
    /**
     * Deeper lines are not indented further: the text of many nested blocks would grow with the square of their number.
     */
    private static final int MAX_LEVELS = 50;

    private final Identifiers functions;
    private final Identifiers globals;
    private final Identifiers locals;
    private final List<FunctionType> types;
    private final StringBuilder out;

    /** Numbers of the blocks that are open; the body is 0. */
    private int[] open = new int[16];

    private int depth = MIN_DEPTH;
    private int blocks;

    InsnPrinter(
            Identifiers functions,
            Identifiers globals,
            Identifiers locals,
            List<FunctionType> types,
            StringBuilder out) {
        this.functions = functions;
        this.globals = globals;
        this.locals = locals;
        this.types = types;
        this.out = out;
    }

    /**
     * Prints a body without its last {@code end}, which the text format does not write.
     *
     * @param origins what to print for an origin, or null for none
     */
    void print(List<Insn> code, IntFunction<String> origins) {
        int origin = Insn.NO_ORIGIN;
        int last = code.size() - 1;
        for (int i = 0; i < code.size(); i++) {
            Insn insn = code.get(i);
            if (i == last && insn.op() == WasmOp.END && depth == MIN_DEPTH) {
                return;
            }
            if (origins != null && insn.origin() != origin && insn.origin() != Insn.NO_ORIGIN) {
                origin = insn.origin();
                line(";; " + WatText.comment(origins.apply(origin)), isInner(insn.op()) ? 1 : 0);
            }
            print(insn);
        }
    }

    private static boolean isInner(WasmOp op) {
        return op == WasmOp.ELSE || op == WasmOp.END;
    }

    private void print(Insn insn) {
        WasmOp op = insn.op();
        String text = op.text() + immediates(insn);
        switch (op) {
            case BLOCK, LOOP, IF -> {
                line(text + "  ;; @" + (blocks + 1), 0);
                open();
            }
            case ELSE -> line(text, 1);
            case END -> {
                depth = Math.max(MIN_DEPTH, depth - 1);
                line(text, 0);
            }
            default -> line(text, 0);
        }
    }

    private void line(String text, int levelsOut) {
        int levels = Math.min(MAX_LEVELS, Math.max(0, depth - MIN_DEPTH - levelsOut));
        out.append('\n').append(" ".repeat(BASE_INDENT + 2 * levels)).append(text);
    }

    private void open() {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = ++blocks;
    }

    private String immediates(Insn insn) {
        WasmOp op = insn.op();
        return switch (op.immediate()) {
            case NONE, MEMORY, MEMORY_MEMORY -> "";
            case BLOCK -> blockType(insn.value());
            case LABEL -> " " + insn.value() + " (;" + target(insn.value()) + ";)";
            case LABELS -> labels(insn.labels());
            case FUNCTION -> " " + functions.use(insn.value());
            case TYPE -> (insn.align() == 0 ? "" : " " + insn.align()) + " (type " + insn.value() + ")";
            case LOCAL -> " " + locals.use(insn.value());
            case GLOBAL -> " " + globals.use(insn.value());
            case DATA -> " " + insn.value();
            case MEMORY_ACCESS -> access(insn);
            case I32, I64, F32, F64 -> " " + WatText.number(op, insn.value());
        };
    }

    private String blockType(long type) {
        if (type == BlockType.EMPTY) {
            return "";
        }
        if (type >= 0) {
            String signature = type < types.size() ? WatText.signature(types.get((int) type)) : "";
            return " (type " + type + ")" + signature;
        }
        return " (result " + ValueType.of((int) (type + 0x80)).text() + ")";
    }

    private String labels(List<Integer> labels) {
        StringBuilder numbers = new StringBuilder();
        StringBuilder targets = new StringBuilder();
        for (int label : labels) {
            numbers.append(' ').append(label);
            targets.append(' ').append(target(label));
        }
        return numbers + " (;" + targets.substring(Math.min(1, targets.length())) + ";)";
    }

    private String target(long label) {
        long frame = depth - 1 - label;
        return frame < 0 || frame >= depth ? "?" : "@" + open[(int) frame];
    }

    private static String access(Insn insn) {
        String offset = insn.value() == 0 ? "" : " offset=" + insn.value();
        return insn.align() == AccessWidth.log2(insn.op()) ? offset : offset + " align=" + (1L << insn.align());
    }
}
