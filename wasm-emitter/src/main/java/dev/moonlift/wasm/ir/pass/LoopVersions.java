package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.DominatorTree;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.LoopForest;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives innermost loops a second version without the checks that hold in all of their rounds: that what each round
 * changes by the same, such as an index, is below what no round changes, such as a length. Whether they hold is asked
 * once, before the loop, of the first and the last round; if not, the loop is as it was ("loop versioning").
 *
 * <pre>
 *   jump loop        first &lt; length and last &lt; length ? second version : loop
 * </pre>
 *
 * <p>Only of loops that end when something that each round changes by one comes to a value that is known before: the
 * number of their rounds is known then, if nothing else ends them, see {@link CountedLoops}. Branches on what no round
 * changes are asked of before as well, if there is anything to gain else. To be run last: what passes make of a loop
 * need not be made twice.
 */
public final class LoopVersions implements Pass {
    /** Loops above this are left: what the checks cost is little of their rounds. */
    private static final int MOST_INSTRUCTIONS = 120;

    /** Each has the whole graph looked at again. */
    private static final int MOST_VERSIONS = 50;

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        LoopForest forest = LoopForest.of(graph);
        Definitions definitions = new Definitions(graph);
        int versions = 0;
        for (LoopForest.Loop loop : forest.loops()) {
            Set<Block> body = forest.isInnermost(loop) ? forest.blocksOf(loop) : Set.of();
            boolean isSmall = !body.isEmpty() && size(body) <= MOST_INSTRUCTIONS;
            if (isSmall && versions < MOST_VERSIONS && new Version(graph, loop.header(), body, definitions).make()) {
                definitions = new Definitions(graph);
                versions++;
            }
        }
        return changed || versions > 0;
    }

    private static int size(Set<Block> body) {
        return body.stream().mapToInt(block -> block.instructions().size()).sum();
    }

    /**
     * A block that ends with a check.
     *
     * @param index what has to be below the limit without sign; null if the branch's condition is asked itself
     * @param limit a number of 32 bits
     */
    private record Check(Block block, Value index, Value limit) {}

    /** What is done about one loop. */
    private static final class Version {
        private final Graph graph;
        private final Block header;
        private final Set<Block> body;
        private final Definitions definitions;
        private final LinearValues linear;
        private final DominatorTree dominators;

        /** By block with a check: where it leads to if that holds. */
        private final Map<Block, Edge> decided = new LinkedHashMap<>();

        Version(Graph graph, Block header, Set<Block> body, Definitions definitions) {
            this.graph = graph;
            this.header = header;
            this.body = body;
            this.definitions = definitions;
            this.linear = new LinearValues(graph, header, body, definitions);
            this.dominators = DominatorTree.of(graph);
        }

        boolean make() {
            Block end = body.stream().filter(this::isEnd).findFirst().orElse(null);
            if (end == null) {
                return false;
            }
            List<Check> checks = body.stream().flatMap(this::check).toList();
            if (checks.stream().allMatch(check -> check.index == null)) {
                return false;
            }
            LoopClosing.close(graph, header, body);
            Block preheader = Preheader.of(graph, header, body);
            Edge entry = ((Terminator.Jump) preheader.terminator()).edge();
            Value holds = question(preheader, entry, end, checks);
            preheader.setTerminator(new Terminator.Branch(holds, new Edge(copy(), entry.arguments()), entry));
            return true;
        }

        /** The second loop's header. Edges out of that loop lead to where the first's do. */
        private Block copy() {
            Copier copier = new Copier(graph);
            copier.declare(body);
            for (Block block : body) {
                Block copy = copier.copyOf(block);
                block.instructions().forEach(instruction -> copy.instructions().add(copier.copyOf(instruction)));
            }
            for (Block block : body) {
                Edge edge = decided.get(block);
                // Closing the loop has not changed edges within it.
                Terminator terminator = edge == null ? block.terminator() : new Terminator.Jump(edge);
                copier.copyOf(block).setTerminator(copier.copyOf(terminator));
            }
            return copier.copyOf(header);
        }

        private boolean isOnEveryRound(Block block) {
            return body.stream()
                    .filter(source -> source.edges().stream().anyMatch(edge -> edge.target() == header))
                    .allMatch(source -> dominators.dominates(block, source));
        }

        // --- the end ---

        /** Whether a block, which every round passes, ends the loop after a number of rounds that is known before. */
        private boolean isEnd(Block block) {
            return block.terminator() instanceof Terminator.Branch branch
                    && !body.contains(branch.ifTrue().target())
                    && body.contains(branch.ifFalse().target())
                    && counter(branch) != null
                    && isOnEveryRound(block);
        }

        /** What is compared with 0, or with an invariant, and changes by one in each round. */
        private Value counter(Terminator.Branch branch) {
            Instruction test = definitions.of(branch.condition());
            if (test == null || test.op() != WasmOp.I64_EQZ && test.op() != WasmOp.I64_EQ) {
                return null;
            }
            for (int n = 0; n < test.operands().size(); n++) {
                Value value = test.operands().get(n);
                LinearValues.Linear change = linear.of(value);
                boolean isAlone = test.operands().size() == 1
                        || linear.isInvariant(test.operands().get(1 - n));
                if (isAlone && change != null && linear.unitStep(change) != 0) {
                    return value;
                }
            }
            return null;
        }

        /** How many rounds come to their end, if the loop is left there. */
        private Value rounds(Block to, Edge entry, Block end) {
            Terminator.Branch branch = (Terminator.Branch) end.terminator();
            Instruction test = definitions.of(branch.condition());
            Value counter = counter(branch);
            Value first = linear.after(to, counter, null, entry);
            Value last = graph.constant(to, 0L);
            for (Value operand : test.operands()) {
                last = operand == counter ? last : linear.outside(to, operand);
            }
            boolean rises = linear.unitStep(linear.of(counter)) > 0;
            return graph.append(to, WasmOp.I64_SUB, rises ? last : first, rises ? first : last);
        }

        // --- checks ---

        private Stream<Check> check(Block block) {
            if (!(block.terminator() instanceof Terminator.Branch branch)
                    || definitions.isConstant(branch.condition())
                    || !isOnEveryRound(block)) {
                return Stream.empty();
            }
            if (linear.isInvariant(branch.condition())) {
                return checkOfInvariant(block, branch);
            }
            Instruction test = definitions.of(branch.condition());
            if (test == null || test.op() != WasmOp.I64_LT_U || !leaves(branch.ifFalse(), branch.ifTrue())) {
                return Stream.empty();
            }
            Value index = test.operands().get(0);
            Value limit = narrow(test.operands().get(1));
            if (limit == null || linear.of(index) == null) {
                return Stream.empty();
            }
            decided.put(block, branch.ifTrue());
            return Stream.of(new Check(block, index, limit));
        }

        /** The way that does not leave the loop holds, or the one to where the other one leads as well. */
        private Stream<Check> checkOfInvariant(Block block, Terminator.Branch branch) {
            Edge longer = Stream.of(branch.ifTrue(), branch.ifFalse())
                    .filter(edge -> {
                        Edge other = edge == branch.ifTrue() ? branch.ifFalse() : branch.ifTrue();
                        return leaves(edge, other) || isDetour(edge, other);
                    })
                    .findFirst()
                    .orElse(null);
            if (longer == null) {
                return Stream.empty();
            }
            decided.put(block, longer == branch.ifTrue() ? branch.ifFalse() : branch.ifTrue());
            return Stream.of(new Check(block, null, null));
        }

        private boolean leaves(Edge edge, Edge other) {
            return !body.contains(edge.target()) && body.contains(other.target());
        }

        private boolean isDetour(Edge edge, Edge other) {
            return body.contains(edge.target())
                    && edge.target() != header
                    && edge.target().edges().stream().anyMatch(next -> next.target() == other.target());
        }

        /** What a value of 64 bits is an extension of, if no round changes that; else null. */
        private Value narrow(Value wide) {
            Instruction definition = definitions.of(wide);
            boolean isExtended = definition != null && definition.op() == WasmOp.I64_EXTEND_I32_U;
            Value narrow = isExtended ? definition.operands().get(0) : null;
            return narrow != null && linear.isInvariant(narrow) ? narrow : null;
        }

        // --- the question before the loop ---

        private Value question(Block to, Edge entry, Block end, List<Check> checks) {
            Value rounds = rounds(to, entry, end);
            Value whole = graph.append(to, WasmOp.I64_SUB, rounds, graph.constant(to, 1L));
            // With fewer rounds, and smaller steps, the products below are the numbers that they stand for.
            Value all = below(to, whole, graph.constant(to, (1L << Integer.SIZE) - 1));
            Set<Value> steps = new LinkedHashSet<>();
            for (Check check : checks) {
                Value holds = check.index == null
                        ? condition(to, check.block)
                        : areBelow(to, entry, check, dominators.dominates(end, check.block) ? whole : rounds);
                all = graph.append(to, WasmOp.I32_AND, all, holds);
                if (check.index != null) {
                    steps.add(linear.step(linear.of(check.index)));
                }
            }
            for (Value step : steps) {
                Value half = graph.constant(to, 1L << Integer.SIZE - 1);
                Value moved = graph.append(to, WasmOp.I64_ADD, linear.outside(to, step), half);
                Value isSmall = below(to, moved, graph.constant(to, 1L << Integer.SIZE));
                all = graph.append(to, WasmOp.I32_AND, all, isSmall);
            }
            return all;
        }

        private Value below(Block to, Value value, Value limit) {
            return graph.append(to, WasmOp.I64_LT_U, value, limit);
        }

        /** Whether an index is below a limit in the first round and in the last, and so in those between. */
        private Value areBelow(Block to, Edge entry, Check check, Value rounds) {
            Value limit = graph.append(to, WasmOp.I64_EXTEND_I32_U, linear.outside(to, check.limit));
            Value first = linear.after(to, check.index, null, entry);
            Value last = linear.after(to, check.index, rounds, entry);
            return graph.append(to, WasmOp.I32_AND, below(to, first, limit), below(to, last, limit));
        }

        private Value condition(Block to, Block block) {
            Terminator.Branch branch = (Terminator.Branch) block.terminator();
            Value isZero = graph.append(to, WasmOp.I32_EQZ, branch.condition());
            boolean isTrue = decided.get(block).target() == branch.ifTrue().target();
            return isTrue ? graph.append(to, WasmOp.I32_EQZ, isZero) : isZero;
        }
    }
}
