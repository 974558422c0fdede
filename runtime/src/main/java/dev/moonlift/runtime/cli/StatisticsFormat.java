package dev.moonlift.runtime.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moonlift.Statistics;
import dev.moonlift.compilation.CompilationStatistics;
import dev.moonlift.compilation.CompilationStatistics.Exit;
import dev.moonlift.compilation.CompilationStatistics.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How statistics are printed. */
enum StatisticsFormat {
    TEXT {
        @Override
        String format(Statistics statistics, CompilationStatistics compilation) {
            String all = text(
                    """
                    engine       %s: %s
                    fuel         %,d used
                    memory       %,d bytes used, peak %,d, limit %,d
                    collections  %d
                    time         %.3f s""",
                    statistics.engine(),
                    statistics.engineReason(),
                    statistics.fuelUsed(),
                    statistics.memoryUsed(),
                    statistics.memoryPeak(),
                    statistics.memoryLimit(),
                    statistics.collections(),
                    statistics.time().toNanos() / 1e9);
            return compilation.level() == 0 ? all : all + "\n" + format(compilation);
        }

        private static String format(CompilationStatistics compilation) {
            String summary = text(
                    """
                    compiler     %s, level %d: %,d functions compiled, %,d have code now
                    compilations %,d, %,d of them again; %,d failed; %,d bytes
                    cache        %,d hits, %,d misses (%.0f %% hits)
                    compiling    %.1f ms, median %.1f ms
                    exits        %,d seen: %s""",
                    compilation.compiler().isEmpty() ? "none yet" : compilation.compiler(),
                    compilation.level(),
                    compilation.functions(),
                    compilation.functionsInPlace(),
                    compilation.compilations(),
                    compilation.recompilations(),
                    compilation.failures(),
                    compilation.codeBytes(),
                    compilation.cacheHits(),
                    compilation.cacheMisses(),
                    100 * compilation.cacheHitRate(),
                    compilation.time().toNanos() / 1e6,
                    compilation.medianTime().toNanos() / 1e6,
                    compilation.exitCount(),
                    causes(compilation));
            return Stream.of(
                            Stream.of(summary),
                            compilation.exits().stream()
                                    .sorted(Comparator.comparingLong(Exit::count)
                                            .reversed())
                                    .limit(MOST_LINES)
                                    .map(StatisticsFormat::describe),
                            compilation.failed().stream().limit(MOST_LINES).map(StatisticsFormat::describe),
                            compilation.givenUp().stream().limit(MOST_LINES).map(function -> "  gave up " + function))
                    .flatMap(lines -> lines)
                    .collect(Collectors.joining("\n"));
        }
    },
    JSON {
        @Override
        String format(Statistics statistics, CompilationStatistics compilation) {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode json = mapper.createObjectNode();
            json.put("engine", statistics.engine());
            json.put("engineReason", statistics.engineReason());
            json.put("fuelUsed", statistics.fuelUsed());
            json.put("memoryUsed", statistics.memoryUsed());
            json.put("memoryPeak", statistics.memoryPeak());
            json.put("memoryLimit", statistics.memoryLimit());
            json.put("collections", statistics.collections());
            json.put("seconds", statistics.time().toNanos() / 1e9);
            fill(json.putObject("compilation"), compilation, mapper);
            return json.toString();
        }

        private static void fill(ObjectNode json, CompilationStatistics compilation, ObjectMapper mapper) {
            json.put("level", compilation.level());
            json.put("compiler", compilation.compiler());
            json.put("functions", compilation.functions());
            json.put("functionsInPlace", compilation.functionsInPlace());
            json.put("compilations", compilation.compilations());
            json.put("recompilations", compilation.recompilations());
            json.put("cacheHits", compilation.cacheHits());
            json.put("cacheMisses", compilation.cacheMisses());
            json.put("cacheHitRate", compilation.cacheHitRate());
            json.put("codeBytes", compilation.codeBytes());
            json.put("seconds", compilation.time().toNanos() / 1e9);
            json.put("medianSeconds", compilation.medianTime().toNanos() / 1e9);
            json.put("failures", compilation.failures());
            json.set("failed", mapper.valueToTree(compilation.failed()));
            json.set("givenUp", mapper.valueToTree(compilation.givenUp()));
            json.set("exitsByCause", mapper.valueToTree(compilation.exitsByCause()));
            json.set("exits", mapper.valueToTree(compilation.exits()));
        }
    };

    /** Of each kind, in text. */
    private static final int MOST_LINES = 10;

    /** The statistics in this format, without a line break at the end. */
    abstract String format(Statistics statistics, CompilationStatistics compilation);

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String causes(CompilationStatistics compilation) {
        List<String> causes = compilation.exitsByCause().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                .toList();
        return causes.isEmpty() ? "none" : String.join(", ", causes);
    }

    private static String describe(Exit exit) {
        return text(
                "  %s left at line %d (instruction %d), expected %s: %d",
                exit.function(), exit.line(), exit.instruction(), exit.expected(), exit.count());
    }

    private static String describe(Failure failure) {
        return text("  %s %s: %s", failure.isRefusal() ? "refused" : "failed", failure.function(), failure.reason());
    }
}
