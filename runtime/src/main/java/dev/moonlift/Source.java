package dev.moonlift;

import dev.moonlift.frontend.lua.LuaCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A Lua program as text, with the name under which messages speak of it. Immutable. */
public final class Source {
    private final String name;
    private final byte[] bytes;

    private Source(String name, byte[] bytes) {
        this.name = Objects.requireNonNull(name, "name");
        this.bytes = bytes;
    }

    /** A program in a string. */
    public static Source of(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A program in bytes, in any encoding that agrees with ASCII; the bytes in its string literals reach it unchanged.
     */
    public static Source of(String name, byte[] text) {
        return new Source(name, text.clone());
    }

    /**
     * A program in a file, whose name is the path as given. A first line that begins with {@code #} is skipped.
     *
     * @throws IOException if the file cannot be read
     */
    public static Source of(Path file) throws IOException {
        return new Source(file.toString(), LuaCompiler.skipShebang(Files.readAllBytes(file)));
    }

    /** The name in messages. */
    public String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "Source[" + name + ", " + bytes.length + " bytes]";
    }
}
