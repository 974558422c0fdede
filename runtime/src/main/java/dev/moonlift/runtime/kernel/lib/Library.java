package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.wasm.restricted.Inline;

/** Calls builtins by number: on to the library in the number's high byte. */
public final class Library {
    /** The step of a protected builtin when an error ended what it called. */
    public static final int STEP_ERROR = -1;

    private final BaseDispatch base;
    private final CoroutineDispatch coroutines;
    private final StringDispatch strings;
    private final TableDispatch tables;
    private final MathDispatch math;
    private final Utf8Dispatch utf8;
    private final SystemDispatch system;
    private final DebugDispatch debug;

    public Library(
            BaseDispatch base,
            CoroutineDispatch coroutines,
            StringDispatch strings,
            TableDispatch tables,
            MathDispatch math,
            Utf8Dispatch utf8,
            SystemDispatch system,
            DebugDispatch debug) {
        this.base = base;
        this.coroutines = coroutines;
        this.strings = strings;
        this.tables = tables;
        this.math = math;
        this.utf8 = utf8;
        this.system = system;
        this.debug = debug;
    }

    /** Begins the builtin whose function slot is {@code func}. Answers results or an {@code Outcome}. */
    @Inline
    public int call(int id, int func, int count) {
        switch (id >> Builtin.LIBRARY_SHIFT) {
            case Builtin.LIBRARY_BASE:
                return base.call(id, func, count);
            case Builtin.LIBRARY_COROUTINE:
                return coroutines.call(id, func, count);
            case Builtin.LIBRARY_STRING:
                return strings.call(id, func, count);
            case Builtin.LIBRARY_TABLE:
                return tables.call(id, func, count);
            case Builtin.LIBRARY_MATH:
                return math.call(id, func, count);
            case Builtin.LIBRARY_UTF8:
                return utf8.call(id, func, count);
            case Builtin.LIBRARY_DEBUG:
                return debug.call(id, func, count);
            default:
                return system.call(id, func, count);
        }
    }

    /**
     * Goes on with a builtin that had something called.
     *
     * @param step what it named as next, or {@link #STEP_ERROR}
     * @param callee where the results begin
     */
    public int step(int id, int func, int count, int step, int callee, int results) {
        switch (id >> Builtin.LIBRARY_SHIFT) {
            case Builtin.LIBRARY_BASE:
                return base.step(id, func, count, step, callee, results);
            case Builtin.LIBRARY_COROUTINE:
                return coroutines.step(id, func, count, step, callee, results);
            case Builtin.LIBRARY_STRING:
                return strings.step(id, func, count, step, callee, results);
            case Builtin.LIBRARY_TABLE:
                return tables.step(id, func, count, step, callee, results);
            case Builtin.LIBRARY_MATH:
                return math.step(id, func, count, step, callee, results);
            default:
                return system.step(id, func, count, step, callee, results);
        }
    }
}
