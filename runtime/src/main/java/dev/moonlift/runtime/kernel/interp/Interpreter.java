package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * The bytecode interpreter: the dispatch loop with the cases that programs meet most, written out; everything else is
 * an instruction of {@link Instructions}. Stackless: calls between Lua functions, metamethods and errors change frames
 * in memory, never the Java stack.
 *
 * <p>The loop's registers: {@code base} (address of R[0]), {@code pc} (address of the next instruction), {@code k}
 * (address of K[0]). They are copies: the PC is written to the frame before any method is called that is not inlined,
 * and after it all are read again: none of them lives across a call, around which a native engine would save it. Nor
 * may one be an argument, or be what arguments are computed from: the native engine's allocator of registers takes both
 * for one value that has to be where arguments are passed, and keeps it in memory at all other places (measured: a
 * quarter of all machine instructions). So calls go by way of {@link Decoded}, which takes nothing but the frame.
 */
public final class Interpreter {
    /** Status of an instruction that its own case did not do. */
    private static final int GENERAL = -2;

    private final Memory mem;
    private final Calls calls;
    private final Stacks stacks;
    private final Invocation invocation;
    private final Instructions instructions;
    private final Decoded decoded;
    private final Unwinder unwinder;
    private final ForLoop forLoop;
    private final FastTables fastTables;
    private final FastArithmetic arithmetic;
    private final Entrances entrances;

    public Interpreter(
            Memory mem,
            Calls calls,
            Stacks stacks,
            Invocation invocation,
            Instructions instructions,
            Decoded decoded,
            Unwinder unwinder,
            ForLoop forLoop,
            FastTables fastTables,
            FastArithmetic arithmetic,
            Entrances entrances) {
        this.mem = mem;
        this.calls = calls;
        this.stacks = stacks;
        this.invocation = invocation;
        this.instructions = instructions;
        this.decoded = decoded;
        this.unwinder = unwinder;
        this.forLoop = forLoop;
        this.fastTables = fastTables;
        this.arithmetic = arithmetic;
        this.entrances = entrances;
    }

    // --- for the host ---

    /** Where the host may put a function, its arguments above it: one slot is kept for the frame of the call. */
    public int hostTop() {
        return hostReserve(2);
    }

    /** As {@link #hostTop}, with room for a number of slots from there on. */
    public int hostReserve(int slots) {
        int top = mem.getInt(mem.getInt(State.FRAME) + Frame.TOP);
        return stacks.reserve(top, slots + 2) + Layout.SLOT;
    }

    /** Room for results of a host function, from its function slot on; answers the slot, as the stack may move. */
    public int hostReserveResults(int results) {
        return stacks.reserve(mem.getInt(State.REQUEST_BASE), results + 1);
    }

    /** Calls the function at a slot that {@link #hostTop} gave. */
    public int call(int func, int count) {
        int entry = func - Layout.SLOT;
        mem.putLong(entry, Builtin.HOST_ENTRY);
        mem.putByte(entry + Layout.TAG, Tag.BUILTIN);
        mem.putByte(State.TRACEBACK + Layout.TAG, Tag.NIL);
        return proceed(START, entry, count + 1);
    }

    /** Goes on after a HOST_CALL whose results the host has put at REQUEST_BASE. */
    public int resumeAfterHost(int results) {
        return proceed(RESULTS, 0, results);
    }

    /** Goes on after a HOST_CALL with the error in ERROR_VALUE. */
    public int resumeWithError() {
        return report(run(UNWIND));
    }

    /** Goes on after FUEL. */
    public int resume() {
        return report(run(EXECUTE));
    }

    /** Ends what runs since the host's last call began; the guest does not notice. */
    public void abandon() {
        unwinder.abandon();
    }

    /** The traceback of the error with which the last call ended: a string, 0 if there is none. */
    public int errorTraceback() {
        return mem.getByte(State.TRACEBACK + Layout.TAG) == Tag.NIL ? 0 : mem.getInt(State.TRACEBACK);
    }

    private int proceed(int what, int func, int count) {
        return report(run(attempt(what, func, count)));
    }

    private int report(int exit) {
        if (exit == Exit.FINISHED && mem.getInt(State.HOST_FAILED) != 0) {
            mem.putInt(State.HOST_FAILED, 0);
            return Exit.ERROR;
        }
        return exit;
    }

