package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;

/**
 * How the program names the values and functions of its frames. Names are longs as {@link RegisterNames} makes them, 0
 * where there is none.
 */
public final class VariableNames {
    private final Memory mem;
    private final Strings strings;
    private final FrameInfo frames;
    private final RegisterNames registers;

    public VariableNames(Memory mem, Strings strings, FrameInfo frames, RegisterNames registers) {
        this.mem = mem;
        this.strings = strings;
        this.frames = frames;
        this.registers = registers;
    }

    // --- values ---

    /** The name of a slot for the instruction that a frame is at: of one of its upvalues or registers. */
    public long value(int frame, int slot) {
        if (!frames.isLua(frame)) {
            return 0;
        }
        long upvalue = upvalue(frame, slot);
        return upvalue != 0 ? upvalue : register(frame, slot);
    }

    private long upvalue(int frame, int slot) {
        int closure = mem.getInt(frames.function(frame));
        int count = mem.getUnsignedByte(closure + Header.EXTRA);
        for (int i = 0; i < count; i++) {
            int upvalue = mem.getInt(closure + Closure.UPVALUES + 4 * i);
            if (mem.getInt(upvalue + Upvalue.SLOT_ADDRESS) == slot) {
                return RegisterNames.name(Name.KIND_UPVALUE, registers.upvalue(frames.prototype(frame), i));
            }
        }
        return 0;
    }

    private long register(int frame, int slot) {
        int base = frames.function(frame) + Layout.SLOT;
        if (slot < base || slot >= mem.getInt(frame + Frame.TOP)) {
            return 0;
        }
        int register = slot - base >> Layout.SLOT_SHIFT;
        return registers.register(frames.prototype(frame), frames.currentInstruction(frame), register);
    }

    /** The string with the name of the local variable that a slot of a frame with code is, 0 if it is none. */
    public int local(int frame, int slot) {
        int number = slot - frames.function(frame) >> Layout.SLOT_SHIFT;
        return registers.local(frames.prototype(frame), number, frames.currentInstruction(frame));
    }

    // --- functions ---

    /** The name by which the function of a frame was called. */
    public long function(int frame) {
        int caller = frame - Frame.BYTES;
        if (frames.isFinalizing(caller)) {
            return RegisterNames.name(Name.KIND_METAMETHOD, strings.name(Name.GC));
        }
        if (frames.isTailCall(frame)) {
            return 0;
        }
        return called(frames.isGoBetween(caller) ? caller - Frame.BYTES : caller);
    }

    /** The name of the function that a frame calls by the instruction it is at. */
    public long called(int frame) {
        if (!frames.isLua(frame)) {
            return 0;
        }
        int prototype = frames.prototype(frame);
        int at = frames.currentInstruction(frame);
        int i = registers.code(prototype, at);
        int op = Code.op(i);
        if (op == Op.CALL || op == Op.TAILCALL) {
            return registers.register(prototype, at, Code.a(i));
        }
        if (op == Op.TFORCALL) {
            return RegisterNames.name(Name.KIND_FOR_ITERATOR, strings.name(Name.KIND_FOR_ITERATOR));
        }
        int event = event(op);
        return event < 0 ? 0 : RegisterNames.name(Name.KIND_METAMETHOD, eventText(event));
    }

    /** The name of an event without its underscores. */
    public int eventText(int event) {
        int name = strings.name(event);
        return strings.create(strings.bytes(name) + 2, strings.length(name) - 2);
    }

    private static int event(int op) {
        if (op >= Op.ADDI && op <= Op.BNOT) {
            return arithmeticEvent(op);
        }
        switch (op) {
            case Op.GETTABUP:
            case Op.GETTABLE:
            case Op.GETI:
            case Op.GETFIELD:
            case Op.SELF:
                return Name.INDEX;
            case Op.SETTABUP:
            case Op.SETTABUPK:
            case Op.SETTABLE:
            case Op.SETTABLEK:
            case Op.SETI:
            case Op.SETIK:
            case Op.SETFIELD:
            case Op.SETFIELDK:
                return Name.NEWINDEX;
            case Op.LEN:
                return Name.LEN;
            case Op.CONCAT:
                return Name.CONCAT;
            case Op.EQ:
                return Name.EQ;
            case Op.LT:
            case Op.LTI:
            case Op.GTI:
                return Name.LT;
            case Op.LE:
            case Op.LEI:
            case Op.GEI:
                return Name.LE;
            case Op.CLOSE:
            case Op.RETURN:
                return Name.CLOSE;
            default:
                return -1;
        }
    }

    private static int arithmeticEvent(int op) {
        switch (op) {
            case Op.ADDI:
            case Op.ADDK:
            case Op.ADD:
                return Name.ADD;
            case Op.SUBI:
            case Op.SUBK:
            case Op.SUB:
                return Name.SUB;
            case Op.MULK:
            case Op.MUL:
                return Name.MUL;
            case Op.MODK:
            case Op.MOD:
                return Name.MOD;
            case Op.POWK:
            case Op.POW:
                return Name.POW;
            case Op.DIVK:
            case Op.DIV:
                return Name.DIV;
            case Op.IDIVK:
            case Op.IDIV:
                return Name.IDIV;
            default:
                return bitwiseEvent(op);
        }
    }

    private static int bitwiseEvent(int op) {
        switch (op) {
            case Op.BANDK:
            case Op.BAND:
                return Name.BAND;
            case Op.BORK:
            case Op.BOR:
                return Name.BOR;
            case Op.BXORK:
            case Op.BXOR:
                return Name.BXOR;
            case Op.SHLK:
            case Op.SHL:
                return Name.SHL;
            case Op.SHRK:
            case Op.SHR:
                return Name.SHR;
            default:
                return op == Op.UNM ? Name.UNM : Name.BNOT;
        }
    }
}
