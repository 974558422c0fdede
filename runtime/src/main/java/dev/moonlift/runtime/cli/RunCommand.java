package dev.moonlift.runtime.cli;

import dev.moonlift.Capability;
import dev.moonlift.EngineUnavailableException;
import dev.moonlift.GuestException;
import dev.moonlift.GuestExitException;
import dev.moonlift.LuaException;
import dev.moonlift.LuaFunction;
import dev.moonlift.LuaTable;
import dev.moonlift.Sandbox;
import dev.moonlift.SandboxBuilder;
import dev.moonlift.Source;
import dev.moonlift.compilation.CompilationException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moonlift run}: runs a Lua program in a sandbox. */
@Command(
        name = "run",
        description = "Runs a Lua program in a sandbox.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the program ended normally",
            "1:it ended with an error or reached a limit",
            "2:wrong usage",
            "n:it called os.exit(n)"
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "auto",
            description = "what runs the program: auto (default), wasmtime (native code) or chicory (pure Java)")
    private String engine;

    @Mixin
    private JitFlags jit;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "64M",
            description = "limit of memory, like 512K, 64M (default) or 1G")
    private MemorySize memory;

    @Option(
            names = "--fuel",
            paramLabel = "N",
            description = "limit of work, in units of about one call or loop round; default none")
    private Long fuel;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "limit of time, like 500ms, 2s or 1m; default none")
    private Duration timeout;

    @Option(
            names = "--allow",
            paramLabel = "WHAT",
            split = ",",
            description =
                    "grant io (standard streams), os (environment variables), debug, require (files in the program's"
                            + " folder), or all")
    private Set<Grantable> allow = EnumSet.noneOf(Grantable.class);

    @Option(
            names = "--stats",
            paramLabel = "FORMAT",
            description = "print statistics to standard error at the end, as text or json")
    private StatisticsFormat statistics;

    @Parameters(index = "0", paramLabel = "FILE", description = "the program, or - for standard input")
    private String file;

    @Parameters(
            index = "1..*",
            paramLabel = "ARGS",
            arity = "0..*",
            description = "its arguments: ... and the table arg")
    private List<String> arguments = List.of();

    /** What {@code --allow} can grant. */
    enum Grantable {
        IO,
        OS,
        DEBUG,
        REQUIRE,
        ALL
    }

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Sandbox sandbox = build()) {
            int code = run(sandbox);
            if (statistics != null) {
                terminal.complain(statistics.format(sandbox.statistics(), sandbox.compilation()));
            }
            return code;
        }
    }

    private Sandbox build() {
        try {
            SandboxBuilder builder = Sandbox.builder()
                    .engine(engine)
                    .memory(memory.bytes())
                    .input(terminal.input())
                    .output(terminal.output())
                    .error(terminal.error())
                    .zone(ZoneId.systemDefault());
            if (fuel != null) {
                builder.fuel(fuel);
            }
            if (timeout != null) {
                builder.timeout(timeout);
            }
            jit.apply(builder, terminal);
            grant(builder);
            return builder.build();
        } catch (IllegalArgumentException | EngineUnavailableException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void grant(SandboxBuilder builder) {
        boolean all = allow.contains(Grantable.ALL);
        if (all || allow.contains(Grantable.IO)) {
            builder.allow(Capability.IO);
        }
        if (all || allow.contains(Grantable.OS)) {
            builder.allow(Capability.OS);
        }
        if (all || allow.contains(Grantable.DEBUG)) {
            builder.allow(Capability.DEBUG);
        }
        if (all || allow.contains(Grantable.REQUIRE)) {
            builder.moduleFolder(folder());
        }
    }

    private boolean isStandardInput() {
        return file.equals("-");
    }

    /** The folder that the program lies in. */
    private Path folder() {
        Path parent = isStandardInput() ? null : Path.of(file).getParent();
        return parent == null ? Path.of("") : parent;
    }

    private int run(Sandbox sandbox) {
        try {
            Source source = read();
            int code = report(() -> runProgram(sandbox, source));
            int closing = report(sandbox::runFinalizers);
            return Math.max(code, closing);
        } catch (IOException | InvalidPathException e) {
            terminal.complain("moonlift: cannot open " + file);
            return MoonliftCommand.FAILURE;
        } catch (GuestExitException exit) {
            return exit.code();
        } catch (CompilationException failure) {
            terminal.complain("moonlift: " + failure.getMessage());
            return MoonliftCommand.FAILURE;
        } catch (GuestException limit) {
            complain(limit);
            return MoonliftCommand.FAILURE;
        }
    }

    /** Runs something that may end with a Lua error, after which the program still comes to its end; the exit code. */
    private int report(Runnable step) {
        try {
            step.run();
            return 0;
        } catch (LuaException error) {
            complain(error);
            return MoonliftCommand.FAILURE;
        }
    }

    private Source read() throws IOException {
        return isStandardInput() ? Source.of("stdin", terminal.input().readAllBytes()) : Source.of(Path.of(file));
    }

    private void runProgram(Sandbox sandbox, Source source) {
        LuaFunction program = sandbox.load(source);
        sandbox.globals().set("arg", argTable(sandbox));
        program.callMulti(arguments.toArray());
    }

    private LuaTable argTable(Sandbox sandbox) {
        LuaTable arg = sandbox.newTable().set(0, file);
        for (int i = 0; i < arguments.size(); i++) {
            arg.set(i + 1, arguments.get(i));
        }
        return arg;
    }

    /** As {@code lua5.4} reports an error: its message or what its {@code __tostring} says, then the traceback. */
    private void complain(GuestException failure) {
        if (failure instanceof LuaException error && error.value() instanceof LuaTable table) {
            terminal.complain("moonlift: " + describe(error, table));
            return;
        }
        String traceback = failure.guestTraceback();
        terminal.complain("moonlift: " + failure.getMessage() + (traceback.isEmpty() ? "" : "\n" + traceback));
    }

    private static String describe(LuaException error, LuaTable table) {
        LuaTable metatable = table.metatable();
        if (metatable != null && metatable.get("__tostring") instanceof LuaFunction toString) {
            try {
                Object text = toString.call(table);
                return text instanceof String ? (String) text : error.getMessage();
            } catch (GuestException failed) {
                return failed.getMessage();
            }
        }
        return error.getMessage();
    }
}
