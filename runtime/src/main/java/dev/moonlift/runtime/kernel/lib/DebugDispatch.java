package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: debug. */
public final class DebugDispatch {
    private final DebugLibrary debug;
    private final DebugUpvalues upvalues;

    public DebugDispatch(DebugLibrary debug, DebugUpvalues upvalues) {
        this.debug = debug;
        this.upvalues = upvalues;
    }

    /** See {@link Library#call}. */
    @SuppressWarnings("checkstyle:methodlength")
    public int call(int id, int func, int count) {
        switch (id) {
            case Builtin.DEBUG_TRACEBACK:
                return debug.traceback(func, count);
            case Builtin.DEBUG_GETINFO:
                return debug.getinfo(func, count);
            case Builtin.DEBUG_GETMETATABLE:
                return debug.getmetatable(func, count);
            case Builtin.DEBUG_GETUPVALUE:
                return upvalues.get(func, count);
            case Builtin.DEBUG_SETUPVALUE:
                return upvalues.set(func, count);
            case Builtin.DEBUG_UPVALUEID:
                return upvalues.id(func, count);
            case Builtin.DEBUG_UPVALUEJOIN:
                return upvalues.join(func, count);
            default:
                return 0;
        }
    }
}
