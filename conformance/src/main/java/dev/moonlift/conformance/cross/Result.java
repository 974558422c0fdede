package dev.moonlift.conformance.cross;

import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Platform;
import java.util.Optional;

/**
 * A trial on a platform.
 *
 * @param platform where it ran
 * @param outcome what came of it; null if it did not end as programs do
 * @param failure what is wrong, if anything is
 * @param nanos how long it took
 */
public record Result(Platform platform, Outcome outcome, Optional<String> failure, long nanos) {}
