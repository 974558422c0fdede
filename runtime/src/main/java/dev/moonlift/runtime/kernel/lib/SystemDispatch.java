package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: os and io. */
public final class SystemDispatch {
    /** See {@link Library#call}. */
    public int call(int id, int func, int count) {
        return 0;
    }

    /** See {@link Library#step}. */
    public int step(int id, int func, int count, int step, int callee, int results) {
        return 0;
    }
}
