package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: debug. */
public final class DebugDispatch {
    private final DebugLibrary debug;

    public DebugDispatch(DebugLibrary debug) {
        this.debug = debug;
    }

    /** See {@link Library#call}. */
    @SuppressWarnings("checkstyle:methodlength")
    public int call(int id, int func, int count) {
        switch (id) {
            case Builtin.DEBUG_TRACEBACK:
                return debug.traceback(func, count);
            case Builtin.DEBUG_GETINFO:
                return debug.getinfo(func, count);
            default:
                return 0;
        }
    }
}
