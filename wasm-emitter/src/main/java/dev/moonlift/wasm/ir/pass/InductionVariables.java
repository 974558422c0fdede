package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.DominatorTree;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.LoopForest;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Leaves a loop one of the variables that each of its rounds changes by one: of two such, the sum or the difference is
 * the same in all rounds, so one of them follows from the other. The loop then has less to carry from round to round,
 * and less to keep in registers that change.
 *
 * <p>What follows is computed where it is used, which is often only where the loop is left. To be run after other
 * passes, which would not see as much of such variables any more; {@link DeadCode} takes away what is left of them.
 */
public final class InductionVariables implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        LoopForest forest = LoopForest.of(graph);
        if (forest.loops().isEmpty()) {
            return changed;
        }
        DominatorTree dominators = DominatorTree.of(graph);
        Definitions definitions = new Definitions(graph);
        for (LoopForest.Loop loop : forest.loops()) {
            Set<Block> body = forest.blocksOf(loop);
            changed |= new Reduction(graph, loop.header(), body, dominators, definitions).run();
        }
        return changed;
    }

    /**
     * A parameter of the header that each round changes by one.
     *
     * @param next what the next round is given
     * @param step 1 or -1
     */
    private record Variable(int place, Value value, Value next, int step) {}

    private record Definition(Instruction instruction, Block block) {}

    /** What is done about one loop. */
    private static final class Reduction {
        private final Graph graph;
        private final Block header;
        private final Set<Block> body;
        private final DominatorTree dominators;
        private final Definitions all;
        /** What is computed in the loop. */
        private final Map<Value, Definition> definitions = new HashMap<>();

        Reduction(Graph graph, Block header, Set<Block> body, DominatorTree dominators, Definitions all) {
            this.graph = graph;
            this.header = header;
            this.body = body;
            this.dominators = dominators;
            this.all = all;
        }

        boolean run() {
            if (header.parameters().size() < 2) {
                return false;
            }
            for (Block block : body) {
                for (Instruction instruction : block.instructions()) {
                    instruction
                            .results()
                            .forEach(result -> definitions.put(result, new Definition(instruction, block)));
                }
            }
            List<Variable> variables = variables();
            Variable kept = mostUsed(variables);
            if (kept == null || variables.size() < 2) {
                return false;
            }
            Block preheader = Preheader.of(graph, header, body);
            variables.stream()
                    .filter(variable -> variable != kept)
                    .forEach(variable -> derive(variable, kept, preheader));
            return true;
        }

        /** Of those of 64 bits, and of several the last: that is what a loop ends with ({@link CountedLoops}). */
        private Variable mostUsed(List<Variable> variables) {
            Variable most = null;
            for (Variable variable : variables) {
                boolean isMore =
                        variable.value.type() == ValueType.I64 && (most == null || uses(variable) >= uses(most));
                most = isMore ? variable : most;
            }
            return most;
        }

        private List<Variable> variables() {
            List<Edge> rounds = new ArrayList<>();
            for (Block block : body) {
                block.edges().stream().filter(edge -> edge.target() == header).forEach(rounds::add);
            }
            List<Variable> variables = new ArrayList<>();
            for (int place = 0; place < header.parameters().size(); place++) {
                Value next = rounds.get(0).arguments().get(place);
                boolean isSame = true;
                for (Edge round : rounds) {
                    isSame &= round.arguments().get(place) == next;
                }
                Value value = header.parameters().get(place);
                int step = isSame ? step(value, next) : 0;
                if (step != 0) {
                    variables.add(new Variable(place, value, next, step));
                }
            }
            return variables;
        }

        /** By how much a value is above another; 0 if that is not known to be 1 or -1. */
        private int step(Value value, Value next) {
            Definition definition = definitions.get(next);
            if (definition == null) {
                return 0;
            }
            WasmOp op = definition.instruction.op();
            List<Value> operands = definition.instruction.operands();
            if (op != WasmOp.I32_ADD && op != WasmOp.I64_ADD || operands.get(0) != value) {
                return 0;
            }
            long by = all.isConstant(operands.get(1)) ? all.constant(operands.get(1)) : 0;
            return Math.abs(by) == 1 ? (int) by : 0;
        }

        private int uses(Variable variable) {
            int uses = 0;
            for (Block block : body) {
                for (Instruction instruction : block.instructions()) {
                    uses += instruction.operands().contains(variable.value) ? 1 : 0;
                }
            }
            return uses;
        }

        /** Has one variable follow from another. */
        private void derive(Variable variable, Variable from, Block preheader) {
            Edge entry = ((Terminator.Jump) preheader.terminator()).edge();
            int origin = definitions.get(variable.next).instruction.origin();
            Code before = new Code(variable, origin);
            Value invariant = before.invariant(
                    entry.arguments().get(variable.place),
                    entry.arguments().get(from.place),
                    variable.step * from.step);
            preheader.instructions().addAll(before.instructions);
            deriveNext(variable, from, invariant);
            for (Block block : graph.blocks()) {
                replace(block, variable, from, invariant, origin);
            }
        }

        /** The value that the next round is given follows as well, where the other's is known already. */
        private void deriveNext(Variable variable, Variable from, Value invariant) {
            Definition next = definitions.get(variable.next);
            Definition other = definitions.get(from.next);
            List<Instruction> instructions = next.block.instructions();
            int place = instructions.indexOf(next.instruction);
            boolean isKnown = next.block == other.block
                    ? instructions.indexOf(other.instruction) < place
                    : dominators.dominates(other.block, next.block);
            if (isKnown) {
                Code code = new Code(variable, next.instruction.origin());
                Instruction last = code.follow(invariant, from.next, variable.step * from.step, List.of(variable.next));
                instructions.set(place, last);
                instructions.addAll(place, code.instructions);
                definitions.put(variable.next, new Definition(last, next.block));
            }
        }

        private void replace(Block block, Variable variable, Variable from, Value invariant, int origin) {
            boolean[] isUsed = new boolean[1];
            UnaryOperator<Value> look = value -> {
                isUsed[0] |= value == variable.value;
                return value;
            };
            block.instructions().forEach(instruction -> instruction.operands().forEach(look::apply));
            block.terminator().map(look, edge -> edge.mapArguments(look));
            if (!isUsed[0]) {
                return;
            }
            Code code = new Code(variable, origin);
            Value derived = graph.newValue(variable.value.type());
            Instruction last = code.follow(invariant, from.value, variable.step * from.step, List.of(derived));
            UnaryOperator<Value> put = value -> value == variable.value ? derived : value;
            block.instructions().replaceAll(instruction -> instruction.mapOperands(put));
            block.setTerminator(block.terminator().map(put, edge -> edge.mapArguments(put)));
            block.instructions().add(0, last);
            block.instructions().addAll(0, code.instructions);
        }

        /** Instructions of a variable's type. */
        private final class Code {
            private final List<Instruction> instructions = new ArrayList<>();
            private final ValueType type;
            private final int origin;

            Code(Variable variable, int origin) {
                this.type = variable.value.type();
                this.origin = origin;
            }

            /**
             * What a variable is more than another if they change alike, or less if they are of 64 bits, or both
             * together if they do not: a difference that is compared with 0 is a comparison.
             */
            Value invariant(Value first, Value other, int sign) {
                Value invariant = graph.newValue(type);
                Instruction last = sign > 0 && type == ValueType.I64
                        ? binary(false, other, first, List.of(invariant))
                        : binary(sign < 0, first, narrow(other), List.of(invariant));
                instructions.add(last);
                return invariant;
            }

            /** What a variable is where another is known; the last instruction is answered, not added. */
            Instruction follow(Value invariant, Value other, int sign, List<Value> result) {
                return sign > 0 && type == ValueType.I64
                        ? binary(false, other, invariant, result)
                        : binary(sign > 0, invariant, narrow(other), result);
            }

            private Value narrow(Value other) {
                if (type == ValueType.I64) {
                    return other;
                }
                Value narrow = graph.newValue(type);
                instructions.add(
                        new Instruction(WasmOp.I32_WRAP_I64, List.of(other), List.of(narrow), 0, null, origin));
                return narrow;
            }

            private Instruction binary(boolean isSum, Value a, Value b, List<Value> result) {
                WasmOp op = type == ValueType.I64
                        ? isSum ? WasmOp.I64_ADD : WasmOp.I64_SUB
                        : isSum ? WasmOp.I32_ADD : WasmOp.I32_SUB;
                return new Instruction(op, List.of(a, b), result, 0, null, origin);
            }
        }
    }
}
