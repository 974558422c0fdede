package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that a graph is well formed: types fit, every value has one definition, which dominates its uses, every block
 * has a terminator, edges lead to blocks of the graph but not to its entry. Uses in blocks that cannot be reached need
 * a definition, but not one that dominates.
 */
public final class GraphVerifier {
    private static final long MAXIMAL_OFFSET = 0xFFFF_FFFFL;

    private final Graph graph;

    /** By number. */
    private final Block[] blocks;

    /** By number of the value. */
    private final Definition[] definitions;

    private DominatorTree dominators;

    /** Where a value comes to be; the place in the block is -1 for parameters. */
    private record Definition(Value value, Block block, int place) {}

    /** What is being checked, for messages. */
    private Block block;

    private Object checked;

    private GraphVerifier(Graph graph) {
        this.graph = graph;
        this.blocks = new Block[graph.blockCount()];
        this.definitions = new Definition[graph.valueCount()];
    }

    /**
     * Checks a graph.
     *
     * @throws IllegalStateException if it is not well formed; the message names graph, block and instruction
     */
    public static void verify(Graph graph) {
        new GraphVerifier(graph).verify();
    }

    private void verify() {
        collectBlocks();
        for (Block each : graph.blocks()) {
            collectDefinitions(each);
        }
        block = graph.entry();
        requireTypes("parameter", block.parameters(), graph.type().parameters());
        for (Block each : graph.blocks()) {
            checkTerminator(each);
        }
        dominators = DominatorTree.of(graph);
        for (Block each : graph.blocks()) {
            checkUses(each);
        }
    }

    // --- blocks and definitions ---

    private void collectBlocks() {
        require(!graph.blocks().isEmpty(), "no blocks");
        for (Block each : graph.blocks()) {
            block = each;
            require(each.id() < blocks.length, "block of another graph");
            require(blocks[each.id()] == null, "block occurs twice, or is of another graph");
            blocks[each.id()] = each;
        }
    }

    private void collectDefinitions(Block each) {
        block = each;
        checked = null;
        for (Value parameter : each.parameters()) {
            define(parameter, -1);
        }
        for (int i = 0; i < each.instructions().size(); i++) {
            Instruction instruction = each.instructions().get(i);
            checked = instruction;
            checkTypes(instruction);
            for (Value result : instruction.results()) {
                define(result, i);
            }
        }
    }

    private void define(Value value, int place) {
        require(value.id() < definitions.length, value + " is of another graph");
        require(definitions[value.id()] == null, "second definition of " + value);
        definitions[value.id()] = new Definition(value, block, place);
    }

    // --- types ---

    private void checkTypes(Instruction instruction) {
        WasmOp op = instruction.op();
        switch (op) {
            case CALL -> {
                require(instruction.target() instanceof Callee, "no callee");
                checkSignature(
                        instruction,
                        instruction.callee().type().parameters(),
                        instruction.callee().type().results());
            }
            case CALL_INDIRECT -> {
                require(instruction.target() instanceof FunctionType, "no type of the callee");
                List<ValueType> operands =
                        new ArrayList<>(instruction.calleeType().parameters());
                operands.add(ValueType.I32);
                checkSignature(instruction, operands, instruction.calleeType().results());
            }
            case GLOBAL_GET -> checkSignature(instruction, List.of(), List.of(globalType(instruction)));
            case GLOBAL_SET -> checkSignature(instruction, List.of(globalType(instruction)), List.of());
            case SELECT -> {
                require(instruction.results().size() == 1, "not one result");
                ValueType type = instruction.result().type();
                checkSignature(instruction, List.of(type, type, ValueType.I32), List.of(type));
            }
            default -> {
                require(op.hasSignature() && op != WasmOp.NOP, "no operation of graphs");
                boolean isAccess = op.immediate() == WasmOp.Immediate.MEMORY_ACCESS;
                require(
                        instruction.target() == null || isAccess && instruction.target() instanceof AliasClass,
                        "target");
                checkSignature(instruction, op.operands(), op.results());
            }
        }
        checkImmediate(instruction);
    }

    private ValueType globalType(Instruction access) {
        require(access.target() instanceof GlobalVariable, "no global");
        return access.global().type();
    }

