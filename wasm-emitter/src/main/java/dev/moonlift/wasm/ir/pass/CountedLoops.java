package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.DominatorTree;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.LoopForest;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Gives loops one test in place of two: of a loop that ends when a number of rounds has come down to 0, or a budget
 * below 0, and that takes one from both in each round. A third variable counts down from the smaller of both; when it
 * is 0, outside of the loop, the two tests say which has come to its end.
 *
 * <pre>
 *   first:  r == 0 ? done : second        first:  m == 0 ? why : second      why:   r == 0 ? done : spent
 *   second: b - 1 &gt;= 0 ? next : out       second: next                       spent: out
 * </pre>
 *
 * <p>The rounds are a number without sign, of 64 bits, the budget is one with a sign, of 32. {@link InductionVariables}
 * then has all but one of the three follow from that one.
 */
public final class CountedLoops implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        LoopForest forest = LoopForest.of(graph);
        if (forest.loops().isEmpty()) {
            return changed;
        }
        Definitions definitions = new Definitions(graph);
        for (LoopForest.Loop loop : forest.loops()) {
            Set<Block> body = forest.blocksOf(loop);
            Tests tests = new Search(graph, forest, loop, body, definitions).find();
            if (tests != null) {
                new Change(graph, loop.header(), body, tests).make();
                changed = true;
            }
        }
        return changed;
    }

    /**
     * The two tests of a loop.
     *
     * @param rounds place of the number of rounds among the header's parameters
     * @param budget place of the budget
     * @param first ends with the test of the rounds
     * @param second the only block that goes on there, which ends with the test of the budget
     */
    private record Tests(int rounds, int budget, Block first, Block second) {
        Edge done() {
            return ((Terminator.Branch) first.terminator()).ifTrue();
        }

        Edge next() {
            return ((Terminator.Branch) second.terminator()).ifTrue();
        }

        Edge out() {
            return ((Terminator.Branch) second.terminator()).ifFalse();
        }
    }

    /** Looks for the tests of a loop. */
    private record Search(
            Graph graph, LoopForest forest, LoopForest.Loop loop, Set<Block> body, Definitions definitions) {

        Tests find() {
            Block header = loop.header();
            for (int place = 0; place < header.parameters().size(); place++) {
                Value budget = header.parameters().get(place);
                Value next = budget.type() == ValueType.I32 ? next(place) : null;
                if (next != null) {
                    for (Block block : body) {
                        Tests tests = tests(block, place, next);
                        if (tests != null) {
                            return tests;
                        }
                    }
                }
            }
            return null;
        }

        /** One less than a parameter of the header, if every round passes that on; else null. */
        private Value next(int place) {
            Value next = null;
            for (Predecessors.Incoming incoming : rounds()) {
                Value given = incoming.edge().arguments().get(place);
                if (next != null && next != given) {
                    return null;
                }
                next = given;
            }
            Instruction definition = next == null ? null : definitions.of(next);
            boolean isLess = definition != null
                    && (definition.op() == WasmOp.I32_ADD || definition.op() == WasmOp.I64_ADD)
                    && definition.operands().get(0)
                            == loop.header().parameters().get(place)
                    && definitions.isConstant(definition.operands().get(1), -1);
            return isLess ? next : null;
        }

        private List<Predecessors.Incoming> rounds() {
            return Predecessors.of(graph).of(loop.header()).stream()
                    .filter(incoming -> body.contains(incoming.source()))
                    .toList();
        }

        private Tests tests(Block second, int budget, Value next) {
            if (!(second.terminator() instanceof Terminator.Branch branch)
                    || !isNotNegative(branch.condition(), next)) {
                return null;
            }
            List<Predecessors.Incoming> before = Predecessors.of(graph).of(second);
            if (before.size() != 1 || !second.parameters().isEmpty() || !isOnEveryRound(second)) {
                return null;
            }
            Block first = before.get(0).source();
            int rounds = before.get(0).edge() == edgeIfNotZero(first) ? counted(first) : -1;
            Tests tests = rounds < 0 ? null : new Tests(rounds, budget, first, second);
            return tests != null && canBeCopied(tests) ? tests : null;
        }

        private boolean isNotNegative(Value condition, Value value) {
            Instruction test = definitions.of(condition);
            return test != null
                    && test.op() == WasmOp.I32_GE_S
                    && test.operands().get(0) == value
                    && definitions.isConstant(test.operands().get(1), 0);
        }

        private boolean isOnEveryRound(Block block) {
            DominatorTree dominators = DominatorTree.of(graph);
            return forest.of(block) == loop
                    && rounds().stream().allMatch(incoming -> dominators.dominates(block, incoming.source()));
        }

        private static Edge edgeIfNotZero(Block first) {
            return first.terminator() instanceof Terminator.Branch branch ? branch.ifFalse() : null;
        }

        /** The place of what a block ends with a test of, for 0, if that is one less in each round; else -1. */
        private int counted(Block first) {
            Instruction test = definitions.of(((Terminator.Branch) first.terminator()).condition());
            if (test == null || test.op() != WasmOp.I64_EQZ) {
                return -1;
            }
            int place = loop.header().parameters().indexOf(test.operands().get(0));
            return place < 0 || next(place) == null ? -1 : place;
        }

        /** Whether the way out, with what it needs of the second block, can be had a second time. */
        private boolean canBeCopied(Tests tests) {
            Block out = tests.out().target();
            return out.edges().isEmpty()
                    && Predecessors.of(graph).of(out).size() == 1
                    && tests.second().instructions().stream().allMatch(Instruction::isPure);
        }
    }

    /** What is done about one loop. */
    private record Change(Graph graph, Block header, Set<Block> body, Tests tests) {

        void make() {
            Block preheader = Preheader.of(graph, header, body);
            Edge entry = ((Terminator.Jump) preheader.terminator()).edge();
            Block begin = graph.newBlock();
            Value smaller = graph.addParameter(begin, ValueType.I64);
            begin.setTerminator(new Terminator.Jump(with(entry, smaller)));
            choose(preheader, entry, begin);
            Value counter = graph.addParameter(header, ValueType.I64);
            leave(counter);
            Value one = graph.append(tests.second(), WasmOp.I64_CONST, -1, Insn.NO_ORIGIN);
            Value next = graph.append(tests.second(), WasmOp.I64_ADD, counter, one);
            tests.second().setTerminator(new Terminator.Jump(tests.next()));
            for (Block block : body) {
                block.setTerminator(block.terminator()
                        .map(value -> value, edge -> edge.target() == header ? with(edge, next) : edge));
            }
        }

        private static Edge with(Edge edge, Value value) {
            List<Value> arguments = new ArrayList<>(edge.arguments());
            arguments.add(value);
            return new Edge(edge.target(), arguments);
        }

        /**
         * Passes on the smaller of both; a budget below 0 is no round. By a branch: what is selected, Cranelift
         * computes anew in each round if it comes of a sum with a constant, as it computes those.
         */
        private void choose(Block block, Edge entry, Block begin) {
            Value rounds = entry.arguments().get(tests.rounds());
            Value budget = entry.arguments().get(tests.budget());
            Value zero = graph.constant(block, 0);
            Value isLeft = graph.append(block, WasmOp.I32_GT_S, budget, zero);
            Value left = graph.append(block, WasmOp.I64_EXTEND_I32_U, graph.select(block, budget, zero, isLeft));
            Value areFewer = graph.append(block, WasmOp.I64_LT_U, rounds, left);
            block.setTerminator(
                    new Terminator.Branch(areFewer, new Edge(begin, List.of(rounds)), new Edge(begin, List.of(left))));
        }

        /** The one test, and behind it the two, with a copy of what the second block computes for the way out. */
        private void leave(Value counter) {
            Edge goesOn = ((Terminator.Branch) tests.first().terminator()).ifFalse();
            Block why = graph.newBlock();
            Block spent = graph.newBlock();
            Value rounds = header.parameters().get(tests.rounds());
            why.setTerminator(
                    new Terminator.Branch(graph.append(why, WasmOp.I64_EQZ, rounds), tests.done(), Edge.to(spent)));
            Copier copier = new Copier(graph);
            for (Instruction instruction : tests.second().instructions()) {
                spent.instructions().add(copier.copyOf(instruction));
            }
            Edge out = tests.out();
            spent.setTerminator(new Terminator.Jump(copier.copyOf(out)));
            Block target = out.target();
            target.instructions().replaceAll(instruction -> instruction.mapOperands(copier::copyOf));
            target.setTerminator(target.terminator().map(copier::copyOf, edge -> edge));
            Value isZero = graph.append(tests.first(), WasmOp.I64_EQZ, counter);
            tests.first().setTerminator(new Terminator.Branch(isZero, Edge.to(why), goesOn));
        }
    }
}
