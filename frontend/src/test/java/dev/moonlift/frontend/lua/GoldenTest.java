package dev.moonlift.frontend.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.Disassembler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code for a program is what was approved: {@code golden/name.txt} for {@code golden/name.lua}. To approve what the
 * compiler makes now, run with {@code -Dgolden.approve=true} and read the difference.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static List<String> names() {
        return Sources.GOLDEN;
    }

    @ParameterizedTest
    @MethodSource("names")
    void listingIsAsApproved(String name) throws IOException {
        String listing = Disassembler.print(Sources.compileGolden(name));
        Path approved = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.approve")) {
            Files.writeString(approved, listing);
        }
        assertThat(listing).isEqualTo(Files.readString(approved));
    }
}
