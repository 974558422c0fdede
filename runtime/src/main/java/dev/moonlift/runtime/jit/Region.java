package dev.moonlift.runtime.jit;

/**
 * Instructions that follow one another, as those of a loop.
 *
 * @param first number of the first
 * @param last number of the last
 */
record Region(int first, int last) {
    boolean contains(int pc) {
        return pc >= first && pc <= last;
    }
}
