package dev.moonlift.runtime.jit;

/**
 * An instruction of a compiled function as a number: where code left because something was not as expected, as it is
 * written to {@code State.LAST_EXIT}, and where instructions of a module come from.
 *
 * <pre>
 *   31                          16 15                 0
 *  | number of the function's code | pc of the instruction |
 * </pre>
 */
final class ExitReport {
    private static final int PC_BITS = 16;
    private static final int MAX_PC = (1 << PC_BITS) - 1;

    private ExitReport() {}

    static int pack(int number, int pc) {
        return number << PC_BITS | Math.min(pc, MAX_PC);
    }

    static int number(int report) {
        return report >>> PC_BITS;
    }

    static int pc(int report) {
        return report & MAX_PC;
    }
}
