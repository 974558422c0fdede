package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.DominatorTree;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.LoopForest;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes functions of the ways out of a graph's loops that end in a return: each is executed once at most for all rounds
 * of its loop, but together they can be most of a function, which HotSpot does not compile if it is long.
 */
public final class LoopExits {
    /** Bytes of a call and a return, without arguments: estimates of what becomes of them on the JVM. */
    private static final int CALL_SIZE = 12;

    private static final int ARGUMENT_SIZE = 2;
    private static final int INSTRUCTION_SIZE = 6;

    /** The JVM takes 255 words as arguments. */
    private static final int MOST_PARAMETERS = 100;

    private final Graph graph;
    private final DominatorTree dominators;
    private final LoopForest loops;
    private final Definitions definitions;
    private final List<Graph> functions = new ArrayList<>();

    private LoopExits(Graph graph) {
        this.graph = graph;
        this.dominators = DominatorTree.of(graph);
        this.loops = LoopForest.of(graph);
        this.definitions = new Definitions(graph);
    }

    /** Takes them out of a graph. Returns their functions. */
    public static List<Graph> takeOut(Graph graph) {
        LoopExits exits = new LoopExits(graph);
        List<Block> heads =
                exits.dominators.preorder().stream().filter(exits::isBehindLoop).toList();
        heads.forEach(exits::takeOut);
        UnreachableBlocks.remove(graph);
        new DeadCode().run(graph);
        return exits.functions;
    }

    private boolean isBehindLoop(Block block) {
        Block dominator = dominators.immediateDominator(block);
        return dominator != null && loops.of(block) == null && loops.of(dominator) != null;
    }

    private void takeOut(Block head) {
        List<Block> blocks = blocksOf(head);
        if (blocks.isEmpty()) {
            return;
        }
        List<Value> inputs = inputs(blocks);
        int size =
                blocks.stream().mapToInt(block -> block.instructions().size()).sum();
        int parameters = inputs.size() + head.parameters().size();
        if (parameters > MOST_PARAMETERS || size * INSTRUCTION_SIZE <= CALL_SIZE + parameters * ARGUMENT_SIZE) {
            return;
        }
        Graph function = functionOf(head, blocks, inputs);
        keepConstants(blocks);
        functions.add(function);
        List<Value> arguments = new ArrayList<>(inputs);
        arguments.addAll(head.parameters());
        int origin = head.instructions().isEmpty()
                ? Insn.NO_ORIGIN
                : head.instructions().get(0).origin();
        head.instructions().clear();
        head.setTerminator(new Terminator.Return(graph.call(head, function.callee(), origin, arguments)));
    }

    /**
     * The blocks that a block dominates, itself first, and those behind that return at once, of which there will be
     * copies. None if not all ways from it end there, or there is a loop.
     */
    private List<Block> blocksOf(Block head) {
        List<Block> preorder = dominators.preorder();
        int first = preorder.indexOf(head);
        Set<Block> blocks = new LinkedHashSet<>(preorder.subList(first, first + dominators.size(head)));
        List<Block> behind = new ArrayList<>();
        for (Block block : blocks) {
            if (loops.of(block) != null) {
                return List.of();
            }
            for (Edge edge : block.edges()) {
                Block target = edge.target();
                if (!blocks.contains(target)) {
                    if (!(target.terminator() instanceof Terminator.Return)) {
                        return List.of();
                    }
                    behind.add(target);
                }
            }
        }
        blocks.addAll(behind);
        return new ArrayList<>(blocks);
    }

    /** Values from outside, without constants, of which there will be copies. */
    private List<Value> inputs(List<Block> blocks) {
        Set<Value> defined = new HashSet<>();
        Set<Value> used = new LinkedHashSet<>();
        for (Block block : blocks) {
            defined.addAll(block.parameters());
            for (Instruction instruction : block.instructions()) {
                used.addAll(instruction.operands());
                defined.addAll(instruction.results());
            }
            used.addAll(block.terminator().operands());
            block.edges().forEach(edge -> used.addAll(edge.arguments()));
        }
        used.removeIf(value -> defined.contains(value) || definitions.isConstant(value));
        return new ArrayList<>(used);
    }

    /** Other blocks may use a constant, wherever it is. */
    private void keepConstants(List<Block> blocks) {
        for (Block block : blocks) {
            List<Instruction> constants = block.instructions().stream()
                    .filter(Instruction::isConstant)
                    .toList();
            block.instructions().removeAll(constants);
            graph.entry().instructions().addAll(0, constants);
        }
    }

    private Graph functionOf(Block head, List<Block> blocks, List<Value> inputs) {
        List<Value> parameters = new ArrayList<>(inputs);
        parameters.addAll(head.parameters());
        List<ValueType> types = parameters.stream().map(Value::type).toList();
        String name = graph.name() + ".exit" + functions.size();
        Graph function = new Graph(name, new FunctionType(types, graph.type().results()));
        Copier copier = new Copier(function, value -> constant(function, value));
        for (int i = 0; i < parameters.size(); i++) {
            copier.put(parameters.get(i), function.entry().parameters().get(i));
        }
        copier.put(head, function.entry());
        copier.declare(blocks.subList(1, blocks.size()));
        for (Block block : blocks) {
            Block copy = copier.copyOf(block);
            block.instructions().stream()
                    .filter(instruction -> !instruction.isConstant())
                    .forEach(instruction -> copy.instructions().add(copier.copyOf(instruction)));
        }
        blocks.forEach(block -> copier.copyOf(block).setTerminator(copier.copyOf(block.terminator())));
        return function;
    }

    /** A constant comes to the entry's beginning. */
    private Value constant(Graph function, Value value) {
        Instruction constant = definitions.of(value);
        Value copy = function.newValue(value.type());
        function.entry().instructions().add(0, constant.withResults(List.of(copy)));
        return copy;
    }
}
