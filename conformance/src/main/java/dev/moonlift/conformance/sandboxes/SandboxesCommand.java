package dev.moonlift.conformance.sandboxes;

import dev.moonlift.conformance.cross.PlatformOption;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conformance sandboxes}: makes very many sandboxes, and looks for what is left of them. */
@Command(
        name = "sandboxes",
        description = "Makes, uses and closes very many sandboxes, and sees to it that nothing is left of them."
                + " For the process's memory to tell something, the Java heap must have its size from the start:"
                + " -Xms128m -Xmx128m -XX:+AlwaysPreTouch.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SandboxesCommand implements Callable<Integer> {
    private static final String TEMPORARY = "java.io.tmpdir";

    @Spec
    private CommandSpec spec;

    @Mixin
    private PlatformOption engine;

    @Option(names = "--count", paramLabel = "N", defaultValue = "10000", description = "how many; 10000 unless given")
    private int count;

    @Option(
            names = "--mark",
            paramLabel = "N",
            defaultValue = "1000",
            description = "report after so many; memory may grow until the first such mark; 1000 unless given")
    private int mark;

    @Option(
            names = "--bound",
            paramLabel = "MIB",
            defaultValue = "32",
            description = "by how much memory may grow after the first mark; 32 unless given")
    private long bound;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createDirectory(Path.of(
                System.getProperty(TEMPORARY),
                "sandboxes-" + ProcessHandle.current().pid()));
        // Before anything uses it: what other processes do there is not of interest.
        System.setProperty(TEMPORARY, folder.toString());
        try {
            return parade();
        } finally {
            Files.delete(folder);
        }
    }

    private int parade() {
        PrintWriter out = spec.commandLine().getOut();
        Platform platform = engine.platform();
        Parade parade = new Parade(platform, count, mark);
        List<ProcessState> states = new ArrayList<>();
        parade.run(made -> {
            states.add(ProcessState.now());
            out.printf("%s: %,d sandboxes: %s%n", platform.label(), made, states.get(states.size() - 1));
            out.flush();
        });
        out.printf("%s: made in %.3f ms (median)%n", platform.label(), parade.medianCreationMillis());
        Optional<String> leak = Parade.leak(states.get(0), states.get(states.size() - 1), bound << 20);
        out.println(platform.label() + ": " + leak.orElse("nothing is left"));
        out.flush();
        return leak.isEmpty() ? 0 : 1;
    }
}
