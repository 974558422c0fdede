package dev.moonlift.conformance.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CutsTest {
    private static final Map<String, Cuts> ALL = Cuts.all();

    @Test
    void saysWhichLinesAreLeftOutAndWhy() {
        assertThat(ALL.get("locals").summary()).isEqualTo("without lines 784-808: debug.sethook");
        assertThat(ALL.get("calls").summary())
                .startsWith("without lines 331-332, ")
                .endsWith(": string.dump");
        assertThat(Cuts.none().summary()).isEmpty();
    }

    @Test
    void leavesEmptyLinesSoThatNumbersStay() {
        byte[] text = "line\n".repeat(300).getBytes(StandardCharsets.ISO_8859_1);
        String cut = new String(ALL.get("errors").apply(text), StandardCharsets.ISO_8859_1);
        String[] lines = cut.split("\n", -1);
        assertThat(lines).hasSize(301);
        for (int number = 1; number <= 300; number++) {
            assertThat(lines[number - 1]).isEqualTo(number >= 278 && number <= 290 ? "" : "line");
        }
    }

    @Test
    void knowsTheTextTheyWereMadeFor() {
        byte[] other = "print('not the file')\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ALL.get("calls").fit(other)).isFalse();
        assertThat(Cuts.none().fit(other)).isTrue();
    }
}
