package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Direct calls of metamethods that are Lua functions. Where one was seen, the metatable is expected to have it still,
 * and a function that is called in the same way.
 *
 * <p>The call is laid out above the registers, where the interpreter lays it out. Its frame has META_DIRECT: as long as
 * this code has not left, the metamethod's code returns to it as from a plain call; when it has left, the kernel finds
 * in that flag, and in the PC behind the instruction, what is to be done with the result.
 */
final class MetamethodCompiler {
    /** Slots from a value on, besides its arguments, which the kernel wants to be there when it is called. */
    private static final int CALLABLE_SLOTS = 3;

    private final FunctionCode function;
    private final Expectations expectations;
    private final Emission at;
    private final CallCompiler calls;
    private final ReturnCompiler returns;
    private final FieldFinder fields;

    MetamethodCompiler(Emission at, CallCompiler calls, ReturnCompiler returns) {
        this.function = at.unit().function();
        this.expectations = at.unit().expectations();
        this.at = at;
        this.calls = calls;
        this.returns = returns;
        this.fields = new FieldFinder(at);
    }

    /** An argument: a value of a kind, or for ANY what is in a slot at an offset from an address. */
    private record Argument(Kind kind, Value value, Value slots, int offset) {}

    /** Goes on with the result: a value of a kind, or for ANY what is in the first slot above the registers. */
    private interface Continuation {
        void accept(Kind kind, Value value);
    }

    // --- operators ---

    /** Arithmetic and concatenation; false if the kernel is to do it. */
    boolean translate(int i, int pc) {
        int to = Instruction.a(i);
        if (!isDirect(pc) || function.captured().get(to)) {
            return false;
        }
        boolean isConcatenation = (i & 0xFF) == Op.CONCAT;
        Kind kind = isConcatenation ? Kind.ANY : expectations.callResult(pc);
        Block join = at.newJoin(kind);
        Block slow = at.generalThen(pc + 1, pc + 1, to, kind, join);
        List<Argument> operands = operands(i);
        Value handler = handler(i, pc, operands, slow);
        if (isConcatenation && !at.isPure()) {
            expectOneOperand();
        }
        call(i, pc, handler, operands, slow, intoRegister(to, kind, pc + 1, join));
        at.moveTo(join, at.registers());
        at.afterJoin(join, to, kind);
        if (kind == Kind.ANY) {
            at.registers().forget(to);
        }
        if (isConcatenation) {
            at.registers().forgetFrom(to);
        }
        return true;
    }

    private boolean isDirect(int pc) {
        return expectations.isHandled(pc) && !expectations.targets(pc).isEmpty();
    }

    private List<Argument> operands(int i) {
        int op = i & 0xFF;
        if (op == Op.CONCAT) {
            return List.of(register(Instruction.a(i)), register(Instruction.a(i) + 1));
        }
        Argument first = register(Instruction.b(i));
        if (op == Op.ADDI || op == Op.SUBI) {
            return List.of(first, new Argument(Kind.INTEGER, at.constant((long) Instruction.sc(i)), null, 0));
        }
        if (op >= Op.ADDK && op <= Op.SHRK) {
            return List.of(first, constant(Instruction.c(i)));
        }
        return List.of(first, op >= Op.ADD && op <= Op.SHR ? register(Instruction.c(i)) : first);
    }

    private Argument register(int register) {
        Kind kind = at.registers().kind(register);
        return kind == Kind.ANY
                ? new Argument(kind, null, at.base(), Emission.offset(register))
                : new Argument(kind, at.registers().value(register), null, 0);
    }

    private Argument constant(int index) {
        long payload = function.constants().payload(index);
        return switch (function.constants().tag(index)) {
            case Tag.INTEGER -> new Argument(Kind.INTEGER, at.constant(payload), null, 0);
            case Tag.FLOAT -> new Argument(Kind.FLOAT, at.constant(Double.longBitsToDouble(payload)), null, 0);
            default -> new Argument(Kind.ANY, null, at.constants(), Emission.offset(index));
        };
    }

    /** How many operands are left of a concatenation when the metamethod's result has taken the place of two. */
    private void expectOneOperand() {
        at.addAt(WasmOp.I32_STORE, Frame.RESULTS, at.frame(), at.constant(1));
    }

    // --- comparisons ---

