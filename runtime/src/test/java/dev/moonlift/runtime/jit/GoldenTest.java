package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a program is compiled to is what was approved: {@code golden/name.ir} and {@code golden/name.wat} for
 * {@code golden/name.lua}. To approve what the compiler makes now, run with {@code -Dgolden.approve=true} and read the
 * difference.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String PROGRAM = ".lua";

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(PROGRAM))
                    .map(name -> name.substring(0, name.length() - PROGRAM.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void codeIsAsApproved(String name) throws IOException {
        CodeListing listing = CodeListing.of(Files.readString(FOLDER.resolve(name + PROGRAM)));
        compare(listing.graphs(), FOLDER.resolve(name + ".ir"));
        compare(listing.functions(), FOLDER.resolve(name + ".wat"));
    }

    private static void compare(String listing, Path approved) throws IOException {
        if (Boolean.getBoolean("golden.approve")) {
            Files.writeString(approved, listing);
        }
        assertThat(listing).isEqualTo(Files.readString(approved));
    }
}
