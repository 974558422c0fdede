package dev.moonlift.conformance.fuzz;

/**
 * A program that was made of a seed.
 *
 * @param seed the seed
 * @param isPortable whether it keeps to what Lua defines, so that every implementation must run it alike
 * @param piece the program
 */
record FuzzProgram(long seed, boolean isPortable, Piece piece) {
    /** Its Lua text. */
    String text() {
        return piece.text();
    }

    /** The same program with another text. */
    FuzzProgram with(Piece other) {
        return new FuzzProgram(seed, isPortable, other);
    }
}
