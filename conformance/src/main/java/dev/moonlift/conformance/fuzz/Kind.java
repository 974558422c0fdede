package dev.moonlift.conformance.fuzz;

/**
 * What a variable holds, as far as the generator knows.
 *
 * <p>What Lua leaves open depends on it: the length of a table with holes, hence {@link #LIST} beside {@link #TABLE}.
 */
enum Kind {
    /** An integer, always. */
    INTEGER("i"),
    /** A number; now and then a string or nil instead, never a table. */
    NUMBER("n"),
    /** A string of bounded length. */
    TEXT("s"),
    /** A boolean. */
    TRUTH("b"),
    /** A sequence of numbers or strings, without holes, that no other variable holds. */
    LIST("l"),
    /** A table of anything, with keys that are small integers or {@code a}, {@code b}, {@code c}. */
    TABLE("t"),
    /** An instance of a class of the program, with a number in its field {@code v}. */
    OBJECT("o"),
    /** Anything but a list and a function. */
    ANY("x");

    /** What names of such variables begin with. */
    final String prefix;

    Kind(String prefix) {
        this.prefix = prefix;
    }
}
