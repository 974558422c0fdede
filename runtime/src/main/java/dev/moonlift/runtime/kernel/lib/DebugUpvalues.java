package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Closures;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.FrameInfo;
import dev.moonlift.runtime.kernel.interp.RegisterNames;
import dev.moonlift.runtime.memory.Memory;

/**
 * The functions of the debug library for upvalues. Only functions of the program have any: what the library keeps in
 * its own is its own.
 */
public final class DebugUpvalues {
    private final Memory mem;
    private final Value values;
    private final Closures closures;
    private final Collector collector;
    private final Arguments arguments;
    private final Errors errors;
    private final FrameInfo frames;
    private final RegisterNames names;

    public DebugUpvalues(
            Memory mem,
            Value values,
            Closures closures,
            Collector collector,
            Arguments arguments,
            Errors errors,
            FrameInfo frames,
            RegisterNames names) {
        this.mem = mem;
        this.values = values;
        this.closures = closures;
        this.collector = collector;
        this.arguments = arguments;
        this.errors = errors;
        this.frames = frames;
        this.names = names;
    }

    /** (function, number) → name, value; nothing when there is no such upvalue. */
    public int get(int func, int count) {
        int upvalue = upvalue(func, count, 1);
        if (upvalue == 0) {
            return 0;
        }
        int name = name(func);
        values.copy(Arguments.slot(func, 1), mem.getInt(upvalue + Upvalue.SLOT_ADDRESS));
        values.setObject(func, name);
        return 2;
    }

    /** (function, number, value) → name; nothing when there is no such upvalue. */
    public int set(int func, int count) {
        arguments.any(func, count, 3);
        int upvalue = upvalue(func, count, 1);
        if (upvalue == 0) {
            return 0;
        }
        values.copy(mem.getInt(upvalue + Upvalue.SLOT_ADDRESS), Arguments.slot(func, 3));
        collector.barrierSlot(upvalue, Arguments.slot(func, 3));
        values.setObject(func, name(func));
        return 1;
    }

    /** (function, number) → what is equal for shared upvalues only; nil when there is no such upvalue. */
    public int id(int func, int count) {
        int upvalue = upvalue(func, count, 1);
        if (upvalue == 0) {
            upvalue = ownedUpvalue(func);
        }
        if (upvalue == 0) {
            values.setNil(func);
        } else {
            values.set(func, upvalue, Tag.LIGHT_USERDATA);
        }
        return 1;
    }

    /** Something that stands for the upvalue, which the first two arguments name, of a library function. */
    private int ownedUpvalue(int func) {
        int function = Arguments.slot(func, 1);
        long number = values.integer(Arguments.slot(func, 2));
        if (values.tag(function) != Tag.BUILTIN_CLOSURE
                || number < 1
                || number > mem.getUnsignedByte(values.object(function) + Header.EXTRA)) {
            return 0;
        }
        return values.object(function) + BuiltinClosure.UPVALUES + ((int) number - 1 << Layout.SLOT_SHIFT);
    }

    /** (function, number, other function, its number): makes the first upvalue the second. */
    public int join(int func, int count) {
        requireUpvalue(func, count, 1);
        int shared = requireUpvalue(func, count, 3);
        requireLua(func, 1);
        requireLua(func, 3);
        int index = (int) values.integer(Arguments.slot(func, 2)) - 1;
        closures.setUpvalue(values.object(Arguments.slot(func, 1)), index, shared);
        return 0;
    }

    private int requireUpvalue(int func, int count, int index) {
        int upvalue = upvalue(func, count, index);
        return upvalue != 0 ? upvalue : errors.argument(func, index + 1, errors.text(Name.INVALID_UPVALUE));
    }

    private void requireLua(int func, int index) {
        if (values.tag(Arguments.slot(func, index)) != Tag.CLOSURE) {
            errors.argument(func, index, errors.text(Name.LUA_FUNCTION_EXPECTED));
        }
    }

    /** The upvalue that the arguments from an index on, a function and a number, name; 0 if there is none. */
    private int upvalue(int func, int count, int index) {
        long number = arguments.integer(func, count, index + 1);
        values.setInteger(Arguments.slot(func, index + 1), number);
        int function = arguments.function(func, count, index);
        if (values.tag(function) != Tag.CLOSURE || frames.isPrelude(prototype(function))) {
            return 0;
        }
        int closure = values.object(function);
        return number < 1 || number > mem.getUnsignedByte(closure + Header.EXTRA)
                ? 0
                : mem.getInt(closure + Closure.UPVALUES + 4 * ((int) number - 1));
    }

    private int prototype(int function) {
        return mem.getInt(values.object(function) + Closure.PROTOTYPE);
    }

    /** The name of the upvalue that the first two arguments name. */
    private int name(int func) {
        int index = (int) values.integer(Arguments.slot(func, 2)) - 1;
        return names.upvalue(prototype(Arguments.slot(func, 1)), index);
    }
}
