package dev.moonlift.conformance.fuzz;

import java.util.List;
import java.util.Random;

/** Choices that follow from a seed, on every machine alike. */
final class Chance {
    /** Spreads seeds that follow one another, whose first random numbers would be much the same. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed * SPREAD);
    }

    /** A number from 0 on, below a positive limit. */
    int below(int limit) {
        return random.nextInt(limit);
    }

    /** A number between two, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Whether something that happens once in some times happens now. */
    boolean oneIn(int times) {
        return below(times) == 0;
    }

    /** One of some strings. */
    String of(String... choices) {
        return choices[below(choices.length)];
    }

    /** One of a list that is not empty. */
    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
