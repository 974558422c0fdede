package dev.moonlift.conformance.run;

import dev.moonlift.Statistics;

/**
 * What a program used: part of its meaning, hence the same on every platform.
 *
 * @param fuel units
 * @param memoryPeak bytes
 * @param memoryUsed bytes at the end, garbage that is not collected yet included
 * @param collections garbage collections that were completed
 */
public record Usage(long fuel, long memoryPeak, long memoryUsed, long collections) {
    static Usage of(Statistics statistics) {
        return new Usage(
                statistics.fuelUsed(), statistics.memoryPeak(), statistics.memoryUsed(), statistics.collections());
    }
}
