package dev.moonlift.runtime.host;

import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;
import java.nio.charset.StandardCharsets;

/** Carries strings between the host and a guest. */
public final class GuestText {
    private final Memory memory;
    private final Strings strings;
    private final TextBuffer buffer;

    GuestText(Memory memory, Strings strings, TextBuffer buffer) {
        this.memory = memory;
        this.strings = strings;
        this.buffer = buffer;
    }

    /**
     * The guest's string of these bytes.
     *
     * @throws dev.moonlift.runtime.kernel.Signal OUT_OF_MEMORY
     */
    public int create(byte[] bytes) {
        if (bytes.length <= Str.MAX_SHORT) {
            int staged = buffer.reserve(bytes.length);
            memory.write(staged, bytes, 0, bytes.length);
            return strings.create(staged, bytes.length);
        }
        int string = strings.allocateLong(bytes.length);
        memory.write(string + Str.BYTES, bytes, 0, bytes.length);
        return string;
    }

    /**
     * The guest's string of a text in UTF-8.
     *
     * @throws dev.moonlift.runtime.kernel.Signal OUT_OF_MEMORY
     */
    public int create(String text) {
        return create(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of a string's bytes. */
    public byte[] bytes(int string) {
        return memory.read(string + Str.BYTES, memory.getInt(string + Str.LENGTH));
    }

    /** A string decoded as UTF-8, with U+FFFD for what is not. */
    public String decode(int string) {
        return new String(bytes(string), StandardCharsets.UTF_8);
    }
}
