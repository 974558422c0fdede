package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A function as a control-flow graph in static single assignment form, with parameters of blocks in place of phi
 * functions. The first block is the entry; its parameters are the function's, and no edge leads to it.
 *
 * <p>Also the builder: {@link #newBlock}, then {@link #append} and {@link Block#setTerminator}.
 */
public final class Graph {
    private final String name;
    private final FunctionType type;
    private final List<Block> blocks = new ArrayList<>();
    private final Analyses analyses = new Analyses(this);
    private int nextBlock;
    private int nextValue;

    /** A graph with an entry block and its parameters, and nothing in it. */
    public Graph(String name, FunctionType type) {
        this.name = name;
        this.type = type;
        Block entry = newBlock();
        for (ValueType parameter : type.parameters()) {
            addParameter(entry, parameter);
        }
    }

    private Graph(String name, FunctionType type, int nextBlock, int nextValue) {
        this.name = name;
        this.type = type;
        this.nextBlock = nextBlock;
        this.nextValue = nextValue;
    }

    public String name() {
        return name;
    }

    public FunctionType type() {
        return type;
    }

    /** How others call it. */
    public Callee callee() {
        return new Callee(name, type);
    }

    /** All blocks, the entry first. Passes may remove others. */
    public List<Block> blocks() {
        return blocks;
    }

    public Block entry() {
        return blocks.get(0);
    }

    /** Numbers of values are below this. */
    public int valueCount() {
        return nextValue;
    }

    /** Numbers of blocks are below this. */
    public int blockCount() {
        return nextBlock;
    }

    /** The same graph with blocks of its own, which can be changed; values and instructions are shared. */
    public Graph copy() {
        return copy(type);
    }

    /** The same of another type: it is left to the caller to give the entry parameters of these types. */
    public Graph copy(FunctionType other) {
        Graph copy = new Graph(name, other, nextBlock, nextValue);
        Map<Block, Block> copies = new IdentityHashMap<>();
        for (Block block : blocks) {
            Block twin = new Block(block.id(), copy.analyses);
            twin.parameters().addAll(block.parameters());
            twin.instructions().addAll(block.instructions());
            copies.put(block, twin);
            copy.blocks.add(twin);
        }
        copies.forEach((block, twin) -> twin.setTerminator(block.terminator()
                .map(UnaryOperator.identity(), edge -> new Edge(copies.get(edge.target()), edge.arguments()))));
        return copy;
    }

    Analyses analyses() {
        return analyses;
    }

    // --- building ---

    public Block newBlock() {
        Block block = new Block(nextBlock++, analyses);
        blocks.add(block);
        analyses.forgetShape();
        return block;
    }

    public Value newValue(ValueType valueType) {
        return new Value(nextValue++, valueType);
    }

    public Value addParameter(Block block, ValueType valueType) {
        Value parameter = newValue(valueType);
        block.parameters().add(parameter);
        return parameter;
    }

    /** An instruction with a fixed signature. Its result, or null if it has none. */
    public Value append(Block block, WasmOp op, long immediate, int origin, Value... operands) {
        return add(block, op, List.of(operands), op.results(), immediate, null, origin);
    }

    /** An instruction with a fixed signature and neither immediate nor origin. */
    public Value append(Block block, WasmOp op, Value... operands) {
        return append(block, op, 0, Insn.NO_ORIGIN, operands);
    }

    /** A load or store of a class, or of anything if that is null. The result, or null if it has none. */
    public Value access(Block block, WasmOp op, AliasClass part, long offset, int origin, Value... operands) {
        return add(block, op, List.of(operands), op.results(), offset, part, origin);
    }

    public Value constant(Block block, int value) {
        return append(block, WasmOp.I32_CONST, value, Insn.NO_ORIGIN);
    }

    public Value constant(Block block, long value) {
        return append(block, WasmOp.I64_CONST, value, Insn.NO_ORIGIN);
    }

    public Value constant(Block block, double value) {
        return append(block, WasmOp.F64_CONST, Double.doubleToRawLongBits(value), Insn.NO_ORIGIN);
    }

    /** {@code ifTrue} where the condition is not 0, else {@code ifFalse}. */
    public Value select(Block block, Value ifTrue, Value ifFalse, Value condition) {
        List<ValueType> results = List.of(ifTrue.type());
        return add(block, WasmOp.SELECT, List.of(ifTrue, ifFalse, condition), results, 0, null, Insn.NO_ORIGIN);
    }

    /** The results of the call. */
    public List<Value> call(Block block, Callee callee, int origin, List<Value> arguments) {
        return addAll(block, WasmOp.CALL, arguments, callee.type().results(), 0, callee, origin);
    }

    /** Calls the function at an index of the module's table. The index is the last operand. */
    public List<Value> callIndirect(Block block, FunctionType callee, int origin, List<Value> argumentsAndIndex) {
        return addAll(block, WasmOp.CALL_INDIRECT, argumentsAndIndex, callee.results(), 0, callee, origin);
    }

    public Value getGlobal(Block block, GlobalVariable global, int origin) {
        return add(block, WasmOp.GLOBAL_GET, List.of(), List.of(global.type()), 0, global, origin);
    }

    public void setGlobal(Block block, GlobalVariable global, int origin, Value value) {
        add(block, WasmOp.GLOBAL_SET, List.of(value), List.of(), 0, global, origin);
    }

    private Value add(
            Block block,
            WasmOp op,
            List<Value> operands,
            List<ValueType> types,
            long immediate,
            Object target,
            int origin) {
        List<Value> results = addAll(block, op, operands, types, immediate, target, origin);
        return results.isEmpty() ? null : results.get(0);
    }

    private List<Value> addAll(
            Block block,
            WasmOp op,
            List<Value> operands,
            List<ValueType> types,
            long immediate,
            Object target,
            int origin) {
        List<Value> results = types.stream().map(this::newValue).toList();
        block.instructions().add(new Instruction(op, operands, results, immediate, target, origin));
        return results;
    }
}
