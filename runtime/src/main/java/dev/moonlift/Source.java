package dev.moonlift;

import dev.moonlift.frontend.lua.LuaCompiler;
import dev.moonlift.runtime.bundle.Bundle;
import dev.moonlift.runtime.jit.CodeFormatException;
import dev.moonlift.runtime.jit.PreparedCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;

/** A Lua program, with the name under which messages speak of it: text, or a bundle. Immutable. */
public final class Source {
    private final String name;
    private final byte[] bytes;
    private final PreparedCode code;
    private final OptionalLong memory;

    private Source(String name, byte[] bytes, PreparedCode code, OptionalLong memory) {
        this.name = Objects.requireNonNull(name, "name");
        this.bytes = bytes;
        this.code = code;
        this.memory = memory;
    }

    private Source(String name, byte[] bytes) {
        this(name, bytes, PreparedCode.NONE, OptionalLong.empty());
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

    /**
     * A program with compiled code, which {@link Sandbox#writeBundle} or {@code moonlift compile} has written. A
     * sandbox that compiles hot code puts it in place when the program is loaded, as far as it fits; see there.
     *
     * <p>Such code is trusted like the application's own: it cannot reach memory outside of the sandbox, but within it
     * nothing limits it. Take bundles only from where you would take a jar from.
     *
     * @throws InvalidBundleException if the file is not a bundle, or a damaged one
     * @throws IOException if the file cannot be read
     */
    public static Source bundle(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Bundle bundle = Bundle.decode(bytes);
            PreparedCode code = bundle.preparedCode().orElse(null);
            if (code == null) {
                System.getLogger("dev.moonlift")
                        .log(
                                System.Logger.Level.WARNING,
                                file + " was made by another build: its compiled code is not used");
            }
            return new Source(
                    bundle.name(),
                    bundle.text(),
                    code == null ? PreparedCode.NONE : code,
                    OptionalLong.of(bundle.memory()));
        } catch (CodeFormatException e) {
            throw new InvalidBundleException(file + " cannot be used as a bundle: " + e.getMessage(), e);
        }
    }

    /**
     * Whether a file begins as a bundle does; then {@link #bundle} reads it, or says what is wrong with it.
     *
     * @throws IOException if the file cannot be read
     */
    public static boolean isBundle(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Bundle.isBundle(in.readNBytes(Bundle.BEGINNING_BYTES));
        }
    }

    /**
     * Of a bundle, the limit of memory of the sandbox that wrote it: a sandbox that is to use its compiled code has to
     * have the same. Empty for other programs.
     */
    public OptionalLong memory() {
        return memory;
    }

    /** The compiled code that comes with it. */
    PreparedCode code() {
        return code;
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
