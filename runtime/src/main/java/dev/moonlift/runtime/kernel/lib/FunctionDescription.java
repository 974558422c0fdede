package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Code;
import dev.moonlift.runtime.kernel.interp.FrameInfo;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.interp.Positions;
import dev.moonlift.runtime.kernel.interp.RegisterNames;
import dev.moonlift.runtime.kernel.interp.VariableNames;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * The fields with which {@code debug.getinfo} describes a function, or a call of it, in a table. The function is in a
 * slot; the frame is 0 when there is no call. {@code scratch} is a slot that may be written.
 */
public final class FunctionDescription {
    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Tables tables;
    private final FrameInfo frames;
    private final Positions positions;
    private final VariableNames names;
    private final Fuel fuel;

    public FunctionDescription(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Tables tables,
            FrameInfo frames,
            Positions positions,
            VariableNames names,
            Fuel fuel) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.tables = tables;
        this.frames = frames;
        this.positions = positions;
        this.names = names;
        this.fuel = fuel;
    }

    /** Where the function was defined. */
    public void putSource(int table, int function, int scratch) {
        int prototype = prototype(function);
        if (prototype == 0) {
            putString(table, Name.INFO_SOURCE, strings.name(Name.NATIVE_SOURCE), scratch);
            putString(table, Name.INFO_SHORT_SOURCE, strings.name(Name.NATIVE), scratch);
            putString(table, Name.INFO_WHAT, strings.name(Name.WHAT_NATIVE), scratch);
            putInteger(table, Name.INFO_LINE_DEFINED, -1, scratch);
            putInteger(table, Name.INFO_LAST_LINE_DEFINED, -1, scratch);
        } else {
            putLuaSource(table, prototype, scratch);
        }
    }

    private void putLuaSource(int table, int prototype, int scratch) {
        int source = mem.getInt(prototype + Prototype.SOURCE);
        int line = mem.getInt(prototype + Prototype.LINE_DEFINED);
        putString(table, Name.INFO_SOURCE, source == 0 ? strings.name(Name.UNKNOWN_SOURCE) : source, scratch);
        putString(table, Name.INFO_SHORT_SOURCE, shortSource(prototype), scratch);
        putString(table, Name.INFO_WHAT, strings.name(line == 0 ? Name.WHAT_MAIN : Name.WHAT_LUA), scratch);
        putInteger(table, Name.INFO_LINE_DEFINED, line, scratch);
        putInteger(table, Name.INFO_LAST_LINE_DEFINED, mem.getInt(prototype + Prototype.LAST_LINE_DEFINED), scratch);
    }

    private int shortSource(int prototype) {
        int begin = text.length();
        positions.appendChunk(prototype);
        return text.take(begin);
    }

    /** The line at which the call is. */
    public void putCurrentLine(int table, int frame, int scratch) {
        putInteger(table, Name.INFO_CURRENT_LINE, frame == 0 ? -1 : frames.currentLine(frame), scratch);
    }

    /** How many upvalues and parameters the function has. */
    public void putCounts(int table, int function, int scratch) {
        int prototype = prototype(function);
        boolean isVararg = prototype == 0 || (mem.getByte(prototype + Header.EXTRA2) & Prototype.IS_VARARG) != 0;
        int parameters = prototype == 0 ? 0 : mem.getUnsignedByte(prototype + Header.EXTRA);
        putInteger(table, Name.INFO_UPVALUES, upvalueCount(function), scratch);
        putInteger(table, Name.INFO_PARAMETERS, parameters, scratch);
        putBoolean(table, Name.INFO_VARARG, isVararg, scratch);
    }

    private int upvalueCount(int function) {
        boolean hasUpvalues = prototype(function) != 0 || values.tag(function) == Tag.BUILTIN_CLOSURE;
        return hasUpvalues ? mem.getUnsignedByte(values.object(function) + Header.EXTRA) : 0;
    }

    /** By what name the function was called. */
    public void putName(int table, int frame, int scratch) {
        long name = frame == 0 ? 0 : names.function(frame);
        if (name != 0) {
            putString(table, Name.INFO_NAME, RegisterNames.string(name), scratch);
        }
        putString(table, Name.INFO_NAME_WHAT, strings.name(name == 0 ? Name.EMPTY : RegisterNames.kind(name)), scratch);
    }

    /** What hooks would see being passed: there are no hooks. */
    public void putTransfer(int table, int scratch) {
        putInteger(table, Name.INFO_FIRST_TRANSFER, 0, scratch);
        putInteger(table, Name.INFO_TRANSFER_COUNT, 0, scratch);
    }

    /** Whether the call took its caller's place. */
    public void putTailCall(int table, int frame, int scratch) {
        putBoolean(table, Name.INFO_TAIL_CALL, frame != 0 && frames.isTailCall(frame), scratch);
    }

    /** The function itself. */
    public void putFunction(int table, int function) {
        tables.putString(table, strings.name(Name.INFO_FUNCTION), function);
    }

    /** The lines that have code, as keys. */
    public void putActiveLines(int table, int function, int scratch) {
        int prototype = prototype(function);
        if (prototype != 0) {
            int lines = tables.create(0, 0);
            fillLines(lines, prototype, scratch);
            values.setObject(scratch, lines);
            tables.putString(table, strings.name(Name.INFO_ACTIVE_LINES), scratch);
        }
    }

    private void fillLines(int table, int prototype, int scratch) {
        int count = mem.getInt(prototype + Prototype.CODE_COUNT);
        fuel.chargeElements(count);
        values.setBoolean(scratch, true);
        for (int i = firstActive(prototype); i < count; i++) {
            int line = frames.line(prototype, i);
            if (line > 0) {
                tables.putInteger(table, line, scratch);
            }
        }
    }

    /** The instruction with which a vararg function begins is in no line. */
    private int firstActive(int prototype) {
        int first = mem.getInt(mem.getInt(prototype + Prototype.CODE));
        return Code.op(first) == Op.VARARGPREP ? 1 : 0;
    }

    /** The prototype of a Lua function of the program, 0 for any other function. */
    private int prototype(int function) {
        if (mem.getByte(function + Layout.TAG) != Tag.CLOSURE) {
            return 0;
        }
        int prototype = mem.getInt(values.object(function) + Closure.PROTOTYPE);
        return frames.isPrelude(prototype) ? 0 : prototype;
    }

    private void putString(int table, int field, int string, int scratch) {
        values.setObject(scratch, string);
        tables.putString(table, strings.name(field), scratch);
    }

    private void putInteger(int table, int field, int value, int scratch) {
        values.setInteger(scratch, value);
        tables.putString(table, strings.name(field), scratch);
    }

    private void putBoolean(int table, int field, boolean value, int scratch) {
        values.setBoolean(scratch, value);
        tables.putString(table, strings.name(field), scratch);
    }
}
