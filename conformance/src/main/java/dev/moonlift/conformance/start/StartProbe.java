package dev.moonlift.conformance.start;

import dev.moonlift.LuaFunction;
import dev.moonlift.Sandbox;
import dev.moonlift.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Runs a program as the command line does, and tells when what was done, in nanoseconds since 1970. */
final class StartProbe {
    static final String MAIN = "main";
    static final String BUILT = "built";
    static final String LOADED = "loaded";
    static final String RAN = "ran";
    static final String CLOSED = "closed";

    private StartProbe() {}

    static long now() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
    }

    /** Runs the program that is the argument. */
    public static void main(String[] arguments) throws IOException {
        final long main = now();
        final long built;
        final long loaded;
        final long ran;
        try (Sandbox sandbox = Sandbox.builder().output(System.out).build()) {
            built = now();
            LuaFunction program = sandbox.load(Source.of(Path.of(arguments[0])));
            loaded = now();
            program.call();
            ran = now();
            sandbox.runFinalizers();
        }
        Probe.tell(MAIN, main);
        Probe.tell(BUILT, built);
        Probe.tell(LOADED, loaded);
        Probe.tell(RAN, ran);
        Probe.tell(CLOSED, now());
    }
}
