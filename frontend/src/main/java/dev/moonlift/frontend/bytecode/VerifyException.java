package dev.moonlift.frontend.bytecode;

/** A prototype breaks an invariant that executors rely on. */
public final class VerifyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String function;
    private final int pc;

    /**
     * @param function the path to the function, such as {@code main.0.2}
     * @param pc the instruction, or -1 if the fault is not in one
     */
    public VerifyException(String function, int pc, String problem) {
        super(function + (pc < 0 ? "" : " at " + pc) + ": " + problem);
        this.function = function;
        this.pc = pc;
    }

    public String function() {
        return function;
    }

    public int pc() {
        return pc;
    }
}
