package dev.moonlift.conformance.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moonlift.conformance.run.Platform;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conformance start}: measures what precedes a guest's work, beside what it may take. */
@Command(
        name = "start",
        description = "Measures, in processes of their own, how long it takes to start, to compile the kernel, to make"
                + " a sandbox and to call between Java and Lua.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class StartCommand implements Callable<Integer> {
    private static final long MICROS = 1000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            defaultValue = "runtime/target/moonlift.jar",
            description = "the command line to start; runtime/target/moonlift.jar unless given")
    private Path jar;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "11",
            description = "processes whose median counts; 11 unless given")
    private int starts;

    @Option(names = "--json", paramLabel = "FILE", description = "write all to a file as well")
    private Path json;

    private final List<Measure> measures = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Stopwatch stopwatch = new Stopwatch(starts);
        if (Files.exists(jar)) {
            report(stopwatch.processes(jar));
        } else {
            out().println("there is no " + jar + " to start");
        }
        Optional<String> obstacle = Platform.WASMTIME.obstacle();
        if (obstacle.isEmpty()) {
            report(stopwatch.compilation());
            report(stopwatch.crossings("wasmtime", 20 * MICROS, 5 * MICROS));
        } else {
            out().println("wasmtime cannot be used: " + obstacle.get());
        }
        report(stopwatch.crossings("chicory", MICROS, MICROS / 2));
        if (json != null) {
            writeJson();
        }
        return measures.stream().allMatch(Measure::isMet) ? 0 : 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void report(List<Measure> more) {
        measures.addAll(more);
        more.forEach(out()::println);
        out().flush();
    }

    private void writeJson() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        ArrayNode list = root.putArray("measures");
        for (Measure measure : measures) {
            ObjectNode node = list.addObject();
            node.put("name", measure.name().strip());
            node.put("nanos", measure.nanos());
            if (measure.target() != 0) {
                node.put("target", measure.target());
                node.put("met", measure.isMet());
            }
        }
        mapper.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), root);
    }
}
