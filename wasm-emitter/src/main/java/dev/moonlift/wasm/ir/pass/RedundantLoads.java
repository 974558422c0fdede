package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/**
 * Leaves out loads of what a load or store has shown already, and reads of globals likewise.
 *
 * <p>What is known at the beginning of a block is what is known at the end of all its predecessors. Nothing is known at
 * the beginning of a loop.
 */
public final class RedundantLoads implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        ReversePostorder order = ReversePostorder.of(graph);
        Predecessors predecessors = Predecessors.of(graph, order);
        Run run = new Run(graph);
        for (Block block : order.blocks()) {
            run.visit(block, predecessors);
        }
        run.substitution.apply(graph);
        return changed || !run.substitution.isEmpty();
    }

    private static final class Run {
        private final Substitution substitution;
        private final Definitions definitions;

        /** What is known at the end of blocks, by their numbers; null of those that have not been visited. */
        private final KnownMemory[] ends;

        private KnownMemory known;

        Run(Graph graph) {
            substitution = new Substitution(graph);
            definitions = new Definitions(graph);
            ends = new KnownMemory[graph.blockCount()];
        }

        void visit(Block block, Predecessors predecessors) {
            known = atBegin(block, predecessors);
            block.instructions().removeIf(this::isKnown);
            ends[block.id()] = known;
        }

        private KnownMemory atBegin(Block block, Predecessors predecessors) {
            KnownMemory common = null;
            for (Predecessors.Incoming incoming : predecessors.of(block)) {
                KnownMemory end = ends[incoming.source().id()];
                if (end == null) {
                    return new KnownMemory();
                }
                if (common == null) {
                    common = end.copy();
                } else {
                    common.retain(end);
                }
            }
            return common == null ? new KnownMemory() : common;
        }

        /** Whether the instruction's result is known, and another value stands for it from now on. */
        private boolean isKnown(Instruction instruction) {
            if (instruction.op().immediate() == WasmOp.Immediate.MEMORY_ACCESS) {
                return access(instruction);
            }
            switch (instruction.op()) {
                case GLOBAL_GET:
                    return isReplaced(instruction, known.read(instruction.global(), instruction.result()));
                case GLOBAL_SET:
                    known.write(
                            instruction.global(),
                            substitution.get(instruction.operands().get(0)));
                    return false;
                case CALL, CALL_INDIRECT:
                    known.forgetMemory();
                    known.forgetGlobals();
                    return false;
                default:
                    if (instruction.op().effect() == WasmOp.Effect.WRITES) {
                        known.forgetMemory();
                    }
                    return false;
            }
        }

        private boolean access(Instruction instruction) {
            Value base = substitution.get(instruction.operands().get(0));
            long offset = instruction.immediate();
            if (definitions.isConstant(base)) {
                offset += definitions.constant(base) & 0xFFFF_FFFFL;
                base = null;
            }
            if (instruction.results().isEmpty()) {
                known.store(
                        instruction.op(),
                        base,
                        offset,
                        substitution.get(instruction.operands().get(1)));
                return false;
            }
            return isReplaced(instruction, known.load(instruction.op(), base, offset, instruction.result()));
        }

        private boolean isReplaced(Instruction instruction, Value value) {
            if (value == null) {
                return false;
            }
            substitution.replace(instruction.result(), value);
            return true;
        }
    }
}
