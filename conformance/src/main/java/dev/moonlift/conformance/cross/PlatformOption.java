package dev.moonlift.conformance.cross;

import dev.moonlift.conformance.run.Platform;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option {@code --engine} of commands that run programs. */
public final class PlatformOption {
    private static final String AUTO = "auto";
    private static final String ALL = "all";

    /** The names of all platforms. */
    private static final class Labels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Platform.values()).map(Platform::label).iterator();
        }
    }

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            split = ",",
            defaultValue = AUTO,
            completionCandidates = Labels.class,
            description = "what runs the programs: auto (default), ${COMPLETION-CANDIDATES} (-1 and -2 are levels of"
                    + " optimization); several, or all that are fast enough, and they are compared with the first of"
                    + " them")
    private List<String> labels;

    /**
     * The platforms that were asked for and can be used. Says on standard output which cannot, and why.
     *
     * @throws ParameterException if there is none
     */
    public List<Platform> platforms() {
        List<Platform> usable = new ArrayList<>();
        for (Platform platform : chosen()) {
            Optional<String> obstacle = platform.obstacle();
            if (obstacle.isEmpty()) {
                usable.add(platform);
            } else {
                out().println(platform.label() + " cannot be used: " + obstacle.get());
            }
        }
        if (usable.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no engine can be used");
        }
        return usable;
    }

    /**
     * The one platform that was asked for.
     *
     * @throws ParameterException if several were, or it cannot be used
     */
    public Platform platform() {
        List<Platform> platforms = platforms();
        if (platforms.size() > 1) {
            throw new ParameterException(spec.commandLine(), "one engine at a time");
        }
        return platforms.get(0);
    }

    private List<Platform> chosen() {
        if (labels.equals(List.of(AUTO))) {
            return List.of(Platform.usual());
        }
        if (labels.equals(List.of(ALL))) {
            return Arrays.stream(Platform.values())
                    .filter(platform -> !platform.compiles() && platform != Platform.KERNEL_ON_INTERPRETER)
                    .toList();
        }
        return labels.stream().map(this::platform).toList();
    }

    private Platform platform(String label) {
        return Platform.labelled(label).orElseThrow(() -> {
            String known = String.join(", ", new Labels());
            return new ParameterException(spec.commandLine(), "no engine '" + label + "'; there are " + known);
        });
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
