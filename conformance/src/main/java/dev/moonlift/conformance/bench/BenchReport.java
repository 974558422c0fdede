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
    private static final int COLUMN = 10;

    private final List<String> contestants;
    /** Moonlift on its engines; the first is the one whose ratios are in the table. */
    private final List<String> ours;

    private final Map<String, Map<String, Score>> scores = new LinkedHashMap<>();

    /**
     * A report.
     *
     * @param contestants the names of all
     * @param ours those of them that are Moonlift, at least one
     */
    BenchReport(List<String> contestants, List<String> ours) {
        this.contestants = contestants;
        this.ours = ours;
    }

    void add(String program, Map<String, Score> byContestant) {
        scores.put(program, byContestant);
    }

    /** Whether Moonlift failed nowhere, and printed what {@code lua5.4} did. */
    boolean isSound() {
        return scores.keySet().stream().noneMatch(program -> remark(program).contains("! "));
    }

    // --- as a table ---

    void printHead(PrintWriter out) {
        out.printf("%-14s", "CPU ms");
        contestants.forEach(name -> out.printf(column(name), name));
        others(leader()).forEach(name -> out.printf(column(quotient(name)), quotient(name)));
        out.println();
    }

    void printLine(PrintWriter out, String program) {
        out.printf("%-14s", program);
        contestants.forEach(name -> out.printf(column(name), format("%.1f", median(program, name))));
        others(leader())
                .forEach(name -> out.printf(column(quotient(name)), format("%.2f", ratio(program, leader(), name))));
        out.println(remark(program));
        out.flush();
    }

    private String quotient(String name) {
        return leader() + "/" + name;
    }

    /** The pattern of a column that is wide enough for its head. */
    private static String column(String head) {
        return "%" + Math.max(COLUMN, head.length() + 2) + "s";
    }

    void printMeans(PrintWriter out) {
        for (String our : ours) {
            out.print("geometric mean of " + our + " to");
            others(our).forEach(name -> out.print("  " + name + " " + format("%.2f", mean(our, name))));
            out.println();
        }
        out.flush();
    }

    private static String format(String pattern, double value) {
        return Double.isNaN(value) ? "-" : String.format(pattern, value);
    }

    /** What is to be said of a program: failures, and a result of ours that is not that of {@code lua5.4}. */
    private String remark(String program) {
        Map<String, Score> line = scores.get(program);
        StringBuilder text = new StringBuilder();
        line.forEach((name, score) -> {
            if (!score.isValid()) {
                text.append(ours.contains(name) ? "! " : "  ")
                        .append(name)
                        .append(": ")
                        .append(score.failure());
            } else if (!score.steady()) {
                text.append("  ").append(name).append(": not steady");
            }
        });
        Score reference = line.get("lua5.4");
        if (reference != null && reference.isValid()) {
            ours.forEach(name -> text.append(wrongOutput(name, line.get(name), reference)));
        }
        return text.toString().stripTrailing();
    }

    private static String wrongOutput(String name, Score score, Score reference) {
        return !score.isValid() || score.output().equals(reference.output())
                ? ""
                : "! " + name + " prints " + score.output().strip() + ", lua5.4 " + reference.output();
    }

    // --- numbers ---

    private String leader() {
        return ours.get(0);
    }

    private List<String> others(String our) {
        return contestants.stream().filter(name -> !name.equals(our)).toList();
    }

    private double median(String program, String name) {
        Score score = scores.get(program).get(name);
        return score == null || !score.isValid() ? Double.NaN : score.medianMillis();
    }

    /** How many times as long as another one a contestant takes. */
    private double ratio(String program, String name, String other) {
        return median(program, name) / median(program, other);
    }

    private double mean(String name, String other) {
        List<Double> ratios = new ArrayList<>();
        for (String program : scores.keySet()) {
            double ratio = ratio(program, name, other);
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
        ObjectNode means = root.putObject("geometricMeans");
        for (String our : ours) {
            ObjectNode ofOne = means.putObject(our);
            others(our).forEach(name -> ofOne.put(name, mean(our, name)));
        }
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
