package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.runtime.kernel.interp.Exit;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls.
 *
 * <p>A direct call goes from compiled code to compiled code. The caller has FLAGS and WANTED of the callee's frame to
 * write, the callee the rest. If the callee is pure, that is done only when it leaves: first the callee writes its
 * frame and registers, then each caller in turn, as the status comes to it. Else it is done before.
 */
final class CallCompiler {
    /** Registers for which a call takes as much of the native stack as a call at all. */
    private static final int REGISTERS_PER_ROOM = 16;

    private final FunctionCode function;
    private final Expectations expectations;
    private final Emission at;
    private final BuiltinCompiler builtins;
    private final FramedCallCompiler framed;
    private final ProtectedCallCompiler protectedCalls;
    private final ByteStringCompiler byteStrings;
    private final ReturnCompiler returns;

    CallCompiler(Emission at, ReturnCompiler returns) {
        this.function = at.unit().function();
        this.expectations = at.unit().expectations();
        this.at = at;
        this.builtins = new BuiltinCompiler(at);
        this.framed = new FramedCallCompiler(at);
        this.protectedCalls = new ProtectedCallCompiler(at, framed);
        this.byteStrings = new ByteStringCompiler(at, this);
        this.returns = returns;
    }

    void call(int i, int pc) {
        if (callBuiltin(i, pc)) {
            return;
        }
        if (byteStrings.isOne(i, pc)) {
            takeByteString(i, pc);
            return;
        }
        List<CallTarget> targets = expectations.isHandled(pc) ? List.of() : expectations.targets(pc);
        boolean fit = targets.stream().allMatch(target -> mayFit(target.signature(), Instruction.a(i)));
        if (targets.isEmpty() || !fit) {
            callByKernel(i, pc, resultKind(i, pc));
        } else {
            callDirect(i, pc, CallTarget.ways(targets));
        }
    }

    /** Does a call of a library function that compiled code can do itself; false if it is none. */
    private boolean callBuiltin(int i, int pc) {
        int a = Instruction.a(i);
        int callee = expectations.builtin(pc);
        int count = expectations.arguments(pc);
        Kind result = resultKind(i, pc);
        if (callee < 0
                || at.registers().kind(a) != Kind.ANY
                || result == Kind.ANY
                || builtins.result(callee, a + 1, count) != result) {
            return false;
        }
        Block join = at.newJoin(result);
        Block slow = slowCall(i, pc, result, join);
        requireBuiltin(a, callee, count, slow);
        Value value = builtins.compile(callee, a + 1, count, slow);
        Value fuel = payCall();
        at.registers().forgetFrom(a);
        at.registers().define(a, result, value);
        at.require(at.add(WasmOp.I32_GE_S, fuel, at.constant(0)), at.exitTo(pc + 1, Exit.FUEL));
        at.join(join, a, result, value);
        return true;
    }

    private void takeByteString(int i, int pc) {
        int a = Instruction.a(i);
        Block join = at.newJoin(Kind.ANY);
        byteStrings.take(a, slowWay(i, pc, join));
        Value fuel = payCall();
        at.registers().forgetFrom(a);
        at.require(at.add(WasmOp.I32_GE_S, fuel, at.constant(0)), at.exitTo(pc + 1, Exit.FUEL));
        at.join(join);
        Kind result = resultKind(i, pc);
        if (result != Kind.ANY) {
            at.expectResult(a, result, pc + 1);
        }
    }

    /** Goes on if a register holds a library function, and there is room for its frame, as the interpreter makes it. */
    void requireBuiltin(int a, int callee, int count, Block slow) {
        at.requireBuiltin(a, callee, slow);
        requireStack(a + 2 + count + Calls.BUILTIN_SLOTS, calleeFrame(), slow);
    }

    /** The fuel that is left after a call. */
    Value payCall() {
        Value fuel = at.add(WasmOp.I32_SUB, at.registers().fuel(), at.constant(FuelCost.CALL));
        at.registers().setFuel(fuel);
        return fuel;
    }

