package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the graph smaller without a change of what its instructions compute: choices that do not choose become jumps,
 * choices between values become {@code select}, edges lead past empty blocks ({@link JumpThreading}), and blocks that
 * only one edge leads to are put at the end of the block where it begins.
 */
public final class SimplifyControlFlow implements Pass {
    /** How many values a choice may select before it stays a choice. */
    private static final int MAXIMAL_SELECTIONS = 2;

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        hoistConstants(graph);
        changed |= BranchParameters.passOn(graph);
        changed |= JumpThreading.run(graph);
        for (Block block : graph.blocks()) {
            changed |= simplify(graph, block);
        }
        changed |= UnreachableBlocks.remove(graph);
        return merge(graph) || changed;
    }

    /**
     * Empties blocks that only pass on constants, which are as good where the only edge to the block begins: so that
     * edges can be led past it, and a choice between two such blocks becomes a {@code select}. For this alone the graph
     * does not count as changed.
     */
    private static void hoistConstants(Graph graph) {
        int[] edges = countEdges(graph, ReversePostorder.of(graph));
        for (Block block : graph.blocks()) {
            for (Edge edge : block.edges()) {
                Block target = edge.target();
                if (edges[target.id()] == 1
                        && target.terminator() instanceof Terminator.Jump
                        && target.instructions().stream().allMatch(Instruction::isConstant)) {
                    target.instructions().forEach(block.instructions()::add);
                    target.instructions().clear();
                }
            }
        }
    }

    private static int[] countEdges(Graph graph, ReversePostorder order) {
        int[] edges = new int[graph.blockCount()];
        for (Block block : order.blocks()) {
            for (Edge edge : block.edges()) {
                edges[edge.target().id()]++;
            }
        }
        return edges;
    }

    private static boolean simplify(Graph graph, Block block) {
        Terminator simpler = block.terminator();
        if (simpler instanceof Terminator.Switch choice) {
            simpler = simplify(choice);
        }
        if (simpler instanceof Terminator.Branch branch
                && branch.ifTrue().target() == branch.ifFalse().target()) {
            simpler = select(graph, block, branch);
        }
        boolean changed = simpler != block.terminator();
        block.setTerminator(simpler);
        return changed;
    }

    /** Without the last cases that do what the default does. */
    private static Terminator simplify(Terminator.Switch choice) {
        List<Edge> cases = choice.cases();
        int count = cases.size();
        while (count > 0 && cases.get(count - 1).equals(choice.otherwise())) {
            count--;
        }
        if (count == 0) {
            return new Terminator.Jump(choice.otherwise());
        }
        if (count == 1) {
            return new Terminator.Branch(choice.index(), choice.otherwise(), cases.get(0));
        }
        return count == cases.size()
                ? choice
                : new Terminator.Switch(choice.index(), cases.subList(0, count), choice.otherwise());
    }

    /** A branch to one block from both edges becomes a jump that passes on selected values, if there are few. */
    private static Terminator select(Graph graph, Block block, Terminator.Branch branch) {
        List<Value> ifTrue = branch.ifTrue().arguments();
        List<Value> ifFalse = branch.ifFalse().arguments();
        int differences = 0;
        for (int i = 0; i < ifTrue.size(); i++) {
            differences += ifTrue.get(i) == ifFalse.get(i) ? 0 : 1;
        }
        if (differences > MAXIMAL_SELECTIONS) {
            return branch;
        }
        List<Value> arguments = new ArrayList<>(ifTrue.size());
        for (int i = 0; i < ifTrue.size(); i++) {
            boolean isSame = ifTrue.get(i) == ifFalse.get(i);
            arguments.add(
                    isSame ? ifTrue.get(i) : graph.select(block, ifTrue.get(i), ifFalse.get(i), branch.condition()));
        }
        return new Terminator.Jump(new Edge(branch.ifTrue().target(), arguments));
    }

    /** Puts every block that only one edge leads to, a jump, at the end of the block where the edge begins. */
    private static boolean merge(Graph graph) {
        ReversePostorder order = ReversePostorder.of(graph);
        int[] edges = countEdges(graph, order);
        boolean[] isMerged = new boolean[graph.blockCount()];
        Substitution substitution = new Substitution(graph);
        boolean changed = false;
        for (Block block : order.blocks()) {
            while (!isMerged[block.id()]
                    && block.terminator() instanceof Terminator.Jump jump
                    && edges[jump.edge().target().id()] == 1) {
                append(block, jump.edge(), substitution);
                isMerged[jump.edge().target().id()] = true;
                changed = true;
            }
        }
        if (changed) {
            graph.blocks().removeIf(block -> isMerged[block.id()]);
            substitution.apply(graph);
        }
        return changed;
    }

    private static void append(Block block, Edge edge, Substitution substitution) {
        Block target = edge.target();
        for (int i = 0; i < target.parameters().size(); i++) {
            substitution.replace(
                    target.parameters().get(i),
                    substitution.get(edge.arguments().get(i)));
        }
        for (Instruction instruction : target.instructions()) {
            block.instructions().add(instruction);
        }
        block.setTerminator(target.terminator());
    }
}
