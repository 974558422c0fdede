package dev.moonlift.conformance;

import dev.moonlift.conformance.attack.AttackCommand;
import dev.moonlift.conformance.bench.BenchCommand;
import dev.moonlift.conformance.compiler.CompilerCommand;
import dev.moonlift.conformance.corpus.CorpusCommand;
import dev.moonlift.conformance.fuzz.FuzzCommand;
import dev.moonlift.conformance.kills.KillsCommand;
import dev.moonlift.conformance.official.OfficialCommand;
import dev.moonlift.conformance.pauses.PausesCommand;
import dev.moonlift.conformance.sandboxes.SandboxesCommand;
import dev.moonlift.conformance.start.StartCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the command line {@code conformance}. */
@Command(
        name = "conformance",
        description = "Runs Moonlift's suites and measures its speed.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CorpusCommand.class,
            AttackCommand.class,
            OfficialCommand.class,
            BenchCommand.class,
            CompilerCommand.class,
            PausesCommand.class,
            KillsCommand.class,
            FuzzCommand.class,
            SandboxesCommand.class,
            StartCommand.class
        })
public final class Main {
    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("dev.moonlift");

    private Main() {}

    /** Runs a command line and ends this process with its exit code: 0 if all passed, 1 if not, 2 for wrong usage. */
    public static void main(String[] arguments) {
        LOGGER.setLevel(Level.WARNING);
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