    boolean mayFit(Signature signature, int a) {
        for (int p = 0; p < signature.parameters().size(); p++) {
            Kind wanted = signature.parameters().get(p);
            Kind given = at.registers().kind(a + 1 + p);
            if (wanted != given && wanted != Kind.ANY && given != Kind.ANY) {
                return false;
            }
        }
        return true;
    }

    Kind resultKind(int i, int pc) {
        boolean isUnboxed =
                expectations.hasOneResult(pc) && !function.captured().get(Instruction.a(i));
        return isUnboxed ? expectations.callResult(pc) : Kind.ANY;
    }

    /** Calls whatever it is; arguments and results are in slots. */
    private void callByKernel(int i, int pc, Kind result) {
        int a = Instruction.a(i);
        at.storeTop(pc);
        boolean isProtected = protectedCalls.isWorth(i, pc);
        if (isProtected || framed.isWorth(pc)) {
            Block join = at.newJoin(Kind.ANY);
            Block other = at.escape(at.graph().newBlock());
            at.flushLive(pc);
            Registers before = at.registers().copy();
            if (isProtected) {
                protectedCalls.call(i, pc, join, other);
            } else {
                framed.call(i, pc, join, other);
            }
            at.moveTo(other, before);
            requestCall(i, pc);
            at.join(join);
        } else {
            requestCall(i, pc);
        }
        at.registers().forgetFrom(a);
        if (result != Kind.ANY) {
            at.expectResult(a, result, pc + 1);
        }
    }

    /** A block where the kernel does a call with results in slots, and that goes on where the short way does. */
    Block slowWay(int i, int pc, Block join) {
        Block here = at.block();
        Registers before = at.registers();
        Block slow = at.escape(at.graph().newBlock());
        at.moveTo(slow, before.copy());
        callByKernel(i, pc, Kind.ANY);
        at.jumpTo(join);
        at.moveTo(here, before);
        return slow;
    }

