package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * {@code load} (manual §6.1): collects the text, from a string or piece by piece from a reader function, and has the
 * host compile it. Only text: binary chunks are refused, since they could hold what no compiler makes.
 *
 * <p>Slots while a reader is called: arguments 1 to 4 as given, then the text so far and its length. An error in it is
 * caught.
 */
public final class LoadLibrary {
    private static final int STEP_READ = 1;
    private static final int ARGUMENTS = 4;
    private static final int HOLDER = 5;
    private static final int LENGTH = 6;
    private static final int READER = 7;
    private static final int ESCAPE = 0x1B;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final GrowingText growing;
    private final Calls calls;
    private final Arguments arguments;
    private final Conversions conversions;
    private final Errors errors;
    private final ProtectedCalls protectedCalls;

    public LoadLibrary(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            GrowingText growing,
            Calls calls,
            Arguments arguments,
            Conversions conversions,
            Errors errors,
            ProtectedCalls protectedCalls) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.growing = growing;
        this.calls = calls;
        this.arguments = arguments;
        this.conversions = conversions;
        this.errors = errors;
        this.protectedCalls = protectedCalls;
    }

    private static int slot(int func, int index) {
        return func + (index << Layout.SLOT_SHIFT);
    }

    public int load(int func, int count) {
        int tag = arguments.tag(func, count, 1);
        boolean isText = (tag | 1) == Tag.LONG_STRING || (tag | 1) == Tag.FLOAT;
        int name = arguments.optionalString(func, count, 2);
        arguments.optionalString(func, count, 3);
        if (isText) {
            int chunk = arguments.string(func, count, 1);
            return compile(func, count, chunk, name == 0 ? chunk : name);
        }
        arguments.function(func, count, 1);
        for (int i = count + 1; i <= ARGUMENTS; i++) {
            values.setNil(slot(func, i));
        }
        values.setInteger(slot(func, HOLDER), 0);
        values.setInteger(slot(func, LENGTH), 0);
        protectedCalls.protect();
        return read(func);
    }

    private int read(int func) {
        values.copy(slot(func, READER), slot(func, 1));
        return calls.callFromBuiltin(func, slot(func, READER), 0, STEP_READ);
    }

    public int loadStep(int func, int count, int step, int callee, int results) {
        if (step != STEP_READ) {
            return failed(func, step);
        }
        if (results == 0 || values.isNil(callee)) {
            return finish(func, count);
        }
        if (!conversions.makeString(callee)) {
            return errors.raise(Name.ERROR_READER, 0, 0, 0);
        }
        int piece = values.object(callee);
        if (strings.length(piece) == 0) {
            return finish(func, count);
        }
        int begin = text.length();
        text.appendString(piece);
        int length = (int) values.integer(slot(func, LENGTH));
        int holder = values.tag(slot(func, HOLDER)) == Tag.INTEGER ? 0 : values.object(slot(func, HOLDER));
        values.setObject(slot(func, HOLDER), growing.append(holder, length, begin));
        values.setInteger(slot(func, LENGTH), length + strings.length(piece));
        return read(func);
    }

    /** The reader failed: closes its variables and answers with its error. */
    private int failed(int func, int step) {
        int closing = protectedCalls.close(func, slot(func, READER), step);
        if (closing != 0) {
            return closing;
        }
        values.setNil(func);
        values.copy(slot(func, 1), slot(func, READER));
        return 2;
    }

    private int finish(int func, int count) {
        int length = (int) values.integer(slot(func, LENGTH));
        int holder = values.tag(slot(func, HOLDER)) == Tag.INTEGER ? 0 : values.object(slot(func, HOLDER));
        int chunk = growing.finish(holder, length, text.length());
        int name = values.isString(slot(func, 2)) ? values.object(slot(func, 2)) : errors.text(Name.DEFAULT_LOAD_NAME);
        return compile(func, count, chunk, name);
    }

    /** The host's arguments: chunk, name, environment, whether it was given. */
    private int compile(int func, int count, int chunk, int name) {
        boolean isBinary = strings.length(chunk) > 0 && mem.getByte(chunk + Str.BYTES) == ESCAPE;
        int mode =
                arguments.tag(func, count, 3) == Tag.NIL ? errors.text(Name.MODE_TEXT) : values.object(slot(func, 3));
        if (isBinary || !allowsText(mode)) {
            int message = isBinary ? Name.ERROR_BINARY_CHUNK : Name.ERROR_TEXT_CHUNK;
            int shown = isBinary && allowsText(mode) ? errors.text(Name.MODE_TEXT) : mode;
            int begin = text.length();
            text.appendTemplate(message, shown, 0, 0);
            return fail(func, text.takeMessage(begin));
        }
        if (count >= ARGUMENTS) {
            values.copy(slot(func, 3), slot(func, ARGUMENTS));
        } else {
            values.setNil(slot(func, 3));
        }
        values.setInteger(slot(func, ARGUMENTS), count >= ARGUMENTS ? 1 : 0);
        values.setObject(slot(func, 1), chunk);
        values.setObject(slot(func, 2), name);
        return calls.askHost(HostService.LOAD, func, ARGUMENTS);
    }

    private boolean allowsText(int mode) {
        for (int i = 0; i < strings.length(mode); i++) {
            if (mem.getByte(mode + Str.BYTES + i) == 't') {
                return true;
            }
        }
        return false;
    }

    private int fail(int func, int message) {
        values.setNil(func);
        values.setObject(slot(func, 1), message);
        return 2;
    }
}