    /** Whether a comparison's condition holds, as an i32 that is not 0; null if no metamethod is expected to say. */
    Value test(int i, int pc) {
        if (!isDirect(pc)) {
            return null;
        }
        List<Argument> operands = List.of(register(Instruction.a(i)), register(Instruction.b(i)));
        Block join = at.newJoin(Kind.BOOLEAN);
        Block slow = at.exitTo(pc);
        if ((i & 0xFF) == Op.EQ) {
            Block same = at.graph().newBlock();
            Value first = table(operands.get(0), slow);
            at.requireDone(at.add(WasmOp.I32_NE, first, table(operands.get(1), slow)), same);
            Block here = at.block();
            at.moveTo(same);
            at.jumpTo(join, at.constant(1));
            at.moveTo(here);
        }
        Value handler = handler(i, pc, operands, slow);
        call(i, pc, handler, operands, slow, (kind, value) -> at.jumpTo(join, truth(kind, value)));
        at.moveTo(join);
        at.registers().setFuel(join.parameters().get(0));
        return join.parameters().get(1);
    }

    private Value truth(Kind kind, Value value) {
        return switch (kind) {
            case ANY ->
                at.add(WasmOp.I32_GT_S, at.loadByte(at.base(), callOffset() + Layout.TAG), at.constant(Tag.FALSE));
            case BOOLEAN -> value;
            default -> at.constant(1);
        };
    }

    // --- indexing ---

    /**
     * A block that reads what a table lacks, where a metamethod was seen to do that; else one where the kernel reads.
     *
     * @param join where it goes on with the result
     */
    Block read(int i, int pc, Kind kind, Block join) {
        int to = Instruction.a(i);
        Block slow = at.generalThen(pc + 1, pc + 1, to, kind, join);
        if (!isDirect(pc)) {
            return slow;
        }
        Block here = at.block();
        Registers before = at.registers();
        Block reading = at.graph().newBlock();
        at.moveTo(reading, before.copy());
        Argument key = (i & 0xFF) == Op.GETTABLE ? register(Instruction.c(i)) : constant(Instruction.c(i));
        List<Argument> operands = List.of(register(Instruction.b(i)), key);
        Value handler = handler(i, pc, operands, slow);
        call(i, pc, handler, operands, slow, intoRegister(to, kind, pc + 1, join));
        at.moveTo(here, before);
        return reading;
    }

    /** The same for a write; where the table may have the key, that is looked at first. */
    Block write(int i, int pc, Block join) {
        Block slow = at.generalThen(pc + 1, pc + 1, -1, Kind.ANY, join);
        if (!isDirect(pc)) {
            return slow;
        }
        int op = i & 0xFF;
        Block here = at.block();
        Registers before = at.registers();
        Block writing = at.graph().newBlock();
        at.moveTo(writing, before.copy());
        boolean hasConstantKey = op == Op.SETFIELD || op == Op.SETFIELDK;
        List<Argument> operands = List.of(
                register(Instruction.a(i)),
                hasConstantKey ? constant(Instruction.b(i)) : register(Instruction.b(i)),
                TableCompiler.storesConstant(i) ? constant(Instruction.c(i)) : register(Instruction.c(i)));
        Value handler = handler(i, pc, operands, slow);
        Block calling = at.graph().newBlock();
        requireKeys(Instruction.a(i), pc, calling);
        Value lacks = at.add(
                WasmOp.I32_EQZ,
                at.call(KernelFunction.GET, slotOf(operands.get(0), 1), slotOf(operands.get(1), 2), callSlot()));
        at.requireDone(lacks, slow);
        at.end(new Terminator.Jump(Edge.to(calling)));
        at.moveTo(calling);
        call(i, pc, handler, operands, slow, (kind, value) -> at.jumpTo(join));
        at.moveTo(here, before);
        return writing;
    }

    /**
     * Where a metamethod is expected to do what a table cannot, since it has not got the key: goes on if a register
     * does not hold a table without any key, such as most of those that stand for others are.
     *
     * @param absent where it goes on else
     */
    void requireKeys(int register, int pc, Block absent) {
        if (!isDirect(pc)) {
            return;
        }
        Block other = at.graph().newBlock();
        Registers before = at.registers().copy();
        Value table = at.table(register, other);
        Value nodes = at.add(WasmOp.I32_XOR, at.loadInt(table, Table.NODES), at.constant(State.EMPTY_NODE));
        at.require(at.add(WasmOp.I32_OR, nodes, at.loadInt(table, Table.CAPACITY)), absent);
        at.end(new Terminator.Jump(Edge.to(other)));
        at.moveTo(other, before);
    }

