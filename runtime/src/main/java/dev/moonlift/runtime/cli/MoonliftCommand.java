package dev.moonlift.runtime.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code moonlift}; its subcommands do the work. */
@Command(
        name = "moonlift",
        description = "Runs Lua 5.4 in sandboxes.",
        mixinStandardHelpOptions = true,
        versionProvider = MoonliftCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class MoonliftCommand {
    static final int FAILURE = 1;

    private MoonliftCommand() {}

    /** Carries out a command line; the exit code. */
    static int run(Terminal terminal, String... arguments) {
        CommandLine commandLine = new CommandLine(new MoonliftCommand())
                .addSubcommand(new CommandLine(new RunCommand(terminal)).setStopAtPositional(true))
                .addSubcommand(new CommandLine(new CompileCommand(terminal)))
                .addSubcommand(new CommandLine(new DumpCommand()).addSubcommand(new DumpBytecodeCommand(terminal)))
                .registerConverter(MemorySize.class, MemorySize::parse)
                .registerConverter(Duration.class, Durations::parse)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(terminal.output(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.error(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, result) -> report(terminal, failure));
        if (arguments.length == 0) {
            commandLine.usage(commandLine.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return commandLine.execute(arguments);
    }

    /** Says what went wrong that is neither the guest's nor the user's fault; never with a stack trace. */
    private static int report(Terminal terminal, Exception failure) {
        terminal.complain("moonlift: " + (failure.getMessage() == null ? failure.toString() : failure.getMessage()));
        return FAILURE;
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MoonliftCommand.class.getPackage().getImplementationVersion();
            return new String[] {"moonlift " + (version == null ? "(development)" : version)};
        }
    }
}
