package dev.moonlift.conformance.attack;

import dev.moonlift.conformance.cross.CrossOptions;
import dev.moonlift.conformance.run.HeapInspection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conformance attacks}: runs the hostile programs and reports on each kind. */
@Command(
        name = "attacks",
        description = "Runs hostile programs, which must end as they must, and reports on each kind.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class AttackCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @Spec
    private CommandSpec spec;

    @Mixin
    private CrossOptions options;

    @Parameters(paramLabel = "ATTACK", arity = "0..*", description = "attacks; all unless given")
    private List<String> chosen = List.of();

    @Override
    public Integer call() throws IOException {
        return options.run(
                Attack.all().stream()
                        .filter(attack -> chosen.isEmpty() || chosen.contains(attack.name()))
                        .map(attack -> attack.trial(TIMEOUT, HeapInspection.verifying())),
                spec.commandLine().getOut());
    }
}
