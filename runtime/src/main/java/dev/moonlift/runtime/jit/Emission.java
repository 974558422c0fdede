package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.wasm.ir.AliasClass;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The end of the graph that is being written, and what all instructions need there: slots of registers, exits, requests
 * to the kernel.
 *
 * <p>The graph has one of two forms. One takes a frame and answers a status. The other is called directly, see
 * {@link Signature}; it writes its frame when it begins, or, if it is pure, when it leaves.
 */
final class Emission {
    private final CodeUnit unit;
    private final FunctionCode function;
    private final Graph graph;
    /** Whether it is called directly. */
    private final boolean isDirect;
    /** See {@link #isRepeating()}: found once, since every way out asks. */
    private final boolean isRepeating;

    private final Value frame;
    private Block block;
    private Value base;
    private Value constants;
    private Value closure;
    private Value room;
    private Registers registers;
    private int pc;
    /** Where code may go although it need not: what leaves to the interpreter, or has the kernel do the instruction. */
    private final Set<Block> escapes = new HashSet<>();
    /** Where ways out meet. */
    private final Map<Tail, Block> tails = new HashMap<>();

    private final Spills spills;
    /** What addresses are of. */
    private final Map<Value, AliasClass> parts = new HashMap<>();

    Emission(CodeUnit unit, Graph graph, boolean isDirect, Spills spills) {
        this.spills = spills;
        this.unit = unit;
        this.function = unit.function();
        this.graph = graph;
        this.isDirect = isDirect;
        this.isRepeating = isPure() && unit.expectations().repeats();
        this.block = graph.entry();
        List<Value> parameters = graph.entry().parameters();
        this.frame = mark(parameters.get(isDirect ? 1 : 0), Part.FRAME);
    }

    /** Loads what the whole function needs. */
    void begin() {
        List<Value> parameters = graph.entry().parameters();
        if (isDirect) {
            room = add(WasmOp.I32_WRAP_I64, parameters.get(parameters.size() - 1));
            base = add(WasmOp.I32_ADD, parameters.get(0), constant(Layout.SLOT));
            closure = mark(parameters.get(2), Part.OBJECT);
        } else {
            Value func = mark(loadInt(frame, Frame.FUNCTION), Part.SLOT);
            base = add(WasmOp.I32_ADD, func, constant(Layout.SLOT));
            closure = mark(loadInt(func, 0), Part.OBJECT);
            constants = loadInt(frame, Frame.CONSTANTS);
            room = loadInt(constant(0), State.COMPILED_ROOM);
        }
        mark(base, Part.SLOT);
    }

    CodeUnit unit() {
        return unit;
    }

    boolean isDirect() {
        return isDirect;
    }

    /** Whether the frame is not written until the code leaves, and the kernel is never asked. */
    boolean isPure() {
        return isDirect && unit.signature().isPure();
    }

    /** Whether it is pure, and where it calls itself last goes on at its beginning. */
    boolean isRepeating() {
        return isRepeating;
    }

    /** The closure of the function that runs. */
    Value closure() {
        return closure;
    }

    /** Whether code is to be short rather than fast. */
    boolean isShort() {
        return spills.areWanted();
    }

    /** How deep compiled calls may nest from here. */
    Value room() {
        return room;
    }

