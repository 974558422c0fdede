package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * Reading and writing by the io library (manual §6.8). The host does it, a format or a text at a time, and the step at
 * which the builtin goes on is the number of the argument that it has come to.
 */
public final class IoTransfer {
    private static final int BAD_DESCRIPTOR = 9;

    private final Memory mem;
    private final Value values;
    private final TextBuffer text;
    private final Calls calls;
    private final Stacks stacks;
    private final Arguments arguments;
    private final Errors errors;
    private final Fuel fuel;
    private final StandardFiles files;
    private final IoLibrary library;

    public IoTransfer(
            Memory mem,
            Value values,
            TextBuffer text,
            Calls calls,
            Stacks stacks,
            Arguments arguments,
            Errors errors,
            Fuel fuel,
            StandardFiles files,
            IoLibrary library) {
        this.mem = mem;
        this.values = values;
        this.text = text;
        this.calls = calls;
        this.stacks = stacks;
        this.arguments = arguments;
        this.errors = errors;
        this.fuel = fuel;
        this.files = files;
        this.library = library;
    }

    private static int slot(int func, int index) {
        return Arguments.slot(func, index);
    }

    /** Where the host finds its arguments and leaves its results: above the arguments of the builtin. */
    private static int exchange(int func, int count) {
        return slot(func, count + 2);
    }

    // --- write ---

    public int write(int func, int count) {
        return writeFrom(func, count, 1, files.defaultFile(Name.FILE_DEFAULT_OUTPUT));
    }

    public int writeStep(int func, int count, int step, int callee, int results) {
        return writeFrom(func, count, step, files.defaultFile(Name.FILE_DEFAULT_OUTPUT));
    }

    public int fileWrite(int func, int count) {
        return writeFrom(func, count, 2, files.check(func, count, 1));
    }

    public int fileWriteStep(int func, int count, int step, int callee, int results) {
        return writeFrom(func, count, step, values.object(slot(func, 1)));
    }

    /** Writes the arguments up to the first that is no text: that is an error, but what is before it gets written. */
    private int writeFrom(int func, int count, int first, int file) {
        int stream = files.stream(file);
        if (stream == StandardFile.INPUT) {
            return library.failure(func, Name.FILE_BAD_DESCRIPTOR, BAD_DESCRIPTOR);
        }
        int begin = text.length();
        int next = first;
        while (next <= count && append(slot(func, next))) {
            next++;
        }
        int bytes = text.length() - begin;
        if (bytes > 0) {
            fuel.chargeBytes(bytes);
            int at = exchange(func, count);
            values.setObject(slot(at, 1), text.take(begin));
            int service = stream == StandardFile.ERROR ? HostService.WRITE_ERROR : HostService.WRITE_OUTPUT;
            return calls.askHostThen(service, at, 1, next);
        }
        if (next <= count) {
            arguments.string(func, count, next);
        }
        values.setObject(func, file);
        return 1;
    }

    /** Floats with an integer value are written without a point, unlike what {@code tostring} does. */
    private boolean append(int slot) {
        switch (values.tag(slot)) {
            case Tag.SHORT_STRING:
            case Tag.LONG_STRING:
                text.appendString(values.object(slot));
                return true;
            case Tag.INTEGER:
                text.appendInteger(values.integer(slot));
                return true;
            case Tag.FLOAT:
                text.appendFloat(values.number(slot));
                dropZeroFraction();
                return true;
            default:
                return false;
        }
    }

    private void dropZeroFraction() {
        int length = text.length() - 2;
        if (mem.getByte(text.address(length)) == '.' && mem.getByte(text.address(length + 1)) == '0') {
            text.truncate(length);
        }
    }

    // --- read ---

    public int read(int func, int count) {
        return readFirst(func, count, 1, files.defaultFile(Name.FILE_DEFAULT_INPUT));
    }

    public int readStep(int func, int count, int step, int callee, int results) {
        return readNext(func, count, 1, step, callee);
    }

    public int fileRead(int func, int count) {
        return readFirst(func, count, 2, files.check(func, count, 1));
    }

