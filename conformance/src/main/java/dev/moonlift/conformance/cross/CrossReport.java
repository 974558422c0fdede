package dev.moonlift.conformance.cross;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Trial;
import dev.moonlift.conformance.run.Usage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of the trials of a suite, by group and platform. */
public final class CrossReport {
    private static final String ALL = "all";

    private final List<Platform> platforms;
    private final PrintWriter out;
    private final Map<String, Map<Platform, Tally>> groups = new TreeMap<>();
    private final Map<Platform, Tally> total = new EnumMap<>(Platform.class);
    private final Map<String, List<Result>> results = new LinkedHashMap<>();

    /** A report on trials on platforms, which prints as it goes. */
    public CrossReport(List<Platform> platforms, PrintWriter out) {
        this.platforms = platforms;
        this.out = out;
    }

    /** How many passed. */
    private static final class Tally {
        private int passed;
        private int count;
        private long nanos;

        void add(Result result) {
            count++;
            passed += result.failure().isEmpty() ? 1 : 0;
            nanos += result.nanos();
        }

        @Override
        public String toString() {
            return passed + " of " + count;
        }
    }

    /** Adds a trial, and prints a line for each platform where something is wrong. */
    public void add(Trial trial, List<Result> ofTrial) {
        results.put(trial.name(), ofTrial);
        for (Result result : ofTrial) {
            tally(groups.computeIfAbsent(trial.group(), group -> new EnumMap<>(Platform.class)), result);
            tally(total, result);
            result.failure()
                    .ifPresent(text -> out.println(
                            trial.name() + " on " + result.platform().label() + ": " + text));
        }
        out.flush();
    }

    private static void tally(Map<Platform, Tally> tallies, Result result) {
        tallies.computeIfAbsent(result.platform(), platform -> new Tally()).add(result);
    }

    /** Prints how many passed in each group and in all. */
    public void printSummary() {
        out.printf("%-16s", "passed");
        platforms.forEach(platform -> out.printf("%24s", platform.label()));
        out.println();
        groups.forEach(this::printLine);
        printLine(ALL, total);
        out.printf("%-16s", "seconds");
        platforms.forEach(platform ->
                out.printf(Locale.ROOT, "%24.1f", total.containsKey(platform) ? total.get(platform).nanos / 1e9 : 0));
        out.println();
        out.flush();
    }

    private void printLine(String group, Map<Platform, Tally> tallies) {
        out.printf("%-16s", group);
        platforms.forEach(platform -> out.printf("%24s", tallies.getOrDefault(platform, new Tally())));
        out.println();
    }

    /** Whether all passed. */
    public boolean isSound() {
        return total.values().stream().allMatch(tally -> tally.passed == tally.count);
    }

    /** Writes every trial with its end, what it used and how long it took. */
    public void writeJson(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        results.forEach((name, ofTrial) -> {
            ObjectNode trial = root.putObject(name);
            ofTrial.forEach(result -> write(trial.putObject(result.platform().label()), result));
        });
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void write(ObjectNode node, Result result) {
        result.failure().ifPresent(text -> node.put("failure", text));
        node.put("millis", result.nanos() / 1e6);
        Outcome outcome = result.outcome();
        if (outcome != null) {
            Usage usage = outcome.usage();
            node.put("end", outcome.summary());
            node.put("fuel", usage.fuel());
            node.put("collectionFuel", usage.collectionFuel());
            node.put("memoryPeak", usage.memoryPeak());
            node.put("collections", usage.collections());
        }
    }
}
