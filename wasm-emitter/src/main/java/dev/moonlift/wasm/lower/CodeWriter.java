package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.module.BlockType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes code with labels that have numbers of their own, and knows whether its end can be reached. In the end labels
 * become depths, and blocks to which nothing branches disappear.
 */
final class CodeWriter {
    private final List<Insn> code = new ArrayList<>();
    private final List<Boolean> isTarget = new ArrayList<>();
    private final Ints open = new Ints();
    private boolean reachable = true;

    // --- writing ---

    /** Whether control can come to where the next instruction will be. */
    boolean isReachable() {
        return reachable;
    }

    void add(Insn insn) {
        if (insn.op() == WasmOp.LOCAL_GET && endsWith(WasmOp.LOCAL_SET, insn.value())) {
            code.set(code.size() - 1, Insn.of(WasmOp.LOCAL_TEE, insn.value()).from(last().origin()));
        } else {
            code.add(insn);
        }
        reachable = true;
    }

    private Insn last() {
        return code.get(code.size() - 1);
    }

    private boolean endsWith(WasmOp op, long value) {
        return !code.isEmpty() && last().op() == op && last().value() == value;
    }

    int newLabel() {
        isTarget.add(false);
        return isTarget.size() - 1;
    }

    /** Begins a block, loop or if. */
    void open(WasmOp op, int label) {
        code.add(Insn.of(op, label));
        open.add(label);
    }

    /** Ends the innermost block or loop. */
    void close() {
        int label = open.removeLast();
        code.add(Insn.of(WasmOp.END));
        reachable |= isTarget.get(label);
    }

    /** Ends an if without else. */
    void closeIf() {
        close();
        reachable = true;
    }

    /** The arm that is taken if the condition is 0. */
    void otherwise() {
        code.add(Insn.of(WasmOp.ELSE));
        reachable = true;
    }

    /** Ends an else. */
    void closeElse(boolean ifReachable) {
        close();
        reachable |= ifReachable;
    }

    void branch(int label) {
        isTarget.set(label, true);
        leave(Insn.of(WasmOp.BR, label));
    }

    void branchIf(int label) {
        isTarget.set(label, true);
        code.add(Insn.of(WasmOp.BR_IF, label));
    }

    void branchTable(List<Integer> labels) {
        labels.forEach(label -> isTarget.set(label, true));
        leave(Insn.branchTable(labels));
    }

    /** An instruction behind which control does not go on. */
    void leave(Insn insn) {
        code.add(insn);
        reachable = false;
    }

    /** Makes the condition on the stack its opposite. */
    void invert() {
        if (last().op() == WasmOp.I32_EQZ) {
            code.remove(code.size() - 1);
        } else if (Conditions.opposite(last().op()) != null) {
            code.set(code.size() - 1, Insn.of(Conditions.opposite(last().op())).from(last().origin()));
        } else {
            code.add(Insn.of(WasmOp.I32_EQZ).from(last().origin()));
        }
    }

    // --- reading ---

    /**
     * What has been written, with the {@code end} of the body.
     *
     * @param hasResults whether results have to be on the stack at the end, unless a validator sees that it is never
     *     reached
     */
    List<Insn> finish(boolean hasResults) {
        List<Insn> finished = withDepths();
        int last = finished.size() - 1;
        if (last >= 0 && finished.get(last).op() == WasmOp.RETURN) {
            finished.remove(last);
        } else if (hasResults && last >= 0 && finished.get(last).op() == WasmOp.END) {
            finished.add(Insn.of(WasmOp.UNREACHABLE));
        }
        finished.add(Insn.of(WasmOp.END));
        return finished;
    }

    private List<Insn> withDepths() {
        List<Insn> finished = new ArrayList<>(code.size() + 1);
        int[] depths = new int[isTarget.size()];
        Ints labels = new Ints();
        int depth = 0;
        for (Insn insn : code) {
            switch (insn.op()) {
                case BLOCK, LOOP, IF -> {
                    int label = (int) insn.value();
                    labels.add(label);
                    if (insn.op() == WasmOp.IF || isTarget.get(label)) {
                        depths[label] = ++depth;
                        finished.add(Insn.of(insn.op(), BlockType.EMPTY));
                    }
                }
                case END -> {
                    if (depths[labels.removeLast()] > 0) {
                        depth--;
                        finished.add(insn);
                    }
                }
                case BR, BR_IF -> finished.add(Insn.of(insn.op(), depth - depths[(int) insn.value()]));
                case BR_TABLE -> finished.add(Insn.branchTable(depths(insn.labels(), depth, depths)));
                default -> finished.add(insn);
            }
        }
        return finished;
    }

    private static List<Integer> depths(List<Integer> labels, int depth, int[] depths) {
        return labels.stream().map(label -> depth - depths[label]).toList();
    }
}
