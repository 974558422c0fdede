package dev.moonlift.conformance.run;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to run programs: what suites differ in.
 *
 * @param platform what runs them
 * @param memory limit in bytes
 * @param fuel limit of the program, and once more of its finalizers at the end
 * @param timeout limit of time, so that nothing hangs
 * @param trusted whether all capabilities are granted, or none
 * @param modules folder for {@code require} when trusted, or null
 * @param inspection looks at the sandbox before and after the run
 */
public record RunOptions(
        Platform platform,
        long memory,
        long fuel,
        Duration timeout,
        boolean trusted,
        Path modules,
        Inspection inspection) {
    private static final long GENEROUS_FUEL = 2_000_000_000;

    /**
     * All capabilities, and limits that only a program that hangs reaches. On the JVM, as long as nothing else is said.
     */
    public static RunOptions trusting() {
        return new RunOptions(
                Platform.CHICORY, 256L << 20, GENEROUS_FUEL, Duration.ofSeconds(60), true, null, Inspection.NONE);
    }

    /** No capabilities. */
    public static RunOptions untrusting(long memory, long fuel, Duration timeout) {
        return new RunOptions(Platform.CHICORY, memory, fuel, timeout, false, null, Inspection.NONE);
    }

    /** The same on a platform. */
    public RunOptions withPlatform(Platform other) {
        return new RunOptions(other, memory, fuel, timeout, trusted, modules, inspection);
    }

    /** The same with a limit of fuel. */
    public RunOptions withFuel(long units) {
        return new RunOptions(platform, memory, units, timeout, trusted, modules, inspection);
    }

    /** The same with a limit of time. */
    public RunOptions withTimeout(Duration duration) {
        return new RunOptions(platform, memory, fuel, duration, trusted, modules, inspection);
    }

    /** The same with a folder for {@code require}. */
    public RunOptions withModules(Path folder) {
        return new RunOptions(platform, memory, fuel, timeout, trusted, folder, inspection);
    }

    /** The same with an inspection. */
    public RunOptions withInspection(Inspection other) {
        return new RunOptions(platform, memory, fuel, timeout, trusted, modules, other);
    }
}
