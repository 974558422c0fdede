package dev.moonlift.conformance.run;

import java.util.Optional;
import java.util.function.Function;

/**
 * A program of a suite, with how to run it and what must come of it.
 *
 * @param suite what it belongs to
 * @param group what it counts for in reports
 * @param name its name in the suite
 * @param program what to run
 * @param options how to run it, but for the platform
 * @param judge says what is wrong with an outcome, or nothing
 */
public record Trial(
        String suite,
        String group,
        String name,
        Program program,
        RunOptions options,
        Function<Outcome, Optional<String>> judge) {
    /** Runs it on a platform. */
    public Outcome runOn(Platform platform) {
        return new ProgramRunner(options.withPlatform(platform)).run(program);
    }
}
