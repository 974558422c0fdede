package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.runtime.kernel.interp.Exit;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls and returns.
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

    CallCompiler(Emission at) {
        this.function = at.unit().function();
        this.expectations = at.unit().expectations();
        this.at = at;
        this.builtins = new BuiltinCompiler(at);
        this.framed = new FramedCallCompiler(at);
    }

    // --- calling ---

    void call(int i, int pc) {
        if (callBuiltin(i, pc)) {
            return;
        }
        List<CallTarget> targets = expectations.isHandled(pc) ? List.of() : expectations.targets(pc);
        boolean fit = targets.stream().allMatch(target -> mayFit(target.signature(), Instruction.a(i)));
        if (targets.isEmpty() || !fit) {
            callByKernel(i, pc, resultKind(i, pc));
        } else {
            callDirect(i, pc, targets);
        }
    }

    /** Does a call of a library function that compiled code can do itself; false if it is none. */
    private boolean callBuiltin(int i, int pc) {
        int a = Instruction.a(i);
        int callee = expectations.builtin(pc);
        int count = Instruction.b(i) - 1;
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

    /** Goes on if a register holds a library function, and there is room for its frame, as the interpreter makes it. */
    private void requireBuiltin(int a, int callee, int count, Block slow) {
        at.requireBuiltin(a, callee, slow);
        requireStack(a + 2 + count + Calls.BUILTIN_SLOTS, calleeFrame(), slow);
    }

    /** The fuel that is left after a call. */
    private Value payCall() {
        Value fuel = at.add(WasmOp.I32_SUB, at.registers().fuel(), at.constant(FuelCost.CALL));
        at.registers().setFuel(fuel);
        return fuel;
    }

    private boolean mayFit(Signature signature, int a) {
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
        if (framed.isWorth(pc)) {
            Block join = at.newJoin(Kind.ANY);
            Block other = at.escape(at.graph().newBlock());
            at.flushLive(pc);
            Registers before = at.registers().copy();
            framed.call(i, pc, join, other);
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

    private void requestCall(int i, int pc) {
        if (!expectations.callsLeaf(pc) || at.isPure()) {
            at.request(KernelFunction.CALL, at.constant(i), at.frame(), at.constant(function.address(pc + 1)));
            return;
        }
        Block join = at.newJoin(Kind.ANY);
        Block slow = at.graph().newBlock();
        at.flushLive(pc);
        at.storeFuel();
        Value func = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(Instruction.a(i))));
        Value count = at.constant(Instruction.b(i) - 1);
        Value wanted = at.constant(Instruction.c(i) - 1);
        at.requireDone(at.call(KernelFunction.BUILTIN, func, count, wanted), slow);
        Registers before = at.registers().copy();
        at.loadFuel();
        at.jumpTo(join);
        at.moveTo(slow, before);
        at.request(KernelFunction.CALL, at.constant(i), at.frame(), at.constant(function.address(pc + 1)));
        at.join(join);
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
        Value prototype = at.loadInt(closure, Closure.PROTOTYPE);
        Registers before = at.registers();
        for (int n = 0; n < targets.size(); n++) {
            CallTarget target = targets.get(n);
            Block other = n + 1 < targets.size() ? at.graph().newBlock() : slow;
            final Value number = requireTarget(prototype, target, other);
            at.moveTo(at.block(), before.copy());
            callTarget(i, pc, target, number, closure, result, slow, join);
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
    private Value closure(int register, Block slow) {
        if (at.registers().kind(register) == Kind.CLOSURE) {
            return at.registers().value(register);
        }
        at.flush(register);
        at.require(at.isOfKind(at.loadTag(register), Kind.CLOSURE), slow);
        return at.loadPayload(register, Kind.CLOSURE);
    }

    private List<Value> arguments(int a, Value slot, Value frame, Value closure, Signature signature, Block slow) {
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
        Value cost = at.constant(1 + function.registers() / REGISTERS_PER_ROOM);
        List<Value> values = new ArrayList<>();
        values.add(at.add(WasmOp.I32_SUB, at.room(), cost));
        values.add(slot);
        values.add(frame);
        values.add(closure);
        return values;
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

    private void forgetTailed() {
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

    List<Value> invoke(CallTarget target, Value number, List<Value> arguments) {
        if (target.local() != null) {
            return at.graph().call(at.block(), target.local(), at.origin(), arguments);
        }
        arguments.add(number);
        return at.graph().callIndirect(at.block(), target.signature().graphType(), at.origin(), arguments);
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
        at.leave(at.isDirect() ? status : instead(status, CompiledStatus.DELIVERED, CompiledStatus.INTERPRET));
        at.moveTo(retry, before);
        at.leaveTo(pc);
    }

    /** Where the status is not passed on to a direct call. */
    void forgetStatus() {
        if (!at.isDirect()) {
            at.addAt(WasmOp.I32_STORE, State.COMPILED_STATUS, at.constant(0), at.constant(0));
        }
    }

    // --- the called function ---

    /** The beginning of the code that is called directly. */
    void beginDirect() {
        List<Value> parameters = at.graph().entry().parameters();
        Signature signature = at.unit().signature();
        int next = Signature.FIRST_PARAMETER;
        for (int p = 0; p < signature.parameters().size(); p++) {
            Kind kind = signature.parameters().get(p);
            if (kind != Kind.ANY) {
                at.registers().define(p, kind, parameters.get(next++));
            }
        }
        requireRoom();
        at.loadFuel();
        at.registers().setFuel(at.add(WasmOp.I32_SUB, at.registers().fuel(), at.constant(FuelCost.CALL)));
        if (!signature.isPure()) {
            at.enterFrame();
        }
        at.require(at.add(WasmOp.I32_GE_S, at.registers().fuel(), at.constant(0)), at.exitTo(0, Exit.FUEL));
    }

    /** Without room on the native stack or on the guest's, the interpreter does the call. */
    private void requireRoom() {
        Block retry = at.escape(at.graph().newBlock());
        at.require(at.add(WasmOp.I32_GT_S, at.room(), at.constant(0)), retry);
        requireStack(function.registers(), at.frame(), retry);
        Block here = at.block();
        at.moveTo(retry);
        at.leave(at.constant(CompiledStatus.RETRY));
        at.moveTo(here);
    }

    /** Room for a frame, and for slots from the base on: a stack never grows here. */
    void requireStack(int slots, Value frame, Block otherwise) {
        Value coroutine = at.loadInt(at.constant(0), State.COROUTINE);
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
        Value coroutine = at.loadInt(at.constant(0), State.COROUTINE);
        at.require(at.add(WasmOp.I32_LT_U, frame, at.loadInt(coroutine, Coroutine.FRAMES_END)), otherwise);
    }

    /** RETURN0 or RETURN1. */
    void leave(int i, int pc) {
        if (at.isDirect()) {
            leaveDirect(i, pc);
        } else {
            leaveFrame(i, pc, (i & 0xFF) - Op.RETURN0);
        }
    }

    /** RETURN: the kernel closes what is to be closed, and finds all results, unless there are a few to move. */
    void leaveWithAll(int i, int pc) {
        int count = Instruction.b(i) - 1;
        if (!at.isDirect() && Instruction.c(i) == 0 && count >= 0 && count < FuelCost.ELEMENTS_PER_UNIT) {
            leaveFrame(i, pc, count);
        } else {
            leaveByKernel(pc);
        }
    }

    private void leaveByKernel(int pc) {
        at.leave(at.finalRequest(KernelFunction.LEAVE, at.frame(), at.constant(function.address(pc + 1))));
    }

    // --- tail calls ---

    /**
     * TAILCALL. From code that is called directly, a direct call of the other function in this one's place; else the
     * kernel replaces the function, and runs the other.
     */
    void tail(int i, int pc) {
        List<CallTarget> targets = expectations.targets(pc);
        if (!at.isDirect()) {
            at.leave(tailByKernel(i, pc));
        } else if (!targets.isEmpty()) {
            tailDirect(i, pc, targets.get(0));
        } else if (!tailBuiltin(i, pc)) {
            at.report();
            at.leaveTo(pc);
        }
    }

    /** Returns what a library function gives that compiled code can do itself; false if it is none. */
    private boolean tailBuiltin(int i, int pc) {
        int a = Instruction.a(i);
        int callee = expectations.builtin(pc);
        int count = Instruction.b(i) - 1;
        if (callee < 0 || Expectations.closes(i) || at.registers().kind(a) != Kind.ANY) {
            return false;
        }
        Kind result = builtins.result(callee, a + 1, count);
        if (result == Kind.ANY || result != expectations.result(pc)) {
            return false;
        }
        Block slow = at.exitTo(pc);
        requireBuiltin(a, callee, count, slow);
        if (!at.isPure()) {
            at.require(isPlain(at.loadInt(at.frame(), Frame.FLAGS)), tailedByKernel(i, pc));
        }
        Block unpaid = at.leavingTo(pc);
        at.require(at.add(WasmOp.I32_GE_S, payCall(), at.constant(0)), unpaid);
        Value value = builtins.compile(callee, a + 1, count, slow);
        at.registers().forgetFrom(a);
        at.registers().define(a, result, value);
        returnDirect(a);
        return true;
    }

    private Value tailByKernel(int i, int pc) {
        Value next = at.constant(function.address(pc + 1));
        at.storeTop(pc);
        return at.finalRequest(KernelFunction.TAIL, at.constant(i), at.frame(), next);
    }

    private void tailDirect(int i, int pc, CallTarget target) {
        Signature callee = target.signature();
        if (at.isPure() && !callee.isPure()) {
            throw new ImpureException();
        }
        if (!mayFit(callee, Instruction.a(i))) {
            at.report();
            at.leaveTo(pc);
            return;
        }
        Block slow = at.exitTo(pc);
        Value closure = closure(Instruction.a(i), slow);
        final Value number = requireTarget(at.loadInt(closure, Closure.PROTOTYPE), target, slow);
        List<Value> arguments = arguments(Instruction.a(i), at.functionSlot(), at.frame(), closure, callee, slow);
        Value flags = null;
        if (!at.isPure()) {
            flags = at.loadInt(at.frame(), Frame.FLAGS);
            at.require(isPlain(flags), tailedByKernel(i, pc));
        }
        if (!callee.isPure()) {
            replaceFunction(closure, at.add(WasmOp.I32_OR, flags, at.constant(FrameFlag.TAIL)));
        }
        at.storeFuel();
        List<Value> results = invoke(target, number, arguments);
        checkTailStatus(pc, callee, closure, flags, results.get(results.size() - 1));
        returnTailed(callee, results);
    }

    /** Whether a frame with these flags is of a call by a CALL, or of one by code that takes the result itself. */
    private Value isPlain(Value flags) {
        int others = ~(FrameFlag.TAIL | FrameFlag.META_DIRECT);
        return at.add(WasmOp.I32_EQZ, at.add(WasmOp.I32_AND, flags, at.constant(others)));
    }

    /** A block where the kernel replaces the function; what that gives is where it belongs. */
    private Block tailedByKernel(int i, int pc) {
        Block here = at.block();
        Registers before = at.registers();
        Block tailing = at.graph().newBlock();
        at.moveTo(tailing, before.copy());
        leaveDelivered(tailByKernel(i, pc));
        at.moveTo(here, before);
        return tailing;
    }

    private void replaceFunction(Value closure, Value flags) {
        Value func = at.functionSlot();
        at.store(func, 0, func, Layout.TAG, Kind.CLOSURE, closure);
        at.addAt(WasmOp.I32_STORE, Frame.FLAGS, at.frame(), flags);
    }

    private void checkTailStatus(int pc, Signature callee, Value closure, Value flags, Value status) {
        Block leaving = at.graph().newBlock();
        Block next = at.graph().newBlock();
        at.end(new Terminator.Branch(status, Edge.to(leaving), Edge.to(next)));
        Registers before = at.registers();
        at.moveTo(leaving, before.copy());
        Block retry = at.graph().newBlock();
        at.require(at.add(WasmOp.I32_NE, status, at.constant(CompiledStatus.RETRY)), retry);
        Registers inTheWay = at.registers();
        at.moveTo(at.block(), inTheWay.copy());
        if (callee.isPure()) {
            Value now = at.loadInt(at.frame(), Frame.FLAGS);
            replaceFunction(closure, at.add(WasmOp.I32_OR, now, at.constant(FrameFlag.TAIL)));
            // The frame of a pure function is not in memory yet: its caller writes the flags.
            Value tailed = at.isPure() ? at.frame() : at.constant(0);
            at.addAt(WasmOp.I32_STORE, State.TAILED_FRAME, at.constant(0), tailed);
        }
        at.leave(status);
        at.moveTo(retry, inTheWay);
        if (!callee.isPure()) {
            replaceFunction(at.closure(), flags);
        }
        at.leaveTo(pc);
        at.moveTo(next, before);
    }

    /** Returns what the other function has returned. */
    private void returnTailed(Signature callee, List<Value> results) {
        Signature signature = at.unit().signature();
        List<Value> own = new ArrayList<>();
        if (signature.isUnboxed()) {
            own.add(results.get(0));
        } else if (callee.isUnboxed()) {
            Value func = at.functionSlot();
            at.store(func, 0, func, Layout.TAG, callee.result(), results.get(0));
        }
        if (!signature.isPure() && callee.isPure()) {
            popFrame();
        }
        own.add(at.constant(CompiledStatus.RETURNED));
        at.end(new Terminator.Return(own));
    }

    // --- returns ---

    private Block leavingByKernel(int pc) {
        Block here = at.block();
        Registers before = at.registers();
        Block leaving = at.escape(at.graph().newBlock());
        at.moveTo(leaving, before.copy());
        leaveByKernel(pc);
        at.moveTo(here, before);
        return leaving;
    }

    private void leaveDirect(int i, int pc) {
        Signature signature = at.unit().signature();
        if (!signature.isPure()) {
            at.require(isPlain(at.loadInt(at.frame(), Frame.FLAGS)), deliveredByKernel(pc));
        }
        returnDirect(Instruction.a(i));
    }

    /** Returns a register if the function has a result. */
    private void returnDirect(int a) {
        Signature signature = at.unit().signature();
        at.storeFuel();
        List<Value> results = new ArrayList<>();
        if (signature.isUnboxed()) {
            results.add(at.registers().value(a));
        } else if (signature.hasResult()) {
            deliver(a);
        }
        if (!signature.isPure()) {
            popFrame();
        }
        results.add(at.constant(CompiledStatus.RETURNED));
        at.end(new Terminator.Return(results));
    }

    /** A block where the kernel returns from a frame that is not of a direct call, or a guard of the collector. */
    private Block deliveredByKernel(int pc) {
        Block here = at.block();
        Registers before = at.registers();
        Block delivery = at.graph().newBlock();
        at.moveTo(delivery, before.copy());
        Value status = at.finalRequest(KernelFunction.LEAVE, at.frame(), at.constant(function.address(pc + 1)));
        leaveDelivered(status);
        at.moveTo(here, before);
        return delivery;
    }

    private void leaveDelivered(Value status) {
        at.leave(instead(status, CompiledStatus.RETURNED, CompiledStatus.DELIVERED));
    }

    /** A status, or another instead of a certain one. */
    Value instead(Value status, int certain, int other) {
        Value isCertain = at.add(WasmOp.I32_EQ, status, at.constant(certain));
        return at.graph().select(at.block(), at.constant(other), status, isCertain);
    }

    /**
     * Returns values to a caller that wants no more, or one instead of none; the kernel does what needs more. What the
     * caller does not want comes to slots that nobody reads.
     */
    private void leaveFrame(int i, int pc, int count) {
        int most = Math.max(1, count);
        Block other = leavingByKernel(pc);
        // WANTED, and behind it FLAGS.
        Value both = at.addAt(WasmOp.I64_LOAD, Frame.WANTED, at.frame());
        Value plain = at.add(WasmOp.I64_AND, both, at.constant(~((long) FrameFlag.TAIL << Integer.SIZE)));
        at.require(at.add(WasmOp.I64_LE_U, plain, at.constant((long) most)), other);
        Value first = firstSlot();
        for (int n = 0; n < count; n++) {
            deliver(Instruction.a(i) + n, first, Emission.offset(n));
        }
        if (count < most) {
            at.addAt(WasmOp.I32_STORE8, Layout.TAG, first, at.constant(Tag.NIL));
        }
        at.storeFuel();
        popFrame();
        at.leave(at.constant(CompiledStatus.RETURNED));
    }

    /** Where the function was called, and its results are expected: below extra arguments. */
    private Value firstSlot() {
        Value func = at.functionSlot();
        return function.isVararg() ? at.add(WasmOp.I32_SUB, func, at.loadInt(at.frame(), Frame.VARARG_BYTES)) : func;
    }

    /** Stores a register where the caller expects the result. */
    private void deliver(int register) {
        deliver(register, at.functionSlot(), 0);
    }

    private void deliver(int register, Value to, int offset) {
        Kind kind = at.registers().kind(register);
        if (kind == Kind.ANY) {
            at.addAt(WasmOp.I64_STORE, offset, to, at.loadPayload(register, Kind.INTEGER));
            at.addAt(WasmOp.I32_STORE8, offset + Layout.TAG, to, at.loadTag(register));
        } else {
            at.store(to, offset, to, offset + Layout.TAG, kind, at.registers().value(register));
        }
    }

    private void popFrame() {
        Value caller = at.add(WasmOp.I32_SUB, at.frame(), at.constant(Frame.BYTES));
        at.addAt(WasmOp.I32_STORE, State.FRAME, at.constant(0), caller);
    }

    // --- from a frame to the direct code ---

    /** Calls the direct code of the function, whose frame the interpreter has made, and returns from that. */
    void wrap(CallTarget target) {
        Signature signature = at.unit().signature();
        Block declines = at.escape(at.graph().newBlock());
        Value wanted = at.loadInt(at.frame(), Frame.WANTED);
        at.require(at.add(WasmOp.I32_LE_S, wanted, at.constant(1)), declines);
        List<Value> arguments = new ArrayList<>(List.of(at.room(), at.functionSlot(), at.frame(), at.closure()));
        for (int p = 0; p < signature.parameters().size(); p++) {
            Kind kind = signature.parameters().get(p);
            if (kind != Kind.ANY) {
                at.require(at.isOfKind(at.loadTag(p), kind), declines);
                arguments.add(at.loadPayload(p, kind));
            }
        }
        if (!signature.isPure()) {
            forgetDirect();
        }
        // The direct code pays for the call once more.
        payBack(FuelCost.CALL);
        List<Value> results = invoke(target, at.constant(target.number()), arguments);
        Value status = results.get(results.size() - 1);
        Block returned = at.graph().newBlock();
        Block leaving = at.graph().newBlock();
        at.end(new Terminator.Branch(status, Edge.to(leaving), Edge.to(returned)));
        at.moveTo(leaving);
        leaveWrapper(status);
        at.moveTo(returned);
        if (signature.isPure()) {
            requirePlainFrame(results);
        }
        returnFromWrapper(wanted, results);
        at.moveTo(declines);
        at.report();
        at.leave(at.constant(CompiledStatus.DECLINED));
    }

    /** Code that called a metamethod, and has left since, does not take its result. */
    private void forgetDirect() {
        Block direct = at.graph().newBlock();
        Block next = at.graph().newBlock();
        Value flags = at.loadInt(at.frame(), Frame.FLAGS);
        Value isDirect = at.add(WasmOp.I32_AND, flags, at.constant(FrameFlag.META_DIRECT));
        at.end(new Terminator.Branch(isDirect, Edge.to(direct), Edge.to(next)));
        at.moveTo(direct);
        Value changed = at.add(WasmOp.I32_XOR, flags, at.constant(FrameFlag.META_DIRECT | FrameFlag.META));
        at.addAt(WasmOp.I32_STORE, Frame.FLAGS, at.frame(), changed);
        at.end(new Terminator.Jump(Edge.to(next)));
        at.moveTo(next);
    }

    /** Has the kernel return if the frame is not of a plain call, as if the function had come to a RETURN. */
    private void requirePlainFrame(List<Value> results) {
        Signature signature = at.unit().signature();
        Value flags = at.add(WasmOp.I32_AND, at.loadInt(at.frame(), Frame.FLAGS), at.constant(~FrameFlag.TAIL));
        Block other = at.escape(at.graph().newBlock());
        at.require(at.add(WasmOp.I32_EQZ, flags), other);
        Block here = at.block();
        at.moveTo(other);
        int pc = anyReturn(signature.hasResult());
        int register = Instruction.a(function.code()[pc]);
        if (signature.isUnboxed()) {
            at.store(register, signature.result(), results.get(0));
        } else if (signature.hasResult()) {
            at.copySlot(register, at.functionSlot(), 0);
        }
        Value behind = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(register + 1)));
        at.addAt(WasmOp.I32_STORE, State.TOP, at.constant(0), behind);
        at.leave(at.call(KernelFunction.LEAVE, at.frame(), at.constant(function.address(pc + 1))));
        at.moveTo(here);
    }

    /** An instruction that returns one value, or as many as there are below TOP, or none. */
    private int anyReturn(boolean hasResult) {
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc++) {
            int op = code[pc] & 0xFF;
            boolean returnsOne = op == Op.RETURN1 || op == Op.RETURN && Instruction.b(code[pc]) == 0;
            if (hasResult ? returnsOne : op == Op.RETURN0) {
                return pc;
            }
        }
        throw new IllegalStateException("no return");
    }

    private void payBack(int units) {
        Value fuel = at.loadInt(at.constant(0), State.FUEL);
        at.addAt(WasmOp.I32_STORE, State.FUEL, at.constant(0), at.add(WasmOp.I32_ADD, fuel, at.constant(units)));
    }

    private void leaveWrapper(Value status) {
        forgetStatus();
        forgetTailed();
        Block retry = at.graph().newBlock();
        at.require(at.add(WasmOp.I32_NE, status, at.constant(CompiledStatus.RETRY)), retry);
        at.leave(instead(status, CompiledStatus.DELIVERED, CompiledStatus.RETURNED));
        at.moveTo(retry);
        payBack(-FuelCost.CALL);
        at.leave(at.constant(CompiledStatus.DECLINED));
    }

    /** The result is where the function was, TOP behind it if all are wanted. */
    private void returnFromWrapper(Value wanted, List<Value> results) {
        Signature signature = at.unit().signature();
        Value func = at.functionSlot();
        if (signature.isUnboxed()) {
            at.store(func, 0, func, Layout.TAG, signature.result(), results.get(0));
        }
        int count = signature.hasResult() ? 1 : 0;
        if (count == 0) {
            Block nil = at.graph().newBlock();
            Block done = at.graph().newBlock();
            Value wantsOne = at.add(WasmOp.I32_EQ, wanted, at.constant(1));
            at.end(new Terminator.Branch(wantsOne, Edge.to(nil), Edge.to(done)));
            at.moveTo(nil);
            at.addAt(WasmOp.I32_STORE8, Layout.TAG, func, at.constant(Tag.NIL));
            at.end(new Terminator.Jump(Edge.to(done)));
            at.moveTo(done);
        }
        Block all = at.graph().newBlock();
        Block last = at.graph().newBlock();
        Value wantsAll = at.add(WasmOp.I32_LT_S, wanted, at.constant(0));
        at.end(new Terminator.Branch(wantsAll, Edge.to(all), Edge.to(last)));
        at.moveTo(all);
        Value top = at.add(WasmOp.I32_ADD, func, at.constant(Emission.offset(count)));
        at.addAt(WasmOp.I32_STORE, State.TOP, at.constant(0), top);
        at.end(new Terminator.Jump(Edge.to(last)));
        at.moveTo(last);
        popFrame();
        at.leave(at.constant(CompiledStatus.RETURNED));
    }
}
