package dev.moonlift.runtime.cli;

import dev.moonlift.FuelExhaustedException;
import dev.moonlift.GuestException;
import dev.moonlift.Sandbox;
import dev.moonlift.SandboxBuilder;
import dev.moonlift.Source;
import dev.moonlift.TimeLimitException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code moonlift compile}: runs a Lua program to learn about it, and writes it to a file with what it compiled to. */
@Command(
        name = "compile",
        description = {
            "Runs a Lua program, compiling what is hot, and writes a bundle: the program with its compiled code.",
            "'moonlift run BUNDLE' begins with that code in place. What the program prints meanwhile is dropped.",
            "Reaching a limit of fuel or time ends the run, not the command: so even a program that does not end can be"
                    + " compiled. Arguments for the program follow after --."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the bundle is written",
            "1:the program failed, or the bundle cannot be written",
            "2:wrong usage"
        })
final class CompileCommand extends RunCommand {
    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "BUNDLE",
            required = true,
            description = "the file to write, like app.mlb")
    private Path bundle;

    CompileCommand(Terminal terminal) {
        super(terminal);
        this.terminal = terminal;
    }

    @Override
    void configure(SandboxBuilder builder) {
        builder.training().output(OutputStream.nullOutputStream());
    }

    @Override
    boolean isNormal(GuestException limit) {
        return limit instanceof FuelExhaustedException || limit instanceof TimeLimitException;
    }

    @Override
    int end(Sandbox sandbox, Source source, int code) {
        if (code != 0) {
            return MoonliftCommand.FAILURE;
        }
        try {
            int modules = sandbox.writeBundle(source, bundle);
            terminal.complain(bundle + ": " + modules + (modules == 1 ? " module" : " modules") + " of compiled code");
            return 0;
        } catch (IOException e) {
            terminal.complain("moonlift: cannot write " + bundle);
            return MoonliftCommand.FAILURE;
        }
    }
}
