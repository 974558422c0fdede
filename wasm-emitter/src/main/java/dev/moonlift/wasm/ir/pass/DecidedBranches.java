package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.DominatorTree;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets branches jump whose condition a branch on the way to them has decided already. */
public final class DecidedBranches implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        Predecessors predecessors = Predecessors.of(graph);
        DominatorTree dominators = DominatorTree.of(graph);
        Decisions decisions = new Decisions(dominators);
        for (Block block : dominators.preorder()) {
            decisions.enter(block, predecessors.of(block));
            changed |= decide(block, decisions);
        }
        return changed;
    }

    private static boolean decide(Block block, Decisions decisions) {
        if (!(block.terminator() instanceof Terminator.Branch branch)) {
            return false;
        }
        Boolean known = decisions.of(branch.condition());
        if (known == null) {
            return false;
        }
        block.setTerminator(new Terminator.Jump(known ? branch.ifTrue() : branch.ifFalse()));
        return true;
    }

    /** The conditions that are known in a block: those of the edges to it, and to the blocks that dominate it. */
    private static final class Decisions {
        private final DominatorTree dominators;
        private final Map<Value, Boolean> known = new HashMap<>();
        private final Deque<Decision> open = new ArrayDeque<>();

        /** @param condition null if entering the block has decided nothing new */
        private record Decision(Block block, Value condition) {}

        Decisions(DominatorTree dominators) {
            this.dominators = dominators;
        }

        void enter(Block block, List<Predecessors.Incoming> incoming) {
            while (!open.isEmpty() && !dominators.dominates(open.peek().block, block)) {
                known.remove(open.pop().condition);
            }
            Value condition = null;
            if (incoming.size() == 1
                    && incoming.get(0).source().terminator() instanceof Terminator.Branch branch
                    && !known.containsKey(branch.condition())) {
                condition = branch.condition();
                known.put(condition, incoming.get(0).edge() == branch.ifTrue());
            }
            open.push(new Decision(block, condition));
        }

        Boolean of(Value condition) {
            return known.get(condition);
        }
    }
}
