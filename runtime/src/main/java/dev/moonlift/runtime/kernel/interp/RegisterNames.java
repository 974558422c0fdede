package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.CodeExtension;
import dev.moonlift.runtime.kernel.Layout.LocalInfo;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.UpvalueInfo;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;

/**
 * Names for what registers hold, found by following the bytecode back from an instruction to the one that set the
 * register. Where that depends on a jump taken there is no name.
 *
 * <p>A name is a long: above, the number in {@link Name} of what kind it is ("local", "field" ...); below, the address
 * of its string. 0 is none.
 */
public final class RegisterNames {
    private final Memory mem;
    private final Strings strings;
    private final Fuel fuel;

    public RegisterNames(Memory mem, Strings strings, Fuel fuel) {
        this.mem = mem;
        this.strings = strings;
        this.fuel = fuel;
    }

    // --- names ---

    /** The name of this kind, a number in {@link Name}, and this string. */
    public static long name(int kind, int string) {
        return (long) kind << 32 | string;
    }

    /** The kind of a name, a number in {@link Name}. */
    public static int kind(long name) {
        return (int) (name >>> 32);
    }

    /** The string of a name. */
    public static int string(long name) {
        return (int) name;
    }

    // --- variables ---

    /** The name of the local variable with this number, from 1, among those active at an instruction; 0 if none is. */
    public int local(int prototype, int number, int instruction) {
        int info = mem.getInt(prototype + Prototype.LOCALS);
        int end = info + LocalInfo.BYTES * mem.getInt(prototype + Prototype.LOCAL_COUNT);
        int left = number;
        while (info < end && mem.getInt(info + LocalInfo.START_PC) <= instruction) {
            if (instruction < mem.getInt(info + LocalInfo.END_PC) && --left == 0) {
                return mem.getInt(info + LocalInfo.NAME);
            }
            info += LocalInfo.BYTES;
        }
        return 0;
    }

    /** The name of an upvalue. */
    public int upvalue(int prototype, int index) {
        int info = mem.getInt(prototype + Prototype.UPVALUES) + UpvalueInfo.BYTES * index;
        int name = mem.getInt(info + UpvalueInfo.NAME);
        return name != 0 ? name : strings.name(Name.QUESTION);
    }

    // --- registers ---

    /** The name of what a register holds at an instruction. */
    public long register(int prototype, int instruction, int register) {
        long variable = variable(prototype, instruction, register);
        if (variable != 0) {
            return variable;
        }
        int origin = origin(prototype, instruction, register);
        return origin < 0 ? 0 : access(prototype, origin);
    }

    /** The name of a variable or a string constant that a register holds. */
    private long variable(int prototype, int instruction, int register) {
        int local = local(prototype, register + 1, instruction);
        if (local != 0) {
            return name(Name.KIND_LOCAL, local);
        }
        int setter = setter(prototype, instruction, register);
        return setter < 0 ? 0 : loaded(prototype, setter);
    }

    private long loaded(int prototype, int setter) {
        int i = code(prototype, setter);
        switch (Code.op(i)) {
            case Op.MOVE:
                return movesDown(i) ? variable(prototype, setter, Code.b(i)) : 0;
            case Op.GETUPVAL:
                return name(Name.KIND_UPVALUE, upvalue(prototype, Code.b(i)));
            case Op.LOADK:
                return constant(prototype, Code.bx(i));
            case Op.LOADKX:
                return constant(prototype, Code.ax(code(prototype, setter + 1)));
            default:
                return 0;
        }
    }

    /** The name of a constant that is a string. */
    private long constant(int prototype, int index) {
        int slot = mem.getInt(prototype + Prototype.CONSTANTS) + (index << Layout.SLOT_SHIFT);
        boolean isString = (mem.getByte(slot + Layout.TAG) | 1) == Tag.LONG_STRING;
        return isString ? name(Name.KIND_CONSTANT, mem.getInt(slot)) : 0;
    }

    /** The instruction that made the value of a register, behind copies from one to another; -1 if it is not known. */
    private int origin(int prototype, int instruction, int register) {
        int setter = setter(prototype, instruction, register);
        while (setter >= 0) {
            int i = code(prototype, setter);
            if (Code.op(i) != Op.MOVE || !movesDown(i)) {
                return setter;
            }
            setter = setter(prototype, setter, Code.b(i));
        }
        return setter;
    }

    /** Copies into a higher register are those that make an operand; others assign to a variable. */
    private static boolean movesDown(int move) {
        return Code.b(move) < Code.a(move);
    }