    /** The slot of an argument; if it is in none, the one above the registers where it goes as an argument. */
    private Value slotOf(Argument argument, int place) {
        if (argument.kind != Kind.ANY) {
            storeArgument(argument, place);
            return at.add(WasmOp.I32_ADD, at.base(), at.constant(callOffset() + Emission.offset(place)));
        }
        return at.add(WasmOp.I32_ADD, argument.slots, at.constant(argument.offset));
    }

    // --- calls of tables ---

    /** A CALL of a table; false if it is of a function, or the kernel is to do it. */
    boolean callTable(int i, int pc) {
        if (!isDirect(pc)) {
            return false;
        }
        int a = Instruction.a(i);
        int count = Instruction.b(i) - 1;
        Kind kind = calls.resultKind(i, pc);
        Block join = at.newJoin(kind);
        Block slow = calls.slowCall(i, pc, kind, join);
        List<Argument> arguments =
                IntStream.rangeClosed(a, a + count).mapToObj(this::register).toList();
        calls.requireStack(a + count + CALLABLE_SLOTS, calls.calleeFrame(), slow);
        Value handler = handler(i, pc, arguments, slow);
        forEachTarget(
                pc,
                handler,
                arguments,
                slow,
                (target, number) -> callTable(i, pc, target, number, handler, slow, join));
        at.registers().forgetFrom(a);
        at.afterJoin(join, a, kind);
        return true;
    }

