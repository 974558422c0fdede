package dev.moonlift.runtime.jit;

/** A function that was taken for pure needs the kernel. */
final class ImpureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ImpureException() {
        super("the kernel is needed", null, false, false);
    }
}
