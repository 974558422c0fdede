package dev.moonlift.conformance.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code conformance official} with files of our own, of which nothing is left out. */
class OfficialCommandTest {
    private static final String NEEDS_COLLECTION = "local isCollected\n"
            + "local function abandon() setmetatable({}, {__gc = function() isCollected = true end}) end\n"
            + "abandon()\n"
            + "for _ = 1, 3 do local _ = {} end\n"
            + "assert(isCollected)\n";

    private static final String FAILS_LATE = "for i = 1, 1000000 do local _ = i end error('late')";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    private int run(String text, String... options) throws IOException {
        Files.writeString(folder.resolve("mine.lua"), text);
        return new CommandLine(new OfficialCommand())
                .setOut(new PrintWriter(out))
                .execute(String.join(" ", String.join(" ", options), "--engine chicory", folder + " mine")
                        .strip()
                        .split(" "));
    }

    @Test
    void fails() throws IOException {
        assertThat(run("assert(_port and _soft and not T)")).isZero();
        assertThat(run("error('wrong')")).isOne();
        assertThat(out.toString()).contains("mine.lua:1: wrong");
    }

    @Test
    void collectsAtEverySafepointWhereAskedTo() throws IOException {
        assertThat(run(NEEDS_COLLECTION)).isOne();
        assertThat(run(NEEDS_COLLECTION, "--stress")).isZero();
    }

    @Test
    void runsOnlyTheBeginningThen() throws IOException {
        assertThat(run(FAILS_LATE)).isOne();
        assertThat(run(FAILS_LATE, "--stress")).isZero();
    }
}
