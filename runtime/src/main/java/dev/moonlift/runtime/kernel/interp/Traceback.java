package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/** The text that shows what a coroutine's calls in progress are, a line for each level. */
public final class Traceback {
    /** Of a deep stack, so many levels are shown at its top and at its bottom. */
    private static final int SHOWN_TOP = 10;

    private static final int SHOWN_BOTTOM = 11;

    private final Memory mem;
    private final Strings strings;
    private final TextBuffer text;
    private final FrameInfo frames;
    private final Positions positions;
    private final VariableNames names;
    private final FunctionNames functions;

    public Traceback(
            Memory mem,
            Strings strings,
            TextBuffer text,
            FrameInfo frames,
            Positions positions,
            VariableNames names,
            FunctionNames functions) {
        this.mem = mem;
        this.strings = strings;
        this.text = text;
        this.frames = frames;
        this.positions = positions;
        this.names = names;
        this.functions = functions;
    }

    /** The traceback of a coroutine from a level on, below a message (a string, 0 if there is none). */
    public int create(int coroutine, int message, int level) {
        int begin = text.length();
        if (message != 0) {
            text.appendString(message);
            text.appendByte('\n');
        }
        text.appendName(Name.TRACE_HEAD);
        appendLevels(coroutine, level);
        return text.takeMessage(begin);
    }

    private void appendLevels(int coroutine, int first) {
        int last = lastLevel(coroutine);
        boolean isDeep = last - first > SHOWN_TOP + SHOWN_BOTTOM;
        int frame = appendRun(coroutine, frames.level(coroutine, first), isDeep ? SHOWN_TOP : Integer.MAX_VALUE);
        if (frame != 0) {
            int skipped = last - first - SHOWN_TOP - SHOWN_BOTTOM;
            text.appendTemplate(Name.TRACE_SKIPPED, integerText(skipped), 0, 0);
            appendRun(coroutine, frames.level(coroutine, last - SHOWN_BOTTOM + 1), SHOWN_BOTTOM);
        }
    }

    /** Appends up to a number of levels and answers the next one, 0 if there is none. */
    private int appendRun(int coroutine, int first, int count) {
        int frame = first;
        for (int left = count; frame != 0 && left > 0; left--) {
            appendLevel(frame);
            frame = frames.below(coroutine, frame);
        }
        return frame;
    }

    private int lastLevel(int coroutine) {
        int level = -1;
        for (int frame = frames.top(coroutine); frame != 0; frame = frames.below(coroutine, frame)) {
            level++;
        }
        return level;
    }

    private void appendLevel(int frame) {
        text.appendName(Name.TRACE_LINE);
        appendPlace(frame);
        text.appendName(Name.TRACE_IN);
        appendFunction(frame);
        if (frames.isTailCall(frame)) {
            text.appendName(Name.TRACE_TAIL_CALLS);
        }
    }

    private void appendPlace(int frame) {
        if (!frames.isLua(frame)) {
            text.appendName(Name.NATIVE);
            return;
        }
        positions.appendChunk(frames.prototype(frame));
        int line = frames.currentLine(frame);
        if (line > 0) {
            text.appendByte(':');
            text.appendInteger(line);
        }
    }

    private void appendFunction(int frame) {
        int global = functions.global(frames.seenFunction(frame));
        if (global != 0) {
            text.appendTemplate(Name.TRACE_FUNCTION, global, 0, 0);
            return;
        }
        long name = names.function(frame);
        if (name != 0) {
            text.appendTemplate(
                    Name.TRACE_NAMED, strings.name(RegisterNames.kind(name)), RegisterNames.string(name), 0);
        } else if (frames.isLua(frame)) {
            appendDefinition(frames.prototype(frame));
        } else {
            text.appendName(Name.QUESTION);
        }
    }

    private void appendDefinition(int prototype) {
        int line = mem.getInt(prototype + Prototype.LINE_DEFINED);
        if (line == 0) {
            text.appendName(Name.TRACE_MAIN);
            return;
        }
        text.appendName(Name.TRACE_DEFINED);
        positions.appendChunk(prototype);
        text.appendByte(':');
        text.appendInteger(line);
        text.appendByte('>');
    }

    private int integerText(int value) {
        int begin = text.length();
        text.appendInteger(value);
        return text.takeMessage(begin);
    }
}
