package dev.moonlift.frontend.lua;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.bytecode.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources that tests compile. */
public final class Sources {
    /** The programs whose listings are approved. */
    public static final List<String> GOLDEN = List.of(
            "arithmetic",
            "assignment",
            "calls",
            "close",
            "closures",
            "goto",
            "lines",
            "logic",
            "loops",
            "strings",
            "tables",
            "varargs");

    private Sources() {}

    /** Compiles and verifies a chunk named x. */
    public static Prototype compile(String text) {
        Prototype main = LuaCompiler.compile(bytes(text), ByteString.utf8("=x"));
        Verifier.verify(main);
        return main;
    }

    public static Prototype compileGolden(String name) {
        Prototype main =
                LuaCompiler.compile(resource("/golden/" + name + ".lua"), ByteString.utf8("@" + name + ".lua"));
        Verifier.verify(main);
        return main;
    }

    /** What a chunk named x is refused with. */
    public static String errorOf(String text) {
        try {
            compile(text);
            return "ok";
        } catch (LuaSyntaxException e) {
            return e.getMessage();
        }
    }

    /** One byte for each character. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] resource(String path) {
        try (InputStream in = Sources.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pieces for 0 to {@code count - 1}, one after the other. */
    public static String sequence(int count, IntFunction<String> piece) {
        return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining());
    }
}
