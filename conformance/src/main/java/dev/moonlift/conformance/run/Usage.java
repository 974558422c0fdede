package dev.moonlift.conformance.run;

import dev.moonlift.Backstage;
import dev.moonlift.Sandbox;
import dev.moonlift.Statistics;
import dev.moonlift.runtime.kernel.Layout.State;

/**
 * What a program used: part of its meaning, hence the same on every platform.
 *
 * @param fuel units
 * @param collectionFuel units of these for collections that the program asked for: by bytes in use
 * @param memoryPeak bytes
 * @param memoryUsed bytes at the end, garbage that is not collected yet included
 * @param collections garbage collections that were completed
 */
public record Usage(long fuel, long collectionFuel, long memoryPeak, long memoryUsed, long collections) {
    static Usage of(Sandbox sandbox) {
        Statistics statistics = sandbox.statistics();
        return new Usage(
                statistics.fuelUsed(),
                Backstage.memory(sandbox).getLong(State.COLLECTION_FUEL),
                statistics.memoryPeak(),
                statistics.memoryUsed(),
                statistics.collections());
    }

    /** Only units of fuel. */
    static Usage ofFuel(long fuel) {
        return new Usage(fuel, 0, 0, 0, 0);
    }
}
