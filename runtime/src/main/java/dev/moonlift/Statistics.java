package dev.moonlift;

import java.time.Duration;

/**
 * What a sandbox has used so far.
 *
 * @param engine name of the engine that runs the guest now: {@code chicory} until it moves to native code
 * @param engineReason why this one
 * @param fuelUsed units of fuel, over all calls
 * @param memoryUsed bytes in use now, garbage that is not collected yet included
 * @param memoryPeak the most that {@code memoryUsed} has been
 * @param memoryLimit bytes that the sandbox may use, the kernel's own included
 * @param collections garbage collections that were completed
 * @param time duration of all finished calls, host functions included
 */
public record Statistics(
        String engine,
        String engineReason,
        long fuelUsed,
        long memoryUsed,
        long memoryPeak,
        long memoryLimit,
        long collections,
        Duration time) {}
