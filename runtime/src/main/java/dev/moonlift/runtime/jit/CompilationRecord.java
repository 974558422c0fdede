package dev.moonlift.runtime.jit;

import java.time.Duration;
import java.time.Instant;

/**
 * How code came about.
 *
 * @param key of all that it depends on
 * @param engine name of what runs it
 * @param level of optimization
 * @param at when the compilation was over
 * @param duration how long it took, the engine's part included; of code out of a file, how long it took then
 */
public record CompilationRecord(String key, String engine, int level, Instant at, Duration duration) {}
