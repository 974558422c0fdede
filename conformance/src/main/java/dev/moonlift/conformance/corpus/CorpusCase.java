package dev.moonlift.conformance.corpus;

import dev.moonlift.Source;
import dev.moonlift.conformance.run.Program;
import dev.moonlift.conformance.run.Resources;
import dev.moonlift.frontend.lua.LuaCompiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of the corpus.
 *
 * @param area the feature it tests
 * @param name its own name
 * @param program what to run
 * @param folder where it lies
 * @param output what it must print
 * @param error the message of the error that it must end with; empty if it must end normally
 * @param bearsStress whether it prints the same if everything unreachable dies at once; not if finalizers tell
 */
public record CorpusCase(
        String area, String name, Program program, Path folder, byte[] output, String error, boolean bearsStress) {
    private static final String NO_STRESS = "\n-- stress: no";

    /** All cases, by area and name. */
    public static List<CorpusCase> all() {
        return Resources.list(Resources.folder("corpus")).stream()
                .flatMap(area -> Resources.programs(area).stream())
                .map(CorpusCase::read)
                .toList();
    }

    private static CorpusCase read(Path file) {
        String name = Resources.stem(file);
        Path folder = file.getParent();
        byte[] text = LuaCompiler.skipShebang(Resources.read(file));
        Source source = Source.of(name + ".lua", text);
        return new CorpusCase(
                folder.getFileName().toString(),
                name,
                Program.of(source).withInput(optional(folder.resolve(name + ".in"))),
                folder,
                optional(folder.resolve(name + ".out")),
                new String(optional(folder.resolve(name + ".err")), StandardCharsets.UTF_8).stripTrailing(),
                !new String(text, StandardCharsets.UTF_8).contains(NO_STRESS));
    }

    private static byte[] optional(Path file) {
        return Files.exists(file) ? Resources.read(file) : new byte[0];
    }

    /** Area and name. */
    public String path() {
        return area + "/" + name;
    }

    /** Whether it must end with an error. */
    public boolean fails() {
        return !error.isEmpty();
    }
}