    // --- what to do next: negative, so that an Exit is not among them; EXECUTE is Invocation.RELOAD ---

    private static final int EXECUTE = Invocation.RELOAD;
    private static final int COLLECT = CompiledStatus.COLLECT;
    private static final int UNWIND = CompiledStatus.UNWIND;
    private static final int START = -4;
    private static final int RESULTS = -5;

    /** Goes on until the host is needed. Answers an {@link Exit}. */
    private int run(int first) {
        int next = first;
        while (next < 0) {
            next = attempt(next, 0, 0);
        }
        return next;
    }

    /** Does one thing; what it signals says what is next. */
    private int attempt(int what, int func, int count) {
        try {
            switch (what) {
                case EXECUTE:
                    return execute();
                case COLLECT:
                    return unwinder.collectAndRepeat();
                case UNWIND:
                    return unwinder.unwind();
                case START:
                    return invocation.invoke(func, count, -1, FrameFlag.ENTRY | FrameFlag.PROTECTED);
                default:
                    return afterHost(invocation.hostAnswered(count));
            }
        } catch (Signal.GuestError error) {
            return UNWIND;
        } catch (Signal.OutOfMemory full) {
            return COLLECT;
        } catch (Signal.Stop stop) {
            return Exit.STOPPED;
        }
    }

    /** The safepoint behind the call of a host function. */
    private int afterHost(int status) {
        return status == Invocation.RELOAD && mem.getInt(State.DEBT) > 0 ? instructions.safepoint() : status;
    }