    /** The name of what an instruction took out of a table. */
    private long access(int prototype, int instruction) {
        int i = code(prototype, instruction);
        switch (Code.op(i)) {
            case Op.GETTABUP:
                return name(upvalueFieldKind(prototype, i), constantText(prototype, Code.c(i)));
            case Op.GETFIELD:
                return name(fieldKind(prototype, instruction), constantText(prototype, Code.c(i)));
            case Op.GETTABLE:
                return name(
                        isLongSelf(i) ? Name.KIND_METHOD : fieldKind(prototype, instruction),
                        keyText(prototype, instruction, Code.c(i)));
            case Op.GETI:
                return name(Name.KIND_FIELD, strings.name(Name.INTEGER_INDEX));
            case Op.SELF:
                return name(Name.KIND_METHOD, constantText(prototype, Code.c(i)));
            default:
                return 0;
        }
    }

    /** A method whose name is no operand of SELF is loaded behind its object, which nothing else does. */
    private static boolean isLongSelf(int getTable) {
        return Code.b(getTable) == Code.a(getTable) + 1 && Code.c(getTable) == Code.a(getTable);
    }

    private int constantText(int prototype, int index) {
        return textOf(constant(prototype, index));
    }

    /** The key in a register, if it is a constant; the name of a variable says nothing about the field. */
    private int keyText(int prototype, int instruction, int register) {
        long key = variable(prototype, instruction, register);
        return textOf(kind(key) == Name.KIND_CONSTANT ? key : 0);
    }

    private int textOf(long name) {
        return name != 0 ? string(name) : strings.name(Name.QUESTION);
    }

    private int upvalueFieldKind(int prototype, int i) {
        return globalOrField(upvalue(prototype, Code.b(i)));
    }

    private int fieldKind(int prototype, int instruction) {
        long table = variable(prototype, instruction, Code.b(code(prototype, instruction)));
        return globalOrField(kind(table) == Name.KIND_CONSTANT ? 0 : string(table));
    }

    /** A field of a variable named _ENV is a global. */
    private int globalOrField(int tableName) {
        return tableName == strings.name(Name.ENV) ? Name.KIND_GLOBAL : Name.KIND_FIELD;
    }

    // --- code ---

    /** The instruction with this number. */
    public int code(int prototype, int instruction) {
        int code = mem.getInt(prototype + Prototype.CODE);
        int i = mem.getInt(code + 4 * instruction);
        if ((i & 0xFF) != CompiledOp.ENTER_LOOP) {
            return i;
        }
        int originals = mem.getInt(prototype + Prototype.CODE_COUNT) + CodeExtension.ORIGINALS;
        return mem.getInt(code + 4 * (originals + (i >>> 8)));
    }

    /** The last instruction before this one that surely set a register, -1 if there is none. */
    private int setter(int prototype, int last, int register) {
        fuel.chargeElements(last);
        int setter = -1;
        int conditionalEnd = 0;
        for (int at = 0; at < last; at++) {
            int i = code(prototype, at);
            if (Code.op(i) == Op.JMP) {
                int target = at + 1 + Code.sj(i);
                conditionalEnd = target <= last ? Math.max(conditionalEnd, target) : conditionalEnd;
            } else if (sets(i, register)) {
                setter = at < conditionalEnd ? -1 : at;
            }
        }
        return setter;
    }

    private static boolean sets(int i, int register) {
        int a = Code.a(i);
        switch (Code.op(i)) {
            case Op.LOADNIL:
                return a <= register && register <= a + Code.b(i);
            case Op.TFORCALL:
                return register >= a + 2;
            case Op.CALL:
            case Op.TAILCALL:
                return register >= a;
            default:
                return register == a && setsA(Code.op(i));
        }
    }

    private static boolean setsA(int op) {
        switch (op) {
            case Op.SETUPVAL:
            case Op.SETTABUP:
            case Op.SETTABUPK:
            case Op.SETTABLE:
            case Op.SETTABLEK:
            case Op.SETI:
            case Op.SETIK:
            case Op.SETFIELD:
            case Op.SETFIELDK:
            case Op.CLOSE:
            case Op.TBC:
            case Op.JMP:
            case Op.EQ:
            case Op.LT:
            case Op.LE:
            case Op.EQK:
            case Op.EQI:
            case Op.LTI:
            case Op.LEI:
            case Op.GTI:
            case Op.GEI:
            case Op.TEST:
            case Op.RETURN:
            case Op.RETURN0:
            case Op.RETURN1:
            case Op.TFORPREP:
            case Op.SETLIST:
            case Op.VARARGPREP:
            case Op.EXTRAARG:
                return false;
            default:
                return true;
        }
    }
}
