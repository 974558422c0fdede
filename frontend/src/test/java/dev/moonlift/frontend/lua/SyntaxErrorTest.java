package dev.moonlift.frontend.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are no programs are refused in the words of the reference implementation. */
class SyntaxErrorTest {
    /**
     * A case of {@code errors/corpus.txt}, bytes beyond printable ASCII written as {@code \xNN}.
     *
     * @param says the message, or "ok"
     */
    record Case(String name, String text, String says) {
        static Case read(String block) {
            String[] lines = block.split("\n", 3);
            return new Case(value(lines[0], "name "), value(lines[1], "text "), value(lines[2].strip(), "says "));
        }

        private static String value(String line, String label) {
            assertThat(line).startsWith(label.strip());
            return line.length() < label.length() ? "" : line.substring(label.length());
        }

        @Override
        public String toString() {
            return text.length() > 60 ? text.substring(0, 60) : text;
        }
    }

    static Stream<Case> corpus() {
        String corpus = new String(Sources.resource("/errors/corpus.txt"), StandardCharsets.US_ASCII);
        return Arrays.stream(corpus.split("\n\n")).map(Case::read);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void messageIsThatOfTheReference(Case test) {
        assertThat(escape(messageFor(unescape(test.text()), unescape(test.name()))))
                .isEqualTo(test.says());
    }

    private static String messageFor(String text, String name) {
        try {
            LuaCompiler.compile(Sources.bytes(text), ByteString.of(Sources.bytes(name)));
            return "ok";
        } catch (LuaSyntaxException e) {
            return new String(e.text().toByteArray(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean plain = c >= ' ' && c < 0x7F && c != '\\';
            escaped.append(plain ? String.valueOf(c) : String.format("\\x%02x", (int) c));
        }
        return escaped.toString();
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                plain.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | ok",
                "201 | x:1: too many local variables (limit is 200) in main function near <eof>",
            })
    void localsAreLimited(int count, String says) {
        assertThat(Sources.errorOf("local a ".repeat(count))).isEqualTo(says);
    }

    @Test
    void limitsNameTheFunction() {
        assertThat(Sources.errorOf("x = function()\n" + "local a\n".repeat(201) + "end"))
                .isEqualTo("x:203: too many local variables (limit is 200) in function at line 1 near 'end'");
        assertThat(Sources.errorOf("function f(" + "a,".repeat(200) + "a) end"))
                .isEqualTo("x:1: too many local variables (limit is 200) in function at line 1 near ')'");
    }

    @Test
    void hiddenVariablesOfLoopsCount() {
        assertThat(Sources.errorOf("local a ".repeat(197) + "for i = 1, 2 do end"))
                .isEqualTo("x:1: too many local variables (limit is 200) in main function near '='");
        assertThat(Sources.errorOf("local a ".repeat(196) + "for i = 1, 2 do end"))
                .isEqualTo("ok");
    }

    @Test
    void upvaluesAreLimited() {
        String text = Sources.sequence(150, i -> "local a" + i + " ")
                + "function f() "
                + Sources.sequence(150, i -> "local b" + i + " ")
                + "\nreturn function() return "
                + Sources.sequence(150, i -> "a" + i + " + b" + i + " + ")
                + "1 end end";
        assertThat(Sources.errorOf(text))
                .isEqualTo("x:2: too many upvalues (limit is 255) in function at line 2 near '+'");
    }

    @Test
    void registersAreLimited() {
        assertThat(Sources.errorOf("f(" + "1, ".repeat(300) + "1)"))
                .isEqualTo("x:1: function or expression needs too many registers near '1'");
        assertThat(Sources.errorOf("f(" + "a.b,\n".repeat(300) + "1)"))
                .isEqualTo("x:254: function or expression needs too many registers near '.'");
    }

    @Test
    void loopsAreLimited() {
        assertThat(Sources.errorOf("for i = 1, 2 do " + "a = b ".repeat(33_000) + "\nend"))
                .isEqualTo("x:2: control structure too long near 'end'");
        assertThat(Sources.errorOf("for i in x do " + "a = b ".repeat(33_000) + "\nend"))
                .isEqualTo("x:2: control structure too long near 'end'");
    }
}
