package dev.moonlift.runtime.cli;

import dev.moonlift.Capability;
import dev.moonlift.CodeCache;
import dev.moonlift.EngineUnavailableException;
import dev.moonlift.GuestException;
import dev.moonlift.GuestExitException;
import dev.moonlift.InvalidBundleException;
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
class RunCommand implements Callable<Integer> {
    private static final long USUAL_MEMORY = 64 << 20;

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
            names = "--code-cache",
            paramLabel = "DIR",
            description = "keep what is compiled in files there; only this user may be able to write to it")
    private Path codeCache;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "limit of memory, like 512K, 64M (default) or 1G; for a bundle, as when it was made")
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

    @Parameters(index = "0", paramLabel = "FILE", description = "the program, or - for standard input, or a bundle")
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
        Program program = read();
        try (Sandbox sandbox = build(program.source())) {
            if (program.problem() != null) {
                terminal.complain("moonlift: " + program.problem());
                return MoonliftCommand.FAILURE;
            }
            int code = end(sandbox, program.source(), run(sandbox, program.source()));
            if (statistics != null) {
                terminal.complain(statistics.format(sandbox.statistics(), sandbox.compilation()));
            }
            return code;
        }
    }

    /** Changes how the sandbox is built. */
    void configure(SandboxBuilder builder) {}

    /**
     * The program has come to its end.
     *
     * @param code exit code
     * @return exit code of the command
     */
    int end(Sandbox sandbox, Source source, int code) {
        return code;
    }

    /** Whether reaching a limit is how the program was to end. */
    boolean isNormal(GuestException limit) {
        return false;
    }

    private Sandbox build(Source source) {
        try {
            SandboxBuilder builder = Sandbox.builder()
                    .engine(engine)
                    .memory(memory != null ? memory.bytes() : source.memory().orElse(USUAL_MEMORY))
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
            if (codeCache != null) {
                builder.codeCache(CodeCache.builder().folder(codeCache).build());
            }
            jit.apply(builder, terminal);
            grant(builder);
            configure(builder);
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

    private int run(Sandbox sandbox, Source source) {
        try {
            int code = report(() -> runProgram(sandbox, source));
            int closing = report(sandbox::runFinalizers);
            return Math.max(code, closing);
        } catch (GuestExitException exit) {
            return exit.code();
        } catch (CompilationException failure) {
            terminal.complain("moonlift: " + failure.getMessage());
            return MoonliftCommand.FAILURE;
        } catch (GuestException limit) {
            if (isNormal(limit)) {
                return 0;
            }
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

    /**
     * The program to run.
     *
     * @param source an empty program if there is none
     * @param problem why there is none; else null
     */
    private record Program(Source source, String problem) {
        static Program missing(String problem) {
            return new Program(Source.of("", ""), problem);
        }
    }

    private Program read() {
        try {
            if (isStandardInput()) {
                return new Program(Source.of("stdin", terminal.input().readAllBytes()), null);
            }
            Path path = Path.of(file);
            return new Program(Source.isBundle(path) ? Source.bundle(path) : Source.of(path), null);
        } catch (InvalidBundleException e) {
            return Program.missing(e.getMessage());
        } catch (IOException | InvalidPathException e) {
            return Program.missing("cannot open " + file);
        }
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
