package dev.moonlift.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardStreamsTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    private StandardStreams streams(String input) {
        return new StandardStreams(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output, error);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsLinesWithAndWithoutTheirBreaks() throws IOException {
        StandardStreams streams = streams("one\n\nthree\nfour");
        assertThat(streams.readLine(false, 100)).isEqualTo(bytes("one"));
        assertThat(streams.readLine(true, 100)).isEqualTo(bytes("\n"));
        assertThat(streams.readLine(true, 100)).isEqualTo(bytes("three\n"));
        assertThat(streams.readLine(true, 100)).isEqualTo(bytes("four"));
        assertThat(streams.readLine(true, 100)).isNull();
    }

    @Test
    void readsCountsAndTheRest() throws IOException {
        StandardStreams streams = streams("abcdef");
        assertThat(streams.readBytes(0)).isEmpty();
        assertThat(streams.readBytes(2)).isEqualTo(bytes("ab"));
        assertThat(streams.readAll(100)).isEqualTo(bytes("cdef"));
        assertThat(streams.readAll(100)).isEmpty();
        assertThat(streams.readBytes(0)).isNull();
        assertThat(streams.readBytes(1)).isNull();
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThatThrownBy(() -> streams("abcdef").readAll(5)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> streams("abcdef").readLine(false, 5)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'  42 x', '42', ' x'",
        "'-1.5e+3,', '-1.5e+3', ','",
        "'0x1F.8p2z', '0x1F.8p2', 'z'",
        "'.5.', '.5', '.'",
        "'1e', '1e', ''",
        "'0xg', '0x', 'g'",
        "'nan', '', 'nan'",
        "'12ab', '12', 'ab'",
        "'+7', '+7', ''",
        "'1e5p', '1e5', 'p'"
    })
    void collectsNumerals(String input, String numeral, String rest) throws IOException {
        StandardStreams streams = streams(input);
        assertThat(streams.readNumeral()).isEqualTo(bytes(numeral));
        assertThat(streams.readAll(100)).isEqualTo(bytes(rest));
    }

    @Test
    void buffersOutputUntilItIsFlushed() throws IOException {
        StandardStreams streams = streams("line\n");
        streams.write(bytes("a"));
        assertThat(output.size()).isZero();
        streams.flush();
        assertThat(output).hasToString("a");
        streams.write(bytes("b"));
        streams.readLine(false, 100);
        assertThat(output).hasToString("ab");
        streams.write(bytes("c"));
        streams.writeError(bytes("error"));
        assertThat(output).hasToString("abc");
        assertThat(error).hasToString("error");
    }

    @Test
    void keepsTheOrderOfSmallAndLargeWrites() throws IOException {
        StandardStreams streams = streams("");
        streams.write(bytes("a"));
        streams.write(bytes("b".repeat(10_000)));
        streams.write(bytes("c"));
        streams.flush();
        assertThat(output).hasToString("a" + "b".repeat(10_000) + "c");
    }
}
