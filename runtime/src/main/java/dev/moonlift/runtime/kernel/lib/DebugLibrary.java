package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.FrameInfo;
import dev.moonlift.runtime.kernel.interp.Traceback;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;

/**
 * What of the debug library looks at calls: {@code traceback} and {@code getinfo}. Both take a coroutine first, if any.
 */
public final class DebugLibrary {
    /** Fields of a full description. */
    private static final int INFO_FIELDS = 16;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final Tables tables;
    private final Conversions conversions;
    private final Arguments arguments;
    private final Errors errors;
    private final FrameInfo frames;
    private final Traceback tracebacks;
    private final FunctionDescription descriptions;

    public DebugLibrary(
            Memory mem,
            Value values,
            Strings strings,
            Tables tables,
            Conversions conversions,
            Arguments arguments,
            Errors errors,
            FrameInfo frames,
            Traceback tracebacks,
            FunctionDescription descriptions) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.tables = tables;
        this.conversions = conversions;
        this.arguments = arguments;
        this.errors = errors;
        this.frames = frames;
        this.tracebacks = tracebacks;
        this.descriptions = descriptions;
    }

    /** ([coroutine,] [message [, level]]) → string; a message that is no string is returned as it is. */
    public int traceback(int func, int count) {
        int first = firstOwn(func, count);
        int message = arguments.isNoneOrNil(func, count, first) ? 0 : Arguments.slot(func, first);
        int messageText = message == 0 ? 0 : conversions.text(message);
        if (message != 0 && messageText == 0) {
            values.copy(func, message);
            return 1;
        }
        int coroutine = coroutine(func, first);
        int ownLevel = coroutine == mem.getInt(State.COROUTINE) ? 1 : 0;
        int level = level(arguments.optionalInteger(func, count, first + 1, ownLevel));
        values.setObject(func, tracebacks.create(coroutine, messageText, level));
        return 1;
    }

    /** ([coroutine,] function or level [, options]) → table; nil when there is no such level. */
    public int getinfo(int func, int count) {
        int first = firstOwn(func, count);
        int options = options(func, count, first + 1);
        int function = Arguments.slot(func, first);
        int frame = 0;
        if (!Value.isFunctionTag(arguments.tag(func, count, first))) {
            frame = frames.level(coroutine(func, first), level(arguments.integer(func, count, first)));
            if (frame == 0) {
                values.setNil(func);
                return 1;
            }
            function = frames.seenFunction(frame);
        }
        checkOptions(func, first + 1, options);
        int scratch = Arguments.slot(func, count + 1);
        values.setObject(func, describe(options, function, frame, scratch));
        return 1;
    }

    /** Index of the first argument that is not the coroutine. */
    private int firstOwn(int func, int count) {
        return arguments.tag(func, count, 1) == Tag.COROUTINE ? 2 : 1;
    }

    /** The coroutine that is asked about, from what {@link #firstOwn} says. */
    private int coroutine(int func, int firstOwn) {
        return firstOwn == 2 ? values.object(Arguments.slot(func, 1)) : mem.getInt(State.COROUTINE);
    }

    /** There are fewer levels than an int can count. */
    private static int level(long level) {
        return (int) Math.max(-1, Math.min(level, Integer.MAX_VALUE));
    }

    private int options(int func, int count, int index) {
        int given = arguments.optionalString(func, count, index);
        int options = given == 0 ? strings.name(Name.INFO_OPTIONS) : given;
        if (strings.length(options) > 0 && mem.getByte(strings.bytes(options)) == '>') {
            errors.argument(func, index, errors.text(Name.INVALID_OPTION_QUERY));
        }
        return options;
    }

    private void checkOptions(int func, int index, int options) {
        int end = strings.bytes(options) + strings.length(options);
        for (int at = strings.bytes(options); at < end; at++) {
            if (!isOption(mem.getByte(at))) {
                errors.argument(func, index, errors.text(Name.BARE_INVALID_OPTION));
            }
        }
    }

    private static boolean isOption(int c) {
        switch (c) {
            case 'S':
            case 'l':
            case 'u':
            case 'n':
            case 'r':
            case 't':
            case 'L':
            case 'f':
                return true;
            default:
                return false;
        }
    }

    private int describe(int options, int function, int frame, int scratch) {
        int table = tables.create(0, INFO_FIELDS);
        int end = strings.bytes(options) + strings.length(options);
        for (int at = strings.bytes(options); at < end; at++) {
            describe(mem.getByte(at), table, function, frame, scratch);
        }
        return table;
    }

    private void describe(int option, int table, int function, int frame, int scratch) {
        switch (option) {
            case 'S':
                descriptions.putSource(table, function, scratch);
                break;
            case 'l':
                descriptions.putCurrentLine(table, frame, scratch);
                break;
            case 'u':
                descriptions.putCounts(table, function, scratch);
                break;
            case 'n':
                descriptions.putName(table, frame, scratch);
                break;
            case 'r':
                descriptions.putTransfer(table, scratch);
                break;
            case 't':
                descriptions.putTailCall(table, frame, scratch);
                break;
            case 'L':
                descriptions.putActiveLines(table, function, scratch);
                break;
            default:
                descriptions.putFunction(table, function);
        }
    }
}
