package dev.moonlift.runtime.kernel.interp;

/**
 * Numbers of the instructions that lead into compiled code. The compiler of the language knows nothing of them: they
 * are written into a guest's memory, over the end of a loop or behind a function's instructions, when compiled code is
 * there.
 */
public final class CompiledOp {
    /** Runs the function's code with the number in its upper 24 bits. */
    public static final int ENTER_FUNCTION = 85;
    /** In place of the end of the loop with the number in its upper 24 bits. */
    public static final int ENTER_LOOP = 86;

    private CompiledOp() {}
}
