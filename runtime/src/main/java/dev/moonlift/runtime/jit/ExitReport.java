package dev.moonlift.runtime.jit;

/**
 * An instruction of a compiled function as a number: where code left because something was not as expected, as it is
 * written to {@code State.LAST_EXIT}, and where instructions of a module come from.
 *
 * <pre>
 *   31                          16      15       14                  0
 *  | number of the function's code | other number | pc of the instruction |
 * </pre>
 *
 * <p>The bit "other number" says that a number was expected, and there was one of the other kind.
 */
final class ExitReport {
    private static final int PC_BITS = 16;
    private static final int MAX_PC = (1 << PC_BITS - 1) - 1;
    /** Place of the bit "other number". */
    static final int OTHER_NUMBER_BIT = PC_BITS - 1;

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

    static boolean isOtherNumber(int report) {
        return (report & 1 << OTHER_NUMBER_BIT) != 0;
    }
}