    /** The slot of the function that runs. */
    Value functionSlot() {
        return mark(add(WasmOp.I32_SUB, base, constant(Layout.SLOT)), Part.SLOT);
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

    /** What {@link CodePositions} knows the instruction by. */
    int origin() {
        return ExitReport.pack(unit.number(), pc);
    }

    // --- instructions ---

    /** Whether a value is a constant that this block computes. */
    boolean isConstant(Value value, long bits) {
        return block.instructions().stream()
                .anyMatch(i ->
                        i.isConstant() && i.immediate() == bits && i.results().contains(value));
    }

    Value add(WasmOp op, Value... operands) {
        return graph.append(block, op, 0, origin(), operands);
    }

    /** A load from an address or a store to it. */
    Value addAt(WasmOp op, int offset, Value... operands) {
        return addAt(partOf(operands[0]), op, offset, operands);
    }

    Value addAt(AliasClass part, WasmOp op, int offset, Value... operands) {
        return graph.access(block, op, part, offset, origin(), operands);
    }

    /** What an address is of; null if that is not known. */
    AliasClass partOf(Value address) {
        AliasClass part = parts.get(address);
        return part != null || !isConstant(address, 0) ? part : Part.STATE;
    }

    /** The running coroutine. */
    Value coroutine() {
        return mark(loadInt(constant(0), State.COROUTINE), Part.OBJECT);
    }

    /** The prototype of a closure. */
    Value prototype(Value of) {
        return mark(loadInt(of, Closure.PROTOTYPE), Part.OBJECT);
    }

    /** Says what an address is of. */
    Value mark(Value address, AliasClass part) {
        parts.put(address, part);
        return address;
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
        return loadInt(partOf(address), address, offset);
    }

    Value loadInt(AliasClass part, Value address, int offset) {
        return addAt(part, WasmOp.I32_LOAD, offset, address);
    }

    Value loadByte(Value address, int offset) {
        return loadByte(partOf(address), address, offset);
    }

    Value loadByte(AliasClass part, Value address, int offset) {
        return addAt(part, WasmOp.I32_LOAD8_S, offset, address);
    }

    void end(Terminator terminator) {
        block.setTerminator(terminator);
    }

    /** Goes on where the condition holds; where it does not, control goes to the block. */
    void require(Value condition, Block otherwise) {
        requireDone(condition, otherwise);
        if (unit.failsOneIn() != 0 && escapes.contains(otherwise)) {
            requireDone(new RandomFailures(this).pass(), otherwise);
        }
    }

    /** Marks a block as one where code may go although it need not. */
    Block escape(Block block) {
        escapes.add(block);
        return block;
    }

    /** The same for a condition which says that something has been done, and must not be done once more. */
    void requireDone(Value condition, Block otherwise) {
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

    /** Loads the value of a register's slot, which is of a kind. */
    Value loadPayload(int register, Kind kind) {
        return loadPayload(base, offset(register), offset(register) + Layout.TAG, kind);
    }

    /** Loads a value of a kind whose payload and tag are at offsets from an address. */
    Value loadPayload(Value address, int payloadOffset, int tagOffset, Kind kind) {
        return switch (kind) {
            case FLOAT -> addAt(WasmOp.F64_LOAD, payloadOffset, address);
            case BOOLEAN -> add(WasmOp.I32_SUB, loadByte(address, tagOffset), constant(Tag.FALSE));
            case TABLE, CLOSURE -> loadInt(address, payloadOffset);
            default -> addAt(WasmOp.I64_LOAD, payloadOffset, address);
        };
    }

    /** Whether a tag is that of a kind. */
    Value isOfKind(Value tag, Kind kind) {
        return kind == Kind.BOOLEAN
                ? add(WasmOp.I32_LT_U, add(WasmOp.I32_SUB, tag, constant(Tag.FALSE)), constant(2))
                : add(WasmOp.I32_EQ, tag, constant(kind.tag()));
    }

    void store(int register, Kind kind, Value value) {
        store(base, offset(register), base, offset(register) + Layout.TAG, kind, value);
    }

    /** Stores a value where payload and tag are at offsets from addresses. */
    void store(Value payload, int payloadOffset, Value tag, int tagOffset, Kind kind, Value value) {
        new SlotWriter(graph, origin(), this::partOf).store(block, payload, payloadOffset, tag, tagOffset, kind, value);
    }

    /** Copies a slot. */
    void copySlot(int to, Value from, int fromOffset) {
        addAt(WasmOp.I64_STORE, offset(to), base, addAt(WasmOp.I64_LOAD, fromOffset, from));
        addAt(WasmOp.I32_STORE8, offset(to) + Layout.TAG, base, loadByte(from, fromOffset + Layout.TAG));
    }

    /** Address of a constant's slot, less an offset. */
    Value constants() {
        if (!isDirect) {
            return mark(constants, Part.CONSTANT);
        }
        Value prototype = prototype(closure);
        return mark(loadInt(Part.OBJECT, prototype, Prototype.CONSTANTS), Part.CONSTANT);
    }

    /** The table in a register, if it holds one. */
    Value table(int register, Block otherwise) {
        if (registers.kind(register) == Kind.TABLE) {
            return mark(registers.value(register), Part.OBJECT);
        }
        flush(register);
        require(isOfKind(loadTag(register), Kind.TABLE), otherwise);
        return mark(loadPayload(register, Kind.TABLE), Part.OBJECT);
    }

    /** Goes on if a register, which is in its slot, holds a library function. */
    void requireBuiltin(int register, int builtin, Block otherwise) {
        require(add(WasmOp.I32_EQ, loadTag(register), constant(Tag.BUILTIN)), otherwise);
        Value number = loadInt(base, offset(register));
        require(add(WasmOp.I32_EQ, number, constant(builtin)), otherwise);
    }

    /** Brings a register's slot up to date. */
    void flush(int register) {
        if (registers.isDirty(register)) {
            store(register, registers.kind(register), registers.value(register));
            registers.clean(register);
        }
    }

    /** Brings the slots up to date of those registers that are live before an instruction. */
    void flushLive(int pc) {
        flushLive(pc, registers.count());
    }

    /** The same for the registers below a number. */
    void flushLive(int pc, int end) {
        for (int r = 0; r < end; r++) {
            if (unit.liveness().isLive(r, pc)) {
                flush(r);
            }
        }
    }

    /** The same in few instructions, for ways that are rarely taken. */
    void spillLive(int pc, int end) {
        List<Integer> dirty = new ArrayList<>();
        for (int r = 0; r < end; r++) {
            if (unit.liveness().isLive(r, pc) && registers.isDirty(r)) {
                dirty.add(r);
            }
        }
        if (!spills.areWanted() || dirty.size() < Spill.FEWEST || dirty.size() > Spill.MOST) {
            dirty.forEach(this::flush);
            return;
        }
        Spill spill = new Spill(dirty, dirty.stream().map(registers::kind).toList());
        List<Value> arguments = new ArrayList<>(List.of(base));
        dirty.forEach(r -> arguments.add(registers.value(r)));
        graph.call(block, spills.use(spill), origin(), arguments);
        dirty.forEach(registers::clean);
    }

    /** Says where the values end that an instruction takes, if the call before it was known to give one. */
    void storeTop(int target) {
        if (target > 0 && unit.expectations().isClosed(target - 1)) {
            int register = Instruction.a(function.code()[target - 1]);
            Value top = add(WasmOp.I32_ADD, base, constant(offset(register + 1)));
            addAt(WasmOp.I32_STORE, State.TOP, constant(0), top);
        }
    }

    void storeFuel() {
        addAt(WasmOp.I32_STORE, State.FUEL, constant(0), registers.fuel());
    }

    void loadFuel() {
        registers.setFuel(loadInt(constant(0), State.FUEL));
    }

    // --- leaving ---

    /**
     * A block, to be reached only from here, that leaves to the interpreter at an instruction, because something is not
     * as was expected.
     */
    Block exitTo(int target) {
        return exitTo(target, CompiledStatus.INTERPRET);
    }

    /** A block that leaves with a status and the frame's PC at an instruction. */
    Block exitTo(int target, int status) {
        Block exit = graph.newBlock();
        if (status != CompiledStatus.INTERPRET) {
            return aside(exit, () -> leaveTo(target, status));
        }
        return escape(aside(exit, () -> leaveTo(target, status, newReport())));
    }

    /** Writes a block to be reached from here, with registers as they are here, and goes on here. */
    private Block aside(Block aside, Runnable writing) {
        Block here = block;
        Registers before = registers;
        moveTo(aside, before.copy());
        writing.run();
        moveTo(here, before);
        return aside;
    }

    /** A block that leaves to the interpreter at an instruction, and takes a report, see {@link #reportOther}. */
    Block exitReporting(int target) {
        Block exit = graph.newBlock();
        Value report = graph.addParameter(exit, ValueType.I32);
        return aside(exit, () -> leaveTo(target, CompiledStatus.INTERPRET, report));
    }

    /** A block, to be reached only from here, that leaves through an exit because something is not as was expected. */
    Block reportOther(Block exit) {
        return reporting(exit, this::place);
    }

    /** The same where a value's tag is not that of the kind of number which was expected. */
    Block reportOther(Block exit, Supplier<Value> tag) {
        return reporting(exit, () -> {
            Value found = tag.get();
            Value isNumber = add(
                    WasmOp.I32_OR,
                    add(WasmOp.I32_EQ, found, constant(Tag.INTEGER)),
                    add(WasmOp.I32_EQ, found, constant(Tag.FLOAT)));
            Value bit = add(WasmOp.I32_SHL, isNumber, constant(ExitReport.OTHER_NUMBER_BIT));
            return add(WasmOp.I32_OR, place(), bit);
        });
    }

    private Block reporting(Block exit, Supplier<Value> report) {
        return escape(aside(
                graph.newBlock(), () -> end(new Terminator.Jump(new Edge(exit, List.of(unlessFailed(report.get())))))));
    }

    /** Says that something is not as was expected. */
    void report() {
        storeReport(newReport());
    }

    private void storeReport(Value report) {
        addAt(WasmOp.I32_STORE, State.LAST_EXIT, constant(0), report);
    }

    private Value newReport() {
        return unlessFailed(place());
    }

    private Value place() {
        return constant(ExitReport.pack(unit.number(), pc));
    }

    private Value unlessFailed(Value report) {
        return unit.failsOneIn() == 0 ? report : new RandomFailures(this).unlessFailed(report);
    }

    /** A block that leaves to the interpreter at an instruction, which is its business. */
    Block leavingTo(int target) {
        return escape(aside(graph.newBlock(), () -> leaveTo(target)));
    }

    /** Leaves to the interpreter at an instruction. */
    void leaveTo(int target) {
        leaveTo(target, CompiledStatus.INTERPRET);
    }

    void leaveTo(int target, int status) {
        leaveTo(target, status, null);
    }

    /** @param report what is to be said that was not as expected; null if nothing */
    private void leaveTo(int target, int status, Value report) {
        if (report != null && !spills.areWanted()) {
            storeReport(report);
        }
        spillLive(target, registers.count());
        storeTop(target);
        if (!spills.areWanted()) {
            storeFuel();
            writeFrame(target);
            leave(constant(status));
            return;
        }
        Block tail = tails.computeIfAbsent(new Tail(status, report != null), this::newTail);
        List<Value> values = new ArrayList<>(List.of(registers.fuel(), constant(function.address(target))));
        if (report != null) {
            values.add(report);
        }
        end(new Terminator.Jump(new Edge(tail, values)));
    }

    /** Goes on at an instruction in other code of the function; if that declines, the interpreter does. */
    void leaveInto(int target, Callee code) {
        spillLive(target, registers.count());
        storeTop(target);
        storeFuel();
        writeFrame(target);
        addAt(WasmOp.I32_STORE, State.COMPILED_ROOM, constant(0), room);
        Value status = callCode(code);
        Value isDeclined = add(WasmOp.I32_EQ, status, constant(CompiledStatus.DECLINED));
        leave(graph.select(block, constant(CompiledStatus.INTERPRET), status, isDeclined));
    }

    /** Runs other code of the function in its frame; gives the status. */
    Value callCode(Callee code) {
        return graph.call(block, code, origin(), List.of(frame)).get(0);
    }

    /** What ways out have in common. */
    private record Tail(int status, boolean hasReport) {}

    /** The end of ways out: takes the fuel, where the interpreter is to go on, and maybe a report. */
    private Block newTail(Tail way) {
        Block here = block;
        Registers before = registers;
        Block tail = graph.newBlock();
        Value fuel = graph.addParameter(tail, ValueType.I32);
        Value address = graph.addParameter(tail, ValueType.I32);
        moveTo(tail, new Registers(0));
        registers.setFuel(fuel);
        storeFuel();
        if (way.hasReport()) {
            storeReport(graph.addParameter(tail, ValueType.I32));
        }
        writeFrame(address);
        leave(constant(way.status()));
        moveTo(here, before);
        return tail;
    }

    /** Writes of the frame what the interpreter needs to go on at an instruction. */
    void writeFrame(int target) {
        writeFrame(constant(function.address(target)));
    }

    private void writeFrame(Value address) {
        writeFrameBelow(address);
        if (isPure()) {
            addAt(WasmOp.I32_STORE, State.FRAME, constant(0), frame);
        }
    }

    /** The same for a frame above which there is another. */
    void writeFrameBelow(int target) {
        writeFrameBelow(constant(function.address(target)));
    }

    private void writeFrameBelow(Value address) {
        if (isPure()) {
            fillFrame();
            passRepeated();
        }
        addAt(WasmOp.I32_STORE, Frame.PC, frame, address);
    }

    /** Makes the frame of a direct call the running one; PC is still to be written. */
    void enterFrame() {
        fillFrame();
        addAt(WasmOp.I32_STORE, State.FRAME, constant(0), frame);
    }

    private void fillFrame() {
        Value func = functionSlot();
        addAt(WasmOp.I32_STORE, Frame.FUNCTION, frame, func);
        Value top = add(WasmOp.I32_ADD, base, constant(function.registers() << Layout.SLOT_SHIFT));
        // TOP, and behind it VARARG_BYTES, which is 0, as the interpreter stores them.
        addAt(WasmOp.I64_STORE, Frame.TOP, frame, add(WasmOp.I64_EXTEND_I32_U, top));
        addAt(WasmOp.I32_STORE, Frame.CONSTANTS, frame, constants());
    }

    /**
     * Of a pure function that has called itself last, that is said where callers look for it, and in the frame; who has
     * done that has also stored what was called.
     */
    private void passRepeated() {
        if (!isRepeating) {
            return;
        }
        Value repeated = loadInt(frame, Frame.REPEATED);
        Value isRepeated = add(WasmOp.I32_NE, repeated, constant(0));
        Value tail = add(WasmOp.I32_MUL, isRepeated, constant(FrameFlag.TAIL));
        addAt(WasmOp.I32_STORE, Frame.FLAGS, frame, add(WasmOp.I32_OR, loadInt(frame, Frame.FLAGS), tail));
        addAt(WasmOp.I32_STORE, State.TAILED_FRAME, constant(0), repeated);
        store(functionSlot(), 0, functionSlot(), Layout.TAG, Kind.CLOSURE, closure);
    }

    /** Answers a status. */
    void leave(Value status) {
        if (!isDirect) {
            end(new Terminator.Return(List.of(status)));
            return;
        }
        Signature signature = unit.signature();
        end(new Terminator.Return(signature.isUnboxed() ? List.of(zero(signature.result()), status) : List.of(status)));
    }

    private Value zero(Kind kind) {
        return switch (kind) {
            case INTEGER -> constant(0L);
            case FLOAT -> constant(0.0);
            default -> constant(0);
        };
    }

    // --- the kernel ---

    /**
     * Has the kernel do the instruction; goes on behind it, with all registers that were unboxed still so.
     *
     * @param behind number of the instruction where PC is meanwhile
     * @param next number of the next instruction
     */
    void general(int behind, int next) {
        request(KernelFunction.GENERAL, frame, constant(function.address(behind)), constant(function.address(next)));
    }

    /** Asks the kernel for something that changes nothing and cannot fail. */
    Value call(KernelFunction kernelFunction, Value... arguments) {
        return graph.call(block, kernelFunction.callee(), origin(), List.of(arguments))
                .get(0);
    }

    /** Asks the kernel for something that may change everything; gives its answer. */
    Value finalRequest(KernelFunction kernelFunction, Value... arguments) {
        if (isPure()) {
            throw new ImpureException();
        }
        flushLive(pc);
        storeFuel();
        addAt(WasmOp.I32_STORE, State.COMPILED_ROOM, constant(0), room);
        return call(kernelFunction, arguments);
    }

    void request(KernelFunction kernelFunction, Value... arguments) {
        Value status = finalRequest(kernelFunction, arguments);
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
     * goes on at the block where the short way ends. If the short way is expected to apply, and of a pure function, one
     * that leaves to the interpreter.
     *
     * @param to register of the result
     * @param kind what it is expected to be
     * @param join takes the fuel, and the result if it is unboxed
     */
    Block generalThen(int behind, int next, int to, Kind kind, Block join) {
        if (isPure() || unit.expectations().profile().isShort(pc)) {
            return exitTo(pc);
        }
        Block here = block;
        Registers before = registers;
        Block slow = escape(graph.newBlock());
        moveTo(slow, before.copy());
        general(behind, next);
        if (to >= 0) {
            registers.forget(to);
        }
        if (kind == Kind.ANY) {
            end(new Terminator.Jump(new Edge(join, List.of(registers.fuel()))));
        } else {
            expectResult(to, kind, next);
            end(new Terminator.Jump(new Edge(join, List.of(registers.fuel(), registers.value(to)))));
        }
        moveTo(here, before);
        return slow;
    }

    /** Takes a result out of its slot; if it is of another kind than expected, the interpreter goes on behind. */
    void expectResult(int register, Kind kind, int next) {
        // What it held before is not to be brought to the slot, where the result is.
        registers.forget(register);
        require(isOfKind(loadTag(register), kind), exitTo(next));
        registers.load(register, kind, loadPayload(register, kind));
    }

    /**
     * A block that takes the fuel, and a result of a kind if that is unboxed, where a short way and a general one meet.
     */
    Block newJoin(Kind kind) {
        Block join = graph.newBlock();
        graph.addParameter(join, ValueType.I32);
        if (kind != Kind.ANY) {
            graph.addParameter(join, kind.type());
        }
        return join;
    }

    /** Goes to where several ways meet, with a result if that is unboxed. */
    void jumpTo(Block join, Value... result) {
        List<Value> arguments = new ArrayList<>(List.of(registers.fuel()));
        arguments.addAll(List.of(result));
        end(new Terminator.Jump(new Edge(join, arguments)));
    }

    /** Ends the short way, whose result is in its slot, and goes on where it meets the general one. */
    void join(Block join) {
        jumpTo(join);
        afterJoin(join, -1, Kind.ANY);
    }

    /** Ends the short way with an unboxed result, and goes on where it meets the general one. */
    void join(Block join, int to, Kind kind, Value result) {
        jumpTo(join, result);
        afterJoin(join, to, kind);
    }

    /** Goes on where several ways met; a result that is not unboxed is in its slot. */
    void afterJoin(Block join, int to, Kind kind) {
        block = join;
        registers.setFuel(join.parameters().get(0));
        if (kind != Kind.ANY) {
            define(to, kind, join.parameters().get(1));
        }
    }

    /** A register's new value, unboxed unless others may see the register. */
    void define(int register, Kind kind, Value value) {
        registers.define(register, kind, value);
        if (function.captured().get(register)) {
            flush(register);
            registers.forget(register);
        }
    }
}
