package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/** How messages show a place in the program: chunk and line, appended to the text buffer. */
public final class Positions {
    /** Longest form of a chunk's name, in bytes. */
    private static final int MAX_CHUNK = 59;
    /** What remains of it between {@code [string "} and {@code ..."]}. */
    private static final int MAX_TEXT = 45;
    /** What remains of it behind {@code ...}. */
    private static final int MAX_FILE_TAIL = 56;

    private final Memory mem;
    private final Strings strings;
    private final TextBuffer text;
    private final FrameInfo frames;

    public Positions(Memory mem, Strings strings, TextBuffer text, FrameInfo frames) {
        this.mem = mem;
        this.strings = strings;
        this.text = text;
        this.frames = frames;
    }

    /** Appends {@code chunk:line: } for a frame of a Lua function, for another one or 0 nothing. */
    public void appendPrefix(int frame) {
        if (frame != 0 && frames.isLua(frame)) {
            appendChunk(frames.prototype(frame));
            text.appendByte(':');
            text.appendInteger(frames.currentLine(frame));
            text.appendByte(':');
            text.appendByte(' ');
        }
    }

    /** As {@link #appendPrefix}, but nothing when the line is not known. */
    public void appendPrefixIfKnown(int frame) {
        if (frame != 0 && frames.currentLine(frame) > 0) {
            appendPrefix(frame);
        }
    }

    /**
     * Appends the name of a prototype's chunk: the rest of {@code =name} and {@code @file}, the first line of a text.
     */
    public void appendChunk(int prototype) {
        int source = mem.getInt(prototype + Prototype.SOURCE);
        if (source == 0) {
            text.appendName(Name.QUESTION);
            return;
        }
        int bytes = strings.bytes(source);
        int length = indexOf(bytes, strings.length(source), 0);
        int first = length == 0 ? 0 : mem.getByte(bytes);
        if (first == '=') {
            text.appendBytes(bytes + 1, Math.min(length - 1, MAX_CHUNK));
        } else if (first == '@') {
            appendFile(bytes + 1, length - 1);
        } else {
            appendText(bytes, length);
        }
    }

    private void appendFile(int bytes, int length) {
        if (length <= MAX_CHUNK) {
            text.appendBytes(bytes, length);
        } else {
            text.appendName(Name.ELLIPSIS);
            text.appendBytes(bytes + length - MAX_FILE_TAIL, MAX_FILE_TAIL);
        }
    }

    private void appendText(int bytes, int length) {
        int firstLine = indexOf(bytes, length, '\n');
        text.appendName(Name.CHUNK_TEXT_BEGIN);
        text.appendBytes(bytes, Math.min(firstLine, MAX_TEXT));
        if (firstLine < length || length >= MAX_TEXT) {
            text.appendName(Name.ELLIPSIS);
        }
        text.appendName(Name.CHUNK_TEXT_END);
    }

    private int indexOf(int bytes, int length, int wanted) {
        int index = 0;
        while (index < length && mem.getByte(bytes + index) != wanted) {
            index++;
        }
        return index;
    }
}
