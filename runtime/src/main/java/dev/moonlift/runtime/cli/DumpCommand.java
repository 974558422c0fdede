package dev.moonlift.runtime.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code moonlift dump}: shows what a program is turned into. Its subcommands say at which stage. */
@Command(
        name = "dump",
        description = "Shows what a Lua program is turned into.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "STAGE")
final class DumpCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing stage: bytecode");
    }
}
