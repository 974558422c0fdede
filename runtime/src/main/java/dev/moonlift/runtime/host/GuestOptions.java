package dev.moonlift.runtime.host;

import dev.moonlift.runtime.memory.NativePages;
import java.util.Set;

/**
 * What makes the memory of a new guest.
 *
 * @param memoryLimit bytes that the memory may grow to
 * @param hashSeed seed of string hashes: decides the order in which {@code pairs} visits
 * @param randomSeed seed of {@code math.random}
 * @param grants what the guest has beyond the harmless libraries
 */
public record GuestOptions(int memoryLimit, int hashSeed, long randomSeed, Set<Grant> grants) {
    /** Below this a guest has no room to do anything. */
    public static final int MIN_MEMORY = 256 << 10;

    /** The largest memory: the most whole pages of WebAssembly whose number of bytes is an int. */
    public static final int MAX_MEMORY = Integer.MAX_VALUE / NativePages.PAGE * NativePages.PAGE;

    public GuestOptions {
        if (memoryLimit < MIN_MEMORY || memoryLimit > MAX_MEMORY) {
            throw new IllegalArgumentException(
                    "memory limit " + memoryLimit + " is not between " + MIN_MEMORY + " and " + MAX_MEMORY + " bytes");
        }
        grants = Set.copyOf(grants);
    }
}
