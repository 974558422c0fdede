package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs graphs one instruction at a time, over a small memory. Calls of graphs that it does not know go to a host that
 * notes them, and answers and changes the state in a way that depends on the arguments alone.
 *
 * <p>Every NaN that an operation makes is the canonical one.
 */
public final class GraphEvaluator {
    /** Bytes of memory. Bytes that nothing has written are not all zero. */
    public static final int MEMORY = 1024;

    /** Bits of every global at first. */
    public static final long INITIAL_GLOBAL = 20;

    private static final int MAXIMAL_STEPS = 1_000_000;

    private final Map<String, Graph> graphs = new HashMap<>();
    private final ByteBuffer memory = ByteBuffer.allocate(MEMORY).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Long> globals = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private int steps;

    private GraphEvaluator(List<Graph> program) {
        program.forEach(graph -> graphs.put(graph.name(), graph));
        for (int i = 0; i < MEMORY; i++) {
            memory.put(i, initialByte(i));
        }
    }

    /** What is at an address at first. */
    public static byte initialByte(int address) {
        return (byte) (address * 31 + (address >> 3));
    }

    /**
     * What can be seen of a run.
     *
     * @param end the bits of the results, or that it has trapped
     * @param calls calls of the host, in order
     * @param memory as hexadecimal digits
     */
    public record Outcome(String end, Map<String, Long> globals, List<String> calls, String memory) {}

    /**
     * Runs the first graph of a program.
     *
     * @param arguments bits, those of i32 and f32 sign-extended
     */
    public static Outcome run(List<Graph> program, long... arguments) {
        return new GraphEvaluator(program).outcome(program.get(0), arguments);
    }

    private Outcome outcome(Graph graph, long[] arguments) {
        String end;
        try {
            end = Arrays.toString(run(graph, arguments));
        } catch (Trap | ArithmeticException trap) {
            end = "trap";
        }
        return new Outcome(end, globals, calls, HexFormat.of().formatHex(memory.array()));
    }

    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private long[] run(Graph graph, long[] arguments) {
        long[] values = new long[graph.valueCount()];
        set(values, graph.entry().parameters(), arguments);
        Block block = graph.entry();
        while (true) {
            for (Instruction instruction : block.instructions()) {
                step();
                set(values, instruction.results(), execute(instruction, get(values, instruction.operands())));
            }
            step();
            Terminator end = block.terminator();
            if (end instanceof Terminator.Return leave) {
                return get(values, leave.results());
            }
            Edge edge = next(end, values);
            set(values, edge.target().parameters(), get(values, edge.arguments()));
            block = edge.target();
        }
    }

    private void step() {
        if (++steps > MAXIMAL_STEPS) {
            throw new IllegalStateException("does not end");
        }
    }

    private static Edge next(Terminator end, long[] values) {
        if (end instanceof Terminator.Jump jump) {
            return jump.edge();
        }
        if (end instanceof Terminator.Branch branch) {
            return values[branch.condition().id()] != 0 ? branch.ifTrue() : branch.ifFalse();
        }
        if (end instanceof Terminator.Switch choice) {
            long index = Integer.toUnsignedLong((int) values[choice.index().id()]);
            return index < choice.cases().size() ? choice.cases().get((int) index) : choice.otherwise();
        }
        throw new Trap();
    }

    private static long[] get(long[] values, List<Value> which) {
        return which.stream().mapToLong(value -> values[value.id()]).toArray();
    }

    private static void set(long[] values, List<Value> which, long[] numbers) {
        for (int i = 0; i < which.size(); i++) {
            values[which.get(i).id()] = numbers[i];
        }
    }