    public int fileReadStep(int func, int count, int step, int callee, int results) {
        return readNext(func, count, 2, step, callee);
    }

    private int readFirst(int func, int count, int first, int file) {
        if (files.stream(file) != StandardFile.INPUT) {
            return library.failure(func, Name.FILE_BAD_DESCRIPTOR, BAD_DESCRIPTOR);
        }
        if (first > count) {
            values.setObject(slot(exchange(func, count), 1), errors.text(Name.FILE_FORMAT_LINE));
            return ask(func, count, first);
        }
        return readBy(func, count, first);
    }

    private int ask(int func, int count, int index) {
        return calls.askHostThen(HostService.READ_INPUT, exchange(func, count), 1, index);
    }

    private int readBy(int func, int count, int index) {
        int request = slot(exchange(func, count), 1);
        if (values.isNumber(slot(func, index))) {
            long bytes = arguments.integer(func, count, index);
            if (bytes < 0) {
                errors.raise(Name.ERROR_MEMORY, 0, 0, 0);
            }
            values.setInteger(request, bytes);
        } else {
            int format = arguments.string(func, count, index);
            values.setObject(request, errors.text(formatName(func, index, format)));
        }
        return ask(func, count, index);
    }

    /** The first letter decides; earlier versions of Lua had an asterisk before it. */
    private int formatName(int func, int index, int format) {
        int bytes = format + Str.BYTES;
        int length = mem.getInt(format + Str.LENGTH);
        int skipped = length > 0 && mem.getByte(bytes) == '*' ? 1 : 0;
        switch (length > skipped ? mem.getByte(bytes + skipped) : 0) {
            case 'n':
                return Name.FILE_FORMAT_NUMBER;
            case 'l':
                return Name.FILE_FORMAT_LINE;
            case 'L':
                return Name.FILE_FORMAT_LINE_BREAK;
            case 'a':
                return Name.FILE_FORMAT_ALL;
            default:
                return errors.argument(func, index, errors.text(Name.FILE_INVALID_FORMAT));
        }
    }

    /** Each result takes the place of its format. The first nil is the last one. */
    private int readNext(int func, int count, int first, int index, int callee) {
        if (values.isString(callee)) {
            fuel.chargeBytes(mem.getInt(values.object(callee) + Str.LENGTH));
        }
        values.copy(slot(func, index), callee);
        if (index < count && !values.isNil(callee)) {
            return readBy(func, count, index + 1);
        }
        int results = index - first + 1;
        for (int i = 0; i < results; i++) {
            values.copy(slot(func, i), slot(func, first + i));
        }
        return results;
    }

    // --- lines ---

    /** The iterator reads by the formats that its upvalues are: they become its arguments, behind the file. */
    public int nextLine(int func, int count) {
        int closure = values.object(func);
        int upvalues = mem.getUnsignedByte(closure + Header.EXTRA);
        int base = stacks.reserve(func, upvalues + 1 + Calls.BUILTIN_SLOTS);
        for (int i = 0; i < upvalues; i++) {
            values.copy(slot(base, i + 1), closure + BuiltinClosure.UPVALUES + (i << Layout.SLOT_SHIFT));
        }
        int frame = mem.getInt(State.FRAME);
        mem.putInt(frame + Frame.COUNT, upvalues);
        mem.putInt(frame + Frame.TOP, slot(base, upvalues + 1 + Calls.BUILTIN_SLOTS));
        return endAtNil(base, fileRead(base, upvalues));
    }

    public int nextLineStep(int func, int count, int step, int callee, int results) {
        return endAtNil(func, fileReadStep(func, count, step, callee, results));
    }

    /** When there is nothing more the iterator has no results; what is behind the nil says that it is an error. */
    private int endAtNil(int func, int outcome) {
        if (outcome <= 0 || !values.isNil(func)) {
            return outcome;
        }
        return outcome > 1 && values.isString(slot(func, 1))
                ? errors.raise(Name.FILE_MESSAGE, values.object(slot(func, 1)), 0, 0)
                : 0;
    }
}
