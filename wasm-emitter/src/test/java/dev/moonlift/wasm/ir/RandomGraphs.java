package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Well-formed graphs that end, the same for the same seed: any flow of control, also irreducible and unreachable, any
 * numeric operation, accesses that stay within {@link GraphEvaluator#MEMORY}, globals, and calls.
 *
 * <p>They end because every block that an edge leads back from first takes one from the global {@code $fuel}, and
 * leaves when that is used up.
 */
public final class RandomGraphs {
    private static final GlobalVariable FUEL = new GlobalVariable("fuel", ValueType.I32);
    private static final List<GlobalVariable> GLOBALS = List.of(
            new GlobalVariable("i", ValueType.I32),
            new GlobalVariable("l", ValueType.I64),
            new GlobalVariable("d", ValueType.F64),
            new GlobalVariable("host", ValueType.I32));
    private static final List<Callee> HOST = List.of(
            callee("host0", List.of(ValueType.I32, ValueType.I64), List.of(ValueType.I64)),
            callee("host1", List.of(ValueType.F64), List.of(ValueType.F64, ValueType.I32)),
            callee("host2", List.of(), List.of()));
    private static final List<WasmOp> OPS = operations();

    /** Addresses are masked by this; offsets stay below the same. */
    private static final int ADDRESSES = 0xF8;

    private final Random random;
    private final Graph graph;
    private final List<Callee> callees;
    private DominatorTree dominators;

    /** Blocks that end by a check of fuel. */
    private final Set<Block> guards = new HashSet<>();

    /** Values that are valid addresses. */
    private final Set<Value> addresses = new HashSet<>();

    /** The values that are visible where code is being made. */
    private final List<Value> visible = new ArrayList<>();

    private RandomGraphs(Random random, String name, List<Callee> callees) {
        this.random = random;
        this.callees = callees;
        this.graph = new Graph(name, new FunctionType(types(4), types(2)));
    }

    /** One graph, called {@code f0}, which calls the host only. */
    public static Graph graph(long seed) {
        return new RandomGraphs(new Random(seed), "f0", HOST).make();
    }

    /** Three graphs {@code f0} to {@code f2}, each of which can call those behind it. */
    public static List<Graph> program(long seed) {
        Random random = new Random(seed);
        List<Callee> callees = new ArrayList<>(HOST);
        List<Graph> program = new ArrayList<>();
        for (int i = 2; i >= 0; i--) {
            Graph next = new RandomGraphs(random, "f" + i, List.copyOf(callees)).make();
            program.add(0, next);
            callees.add(next.callee());
            callees.add(next.callee());
        }
        return program;
    }

    /** Arguments for a graph, the same for the same seed: bits, those of i32 and f32 sign-extended. */
    public static long[] arguments(Graph graph, long seed) {
        Random random = new Random(seed);
        return graph.type().parameters().stream()
                .mapToLong(type -> bits(type, random))
                .toArray();
    }

    private static Callee callee(String name, List<ValueType> parameters, List<ValueType> results) {
        return new Callee(name, new FunctionType(parameters, results));
    }

    private static List<WasmOp> operations() {
        List<WasmOp> ops = new ArrayList<>();
        for (WasmOp op : WasmOp.values()) {
            boolean isAccess = op.immediate() == WasmOp.Immediate.MEMORY_ACCESS;
            if (Arithmetic.knows(op) || isAccess) {
                ops.add(op);
            }
        }
        return ops;
    }

    private List<ValueType> types(int limit) {
        List<ValueType> types = new ArrayList<>();
        for (int count = random.nextInt(limit + 1); count > 0; count--) {
            types.add(type());
        }
        return types;
    }

    private ValueType type() {
        return pick(List.of(ValueType.I32, ValueType.I32, ValueType.I64, ValueType.F64, ValueType.F32));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    // --- control ---

    private Graph make() {
        int count = 1 + random.nextInt(10);
        while (graph.blocks().size() < count) {
            Block block = graph.newBlock();
            types(2).forEach(type -> graph.addParameter(block, type));
        }
        for (Block block : List.copyOf(graph.blocks())) {
            connect(block, count);
        }
        dominators = DominatorTree.of(graph);
        for (Block block : dominators.preorder()) {
            fill(block);
        }
        for (Block block : graph.blocks()) {
            if (!dominators.order().isReachable(block)) {
                fill(block);
            }
        }
        return graph;
    }

    /** Sets a terminator that has the right targets, but neither arguments nor a true condition yet. */
    private void connect(Block block, int count) {
        List<Block> targets = new ArrayList<>();
        boolean leadsBack = false;
        for (int edges = count == 1 ? 0 : pick(List.of(0, 1, 1, 2, 2, 2, 2, 4)); edges > 0; edges--) {
            boolean isForward = block.id() < count - 1 && random.nextInt(3) > 0;
            int target =
                    isForward ? block.id() + 1 + random.nextInt(count - 1 - block.id()) : 1 + random.nextInt(count - 1);
            leadsBack |= target <= block.id();
            targets.add(graph.blocks().get(target));
        }
        Block source = leadsBack ? guard(block) : block;
        source.setTerminator(skeleton(targets));
    }

    /** Ends a block by a check of fuel, and returns the block where it goes on. */
    private Block guard(Block block) {
        Block rest = graph.newBlock();
        Block exit = graph.newBlock();
        exit.setTerminator(new Terminator.Return(List.of()));
        block.setTerminator(skeleton(List.of(rest, exit)));
        guards.add(block);
        return rest;
    }

    private Terminator skeleton(List<Block> targets) {
        List<Edge> edges = targets.stream().map(Edge::to).toList();
        return switch (edges.size()) {
            case 0 -> random.nextInt(8) == 0 ? new Terminator.Trap() : new Terminator.Return(List.of());
            case 1 -> new Terminator.Jump(edges.get(0));
            case 2 -> new Terminator.Branch(null, edges.get(0), edges.get(1));
            default -> new Terminator.Switch(null, edges.subList(1, edges.size()), edges.get(0));
        };
    }

    // --- code ---

    private void fill(Block block) {
        visible.clear();
        boolean isReachable = dominators.order().isReachable(block);
        for (Block each = block; each != null; each = isReachable ? dominators.immediateDominator(each) : null) {
            visible.addAll(each.parameters());
            each.instructions().forEach(instruction -> visible.addAll(instruction.results()));
        }
        for (int count = random.nextInt(9); count > 0; count--) {
            instruction(block);
        }
        block.setTerminator(terminator(block));
    }

    private Terminator terminator(Block block) {
        Terminator skeleton = block.terminator();
        if (skeleton instanceof Terminator.Return) {
            return new Terminator.Return(values(block, graph.type().results()));
        }
        if (skeleton instanceof Terminator.Branch branch) {
            Value condition = guards.contains(block) ? fuel(block) : value(block, ValueType.I32);
            return new Terminator.Branch(condition, edge(block, branch.ifTrue()), edge(block, branch.ifFalse()));
        }
        if (skeleton instanceof Terminator.Switch choice) {
            Value index = value(block, ValueType.I32);
            List<Edge> cases = new ArrayList<>();
            choice.cases().forEach(edge -> cases.add(edge(block, edge)));
            return new Terminator.Switch(index, cases, edge(block, choice.otherwise()));
        }
        return skeleton instanceof Terminator.Jump jump ? new Terminator.Jump(edge(block, jump.edge())) : skeleton;
    }

    private Edge edge(Block block, Edge edge) {
        return new Edge(
                edge.target(),
                values(
                        block,
                        edge.target().parameters().stream().map(Value::type).toList()));
    }

    private Value fuel(Block block) {
        Value old = graph.getGlobal(block, FUEL, Insn.NO_ORIGIN);
        Value left = graph.append(block, WasmOp.I32_SUB, old, graph.constant(block, 1));
        graph.setGlobal(block, FUEL, Insn.NO_ORIGIN, left);
        return graph.append(block, WasmOp.I32_GT_S, left, graph.constant(block, 0));
    }

    private void instruction(Block block) {
        switch (random.nextInt(20)) {
            case 0 -> {
                Callee callee = pick(callees);
                visible.addAll(graph.call(
                        block,
                        callee,
                        random.nextInt(100),
                        values(block, callee.type().parameters())));
            }
            case 1 -> visible.add(graph.getGlobal(block, pick(GLOBALS), Insn.NO_ORIGIN));
            case 2 -> {
                GlobalVariable global = pick(GLOBALS);
                graph.setGlobal(block, global, Insn.NO_ORIGIN, value(block, global.type()));
            }
            case 3 -> {
                ValueType type = type();
                Value condition = value(block, ValueType.I32);
                visible.add(graph.select(block, value(block, type), value(block, type), condition));
            }
            case 4 -> {
                Value size = graph.constant(block, random.nextInt(16));
                WasmOp op = random.nextBoolean() ? WasmOp.MEMORY_COPY : WasmOp.MEMORY_FILL;
                graph.append(block, op, address(block), address(block), size);
            }
            case 5, 6, 7, 8, 9 -> access(block);
            case 10, 11, 12 -> common(block);
            default -> numeric(block, pick(OPS));
        }
    }

    private void access(Block block) {
        WasmOp op = pick(OPS);
        while (op.immediate() != WasmOp.Immediate.MEMORY_ACCESS) {
            op = random.nextInt(3) == 0
                    ? pick(OPS)
                    : pick(List.of(WasmOp.I32_LOAD, WasmOp.I32_STORE, WasmOp.I64_LOAD, WasmOp.F64_STORE));
        }
        numeric(block, op);
    }

    /** Operations that identities hold for, more often than their share. */
    private void common(Block block) {
        numeric(
                block,
                pick(List.of(
                        WasmOp.I32_ADD,
                        WasmOp.I32_SUB,
                        WasmOp.I32_AND,
                        WasmOp.I32_SHL,
                        WasmOp.I32_MUL,
                        WasmOp.I32_EQZ,
                        WasmOp.I32_NE,
                        WasmOp.I64_ADD,
                        WasmOp.I64_XOR,
                        WasmOp.I64_SHR_U)));
    }

    private void numeric(Block block, WasmOp op) {
        boolean isAccess = op.immediate() == WasmOp.Immediate.MEMORY_ACCESS;
        List<Value> operands = new ArrayList<>();
        for (ValueType type : op.operands()) {
            operands.add(isAccess && operands.isEmpty() ? address(block) : value(block, type));
        }
        if (op.effect() == WasmOp.Effect.TRAPS && op.operands().size() == 2 && random.nextInt(20) > 0) {
            WasmOp or = op.results().get(0) == ValueType.I32 ? WasmOp.I32_OR : WasmOp.I64_OR;
            operands.set(
                    1,
                    graph.append(
                            block,
                            or,
                            operands.get(1),
                            constant(block, op.results().get(0), 3)));
        } else if (op.effect() == WasmOp.Effect.TRAPS && random.nextInt(10) > 0) {
            return;
        }
        long offset = isAccess ? pick(List.of(0, 0, 0, 1, 4, 8, 8, 12, 16, ADDRESSES)) : 0;
        Value result = graph.append(block, op, offset, Insn.NO_ORIGIN, operands.toArray(Value[]::new));
        if (result != null) {
            visible.add(result);
        }
    }

    private List<Value> values(Block block, List<ValueType> types) {
        List<Value> values = new ArrayList<>();
        types.forEach(type -> values.add(value(block, type)));
        return values;
    }

    /** A visible value, the latest more often, or a new constant. */
    private Value value(Block block, ValueType type) {
        List<Value> candidates =
                visible.stream().filter(value -> value.type() == type).toList();
        if (candidates.isEmpty() || random.nextInt(4) == 0) {
            return constant(block, type, bits(type, random));
        }
        return random.nextBoolean() ? candidates.get(candidates.size() - 1) : pick(candidates);
    }

    private Value constant(Block block, ValueType type, long bits) {
        WasmOp op = switch (type) {
            case I32 -> WasmOp.I32_CONST;
            case I64 -> WasmOp.I64_CONST;
            case F32 -> WasmOp.F32_CONST;
            case F64 -> WasmOp.F64_CONST;
        };
        Value constant = graph.append(block, op, bits, Insn.NO_ORIGIN);
        visible.add(constant);
        return constant;
    }

    private static long bits(ValueType type, Random random) {
        List<Double> floats = List.of(0.0, -0.0, 1.0, -1.0, 0.5, 3e9, 1e300, Double.NaN, Double.NEGATIVE_INFINITY);
        List<Long> integers = List.of(0L, 0L, 1L, 1L, -1L, 2L, 8L, 31L, 32L, 64L, 255L, 1L << 31, 1L << 63, 1L << 32);
        double number = floats.get(random.nextInt(floats.size()));
        long integer = random.nextInt(6) == 0 ? random.nextLong() : integers.get(random.nextInt(integers.size()));
        return switch (type) {
            case I32 -> (int) integer;
            case I64 -> integer;
            case F32 -> Float.floatToRawIntBits((float) number);
            case F64 -> Double.doubleToRawLongBits(number);
        };
    }

    /** A visible address, or a new one. Half of the new ones are the sum of a visible one and a small constant. */
    private Value address(Block block) {
        List<Value> known = visible.stream().filter(addresses::contains).toList();
        if (!known.isEmpty() && random.nextInt(3) > 0) {
            return pick(known);
        }
        if (!known.isEmpty() && random.nextBoolean()) {
            Value sum = graph.append(block, WasmOp.I32_ADD, pick(known), graph.constant(block, 8 * random.nextInt(4)));
            visible.add(sum);
            return sum;
        }
        Value mask = graph.constant(block, ADDRESSES);
        Value masked = graph.append(block, WasmOp.I32_AND, value(block, ValueType.I32), mask);
        visible.add(masked);
        addresses.add(masked);
        return masked;
    }
}