    /**
     * The loop. A case either does its instruction and goes on, or breaks to let {@link Instructions#execute} do it in
     * general; comparisons break to the jump that follows them. Kept small: HotSpot gives up inlining in large methods.
     *
     * <p>Every case decodes its operands from {@code o}, the instruction without its opcode. To HotSpot that is another
     * value in each case; decoding from {@code i} it would compute all the shifts that any two cases share ahead of the
     * switch, for every instruction (measured: half the time).
     *
     * <p>Behind the switch, in order: the general way and the safepoint; {@code entered}, with another frame the
     * running one; {@code left}, where no fuel has been taken.
     */
    @SuppressWarnings("checkstyle:methodlength")
    private int execute() {
        int first = mem.getInt(State.FRAME);
        int base = base(first);
        int k = mem.getInt(first + Frame.CONSTANTS);
        int pc = mem.getInt(first + Frame.PC);
        if (mem.getInt(State.FUEL) < 0) {
            return Exit.FUEL;
        }
        while (true) {
            int i = mem.getInt(pc);
            int status = GENERAL;
            int frame;
            boolean truth = false;
            pc += 4;
            dispatch:
            {
                left:
                {
                    entered:
                    {
                        switch (i & 0xFF) {
                            case Op.MOVE: {
                                int o = i ^ Op.MOVE;
                                int a = base + (o >>> 4 & 0xFF0);
                                copy(a, base + (o >>> 12 & 0xFF0));
                                continue;
                            }
                            case Op.LOADI: {
                                int o = i ^ Op.LOADI;
                                int a = base + (o >>> 4 & 0xFF0);
                                setInteger(a, o >> 16);
                                continue;
                            }
                            case Op.LOADF: {
                                int o = i ^ Op.LOADF;
                                int a = base + (o >>> 4 & 0xFF0);
                                setFloat(a, o >> 16);
                                continue;
                            }
                            case Op.LOADK: {
                                int o = i ^ Op.LOADK;
                                int a = base + (o >>> 4 & 0xFF0);
                                copy(a, k + (o >>> 12 & 0xFFFF0));
                                continue;
                            }
                            case Op.LOADFALSE: {
                                int o = i ^ Op.LOADFALSE;
                                int a = base + (o >>> 4 & 0xFF0);
                                setBoolean(a, Tag.FALSE);
                                continue;
                            }
                            case Op.LOADTRUE: {
                                int o = i ^ Op.LOADTRUE;
                                int a = base + (o >>> 4 & 0xFF0);
                                setBoolean(a, Tag.TRUE);
                                continue;
                            }
                            case Op.GETUPVAL: {
                                int o = i ^ Op.GETUPVAL;
                                int a = base + (o >>> 4 & 0xFF0);
                                copy(a, upvalue(base, o >>> 16 & 0xFF));
                                continue;
                            }
                            case Op.SETUPVAL: {
                                int o = i ^ Op.SETUPVAL;
                                int a = base + (o >>> 4 & 0xFF0);
                                if (setUpvalue(base, o >>> 16 & 0xFF, a)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.GETTABUP: {
                                if (fastTables.upvalueField(i ^ Op.GETTABUP, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.GETTABLE: {
                                if (fastTables.element(i ^ Op.GETTABLE, base)) {
                                    continue;
                                }
                                status = decoded.general(Op.GETTABLE, savePc(pc), 0);
                                break;
                            }
                            case Op.GETI: {
                                if (fastTables.indexed(i ^ Op.GETI, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.GETFIELD: {
                                if (fastTables.field(i ^ Op.GETFIELD, base, k)) {
                                    continue;
                                }
                                status = decoded.general(Op.GETFIELD, savePc(pc), 0);
                                break;
                            }
                            case Op.SETTABLE:
                            case Op.SETTABLEK: {
                                if (fastTables.storeElement(
                                        i ^ Op.SETTABLEK, base, (i & 0xFF) == Op.SETTABLE ? base : k)) {
                                    continue;
                                }
                                status = decoded.general(Op.SETTABLE, savePc(pc), 0);
                                break;
                            }
                            case Op.SETI:
                            case Op.SETIK: {
                                if (fastTables.storeIndexed(i ^ Op.SETIK, base, (i & 0xFF) == Op.SETI ? base : k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.SETFIELD:
                            case Op.SETFIELDK: {
                                if (fastTables.storeField(
                                        i ^ Op.SETFIELDK, base, k, (i & 0xFF) == Op.SETFIELD ? base : k)) {
                                    continue;
                                }
                                status = decoded.general(Op.SETFIELD, savePc(pc), 0);
                                break;
                            }
                            case Op.NEWTABLE: {
                                status = decoded.general(Op.NEWTABLE, savePc(pc), 0);
                                break;
                            }
                            case Op.SELF: {
                                if (fastTables.method(i ^ Op.SELF, base, k)) {
                                    continue;
                                }
                                status = decoded.general(Op.SELF, savePc(pc), 0);
                                break;
                            }
                            case Op.ADDI: {
                                if (arithmetic.addImmediate(i ^ Op.ADDI, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.SUBI: {
                                if (arithmetic.subtractImmediate(i ^ Op.SUBI, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.ADDK: {
                                if (arithmetic.add(i ^ Op.ADDK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.ADD: {
                                if (arithmetic.add(i ^ Op.ADD, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.SUBK: {
                                if (arithmetic.subtract(i ^ Op.SUBK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.SUB: {
                                if (arithmetic.subtract(i ^ Op.SUB, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.MULK: {
                                if (arithmetic.multiply(i ^ Op.MULK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.MUL: {
                                if (arithmetic.multiply(i ^ Op.MUL, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.MODK: {
                                if (arithmetic.apply(Op.MOD - Op.ADD, i ^ Op.MODK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.DIVK: {
                                if (arithmetic.apply(Op.DIV - Op.ADD, i ^ Op.DIVK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.IDIVK: {
                                if (arithmetic.apply(Op.IDIV - Op.ADD, i ^ Op.IDIVK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.BANDK: {
                                if (arithmetic.apply(Op.BAND - Op.ADD, i ^ Op.BANDK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.BORK: {
                                if (arithmetic.apply(Op.BOR - Op.ADD, i ^ Op.BORK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.BXORK: {
                                if (arithmetic.apply(Op.BXOR - Op.ADD, i ^ Op.BXORK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.SHLK: {
                                if (arithmetic.apply(Op.SHL - Op.ADD, i ^ Op.SHLK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.SHRK: {
                                if (arithmetic.apply(Op.SHR - Op.ADD, i ^ Op.SHRK, base, k)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.MOD: {
                                if (arithmetic.apply(Op.MOD - Op.ADD, i ^ Op.MOD, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.DIV: {
                                if (arithmetic.apply(Op.DIV - Op.ADD, i ^ Op.DIV, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.IDIV: {
                                if (arithmetic.apply(Op.IDIV - Op.ADD, i ^ Op.IDIV, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.BAND: {
                                if (arithmetic.apply(Op.BAND - Op.ADD, i ^ Op.BAND, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.BOR: {
                                if (arithmetic.apply(Op.BOR - Op.ADD, i ^ Op.BOR, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.BXOR: {
                                if (arithmetic.apply(Op.BXOR - Op.ADD, i ^ Op.BXOR, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.SHL: {
                                if (arithmetic.apply(Op.SHL - Op.ADD, i ^ Op.SHL, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.SHR: {
                                if (arithmetic.apply(Op.SHR - Op.ADD, i ^ Op.SHR, base, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.UNM: {
                                if (arithmetic.negate(i ^ Op.UNM, base)) {
                                    continue;
                                }
                                break;
                            }
                            case Op.NOT: {
                                int o = i ^ Op.NOT;
                                int a = base + (o >>> 4 & 0xFF0);
                                setBoolean(a, isTrue(base + (o >>> 12 & 0xFF0)) ? Tag.FALSE : Tag.TRUE);
                                continue;
                            }
                            case Op.LEN: {
                                int o = i ^ Op.LEN;
                                int a = base + (o >>> 4 & 0xFF0);
                                status = decoded.general(Op.LEN, savePc(pc), 0);
                                break;
                            }
                            case Op.CONCAT: {
                                status = decoded.general(Op.CONCAT, savePc(pc), 0);
                                break;
                            }
                            case Op.JMP: {
                                int o = i ^ Op.JMP;
                                pc += o >> 8 << 2;
                                if (o < 0 && backEdge(pc, base) != 0) {
                                    return Exit.FUEL;
                                }
                                continue;
                            }
                            case Op.EQ: {
                                int o = i ^ Op.EQ;
                                int a = base + (o >>> 4 & 0xFF0);
                                int equalTo = base + (o >>> 12 & 0xFF0);
                                if (isComparedByPayload(a, equalTo)) {
                                    truth = mem.getLong(a) == mem.getLong(equalTo);
                                    break dispatch;
                                }
                                break;
                            }
                            case Op.LT: {
                                int o = i ^ Op.LT;
                                int a = base + (o >>> 4 & 0xFF0);
                                int below = base + (o >>> 12 & 0xFF0);
                                int lessTags = tags(a, below);
                                if (lessTags == FastArithmetic.INTEGERS) {
                                    truth = mem.getLong(a) < mem.getLong(below);
                                    break dispatch;
                                }
                                if (lessTags == FastArithmetic.FLOATS) {
                                    truth = mem.getDouble(a) < mem.getDouble(below);
                                    break dispatch;
                                }
                                break;
                            }
                            case Op.LE: {
                                int o = i ^ Op.LE;
                                int a = base + (o >>> 4 & 0xFF0);
                                int atMost = base + (o >>> 12 & 0xFF0);
                                int atMostTags = tags(a, atMost);
                                if (atMostTags == FastArithmetic.INTEGERS) {
                                    truth = mem.getLong(a) <= mem.getLong(atMost);
                                    break dispatch;
                                }
                                if (atMostTags == FastArithmetic.FLOATS) {
                                    truth = mem.getDouble(a) <= mem.getDouble(atMost);
                                    break dispatch;
                                }
                                break;
                            }
                            case Op.EQK: {
                                int o = i ^ Op.EQK;
                                int a = base + (o >>> 4 & 0xFF0);
                                int constant = k + (o >>> 12 & 0xFF0);
                                if (isComparedByPayload(a, constant)) {
                                    truth = mem.getLong(a) == mem.getLong(constant);
                                    break dispatch;
                                }
                                int tag = mem.getByte(a + Layout.TAG);
                                if ((tag | 1) != Tag.FLOAT && tag != Tag.LONG_STRING) {
                                    truth = tag == mem.getByte(constant + Layout.TAG);
                                    break dispatch;
                                }
                                break;
                            }
                            case Op.EQI: {
                                int o = i ^ Op.EQI;
                                int a = base + (o >>> 4 & 0xFF0);
                                int tag = mem.getByte(a + Layout.TAG);
                                if (tag == Tag.INTEGER) {
                                    truth = mem.getLong(a) == (byte) (o >> 16);
                                    break dispatch;
                                }
                                if (tag == Tag.FLOAT) {
                                    truth = mem.getDouble(a) == (byte) (o >> 16);
                                    break dispatch;
                                }
                                break;
                            }
                            case Op.LTI: {
                                int o = i ^ Op.LTI;
                                int a = base + (o >>> 4 & 0xFF0);
                                int tag = mem.getByte(a + Layout.TAG);
                                if (tag == Tag.INTEGER) {
                                    truth = mem.getLong(a) < (byte) (o >> 16);
                                    break dispatch;
                                }
                                if (tag == Tag.FLOAT) {
                                    truth = mem.getDouble(a) < (byte) (o >> 16);
                                    break dispatch;
                                }
                                break;
                            }
                            case Op.LEI: {
                                int o = i ^ Op.LEI;
                                int a = base + (o >>> 4 & 0xFF0);
                                int tag = mem.getByte(a + Layout.TAG);
                                if (tag == Tag.INTEGER) {
                                    truth = mem.getLong(a) <= (byte) (o >> 16);
                                    break dispatch;
                                }
                                if (tag == Tag.FLOAT) {
                                    truth = mem.getDouble(a) <= (byte) (o >> 16);
                                    break dispatch;
                                }
                                break;
                            }
                            case Op.GTI: {
                                int o = i ^ Op.GTI;
                                int a = base + (o >>> 4 & 0xFF0);
                                int tag = mem.getByte(a + Layout.TAG);
                                if (tag == Tag.INTEGER) {
                                    truth = mem.getLong(a) > (byte) (o >> 16);
                                    break dispatch;
                                }
                                if (tag == Tag.FLOAT) {
                                    truth = mem.getDouble(a) > (byte) (o >> 16);
                                    break dispatch;
                                }
                                break;
                            }
                            case Op.GEI: {
                                int o = i ^ Op.GEI;
                                int a = base + (o >>> 4 & 0xFF0);
                                int tag = mem.getByte(a + Layout.TAG);
                                if (tag == Tag.INTEGER) {
                                    truth = mem.getLong(a) >= (byte) (o >> 16);
                                    break dispatch;
                                }
                                if (tag == Tag.FLOAT) {
                                    truth = mem.getDouble(a) >= (byte) (o >> 16);
                                    break dispatch;
                                }
                                break;
                            }
                            case Op.TEST: {
                                int o = i ^ Op.TEST;
                                int a = base + (o >>> 4 & 0xFF0);
                                truth = isTrue(a);
                                break dispatch;
                            }
                            case Op.TESTSET: {
                                int o = i ^ Op.TESTSET;
                                int a = base + (o >>> 4 & 0xFF0);
                                int tested = base + (o >>> 12 & 0xFF0);
                                truth = isTrue(tested);
                                if (truth == (o >>> 24 != 0)) {
                                    copy(a, tested);
                                }
                                break dispatch;
                            }
                            case Op.CALL: {
                                int o = i ^ Op.CALL;
                                int a = base + (o >>> 4 & 0xFF0);
                                int count = argumentCount(o, a);
                                int wanted = (o >>> 24) - 1;
                                int running = savePc(pc);
                                if (mem.getByte(a + Layout.TAG) == Tag.CLOSURE) {
                                    int prototype = calls.prototype(a);
                                    if (calls.isPlain(running + Frame.BYTES, prototype, a, count)) {
                                        k = mem.getInt(prototype + Prototype.CONSTANTS);
                                        calls.pushPlain(running + Frame.BYTES, prototype, a, wanted);
                                        // Not from the frame: to wait for its stores is what takes longest.
                                        base = a + Layout.SLOT;
                                        pc = mem.getInt(prototype + Prototype.ENTRY);
                                        if (mem.getInt(State.FUEL) < 0) {
                                            savePc(pc);
                                            return Exit.FUEL;
                                        }
                                        continue;
                                    }
                                    frame = decoded.enterLua(running, count);
                                    break entered;
                                }
                                status = decoded.general(Op.CALL, running, count);
                                break;
                            }
                            case Op.TAILCALL: {
                                int o = i ^ Op.TAILCALL;
                                frame = savePc(pc);
                                int a = base(frame) + (o >>> 4 & 0xFF0);
                                if (o >>> 24 == 0 && calls.replacePlain(frame, a, argumentCount(o, a))) {
                                    break entered;
                                }
                                status = decoded.general(Op.TAILCALL, frame, 0);
                                break;
                            }
                            case Op.RETURN: {
                                int o = i ^ Op.RETURN;
                                int a = base + (o >>> 4 & 0xFF0);
                                int leaving = savePc(pc);
                                if ((o >>> 24 | mem.getInt(leaving + Frame.FLAGS) & ~FrameFlag.TAIL) == 0) {
                                    frame = calls.leaveLua(leaving, a, argumentCount(o, a - Layout.SLOT));
                                    break entered;
                                }
                                status = decoded.general(Op.RETURN, leaving, 0);
                                break;
                            }
                            case Op.RETURN0: {
                                frame = mem.getInt(State.FRAME);
                                if (calls.isWanted(frame, 0)) {
                                    frame -= Frame.BYTES;
                                    mem.putInt(State.FRAME, frame);
                                    break left;
                                }
                                if ((mem.getInt(frame + Frame.FLAGS) & ~FrameFlag.TAIL) == 0) {
                                    frame = calls.leaveLua(frame, 0, 0);
                                    break left;
                                }
                                status = invocation.returnLua(frame, 0, 0);
                                break;
                            }
                            case Op.RETURN1: {
                                int o = i ^ Op.RETURN1;
                                int a = base + (o >>> 4 & 0xFF0);
                                frame = mem.getInt(State.FRAME);
                                if (calls.isWanted(frame, 1)) {
                                    copy(mem.getInt(frame + Frame.FUNCTION), a);
                                    frame -= Frame.BYTES;
                                    mem.putInt(State.FRAME, frame);
                                    break left;
                                }
                                if ((mem.getInt(frame + Frame.FLAGS) & ~FrameFlag.TAIL) == 0) {
                                    frame = calls.leaveLua(frame, a, 1);
                                    break left;
                                }
                                status = invocation.returnLua(frame, a, 1);
                                break;
                            }
                            case Op.FORPREP: {
                                status = decoded.general(Op.FORPREP, savePc(pc), 0);
                                break;
                            }
                            case Op.FORLOOP: {
                                int o = i ^ Op.FORLOOP;
                                int a = base + (o >>> 4 & 0xFF0);
                                if (forLoop.advance(a)) {
                                    pc -= o >>> 16 << 2;
                                    if (backEdge(pc, base) != 0) {
                                        return Exit.FUEL;
                                    }
                                }
                                continue;
                            }
                            case Op.TFORCALL: {
                                status = decoded.general(Op.TFORCALL, savePc(pc), 0);
                                break;
                            }
                            case Op.TFORLOOP: {
                                int o = i ^ Op.TFORLOOP;
                                int a = base + (o >>> 4 & 0xFF0);
                                if (mem.getByte(a + 4 * Layout.SLOT + Layout.TAG) != Tag.NIL) {
                                    copy(a + 2 * Layout.SLOT, a + 4 * Layout.SLOT);
                                    pc -= o >>> 16 << 2;
                                    if (backEdge(pc, base) != 0) {
                                        return Exit.FUEL;
                                    }
                                }
                                continue;
                            }
                            case Op.SETLIST: {
                                status = decoded.general(Op.SETLIST, savePc(pc), 0);
                                break;
                            }
                            case Op.CLOSURE: {
                                status = decoded.general(Op.CLOSURE, savePc(pc), 0);
                                break;
                            }
                            case Op.VARARG: {
                                status = decoded.general(Op.VARARG, savePc(pc), 0);
                                break;
                            }
                            case Op.VARARGPREP:
                                continue;
                            case CompiledOp.ENTER_FUNCTION:
                            case CompiledOp.ENTER_LOOP: {
                                int running = savePc(pc - 4);
                                status = entrances.enter(i, base(running));
                                if (status != Invocation.RELOAD) {
                                    return status;
                                }
                                frame = mem.getInt(State.FRAME);
                                break entered;
                            }
                            default:
                                break;
                        }
                        if (status == GENERAL) {
                            status = decoded.execute(savePc(pc));
                        }
                        if (status > 0) {
                            return status;
                        }
                        mem.putInt(State.REPEATED_FRAME, 0);
                        // The safepoint: behind every instruction that may have called, allocated or run long.
                        if (mem.getInt(State.DEBT) > 0) {
                            return instructions.safepoint();
                        }
                        frame = mem.getInt(State.FRAME);
                    }
                    if (mem.getInt(State.FUEL) < 0) {
                        return Exit.FUEL;
                    }
                }
                base = base(frame);
                pc = mem.getInt(frame + Frame.PC);
                k = mem.getInt(frame + Frame.CONSTANTS);
                continue;
            }
            // Behind every test: the jump that follows is taken or passed over. Read again, so as not to be kept.
            if ((truth ? 1 : 0) == mem.getInt(pc - 4) >>> 24) {
                int jump = mem.getInt(pc);
                if ((jump & 0xFF) == CompiledOp.ENTER_LOOP) {
                    continue;
                }
                int offset = jump >> 8;
                pc += 4 + (offset << 2);
                if (offset < 0 && backEdge(pc, base) != 0) {
                    return Exit.FUEL;
                }
            } else {
                pc += 4;
            }
        }
    }

    // --- registers and constants ---

    @Inline
    private void copy(int to, int from) {
        mem.putLong(to, mem.getLong(from));
        mem.putByte(to + Layout.TAG, mem.getByte(from + Layout.TAG));
    }

    private void setInteger(int slot, long value) {
        mem.putLong(slot, value);
        mem.putByte(slot + Layout.TAG, Tag.INTEGER);
    }

    private void setFloat(int slot, double value) {
        mem.putDouble(slot, value);
        mem.putByte(slot + Layout.TAG, Tag.FLOAT);
    }

    private void setBoolean(int slot, int tag) {
        mem.putByte(slot + Layout.TAG, tag);
    }

    private boolean isTrue(int slot) {
        return mem.getByte(slot + Layout.TAG) > Tag.FALSE;
    }

    // --- comparisons ---

    /** The tags of two slots as one number. */
    @Inline
    private int tags(int a, int b) {
        return mem.getByte(a + Layout.TAG) << 8 | mem.getByte(b + Layout.TAG);
    }

    /** Whether two values are equal just when their payloads are: two integers, or two short strings. */
    @Inline
    private boolean isComparedByPayload(int a, int b) {
        int tag = mem.getByte(a + Layout.TAG);
        return tag == mem.getByte(b + Layout.TAG) && (tag == Tag.INTEGER || tag == Tag.SHORT_STRING);
    }

    // --- upvalues ---

    @Inline
    private int upvalue(int base, int index) {
        int closure = mem.getInt(base - Layout.SLOT);
        return mem.getInt(mem.getInt(closure + (index << 2) + Closure.UPVALUES) + Upvalue.SLOT_ADDRESS);
    }

    @Inline
    private boolean setUpvalue(int base, int index, int from) {
        int closure = mem.getInt(base - Layout.SLOT);
        int upvalue = mem.getInt(closure + (index << 2) + Closure.UPVALUES);
        if (fastTables.isBlack(upvalue)) {
            return false;
        }
        copy(mem.getInt(upvalue + Upvalue.SLOT_ADDRESS), from);
        return true;
    }

    // --- control ---

    @Inline
    private int argumentCount(int i, int func) {
        int count = (i >>> 16 & 0xFF) - 1;
        return count >= 0 ? count : (mem.getInt(State.TOP) - func >> Layout.SLOT_SHIFT) - 1;
    }

    /** Writes the PC to the running frame, and answers that. */
    @Inline
    private int savePc(int pc) {
        int frame = mem.getInt(State.FRAME);
        mem.putInt(frame + Frame.PC, pc);
        return frame;
    }

    /** The address of a frame's R[0]. */
    private int base(int frame) {
        return mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT;
    }

    /** Counts a loop's back-edge; FUEL, with the PC saved, when the slice is used up. */
    @Inline
    private int backEdge(int pc, int base) {
        int prototype = mem.getInt(mem.getInt(base - Layout.SLOT) + Closure.PROTOTYPE);
        mem.putInt(prototype + Prototype.ROUNDS, mem.getInt(prototype + Prototype.ROUNDS) + 1);
        int fuel = mem.getInt(State.FUEL) - FuelCost.BACK_EDGE;
        mem.putInt(State.FUEL, fuel);
        if (fuel >= 0) {
            return 0;
        }
        savePc(pc);
        return Exit.FUEL;
    }
}
