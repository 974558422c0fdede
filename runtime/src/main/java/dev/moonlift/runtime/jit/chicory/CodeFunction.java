package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;

/**
 * A function in the table of code, as code of other modules calls it: by the one method for its number of parameters
 * and results. All values are passed as the bits of a long, so that one class does for all types.
 */
public abstract class CodeFunction {
    /** Parameters that a function may have at most to be one. */
    static final int MAX_PARAMETERS = 6;

    protected final Memory memory;
    protected final Instance instance;

    protected CodeFunction(Memory memory, Instance instance) {
        this.memory = memory;
        this.instance = instance;
    }

    private static IllegalStateException mismatch() {
        return new IllegalStateException("a compiled function is called as if it were of another type");
    }

    // --- with one result, or none, which is 0 ---

    public long call(long a) {
        throw mismatch();
    }

    public long call(long a, long b) {
        throw mismatch();
    }

    public long call(long a, long b, long c) {
        throw mismatch();
    }

    public long call(long a, long b, long c, long d) {
        throw mismatch();
    }

    public long call(long a, long b, long c, long d, long e) {
        throw mismatch();
    }

    public long call(long a, long b, long c, long d, long e, long f) {
        throw mismatch();
    }

    // --- with several results ---

    public long[] callForSeveral(long a) {
        throw mismatch();
    }

    public long[] callForSeveral(long a, long b) {
        throw mismatch();
    }

    public long[] callForSeveral(long a, long b, long c) {
        throw mismatch();
    }

    public long[] callForSeveral(long a, long b, long c, long d) {
        throw mismatch();
    }

    public long[] callForSeveral(long a, long b, long c, long d, long e) {
        throw mismatch();
    }

    public long[] callForSeveral(long a, long b, long c, long d, long e, long f) {
        throw mismatch();
    }
}
