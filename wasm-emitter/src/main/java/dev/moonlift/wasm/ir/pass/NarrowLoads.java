package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Loads a byte of a word again, where shifts and masks take it from the word that has been loaded: one instruction in
 * place of two or three, and the word need not be kept. Little-endian.
 *
 * <p>Only while nothing can have written to memory since the word was loaded. To be run last: what it makes,
 * {@link RedundantLoads} and {@link ConstantFolding} see through less well.
 */
public final class NarrowLoads implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        ReversePostorder order = ReversePostorder.of(graph);
        Run run = new Run(graph, Predecessors.of(graph));
        order.blocks().forEach(run::visit);
        return changed || run.rewriter.hasChanged();
    }

    private static final class Run {
        private static final int BYTE = 0xFF;

        private final Rewriter rewriter;
        private final Definitions definitions;
        private final Predecessors predecessors;

        /** Words that memory still has at the end of blocks, by their numbers; null of those not visited yet. */
        private final List<Set<Value>> ends;

        private Set<Value> fresh;

        Run(Graph graph, Predecessors predecessors) {
            this.rewriter = new Rewriter(graph);
            this.definitions = rewriter.definitions();
            this.predecessors = predecessors;
            this.ends = new ArrayList<>(Collections.nCopies(graph.blockCount(), null));
        }

        void visit(Block block) {
            fresh = atBegin(block);
            rewriter.rewrite(block, this::step);
            ends.set(block.id(), fresh);
        }

        /** What all predecessors have; nothing at the beginning of a loop. */
        private Set<Value> atBegin(Block block) {
            Set<Value> common = null;
            for (Predecessors.Incoming incoming : predecessors.of(block)) {
                Set<Value> end = ends.get(incoming.source().id());
                if (end == null) {
                    return new HashSet<>();
                }
                if (common == null) {
                    common = new HashSet<>(end);
                } else {
                    common.retainAll(end);
                }
            }
            return common == null ? new HashSet<>() : common;
        }

        private Instruction step(Instruction instruction) {
            switch (instruction.op()) {
                case I32_LOAD:
                    fresh.add(instruction.result());
                    return instruction;
                case I32_AND:
                    return mask(instruction);
                case I32_SHR_U:
                    return isShift(instruction, 24)
                            ? narrow(instruction, instruction, WasmOp.I32_LOAD8_U)
                            : instruction;
                case I32_SHR_S:
                    return isShift(instruction, 24)
                            ? narrow(instruction, instruction, WasmOp.I32_LOAD8_S)
                            : instruction;
                case I32_EXTEND8_S:
                    return extend(instruction);
                default:
                    forgetWhatIsWritten(instruction);
                    return instruction;
            }
        }

        private void forgetWhatIsWritten(Instruction instruction) {
            switch (instruction.op().effect()) {
                case WRITES, CALL -> fresh.clear();
                default -> {}
            }
        }

        private boolean isShift(Instruction instruction, int distance) {
            return definitions.isConstant(instruction.operands().get(1), distance);
        }

        /** The byte that is the highest of a shifted word. */
        private Instruction narrow(Instruction instruction, Instruction shift, WasmOp load) {
            return byteOf(
                    instruction,
                    shift.operands().get(0),
                    (int) definitions.constant(shift.operands().get(1)),
                    load);
        }

        /** The instruction that loads the byte at a bit of a word. */
        private Instruction byteOf(Instruction instruction, Value word, int bit, WasmOp load) {
            if (!fresh.contains(word) || bit % Byte.SIZE != 0) {
                return instruction;
            }
            Instruction wide = definitions.of(word);
            long offset = wide.immediate() + bit / Byte.SIZE;
            return new Instruction(load, wide.operands(), instruction.results(), offset, null, instruction.origin());
        }

        private Instruction extend(Instruction instruction) {
            Instruction shift = definitions.of(instruction.operands().get(0));
            boolean isShift = shift != null
                    && (shift.op() == WasmOp.I32_SHR_S || shift.op() == WasmOp.I32_SHR_U)
                    && definitions.isConstant(shift.operands().get(1));
            return isShift ? narrow(instruction, shift, WasmOp.I32_LOAD8_S) : instruction;
        }

        /** A mask that leaves one byte of the word, where it was or shifted to the right. */
        private Instruction mask(Instruction instruction) {
            Value masked = instruction.operands().get(0);
            if (!definitions.isConstant(instruction.operands().get(1))) {
                return instruction;
            }
            int mask = (int) definitions.constant(instruction.operands().get(1));
            Instruction shift = definitions.of(masked);
            int distance = 0;
            if (shift != null
                    && shift.op() == WasmOp.I32_SHR_U
                    && definitions.isConstant(shift.operands().get(1))) {
                distance = (int) definitions.constant(shift.operands().get(1)) & 31;
                masked = shift.operands().get(0);
            }
            int left = Integer.numberOfTrailingZeros(mask);
            return mask >>> left == BYTE && left + distance <= Integer.SIZE - Byte.SIZE
                    ? shifted(instruction, masked, left + distance, left)
                    : instruction;
        }

        private Instruction shifted(Instruction instruction, Value word, int bit, int left) {
            Instruction load = byteOf(instruction, word, bit, WasmOp.I32_LOAD8_U);
            if (left == 0 || load == instruction) {
                return load;
            }
            Value loaded = rewriter.insert(load);
            Value distance = rewriter.constant(ValueType.I32, left);
            return new Instruction(
                    WasmOp.I32_SHL, List.of(loaded, distance), instruction.results(), 0, null, instruction.origin());
        }
    }
}