    private long[] execute(Instruction instruction, long[] operands) {
        WasmOp op = instruction.op();
        if (Arithmetic.knows(op)) {
            long result = Arithmetic.compute(op, operands[0], operands.length > 1 ? operands[1] : 0);
            return new long[] {canonical(op, result)};
        }
        return switch (op) {
            case I32_CONST, I64_CONST, F32_CONST, F64_CONST -> new long[] {instruction.immediate()};
            case SELECT -> new long[] {operands[2] != 0 ? operands[0] : operands[1]};
            case CALL -> call(instruction.callee(), operands);
            case GLOBAL_GET ->
                new long[] {globals.getOrDefault(instruction.global().name(), INITIAL_GLOBAL)};
            case GLOBAL_SET -> {
                globals.put(instruction.global().name(), operands[0]);
                yield new long[0];
            }
            case MEMORY_SIZE -> new long[] {1};
            case MEMORY_GROW -> new long[] {-1};
            case MEMORY_FILL -> {
                Arrays.fill(
                        memory.array(),
                        bounded(operands[0], operands[2]),
                        bounded(operands[0], operands[2]) + (int) operands[2],
                        (byte) operands[1]);
                yield new long[0];
            }
            case MEMORY_COPY -> {
                int to = bounded(operands[0], operands[2]);
                System.arraycopy(
                        memory.array(), bounded(operands[1], operands[2]), memory.array(), to, (int) operands[2]);
                yield new long[0];
            }
            default -> access(instruction, operands);
        };
    }

    private static long canonical(WasmOp op, long result) {
        switch (op) {
            case F32_NEG, F32_ABS, F32_COPYSIGN, F32_REINTERPRET_I32:
            case F64_NEG, F64_ABS, F64_COPYSIGN, F64_REINTERPRET_I64:
                return result;
            default:
                break;
        }
        if (op.results().get(0) == ValueType.F32) {
            return Float.floatToIntBits(Float.intBitsToFloat((int) result));
        }
        return op.results().get(0) == ValueType.F64 ? Double.doubleToLongBits(Double.longBitsToDouble(result)) : result;
    }

    private long[] call(Callee callee, long[] arguments) {
        Graph graph = graphs.get(callee.name());
        if (graph != null) {
            return run(graph, arguments);
        }
        calls.add(callee + Arrays.toString(arguments));
        int hash = hash(callee, arguments);
        memory.putInt(hostAddress(hash), hash);
        globals.put("host", (long) (int) (globals.getOrDefault("host", INITIAL_GLOBAL) + hash));
        return hostResults(callee, hash);
    }

    // --- the host ---

    /** What a call of the host depends on: it is written to memory and added to the global {@code $host}. */
    public static int hash(Callee callee, long[] arguments) {
        return Arrays.hashCode(arguments) * 31 + callee.name().hashCode();
    }

    /** Where it is written. */
    public static int hostAddress(int hash) {
        return (hash & 0x1F) * 8;
    }

    /** What the call gives. */
    public static long[] hostResults(Callee callee, int hash) {
        long[] results = new long[callee.type().results().size()];
        for (int i = 0; i < results.length; i++) {
            ValueType type = callee.type().results().get(i);
            results[i] = type == ValueType.I32 || type == ValueType.I64 ? hash + i : 0;
        }
        return results;
    }

    // --- memory ---

    private long[] access(Instruction instruction, long[] operands) {
        int bytes = MemoryAccess.bytes(instruction.op());
        int at = bounded((operands[0] & 0xFFFF_FFFFL) + instruction.immediate(), bytes);
        if (instruction.results().isEmpty()) {
            for (int i = 0; i < bytes; i++) {
                memory.put(at + i, (byte) (operands[1] >> 8 * i));
            }
            return new long[0];
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (memory.get(at + i) & 0xFFL) << 8 * i;
        }
        int unused = 64 - 8 * bytes;
        boolean isUnsigned = instruction.op().text().endsWith("_u");
        return new long[] {isUnsigned ? value << unused >>> unused : value << unused >> unused};
    }

    private static int bounded(long address, long length) {
        if (address < 0 || length < 0 || address + length > MEMORY) {
            throw new Trap();
        }
        return (int) address;
    }
}
