package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * The io library (manual §6.8) on the standard streams: everything but reading and writing, which is
 * {@link IoTransfer}'s. No other file can be opened.
 */
public final class IoLibrary {
    private static final int STEP_FLUSHED = 1;
    /** Formats that {@code lines} takes. */
    private static final int MAX_FORMATS = 250;
    /** Numbers of errors, as POSIX systems have them. */
    private static final int ILLEGAL_SEEK = 29;

    private final Memory mem;
    private final Value values;
    private final Heap heap;
    private final Strings strings;
    private final TextBuffer text;
    private final Calls calls;
    private final Arguments arguments;
    private final Metamethods metamethods;
    private final Errors errors;
    private final StandardFiles files;

    public IoLibrary(
            Memory mem,
            Value values,
            Heap heap,
            Strings strings,
            TextBuffer text,
            Calls calls,
            Arguments arguments,
            Metamethods metamethods,
            Errors errors,
            StandardFiles files) {
        this.mem = mem;
        this.values = values;
        this.heap = heap;
        this.strings = strings;
        this.text = text;
        this.calls = calls;
        this.arguments = arguments;
        this.metamethods = metamethods;
        this.errors = errors;
        this.files = files;
    }

    private static int slot(int func, int index) {
        return Arguments.slot(func, index);
    }

    // --- default files ---

    public int input(int func, int count) {
        return defaultFile(func, count, Name.FILE_DEFAULT_INPUT);
    }

    public int output(int func, int count) {
        return defaultFile(func, count, Name.FILE_DEFAULT_OUTPUT);
    }

    private int defaultFile(int func, int count, int which) {
        if (!arguments.isNoneOrNil(func, count, 1)) {
            if (isName(func)) {
                int name = arguments.string(func, count, 1);
                errors.raise(Name.FILE_CANNOT_OPEN, name, errors.text(Name.FILE_NOT_GRANTED), 0);
            }
            files.setDefault(which, files.check(func, count, 1));
        }
        values.setObject(func, files.defaultFile(which));
        return 1;
    }

    private boolean isName(int func) {
        return values.isString(slot(func, 1)) || values.isNumber(slot(func, 1));
    }

    // --- lines ---

    /** With a file name this would open the file. */
    public int lines(int func, int count) {
        if (!arguments.isNoneOrNil(func, count, 1)) {
            int name = arguments.string(func, count, 1);
            return errors.raise(Name.FILE_CANNOT_OPEN, name, errors.text(Name.FILE_NOT_GRANTED), 0);
        }
        return iterator(func, count, files.defaultFile(Name.FILE_DEFAULT_INPUT));
    }

    public int fileLines(int func, int count) {
        return iterator(func, count, files.check(func, count, 1));
    }

    /** A function whose upvalues are the file and the formats, which follow the first argument; see IoTransfer. */
    private int iterator(int func, int count, int file) {
        int formats = Math.max(0, count - 1);
        if (formats > MAX_FORMATS) {
            return errors.argument(func, MAX_FORMATS + 2, errors.text(Name.FILE_TOO_MANY_FORMATS));
        }
        int closure = heap.newObject(Tag.BUILTIN_CLOSURE, BuiltinClosure.UPVALUES + (formats + 1 << Layout.SLOT_SHIFT));
        mem.putByte(closure + Header.EXTRA, formats + 1);
        mem.putInt(closure + BuiltinClosure.ID, Builtin.IO_LINES_NEXT);
        mem.putInt(closure + BuiltinClosure.GRAY, 0);
        values.setObject(closure + BuiltinClosure.UPVALUES, file);
        for (int i = 1; i <= formats; i++) {
            values.copy(closure + BuiltinClosure.UPVALUES + (i << Layout.SLOT_SHIFT), slot(func, i + 1));
        }
        values.setObject(func, closure);
        return 1;
    }

    // --- about files ---

    public int type(int func, int count) {
        arguments.any(func, count, 1);
        if (files.isFile(slot(func, 1))) {
            values.setObject(func, strings.name(Name.FILE_KIND));
        } else {
            values.setNil(func);
        }
        return 1;
    }

    public int fileText(int func, int count) {
        int file = files.check(func, count, 1);
        int begin = text.length();
        text.appendName(Name.FILE_TEXT_BEGIN);
        metamethods.appendAddress(file, Tag.USERDATA);
        text.appendByte(')');
        values.setObject(func, text.take(begin));
        return 1;
    }

    // --- what a standard stream can do, and what not ---

    public int close(int func, int count) {
        if (count > 0) {
            files.check(func, count, 1);
        }
        values.setNil(func);
        values.setObject(slot(func, 1), errors.text(Name.FILE_CANNOT_CLOSE));
        return 2;
    }

    public int fileClose(int func, int count) {
        files.check(func, count, 1);
        return close(func, count);
    }

    /** When a variable with a file is closed, nothing happens. */
    public int release(int func, int count) {
        files.check(func, count, 1);
        return 0;
    }

    public int flush(int func, int count) {
        return calls.askHostThen(HostService.FLUSH, slot(func, count + 1), 0, STEP_FLUSHED);
    }

    public int fileFlush(int func, int count) {
        files.check(func, count, 1);
        return flush(func, count);
    }

    public int flushStep(int func, int count, int step, int callee, int results) {
        values.setBoolean(func, true);
        return 1;
    }

    public int seek(int func, int count) {
        files.check(func, count, 1);
        if (!arguments.isNoneOrNil(func, count, 2)) {
            arguments.option(func, count, 2, Name.SEEK_SET, Name.SEEK_END);
        }
        arguments.optionalInteger(func, count, 3, 0);
        return failure(func, Name.FILE_ILLEGAL_SEEK, ILLEGAL_SEEK);
    }

    /** The host's buffers are what they are. */
    public int setBuffer(int func, int count) {
        files.check(func, count, 1);
        arguments.option(func, count, 2, Name.BUFFER_NONE, Name.BUFFER_LINE);
        arguments.optionalInteger(func, count, 3, 0);
        values.setBoolean(func, true);
        return 1;
    }

    /** The results of an operation that failed: nil, a message, and the number of the error. */
    public int failure(int func, int message, int number) {
        values.setNil(func);
        values.setObject(slot(func, 1), errors.text(message));
        values.setInteger(slot(func, 2), number);
        return 3;
    }
}