    /** Calls a function directly in the place of the table, which is moved up with all arguments. */
    private void callTable(int i, int pc, CallTarget target, Value number, Value closure, Block slow, Block join) {
        int a = Instruction.a(i);
        Signature signature = target.signature();
        if (!signature.isPure()) {
            calls.requireFrame(pc);
        }
        Value slot = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(a)));
        List<Value> values = calls.callValues(slot, closure);
        List<Kind> wanted = signature.parameters();
        for (int p = 0; p < wanted.size(); p++) {
            if (wanted.get(p) != Kind.ANY) {
                Value value = valueOf(register(a + p), wanted.get(p), slow);
                at.registers().define(a + p, wanted.get(p), value);
                values.add(value);
            }
        }
        BitSet moved = moveUp(a, wanted);
        Runnable prepare = () -> calls.prepareFrame(Instruction.c(i) - 1, 0);
        Runnable store = () -> at.store(
                at.base(), Emission.offset(a), at.base(), Emission.offset(a) + Layout.TAG, Kind.CLOSURE, closure);
        if (!signature.isPure()) {
            at.flushLive(pc + 1, a);
            store.run();
            at.writeFrame(pc + 1);
            prepare.run();
        }
        at.storeFuel();
        List<Value> results = calls.invoke(target, number, values);
        Runnable write = () -> {
            at.flushLive(pc + 1, a);
            prepare.run();
            calls.writeFunction(0, store);
            at.writeFrameBelow(pc + 1);
        };
        Runnable restore = () -> {
            moved.stream().forEach(p -> at.copySlot(a + p, at.base(), Emission.offset(a + p + 1)));
            at.leaveTo(pc);
        };
        checkStatus(results.get(results.size() - 1), signature.isPure() ? write : () -> {}, restore);
        at.loadFuel();
        at.registers().forgetFrom(a);
        if (calls.resultKind(i, pc) != Kind.ANY) {
            at.jumpTo(join, results.get(0));
            return;
        }
        if (signature.isUnboxed() && expectations.hasOneResult(pc)) {
            at.store(a, signature.result(), results.get(0));
        }
        at.jumpTo(join);
    }

    /**
     * Copies the registers from one on, as far as parameters are wanted in slots, to the slots above. Those that are
     * unboxed have to be stored again if the call is not made after all.
     *
     * @return by how much the others that were copied are above the first
     */
    private BitSet moveUp(int first, List<Kind> wanted) {
        BitSet moved = new BitSet();
        for (int p = wanted.size() - 1; p >= 0; p--) {
            Kind kind = at.registers().kind(first + p);
            Value value = at.registers().value(first + p);
            int offset = Emission.offset(first + p + 1);
            if (kind != Kind.ANY) {
                at.registers().define(first + p, kind, value);
            }
            if (wanted.get(p) != Kind.ANY) {
                continue;
            }
            if (kind == Kind.ANY) {
                at.copySlot(first + p + 1, at.base(), Emission.offset(first + p));
                moved.set(p);
            } else {
                at.store(at.base(), offset, at.base(), offset + Layout.TAG, kind, value);
            }
        }
        return moved;
    }

    // --- calls ---

    /** Offset from the base of the slot of the function that is called. */
    private int callOffset() {
        return Emission.offset(function.registers());
    }

    private Value callSlot() {
        return at.add(WasmOp.I32_ADD, at.base(), at.constant(callOffset()));
    }

    private Value table(Argument argument, Block otherwise) {
        if (argument.kind == Kind.TABLE) {
            return at.mark(argument.value, Part.OBJECT);
        }
        if (argument.kind != Kind.ANY) {
            at.require(at.constant(0), otherwise);
            return at.constant(0);
        }
        Value tag = at.loadByte(argument.slots, argument.offset + Layout.TAG);
        at.require(at.isOfKind(tag, Kind.TABLE), otherwise);
        return at.mark(at.loadInt(argument.slots, argument.offset), Part.OBJECT);
    }

    /** The closure of the metamethod, if a metatable has it where it was seen. */
    private Value handler(int i, int pc, List<Argument> operands, Block otherwise) {
        Profile profile = expectations.profile();
        boolean isOfFirst = profile.isHandledByFirst(pc);
        if (!isOfFirst) {
            requireNoMetatable(operands.get(0), otherwise);
        }
        Value table = table(operands.get(isOfFirst ? 0 : 1), otherwise);
        Value metatable = at.mark(at.loadInt(table, Table.METATABLE), Part.OBJECT);
        at.require(metatable, otherwise);
        Value node = fields.event(metatable, profile.handler(pc), MetaEvent.of(i), otherwise);
        fields.requireTag(node, Tag.CLOSURE, otherwise);
        return at.mark(at.loadInt(node, Node.VALUE), Part.OBJECT);
    }

    /** A first operand without metamethods: a number, unless all numbers have a metatable. */
    private void requireNoMetatable(Argument operand, Block otherwise) {
        boolean isNumber = operand.kind.isNumber();
        Value metatable = isNumber
                ? at.loadInt(at.constant(0), State.TYPE_METATABLES + Integer.BYTES * operand.kind.tag())
                : at.constant(1);
        at.require(at.add(WasmOp.I32_EQZ, metatable), otherwise);
    }

    private void call(int i, int pc, Value closure, List<Argument> arguments, Block slow, Continuation continuation) {
        forEachTarget(
                pc,
                closure,
                arguments,
                slow,
                (target, number) -> callTarget(i, pc, target, number, closure, arguments, slow, continuation));
    }

    /** Calls what the closure is of several functions, each in its own way; each goes on by itself. */
    private void forEachTarget(
            int pc, Value closure, List<Argument> arguments, Block slow, BiConsumer<CallTarget, Value> way) {
        List<CallTarget> targets = expectations.targets(pc).stream()
                .filter(target -> mayFit(target.signature(), arguments))
                .toList();
        if (at.isPure()
                && targets.stream().anyMatch(target -> !target.signature().isPure())) {
            throw new ImpureException();
        }
        Value prototype = at.prototype(closure);
        for (CallTarget target : targets) {
            Block other = at.graph().newBlock();
            Value number = calls.requireTarget(prototype, target, other);
            Registers before = at.registers();
            at.moveTo(at.block(), before.copy());
            way.accept(target, number);
            at.moveTo(other, before);
        }
        at.end(new Terminator.Jump(Edge.to(slow)));
    }

    private static boolean mayFit(Signature signature, List<Argument> arguments) {
        for (int p = 0; p < signature.parameters().size(); p++) {
            Kind wanted = signature.parameters().get(p);
            Kind given = arguments.get(p).kind;
            if (wanted != given && wanted != Kind.ANY && given != Kind.ANY) {
                return false;
            }
        }
        return true;
    }

    private void callTarget(
            int i,
            int pc,
            CallTarget target,
            Value number,
            Value closure,
            List<Argument> arguments,
            Block slow,
            Continuation continuation) {
        Signature signature = target.signature();
        if (!signature.isPure()) {
            calls.requireFrame(pc);
        }
        List<Value> values = calls.callValues(callSlot(), closure);
        for (int p = 0; p < signature.parameters().size(); p++) {
            Kind wanted = signature.parameters().get(p);
            if (wanted == Kind.ANY) {
                storeArgument(arguments.get(p), 1 + p);
            } else {
                values.add(valueOf(arguments.get(p), wanted, slow));
            }
        }
        if (!signature.isPure()) {
            at.flushLive(pc);
            storeFunction(closure);
            at.writeFrame(pc + 1);
            calls.prepareFrame(1, FrameFlag.META_DIRECT);
        }
        at.storeFuel();
        List<Value> results = calls.invoke(target, number, values);
        Runnable write = () -> {
            at.flushLive(pc);
            calls.prepareFrame(1, FrameFlag.META_DIRECT);
            calls.writeFunction(FrameFlag.META_DIRECT, () -> storeFunction(closure));
            at.writeFrameBelow(pc + 1);
            if ((i & 0xFF) == Op.CONCAT) {
                expectOneOperand();
            }
        };
        checkStatus(results.get(results.size() - 1), signature.isPure() ? write : () -> {}, () -> at.leaveTo(pc));
        at.loadFuel();
        continuation.accept(
                signature.isUnboxed() ? signature.result() : Kind.ANY, signature.isUnboxed() ? results.get(0) : null);
    }

    private Value valueOf(Argument argument, Kind wanted, Block otherwise) {
        if (argument.kind == wanted) {
            return argument.value;
        }
        int tagOffset = argument.offset + Layout.TAG;
        at.require(at.isOfKind(at.loadByte(argument.slots, tagOffset), wanted), otherwise);
        return at.loadPayload(argument.slots, argument.offset, tagOffset, wanted);
    }

    private void storeArgument(Argument argument, int place) {
        int offset = callOffset() + Emission.offset(place);
        if (argument.kind != Kind.ANY) {
            at.store(at.base(), offset, at.base(), offset + Layout.TAG, argument.kind, argument.value);
        } else {
            at.copySlot(function.registers() + place, argument.slots, argument.offset);
        }
    }

    private void storeFunction(Value closure) {
        at.store(at.base(), callOffset(), at.base(), callOffset() + Layout.TAG, Kind.CLOSURE, closure);
    }

    /**
     * Goes on only if the metamethod has returned.
     *
     * @param write writes what the interpreter needs when the metamethod has left
     * @param retry leaves if there is no room for the call
     */
    private void checkStatus(Value status, Runnable write, Runnable retry) {
        Block leaving = at.graph().newBlock();
        Block next = at.graph().newBlock();
        at.end(new Terminator.Branch(status, Edge.to(leaving), Edge.to(next)));
        Registers before = at.registers();
        at.moveTo(leaving, before.copy());
        calls.forgetStatus();
        Block noRoom = at.graph().newBlock();
        at.require(at.add(WasmOp.I32_NE, status, at.constant(CompiledStatus.RETRY)), noRoom);
        Registers inTheWay = at.registers();
        at.moveTo(at.block(), inTheWay.copy());
        write.run();
        at.leave(at.isDirect() ? status : returns.instead(status, CompiledStatus.DELIVERED, CompiledStatus.INTERPRET));
        at.moveTo(noRoom, inTheWay);
        retry.run();
        at.moveTo(next, before);
    }

    /** Brings a result to a register that is expected to be of a kind. */
    private Continuation intoRegister(int to, Kind expected, int next, Block join) {
        return (kind, value) -> {
            if (expected != Kind.ANY && kind == expected) {
                at.jumpTo(join, value);
                return;
            }
            at.registers().forget(to);
            if (kind == Kind.ANY) {
                at.copySlot(to, at.base(), callOffset());
            } else {
                at.store(to, kind, value);
            }
            if (expected == Kind.ANY) {
                at.jumpTo(join);
            } else {
                at.expectResult(to, expected, next);
                at.jumpTo(join, at.registers().value(to));
            }
        };
    }
}
