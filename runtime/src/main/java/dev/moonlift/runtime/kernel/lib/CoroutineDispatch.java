package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: coroutine. */
public final class CoroutineDispatch {
    private final CoroutineLibrary coroutines;

    public CoroutineDispatch(CoroutineLibrary coroutines) {
        this.coroutines = coroutines;
    }

    /** See {@link Library#call}. */
    @SuppressWarnings("checkstyle:methodlength")
    public int call(int id, int func, int count) {
        switch (id) {
            case Builtin.COROUTINE_CLOSE:
                return coroutines.close(func, count);
            case Builtin.COROUTINE_CREATE:
                return coroutines.create(func, count);
            case Builtin.COROUTINE_ISYIELDABLE:
                return coroutines.isYieldable(func, count);
            case Builtin.COROUTINE_RESUME:
                return coroutines.resume(func, count);
            case Builtin.COROUTINE_RUNNING:
                return coroutines.running(func, count);
            case Builtin.COROUTINE_STATUS:
                return coroutines.status(func, count);
            case Builtin.COROUTINE_WRAP:
                return coroutines.wrap(func, count);
            case Builtin.COROUTINE_YIELD:
                return coroutines.yield(func, count);
            case Builtin.COROUTINE_WRAP_CALL:
                return coroutines.wrapCall(func, count);
            default:
                return 0;
        }
    }

    /** See {@link Library#step}. */
    public int step(int id, int func, int count, int step, int callee, int results) {
        switch (id) {
            case Builtin.COROUTINE_BODY:
                return coroutines.bodyStep(func, count, step, callee, results);
            default:
                return 0;
        }
    }
}
