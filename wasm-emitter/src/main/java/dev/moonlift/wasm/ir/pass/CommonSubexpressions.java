package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Commutative;
import dev.moonlift.wasm.ir.DominatorTree;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes once what several instructions compute from the same operands, where the first dominates the others. Also
 * where the instruction can trap: then the first has trapped already.
 */
public final class CommonSubexpressions implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        DominatorTree dominators = DominatorTree.of(graph);
        Scopes scopes = new Scopes(dominators);
        Substitution substitution = new Substitution(graph);
        for (Block block : dominators.preorder()) {
            scopes.enter(block);
            block.instructions().removeIf(instruction -> isKnown(instruction, scopes, substitution));
        }
        substitution.apply(graph);
        return changed || !substitution.isEmpty();
    }

    private static boolean isKnown(Instruction instruction, Scopes scopes, Substitution substitution) {
        if (!isNumbered(instruction)) {
            return false;
        }
        Value first = scopes.find(key(instruction, substitution), instruction.result());
        if (first == null) {
            return false;
        }
        substitution.replace(instruction.result(), first);
        return true;
    }

    private static boolean isNumbered(Instruction instruction) {
        WasmOp.Effect effect = instruction.op().effect();
        return (effect == WasmOp.Effect.PURE || effect == WasmOp.Effect.TRAPS)
                && instruction.results().size() == 1;
    }

    /** What an instruction computes. Numbers of operands that it does not have are -1. */
    private record Key(WasmOp op, long immediate, int a, int b, int c) {}

    private static Key key(Instruction instruction, Substitution substitution) {
        List<Value> operands = instruction.operands();
        int a = operand(operands, 0, substitution);
        int b = operand(operands, 1, substitution);
        int c = operand(operands, 2, substitution);
        return Commutative.is(instruction.op()) && a > b
                ? new Key(instruction.op(), instruction.immediate(), b, a, c)
                : new Key(instruction.op(), instruction.immediate(), a, b, c);
    }

    private static int operand(List<Value> operands, int index, Substitution substitution) {
        return index < operands.size() ? substitution.get(operands.get(index)).id() : -1;
    }

    /** What has been computed in the block and in those that dominate it. */
    private static final class Scopes {
        private final DominatorTree dominators;
        private final Map<Key, Value> known = new HashMap<>();

        /** Keys in the order in which they were added. */
        private final List<Key> added = new ArrayList<>();

        private final Deque<Scope> open = new ArrayDeque<>();

        private record Scope(Block block, int begin) {}

        Scopes(DominatorTree dominators) {
            this.dominators = dominators;
        }

        void enter(Block block) {
            while (!open.isEmpty() && !dominators.dominates(open.peek().block, block)) {
                forget(open.pop().begin);
            }
            open.push(new Scope(block, added.size()));
        }

        private void forget(int begin) {
            for (int i = added.size() - 1; i >= begin; i--) {
                known.remove(added.remove(i));
            }
        }

        /** The value that is known already, or null, and from now on this one is known. */
        Value find(Key key, Value value) {
            Value first = known.putIfAbsent(key, value);
            if (first == null) {
                added.add(key);
            }
            return first;
        }
    }
}
