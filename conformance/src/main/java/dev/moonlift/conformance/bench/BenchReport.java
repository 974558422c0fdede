package dev.moonlift.conformance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moonlift.conformance.run.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The times of all contestants on all programs, as a table and as JSON. */
final class BenchReport {
    private static final String OURS = "moonlift";

    private final List<String> contestants;
    private final Map<String, Map<String, Score>> scores = new LinkedHashMap<>();

    BenchReport(List<String> contestants) {
        this.contestants = contestants;
    }

    void add(String program, Map<String, Score> byContestant) {
        scores.put(program, byContestant);
    }

    /** Whether Moonlift failed nowhere, and printed what the first other one that speaks Lua 5.4 did. */
    boolean isSound() {
        return scores.keySet().stream().noneMatch(program -> remark(program).startsWith("!"));
    }

    // --- as a table ---

    void printHead(PrintWriter out) {
        out.printf("%-14s", "CPU ms");
        contestants.forEach(name -> out.printf("%12s", name));
        others().forEach(name -> out.printf("%17s", OURS.charAt(0) + "/" + name));
        out.println();
    }

    void printLine(PrintWriter out, String program) {
        out.printf("%-14s", program);
        contestants.forEach(name -> out.printf("%12s", format("%.1f", median(program, name))));
        others().forEach(name -> out.printf("%17s", format("%.2f", ratio(program, name))));
        out.println(remark(program));
        out.flush();
    }

    void printMeans(PrintWriter out) {
        out.printf("%-14s%" + 12 * contestants.size() + "s", "geometric mean", "");
        others().forEach(name -> out.printf("%17s", format("%.2f", mean(name))));
        out.println();
        out.flush();
    }

    private static String format(String pattern, double value) {
        return Double.isNaN(value) ? "-" : String.format(pattern, value);
    }

    /** What is to be said of a program: failures, and a result that is not that of {@code lua5.4}. */
    private String remark(String program) {
        Map<String, Score> line = scores.get(program);
        StringBuilder text = new StringBuilder();
        line.forEach((name, score) -> {
            if (!score.isValid()) {
                text.append(name.equals(OURS) ? "! " : "  ")
                        .append(name)
                        .append(": ")
                        .append(score.failure());
            } else if (!score.steady()) {
                text.append("  ").append(name).append(": not steady");
            }
        });
        Score reference = line.get("lua5.4");
        Score ours = line.get(OURS);
        if (reference != null
                && reference.isValid()
                && ours.isValid()
                && !reference.output().equals(ours.output())) {
            text.append("! prints ")
                    .append(ours.output().strip())
                    .append(", lua5.4 ")
                    .append(reference.output());
        }
        return text.toString().stripTrailing();
    }

    // --- numbers ---

    private List<String> others() {
        return contestants.stream().filter(name -> !name.equals(OURS)).toList();
    }

    private double median(String program, String name) {
        Score score = scores.get(program).get(name);
        return score == null || !score.isValid() ? Double.NaN : score.medianMillis();
    }

    /** How many times as long as another one Moonlift takes. */
    private double ratio(String program, String other) {
        return median(program, OURS) / median(program, other);
    }

    private double mean(String other) {
        List<Double> ratios = new ArrayList<>();
        for (String program : scores.keySet()) {
            double ratio = ratio(program, other);
            if (!Double.isNaN(ratio)) {
                ratios.add(ratio);
            }
        }
        return Samples.geometricMean(ratios);
    }

    // --- as JSON ---

    void writeJson(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        ObjectNode programs = root.putObject("programs");
        scores.forEach((program, line) -> {
            ObjectNode entry = programs.putObject(program);
            line.forEach((name, score) -> write(entry.putObject(name), score));
        });
        ObjectNode means = root.putObject("geometricMeanOfMoonliftTo");
        others().forEach(name -> means.put(name, mean(name)));
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void write(ObjectNode node, Score score) {
        if (score.isValid()) {
            node.put("medianMillis", score.medianMillis());
            node.put("warmUpRounds", score.warmUpRounds());
            node.put("steady", score.steady());
            for (long nanos : score.nanos()) {
                node.withArray("millis").add(nanos / 1e6);
            }
        } else {
            node.put("failure", score.failure());
        }
    }
}
