package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/**
 * The end of the graph that is being written, and what all instructions need there: slots of registers, exits, requests
 * to the kernel.
 */
final class Emission {
    private final FunctionCode function;
    private final Graph graph;
    private final Value frame;
    private Block block;
    private Value base;
    private Value constants;
    private Registers registers;
    private int pc;

    Emission(FunctionCode function, Graph graph) {
        this.function = function;
        this.graph = graph;
        this.block = graph.entry();
        this.frame = graph.entry().parameters().get(0);
    }

    /** Loads what the whole function needs. */
    void begin() {
        base = add(WasmOp.I32_ADD, loadInt(frame, Frame.FUNCTION), constant(Layout.SLOT));
        constants = loadInt(frame, Frame.CONSTANTS);
    }

    Graph graph() {
        return graph;
    }

    Value frame() {
        return frame;
    }

    Value base() {
        return base;
    }

    Registers registers() {
        return registers;
    }

    Block block() {
        return block;
    }

    /** Goes on writing in another block, where the registers are like this. */
    void moveTo(Block next, Registers there) {
        block = next;
        registers = there;
    }

    void moveTo(Block next) {
        block = next;
    }

    /** Number of the instruction that is being translated. */
    int pc() {
        return pc;
    }

    void setPc(int pc) {
        this.pc = pc;
    }

    // --- instructions ---

    Value add(WasmOp op, Value... operands) {
        return graph.append(block, op, 0, pc, operands);
    }

    Value addAt(WasmOp op, int offset, Value... operands) {
        return graph.append(block, op, offset, pc, operands);
    }

    Value constant(int value) {
        return graph.constant(block, value);
    }

    Value constant(long value) {
        return graph.constant(block, value);
    }

    Value constant(double value) {
        return graph.constant(block, value);
    }

    Value loadInt(Value address, int offset) {
        return addAt(WasmOp.I32_LOAD, offset, address);
    }

    Value loadByte(Value address, int offset) {
        return addAt(WasmOp.I32_LOAD8_S, offset, address);
    }

    void end(Terminator terminator) {
        block.setTerminator(terminator);
    }

    /** Goes on where the condition holds; where it does not, control goes to the block. */
    void require(Value condition, Block otherwise) {
        Block next = graph.newBlock();
        end(new Terminator.Branch(condition, Edge.to(next), Edge.to(otherwise)));
        block = next;
    }

    // --- slots ---

    /** Offset of a register's slot from the base. */
    static int offset(int register) {
        return register * Layout.SLOT;
    }

    Value loadTag(int register) {
        return loadByte(base, offset(register) + Layout.TAG);
    }

    Value loadPayload(int register, Kind kind) {
        return addAt(kind == Kind.FLOAT ? WasmOp.F64_LOAD : WasmOp.I64_LOAD, offset(register), base);
    }

    void store(int register, Kind kind, Value value) {
        addAt(kind == Kind.FLOAT ? WasmOp.F64_STORE : WasmOp.I64_STORE, offset(register), base, value);
        addAt(WasmOp.I32_STORE8, offset(register) + Layout.TAG, base, constant(kind.tag()));
    }

    /** Copies a slot. */
    void copySlot(int to, Value from, int fromOffset) {
        addAt(WasmOp.I64_STORE, offset(to), base, addAt(WasmOp.I64_LOAD, fromOffset, from));
        addAt(WasmOp.I32_STORE8, offset(to) + Layout.TAG, base, loadByte(from, fromOffset + Layout.TAG));
    }

    /** Address of a constant's slot, less an offset. */
    Value constants() {
        return constants;
    }

    /** Brings a register's slot up to date. */
    void flush(int register) {
        if (registers.isDirty(register)) {
            store(register, registers.kind(register), registers.value(register));
            registers.clean(register);
        }
    }

    void flushAll() {
        for (int r = 0; r < registers.count(); r++) {
            flush(r);
        }
    }

    void storeFuel() {
        addAt(WasmOp.I32_STORE, State.FUEL, constant(0), registers.fuel());
    }

    void loadFuel() {
        registers.setFuel(loadInt(constant(0), State.FUEL));
    }

    // --- leaving ---

    /** A block, to be reached only from here, that leaves to the interpreter at an instruction. */
    Block exitTo(int target) {
        return exitTo(target, CompiledStatus.INTERPRET);
    }

    /** A block that leaves with a status and the frame's PC at an instruction. */
    Block exitTo(int target, int status) {
        Block here = block;
        Registers before = registers;
        Block exit = graph.newBlock();
        moveTo(exit, before.copy());
        leaveTo(target, status);
        moveTo(here, before);
        return exit;
    }

    /** Leaves to the interpreter at an instruction. */
    void leaveTo(int target) {
        leaveTo(target, CompiledStatus.INTERPRET);
    }

    private void leaveTo(int target, int status) {
        flushAll();
        storeFuel();
        addAt(WasmOp.I32_STORE, Frame.PC, frame, constant(function.address(target)));
        leave(constant(status));
    }

    void leave(Value status) {
        end(new Terminator.Return(List.of(status)));
    }

    /**
     * Has the kernel do the instruction; goes on behind it, with all registers that were unboxed still so.
     *
     * @param behind number of the instruction where PC is meanwhile
     * @param next number of the next instruction
     */
    void general(int behind, int next) {
        request(KernelFunction.GENERAL, frame, constant(function.address(behind)), constant(function.address(next)));
    }

    void request(KernelFunction kernelFunction, Value... arguments) {
        flushAll();
        storeFuel();
        Value status = graph.call(block, kernelFunction.callee(), pc, List.of(arguments))
                .get(0);
        Block leaving = graph.newBlock();
        Block next = graph.newBlock();
        end(new Terminator.Branch(status, Edge.to(leaving), Edge.to(next)));
        moveTo(leaving);
        leave(status);
        moveTo(next);
        loadFuel();
    }

    /**
     * A block where the kernel does the instruction in general, for when the short way does not apply, and which then
     * goes on at the block where the short way ends.
     *
     * @param join takes the fuel as its parameter
     */
    Block generalThen(int behind, int next, Block join) {
        Block here = block;
        Registers before = registers;
        Block slow = graph.newBlock();
        moveTo(slow, before.copy());
        general(behind, next);
        end(new Terminator.Jump(new Edge(join, List.of(registers.fuel()))));
        moveTo(here, before);
        return slow;
    }

    /** A block that takes the fuel, where a short way and a general one meet. */
    Block newJoin() {
        Block join = graph.newBlock();
        graph.addParameter(join, ValueType.I32);
        return join;
    }

    /** Ends the short way and goes on where it meets the general one. */
    void join(Block join) {
        end(new Terminator.Jump(new Edge(join, List.of(registers.fuel()))));
        block = join;
        registers.setFuel(join.parameters().get(0));
    }
}
