package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: debug. */
public final class DebugDispatch {
    private final DebugLibrary debug;
    private final DebugUpvalues upvalues;
    private final Metatables metatables;

    public DebugDispatch(DebugLibrary debug, DebugUpvalues upvalues, Metatables metatables) {
        this.debug = debug;
        this.upvalues = upvalues;
        this.metatables = metatables;
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
                return metatables.get(func, count);
            case Builtin.DEBUG_GETUPVALUE:
                return upvalues.get(func, count);
            case Builtin.DEBUG_SETUPVALUE:
                return upvalues.set(func, count);
            case Builtin.DEBUG_UPVALUEID:
                return upvalues.id(func, count);
            case Builtin.DEBUG_UPVALUEJOIN:
                return upvalues.join(func, count);
            case Builtin.DEBUG_SETMETATABLE:
                return metatables.set(func, count);
            case Builtin.DEBUG_GETUSERVALUE:
                return metatables.getUserValue(func, count);
            case Builtin.DEBUG_SETUSERVALUE:
                return metatables.setUserValue(func, count);
            default:
                return 0;
        }
    }
}
