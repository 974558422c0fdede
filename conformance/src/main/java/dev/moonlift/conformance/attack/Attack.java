package dev.moonlift.conformance.attack;

import dev.moonlift.Source;
import dev.moonlift.conformance.run.Inspection;
import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Outcome.End;
import dev.moonlift.conformance.run.Program;
import dev.moonlift.conformance.run.Resources;
import dev.moonlift.conformance.run.RunOptions;
import dev.moonlift.conformance.run.Trial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A hostile program, with what its header says. */
public final class Attack {
    private static final long DEFAULT_MEMORY = 64 << 20;
    private static final long DEFAULT_FUEL = 500_000_000;
    /** What a program prints that catches what it must not be able to catch. */
    private static final String BREACH = "caught";

    private final String name;
    private final Source source;
    private final List<String> lines = new ArrayList<>();
    private End expected;
    private String error = "";
    private long memory = DEFAULT_MEMORY;
    private long fuel = DEFAULT_FUEL;

    private Attack(Path file) {
        byte[] text = Resources.read(file);
        this.name = Resources.stem(file);
        this.source = Source.of(name + ".lua", text);
        new String(text, StandardCharsets.UTF_8)
                .lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line.substring(2).strip())
                .forEach(this::readHeader);
        if (expected == null) {
            throw new IllegalArgumentException(file + " says nothing of its end");
        }
    }

    /** All attacks, by name. */
    public static List<Attack> all() {
        return Resources.programs(Resources.folder("attacks")).stream()
                .map(Attack::new)
                .toList();
    }

    private void readHeader(String line) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            return;
        }
        String value = line.substring(colon + 2);
        switch (line.substring(0, colon)) {
            case "expect" -> readExpectation(value);
            case "prints" -> lines.add(value);
            case "memory" -> memory = Long.parseLong(value.replace("MiB", "")) << 20;
            case "fuel" -> fuel = Long.parseLong(value);
            default -> {} // a remark with a colon
        }
    }

    private void readExpectation(String value) {
        String[] words = value.split(" ", 2);
        expected = switch (words[0]) {
            case "output" -> End.FINISHED;
            case "fuel" -> End.FUEL;
            case "error" -> End.ERROR;
            default -> throw new IllegalArgumentException(name + ": expect: " + value);
        };
        error = words.length == 2 ? words[1] : "";
    }

    public String name() {
        return name;
    }

    /** The attack as it is run: with nothing granted, and the limits of the header. */
    public Trial trial(Duration timeout, Inspection inspection) {
        RunOptions options = RunOptions.untrusting(memory, fuel, timeout).withInspection(inspection);
        String group = name.substring(0, name.indexOf('-'));
        return new Trial("attacks", group, name, Program.of(source), options, this::judge);
    }

    /** What is wrong with an outcome, or nothing. */
    private Optional<String> judge(Outcome outcome) {
        if (outcome.end() != expected || !outcome.message().contains(error)) {
            return Optional.of("ends with <" + outcome.summary() + ">, not <"
                    + expected.name().toLowerCase() + (error.isEmpty() ? "" : ": " + error) + ">");
        }
        if (!outcome.problems().isEmpty()) {
            return Optional.of("heap: " + String.join("; ", outcome.problems()));
        }
        return judgeOutput(outcome.text());
    }

    private Optional<String> judgeOutput(String output) {
        if (expected == End.FUEL && output.contains(BREACH)) {
            return Optional.of("prints <" + BREACH + ">");
        }
        List<String> printed = output.lines().toList();
        if (expected == End.FINISHED && !printed.equals(lines)) {
            return Optional.of("prints " + printed + ", not " + lines);
        }
        return Optional.empty();
    }
}
