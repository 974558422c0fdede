package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/** Warnings (manual §6.1, warn): off until a program turns them on; then they go to the error stream. */
public final class Warnings {
    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Conversions conversions;
    private final Arguments arguments;
    private final Calls calls;
    private final Errors errors;

    public Warnings(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Conversions conversions,
            Arguments arguments,
            Calls calls,
            Errors errors) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.conversions = conversions;
        this.arguments = arguments;
        this.calls = calls;
        this.errors = errors;
    }

    public boolean areOn() {
        return mem.getInt(State.WARNINGS) != 0;
    }

    /** The builtin: a message in pieces, or a control message. */
    public int warn(int func, int count) {
        for (int i = 1; i <= Math.max(1, count); i++) {
            arguments.string(func, count, i);
        }
        int first = values.object(func + Layout.SLOT);
        if (count == 1 && strings.length(first) > 0 && mem.getByte(first + Str.BYTES) == '@') {
            control(first);
            return 0;
        }
        if (!areOn()) {
            return 0;
        }
        int begin = text.length();
        text.appendName(Name.WARNING_PREFIX);
        for (int i = 1; i <= count; i++) {
            text.appendString(values.object(func + (i << Layout.SLOT_SHIFT)));
        }
        text.appendByte('\n');
        values.setObject(func + Layout.SLOT, text.takeMessage(begin));
        return calls.askHostThen(HostService.WRITE_ERROR, func, 1, 1);
    }

    private void control(int message) {
        if (message == strings.name(Name.WARN_ON)) {
            mem.putInt(State.WARNINGS, 1);
        } else if (message == strings.name(Name.WARN_OFF)) {
            mem.putInt(State.WARNINGS, 0);
        }
    }

    /** The warning about an error in a finalizer; the error is in a slot. */
    public int finalizerMessage(int error) {
        int message = values.isString(error) || values.isNumber(error)
                ? conversions.text(error)
                : errors.text(Name.ERROR_NO_STRING);
        int begin = text.length();
        text.appendName(Name.WARNING_PREFIX);
        text.appendTemplate(Name.ERROR_IN_GC, strings.name(Name.GC), message, 0);
        text.appendByte('\n');
        return text.takeMessage(begin);
    }
}
