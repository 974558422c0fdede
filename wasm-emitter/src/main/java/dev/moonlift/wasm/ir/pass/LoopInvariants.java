package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.AliasClass;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.LoopForest;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves loads out of loops: those of {@linkplain AliasClass#isStable stable} classes that the loop does not write to,
 * from addresses that it does not change. Out of one loop at a time.
 *
 * <p>An address that is used in a loop and comes from outside of it was computed in a block that dominates the loop, so
 * it is known where the loop is entered.
 */
public final class LoopInvariants implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        if (!hasStableLoads(graph)) {
            return changed;
        }
        LoopForest forest = LoopForest.of(graph);
        for (LoopForest.Loop loop : forest.loops()) {
            changed |= hoist(graph, forest, loop);
        }
        return changed;
    }

    private static boolean hasStableLoads(Graph graph) {
        return graph.blocks().stream()
                .anyMatch(block -> block.instructions().stream().anyMatch(LoopInvariants::isStableLoad));
    }

    private static boolean isStableLoad(Instruction instruction) {
        return instruction.op().effect() == WasmOp.Effect.READS
                && instruction.target() instanceof AliasClass part
                && part.isStable();
    }

    private static boolean hoist(Graph graph, LoopForest forest, LoopForest.Loop loop) {
        Set<Block> body = forest.blocksOf(loop);
        Set<Value> inside = LoopForest.valuesOf(body);
        Set<AliasClass> written = written(body);
        if (written == null) {
            return false;
        }
        List<Instruction> hoisted = new ArrayList<>();
        for (Block block : body) {
            for (Instruction instruction : block.instructions()) {
                if (isStableLoad(instruction)
                        && !written.contains(instruction.target())
                        && !inside.contains(instruction.operands().get(0))) {
                    hoisted.add(instruction);
                    inside.removeAll(instruction.results());
                }
            }
        }
        if (hoisted.isEmpty()) {
            return false;
        }
        body.forEach(block -> block.instructions().removeAll(hoisted));
        Preheader.of(graph, loop.header(), body).instructions().addAll(hoisted);
        return true;
    }

    /** The classes that are written to; null if that may be anything. */
    private static Set<AliasClass> written(Set<Block> body) {
        Set<AliasClass> written = new HashSet<>();
        for (Block block : body) {
            for (Instruction instruction : block.instructions()) {
                boolean isCall = instruction.op() == WasmOp.CALL || instruction.op() == WasmOp.CALL_INDIRECT;
                if (isCall || instruction.op().effect() == WasmOp.Effect.WRITES) {
                    if (!(instruction.target() instanceof AliasClass part)) {
                        return null;
                    }
                    written.add(part);
                }
            }
        }
        return written;
    }
}
