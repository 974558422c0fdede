package dev.moonlift.runtime.kernel.twin;

import dev.moonlift.runtime.memory.Memory;
import java.util.Locale;

/**
 * The translated kernel over one memory. A call passes its arguments one by one, then runs a function by its number in
 * the {@link Translation}. What traps throws what the same mistake throws on the JVM; a signal is thrown as the object
 * that stands for it where the caller was loaded.
 */
public abstract class TwinKernel {
    /** Whatever works on a memory that a kernel translated works on, too. */
    public interface Holder {
        TwinKernel twin();
    }

    private final RuntimeException[] signals;
    private long calls;

    /** @param signals what a pending signal throws, by its number less 1 */
    protected TwinKernel(RuntimeException[] signals) {
        this.signals = signals.clone();
    }

    public abstract Memory memory();

    public abstract void argument(int index, int value);

    public abstract void argument(int index, long value);

    public abstract void argument(int index, double value);

    /** Runs a function; the number of the signal that is pending then, which is none any more, or 0. */
    protected abstract int call(int function);

    /** The bits of what the last call returned. */
    protected abstract long result();

    /** Ends the memory. */
    public abstract void close();

    /** Calls so far. */
    final long calls() {
        return calls;
    }

    public final void run(int function) {
        calls++;
        int pending = call(function);
        if (pending != 0) {
            throw signals[pending - 1];
        }
    }

    public final int runInt(int function) {
        run(function);
        return (int) result();
    }

    public final long runLong(int function) {
        run(function);
        return result();
    }

    public final double runDouble(int function) {
        run(function);
        return Double.longBitsToDouble(result());
    }

    /** What the JVM throws where WebAssembly traps. */
    protected static RuntimeException asOnTheJvm(RuntimeException trap) {
        String message =
                String.valueOf(trap.getMessage()).toLowerCase(Locale.ROOT).replace('_', ' ');
        RuntimeException thrown = null;
        if (message.contains("divide by zero") || message.contains("division by zero")) {
            thrown = new ArithmeticException("/ by zero");
        } else if (message.contains("out of bounds")) {
            thrown = new IndexOutOfBoundsException(trap.getMessage());
        }
        if (thrown == null) {
            return trap;
        }
        thrown.initCause(trap);
        return thrown;
    }
}
