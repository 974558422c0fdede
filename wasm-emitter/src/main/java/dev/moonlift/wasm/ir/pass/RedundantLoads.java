package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.AliasClass;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.LoopForest;
import dev.moonlift.wasm.ir.MemoryAccess;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out loads of what a load or store has shown already, and reads of globals likewise.
 *
 * <p>What is known at the beginning of a block is what is known at the end of all its predecessors; at the beginning of
 * a loop, what is known where it is entered and the loop does not overwrite.
 */
public final class RedundantLoads implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        ReversePostorder order = ReversePostorder.of(graph);
        Predecessors predecessors = Predecessors.of(graph);
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

        private final Graph graph;
        /** Null until a loop is met. */
        private LoopForest loops;

        private KnownMemory known;

        Run(Graph graph) {
            this.graph = graph;
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
            boolean isLoop = false;
            for (Predecessors.Incoming incoming : predecessors.of(block)) {
                KnownMemory end = ends[incoming.source().id()];
                if (end == null) {
                    isLoop = true;
                } else if (common == null) {
                    common = end.copy();
                } else {
                    common.retain(end);
                }
            }
            return common == null || isLoop && !isLeftBy(block, common) ? new KnownMemory() : common;
        }

        /** Forgets what a loop may overwrite; false if that may be anything. */
        private boolean isLeftBy(Block header, KnownMemory memory) {
            if (loops == null) {
                loops = LoopForest.of(graph);
            }
            LoopForest.Loop loop = loops.of(header);
            if (!loops.isReducible() || loop == null || loop.header() != header) {
                return false;
            }
            List<KnownMemory.Store> stores = new ArrayList<>();
            for (Block block : graph.blocks()) {
                if (loop.contains(loops.of(block)) && !collectStores(block, stores)) {
                    return false;
                }
            }
            stores.forEach(memory::forget);
            return true;
        }

        private boolean collectStores(Block block, List<KnownMemory.Store> stores) {
            for (Instruction instruction : block.instructions()) {
                if (MemoryAccess.isStore(instruction.op())) {
                    stores.add(store(instruction));
                } else if (isCall(instruction.op())
                        || instruction.op() == WasmOp.GLOBAL_SET
                        || instruction.op().effect() == WasmOp.Effect.WRITES) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isCall(WasmOp op) {
            return op == WasmOp.CALL || op == WasmOp.CALL_INDIRECT;
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
            KnownMemory.Store place = store(instruction);
            if (instruction.results().isEmpty()) {
                Value value = substitution.get(instruction.operands().get(1));
                known.store(place, value, isByte(value));
                return false;
            }
            Value value = known.load(place.op(), place.base(), place.offset(), place.part(), instruction.result());
            return isReplaced(instruction, value);
        }

        /** Where an instruction stores; of a load, where it loads from. */
        private KnownMemory.Store store(Instruction access) {
            Value base = substitution.get(access.operands().get(0));
            long offset = access.immediate();
            if (definitions.isConstant(base)) {
                offset += definitions.constant(base) & 0xFFFF_FFFFL;
                base = null;
            }
            return new KnownMemory.Store(access.op(), base, offset, (AliasClass) access.target());
        }

        private boolean isByte(Value value) {
            return value.type() == ValueType.I32
                    && definitions.isConstant(value)
                    && definitions.constant(value) == (byte) definitions.constant(value);
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