    private void checkSignature(Instruction instruction, List<ValueType> operands, List<ValueType> results) {
        requireTypes("operand", instruction.operands(), operands);
        requireTypes("result", instruction.results(), results);
    }

    private void checkImmediate(Instruction instruction) {
        long immediate = instruction.immediate();
        switch (instruction.op().immediate()) {
            case I32, F32 -> require(immediate == (int) immediate, "constant is not a sign-extended i32");
            case I64, F64 -> {}
            case MEMORY_ACCESS -> require(immediate >= 0 && immediate <= MAXIMAL_OFFSET, "offset is not a u32");
            case DATA -> require(immediate >= 0, "negative index of data");
            default -> require(immediate == 0, "immediate");
        }
    }

    private void checkTerminator(Block each) {
        block = each;
        checked = null;
        Terminator terminator = each.terminator();
        require(terminator != null, "no terminator");
        checked = terminator;
        if (terminator instanceof Terminator.Branch branch) {
            requireTypes("operand", List.of(branch.condition()), List.of(ValueType.I32));
        } else if (terminator instanceof Terminator.Switch choice) {
            requireTypes("operand", List.of(choice.index()), List.of(ValueType.I32));
        } else if (terminator instanceof Terminator.Return leave) {
            requireTypes("result", leave.results(), graph.type().results());
        }
        for (Edge edge : each.edges()) {
            checkEdge(edge);
        }
    }

    private void checkEdge(Edge edge) {
        Block target = edge.target();
        require(target.id() < blocks.length && blocks[target.id()] == target, target + " is no block of the graph");
        require(target != graph.entry(), "edge to the entry");
        int expected = target.parameters().size();
        require(edge.arguments().size() == expected, edge.arguments().size() + " arguments for " + target);
        for (int i = 0; i < expected; i++) {
            requireType(
                    "argument",
                    i,
                    edge.arguments().get(i),
                    target.parameters().get(i).type());
        }
    }

    private void requireTypes(String role, List<Value> values, List<ValueType> types) {
        require(values.size() == types.size(), values.size() + " " + role + "s, not " + types.size());
        for (int i = 0; i < types.size(); i++) {
            requireType(role, i, values.get(i), types.get(i));
        }
    }

    private void requireType(String role, int index, Value value, ValueType type) {
        if (value.type() != type) {
            throw error(role + " " + index + " is " + value.type().text() + ", not " + type.text());
        }
    }

    // --- uses ---

    private void checkUses(Block each) {
        block = each;
        for (int i = 0; i < each.instructions().size(); i++) {
            checked = each.instructions().get(i);
            checkUses(each.instructions().get(i).operands(), i);
        }
        int end = each.instructions().size();
        checked = each.terminator();
        checkUses(each.terminator().operands(), end);
        for (Edge edge : each.edges()) {
            checkUses(edge.arguments(), end);
        }
    }

    private void checkUses(List<Value> values, int place) {
        for (Value value : values) {
            Definition definition = value.id() < definitions.length ? definitions[value.id()] : null;
            if (definition == null || definition.value != value) {
                throw error(value + " is not defined");
            }
            if (!isVisible(definition, place)) {
                throw error(value + " is used where its definition does not dominate");
            }
        }
    }

    private boolean isVisible(Definition definition, int place) {
        if (definition.block == block) {
            return definition.place < place;
        }
        ReversePostorder order = dominators.order();
        return !order.isReachable(block)
                || order.isReachable(definition.block) && dominators.dominates(definition.block, block);
    }

    // --- messages ---

    private void require(boolean condition, String message) {
        if (!condition) {
            throw error(message);
        }
    }

    private IllegalStateException error(String message) {
        String place = "$" + graph.name() + (block == null ? "" : ", " + block);
        String what = checked instanceof Instruction instruction
                ? ", " + describe(instruction)
                : checked instanceof Terminator terminator ? ", " + GraphPrinter.print(terminator) : "";
        return new IllegalStateException(place + what + ": " + message);
    }

    /** The printer needs a target, which a malformed instruction can lack. */
    private static String describe(Instruction instruction) {
        return instruction.target() == null && !instruction.op().hasSignature()
                ? instruction.op().text() + " " + instruction.operands()
                : GraphPrinter.print(instruction);
    }
}
