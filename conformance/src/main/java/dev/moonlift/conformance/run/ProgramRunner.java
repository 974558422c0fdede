package dev.moonlift.conformance.run;

import dev.moonlift.Capability;
import dev.moonlift.FuelExhaustedException;
import dev.moonlift.GuestException;
import dev.moonlift.GuestExitException;
import dev.moonlift.LuaException;
import dev.moonlift.LuaFunction;
import dev.moonlift.MemoryLimitException;
import dev.moonlift.Sandbox;
import dev.moonlift.SandboxBuilder;
import dev.moonlift.TimeLimitException;
import dev.moonlift.conformance.run.Outcome.End;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Runs programs, each in a sandbox of its own. */
public final class ProgramRunner {
    private final RunOptions options;

    public ProgramRunner(RunOptions options) {
        this.options = options;
    }

    /** Runs a program and, unless it was ended by force, the finalizers of what it left. */
    public Outcome run(Program program) {
        CappedOutput output = new CappedOutput();
        try (Sandbox sandbox = build(program, output)) {
            options.inspection().begin(sandbox);
            Ending ending = runToEnd(sandbox, program);
            List<String> problems = options.inspection().end(sandbox);
            Usage usage = Usage.of(sandbox);
            return new Outcome(ending.end, ending.message, ending.traceback, output.toByteArray(), usage, problems);
        }
    }

    private record Ending(End end, String message, String traceback) {}

    private Sandbox build(Program program, CappedOutput output) {
        SandboxBuilder builder = options.platform()
                .place(Sandbox.builder())
                .clock(new SteppingClock())
                .memory(options.memory())
                .fuel(options.fuel())
                .timeout(options.timeout())
                .output(output)
                .input(new ByteArrayInputStream(program.input()));
        if (options.trusted()) {
            builder.allow(Capability.values());
        }
        if (options.trusted() && options.modules() != null) {
            builder.moduleFolder(options.modules());
        }
        return builder.build();
    }

    private Ending runToEnd(Sandbox sandbox, Program program) {
        Ending ending = ending(() -> {
            program.globals().forEach(sandbox.globals()::set);
            LuaFunction main = sandbox.load(program.source());
            main.callMulti(program.arguments().toArray());
        });
        if (ending.end != End.FINISHED && ending.end != End.ERROR) {
            return ending;
        }
        Ending closing = ending(sandbox::runFinalizers);
        return closing.end == End.FINISHED ? ending : closing;
    }

    private static Ending ending(Runnable step) {
        try {
            step.run();
            return new Ending(End.FINISHED, "", "");
        } catch (LuaException error) {
            return endingWith(error);
        } catch (GuestException stopped) {
            return endingWith(stopped);
        }
    }

    private static Ending endingWith(LuaException error) {
        try {
            return new Ending(End.ERROR, ErrorText.of(error), error.guestTraceback());
        } catch (GuestException stopped) {
            return endingWith(stopped);
        }
    }

    private static Ending endingWith(GuestException stopped) {
        if (stopped instanceof MemoryLimitException) {
            return new Ending(End.ERROR, "not enough memory", stopped.guestTraceback());
        }
        if (stopped instanceof GuestExitException exit) {
            return new Ending(End.EXIT, Integer.toString(exit.code()), stopped.guestTraceback());
        }
        if (stopped instanceof FuelExhaustedException) {
            return new Ending(End.FUEL, stopped.getMessage(), stopped.guestTraceback());
        }
        if (stopped instanceof TimeLimitException) {
            return new Ending(End.TIME, stopped.getMessage(), stopped.guestTraceback());
        }
        throw stopped;
    }
}