    private void requestCall(int i, int pc) {
        if (!expectations.callsLeaf(pc) || at.isPure()) {
            KernelFunction request = request(expectations.builtin(pc));
            at.request(request, at.constant(i), at.frame(), at.constant(function.address(pc + 1)));
            return;
        }
        Block join = at.newJoin(Kind.ANY);
        Block slow = at.graph().newBlock();
        at.flushLive(pc);
        at.storeFuel();
        Value func = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(Instruction.a(i))));
        Value count = at.constant(expectations.arguments(pc));
        Value wanted = at.constant(Instruction.c(i) - 1);
        at.requireDone(at.call(KernelFunction.BUILTIN, func, count, wanted), slow);
        Registers before = at.registers().copy();
        at.loadFuel();
        at.jumpTo(join);
        at.moveTo(slow, before);
        at.request(KernelFunction.CALL, at.constant(i), at.frame(), at.constant(function.address(pc + 1)));
        at.join(join);
    }

    /** The request for a call that is expected to be of a library function. */
    private KernelFunction request(int callee) {
        return switch (callee) {
            case Builtin.COROUTINE_YIELD -> function.isPrelude() ? KernelFunction.CALL : KernelFunction.YIELD;
            case Builtin.COROUTINE_RESUME -> KernelFunction.RESUME;
            case Builtin.COROUTINE_WRAP_CALL -> KernelFunction.RESUME_WRAPPED;
            default -> KernelFunction.CALL;
        };
    }

    /** Calls what the closure is of several functions, each in its own way. */
    private void callDirect(int i, int pc, List<CallTarget> targets) {
        int a = Instruction.a(i);
        if (at.isPure()
                && targets.stream().anyMatch(target -> !target.signature().isPure())) {
            throw new ImpureException();
        }
        Kind result = resultKind(i, pc);
        Block join = at.newJoin(result);
        Block slow = slowCall(i, pc, result, join);
        Value closure = closure(a, slow);
        Value prototype = at.prototype(closure);
        Registers before = at.registers();
        for (int n = 0; n < targets.size(); n++) {
            CallTarget target = targets.get(n);
            Block other = n + 1 < targets.size() ? at.graph().newBlock() : slow;
            boolean isItself = isItself(pc, target);
            final Value number =
                    isItself ? requireItself(closure, target, other) : requireTarget(prototype, target, other);
            at.moveTo(at.block(), before.copy());
            callTarget(i, pc, target, number, isItself ? at.closure() : closure, result, slow, join);
            at.moveTo(other, targets.size() == 1 ? at.registers() : before);
        }
        // Which slots are up to date depends on the way if there are several: then none of those that were not before.
        at.registers().forgetFrom(a);
        at.afterJoin(join, a, result);
    }

    /** Calls a function directly, and goes to where the ways meet. */
    private void callTarget(
            int i, int pc, CallTarget target, Value number, Value closure, Kind result, Block slow, Block join) {
        int a = Instruction.a(i);
        Value slot = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(a)));
        List<Value> arguments = arguments(a, slot, calleeFrame(), closure, target.signature(), slow);
        if (!target.signature().isPure()) {
            requireFrame(pc);
            at.flushLive(pc + 1, a);
            at.flush(a);
            at.writeFrame(pc + 1);
            prepareFrame(i);
        }
        at.storeFuel();
        List<Value> results = invoke(target, number, arguments);
        checkStatus(i, pc, target, results.get(results.size() - 1));
        at.loadFuel();
        at.registers().forgetFrom(a);
        if (result != Kind.ANY) {
            at.end(new Terminator.Jump(new Edge(join, List.of(at.registers().fuel(), results.get(0)))));
        } else {
            if (target.signature().isUnboxed() && expectations.hasOneResult(pc)) {
                at.store(a, target.signature().result(), results.get(0));
            }
            at.end(new Terminator.Jump(new Edge(join, List.of(at.registers().fuel()))));
        }
    }

    /**
     * The call of what is not known, which then goes on where the direct one does; if none such is expected, an exit.
     */
    Block slowCall(int i, int pc, Kind result, Block join) {
        if (!expectations.profile().isRefuted(pc)) {
            return at.exitTo(pc);
        }
        if (at.isPure()) {
            throw new ImpureException();
        }
        Block here = at.block();
        Registers before = at.registers();
        Block slow = at.escape(at.graph().newBlock());
        at.moveTo(slow, before.copy());
        callByKernel(i, pc, result);
        if (expectations.isClosed(pc)) {
            requireOneResult(Instruction.a(i));
        }
        List<Value> values = new ArrayList<>(List.of(at.registers().fuel()));
        if (result != Kind.ANY) {
            values.add(at.registers().value(Instruction.a(i)));
        }
        at.end(new Terminator.Jump(new Edge(join, values)));
        at.moveTo(here, before);
        return slow;
    }

    /** A call that gives all results has given one; else the interpreter goes on behind it. */
    private void requireOneResult(int a) {
        Value one = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(a + 1)));
        Block several = at.graph().newBlock();
        at.requireDone(at.add(WasmOp.I32_EQ, at.loadInt(at.constant(0), State.TOP), one), several);
        Block here = at.block();
        at.moveTo(several);
        at.leave(at.constant(CompiledStatus.INTERPRET));
        at.moveTo(here);
    }

    /** The closure in a register. */
    Value closure(int register, Block slow) {
        if (at.registers().kind(register) == Kind.CLOSURE) {
            return at.registers().value(register);
        }
        at.flush(register);
        at.require(at.isOfKind(at.loadTag(register), Kind.CLOSURE), slow);
        return at.mark(at.loadPayload(register, Kind.CLOSURE), Part.OBJECT);
    }

    List<Value> arguments(int a, Value slot, Value frame, Value closure, Signature signature, Block slow) {
        List<Value> arguments = callValues(slot, frame, closure);
        for (int p = 0; p < signature.parameters().size(); p++) {
            Kind wanted = signature.parameters().get(p);
            int register = a + 1 + p;
            if (wanted == Kind.ANY) {
                at.flush(register);
            } else if (at.registers().kind(register) == wanted) {
                arguments.add(at.registers().value(register));
            } else {
                at.require(at.isOfKind(at.loadTag(register), wanted), slow);
                arguments.add(at.loadPayload(register, wanted));
            }
        }
        return arguments;
    }

    /** What a direct call takes before the function's arguments, for a frame above the running one. */
    List<Value> callValues(Value slot, Value closure) {
        return callValues(slot, calleeFrame(), closure);
    }

    private List<Value> callValues(Value slot, Value frame, Value closure) {
        return new ArrayList<>(List.of(slot, frame, closure));
    }

    /** What a call from here has of the native stack. */
    private Value roomOfCall() {
        Value cost = at.constant(1 + function.registers() / REGISTERS_PER_ROOM);
        return at.add(WasmOp.I32_SUB, at.room(), cost);
    }

    Value calleeFrame() {
        return at.mark(at.add(WasmOp.I32_ADD, at.frame(), at.constant(Frame.BYTES)), Part.FRAME);
    }

    /** Writes the caller's part of the callee's frame. */
    private void prepareFrame(int i) {
        prepareFrame(Instruction.c(i) - 1, 0);
    }

    /** The same for a call with some flags. */
    void prepareFrame(int wanted, int flags) {
        // WANTED, and behind it FLAGS, as the interpreter stores them.
        long wantedAndFlags = wanted & 0xFFFFFFFFL | (long) flags << Integer.SIZE;
        at.addAt(WasmOp.I64_STORE, Frame.WANTED, calleeFrame(), at.constant(wantedAndFlags));
    }

    /** Stores the function in its slot, or, if it has called its last, which did that itself, says so in its frame. */
    private void writeFunction(int a) {
        writeFunction(0, () -> at.flush(a));
    }

    /** The same for a frame that has some flags besides. */
    void writeFunction(int flags, Runnable store) {
        Block plain = at.graph().newBlock();
        Block tailed = at.graph().newBlock();
        Block done = at.graph().newBlock();
        Value frame = at.loadInt(at.constant(0), State.TAILED_FRAME);
        Value isTailed = at.add(WasmOp.I32_EQ, frame, calleeFrame());
        at.end(new Terminator.Branch(isTailed, Edge.to(tailed), Edge.to(plain)));
        at.moveTo(tailed);
        at.addAt(WasmOp.I32_STORE, Frame.FLAGS, frame, at.constant(FrameFlag.TAIL | flags));
        forgetTailed();
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(plain);
        store.run();
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(done);
    }

    void forgetTailed() {
        at.addAt(WasmOp.I32_STORE, State.TAILED_FRAME, at.constant(0), at.constant(0));
    }

    /**
     * Goes on if a function is the target, or, if that is in another module, called as it is; answers the number of its
     * code.
     */
    Value requireTarget(Value prototype, CallTarget target, Block other) {
        Value number = at.loadInt(prototype, Prototype.DIRECT);
        if (target.isReplaceable()) {
            Value signature = at.loadInt(prototype, Prototype.SIGNATURE);
            Value isSo = at.add(
                    WasmOp.I32_EQ, signature, at.constant(target.signature().number()));
            at.require(isSo, other);
        } else {
            at.require(at.add(WasmOp.I32_EQ, number, at.constant(target.number())), other);
        }
        return number;
    }

    /** Does a TAILCALL of pcall or xpcall, and returns; goes on where the kernel is to do it. */
    void tailProtected(int i, int pc) {
        if (!protectedCalls.isWorth(i, pc)) {
            return;
        }
        at.storeTop(pc);
        Block join = at.newJoin(Kind.ANY);
        Block other = at.escape(at.graph().newBlock());
        at.flushLive(pc);
        Registers before = at.registers().copy();
        protectedCalls.call(i, pc, join, other);
        at.afterJoin(join, -1, Kind.ANY);
        returns.leaveByKernel(pc + 1);
        at.moveTo(other, before);
    }

    /** Whether a call is one by a function of itself, of the same closure. */
    boolean isItself(int pc, CallTarget target) {
        return target.prototype() == function.prototype()
                && target.local() != null
                && expectations.profile().callsItself(pc);
    }

    /**
     * Goes on if a closure is the running one, whose code can call itself whatever other code there is meanwhile;
     * answers the number of that code.
     */
    Value requireItself(Value closure, CallTarget target, Block other) {
        at.require(at.add(WasmOp.I32_EQ, closure, at.closure()), other);
        return at.constant(target.number());
    }

    /** Calls a function directly with slot, frame, closure and unboxed arguments. */
    List<Value> invoke(CallTarget target, Value number, List<Value> arguments) {
        FunctionType type = target.signature().graphType();
        List<Value> values = new ArrayList<>(arguments);
        values.add(roomOfCall());
        List<Value> passed = new ArrayList<>();
        for (int p = 0; p < values.size(); p++) {
            Value argument = values.get(p);
            boolean isNarrow = argument.type() != type.parameters().get(p);
            passed.add(isNarrow ? at.add(WasmOp.I64_EXTEND_I32_U, argument) : argument);
        }
        if (target.local() != null) {
            return at.graph().call(at.block(), target.local(), at.origin(), passed);
        }
        passed.add(number);
        return at.graph().callIndirect(at.block(), type, at.origin(), passed);
    }

    /** Goes on only if the callee has returned. */
    private void checkStatus(int i, int pc, CallTarget target, Value status) {
        Block leaving = at.graph().newBlock();
        Block next = at.graph().newBlock();
        at.end(new Terminator.Branch(status, Edge.to(leaving), Edge.to(next)));
        Registers before = at.registers();
        at.moveTo(leaving, before.copy());
        leaveAfter(i, pc, target, status);
        at.moveTo(next, before);
    }

    private void leaveAfter(int i, int pc, CallTarget target, Value status) {
        forgetStatus();
        Block retry = at.graph().newBlock();
        at.require(at.add(WasmOp.I32_NE, status, at.constant(CompiledStatus.RETRY)), retry);
        Registers before = at.registers();
        at.moveTo(at.block(), before.copy());
        if (target.signature().isPure()) {
            int a = Instruction.a(i);
            at.spillLive(pc + 1, a);
            prepareFrame(i);
            writeFunction(a);
            at.writeFrameBelow(pc + 1);
        }
        at.leave(at.isDirect() ? status : returns.instead(status, CompiledStatus.DELIVERED, CompiledStatus.INTERPRET));
        at.moveTo(retry, before);
        at.leaveTo(pc);
    }

    /** Where the status is not passed on to a direct call. */
    void forgetStatus() {
        if (!at.isDirect()) {
            at.addAt(WasmOp.I32_STORE, State.COMPILED_STATUS, at.constant(0), at.constant(0));
        }
    }

    /** Room for a frame, and for slots from the base on: a stack never grows here. */
    void requireStack(int slots, Value frame, Block otherwise) {
        Value coroutine = at.coroutine();
        Value top = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(slots) + Stacks.MARGIN));
        at.require(at.add(WasmOp.I32_LE_U, top, at.loadInt(coroutine, Coroutine.STACK_END)), otherwise);
        requireFrame(frame, otherwise);
    }

    /**
     * Leaves before an instruction if there is no room for the frame of what it calls. The callee looks for that as
     * well, but a part of its frame is written before.
     */
    void requireFrame(int pc) {
        requireFrame(calleeFrame(), at.leavingTo(pc));
    }

    private void requireFrame(Value frame, Block otherwise) {
        Value coroutine = at.coroutine();
        at.require(at.add(WasmOp.I32_LT_U, frame, at.loadInt(coroutine, Coroutine.FRAMES_END)), otherwise);
    }
}
