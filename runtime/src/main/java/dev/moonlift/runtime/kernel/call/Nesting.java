package dev.moonlift.runtime.kernel.call;

import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.memory.Memory;

/**
 * How deep calls made by builtins are nested: functions in pcall, comparison functions in sort, coroutines in resume.
 * Nothing here needs the limit, as nothing recurses; it is there because programs count on it, as they count on the
 * reference implementation's, to end a recursion through such calls while that is cheap: every level of it may handle
 * an error, and every handler may begin it anew.
 *
 * <p>{@code State.NESTING} counts in the running coroutine, {@code State.NESTING_BELOW} in those that wait for it.
 * While a builtin waits for what it called, the upper half of its frame's flags holds the count that was before: so
 * whichever way the frames above end, the count is right again.
 */
public final class Nesting {
    /** As LUAI_MAXCCALLS of the reference implementation. */
    public static final int MAX = 200;
    /** Beyond the limit, for what handles errors. */
    private static final int HANDLER_MAX = MAX + MAX / 10;

    /** Of the count in flags. */
    public static final int SHIFT = 16;

    private static final int FLAGS = (1 << SHIFT) - 1;

    private final Memory mem;
    private final Errors errors;

    public Nesting(Memory mem, Errors errors) {
        this.mem = mem;
        this.errors = errors;
    }

    private int depth() {
        return mem.getInt(State.NESTING_BELOW) + mem.getInt(State.NESTING);
    }

    /** Puts the present depth into the frame of a builtin that is about to call, with other flags. */
    public void remember(int frame, int flags) {
        mem.putInt(frame + Frame.FLAGS, flags & FLAGS | mem.getInt(State.NESTING) << SHIFT);
    }

    /** Goes back to the depth of a frame that called. */
    public void restore(int frame) {
        mem.putInt(State.NESTING, mem.getInt(frame + Frame.FLAGS) >>> SHIFT);
    }

    /** Flags of a frame without what belongs to its calls. */
    public static int withoutDepth(int flags) {
        return flags & FLAGS;
    }

    /**
     * One level deeper.
     *
     * @throws Signal GUEST_ERROR "C stack overflow"
     */
    public void enter() {
        int limit = mem.getInt(State.HANDLING) > 0 ? HANDLER_MAX : MAX;
        if (depth() >= limit) {
            errors.runtime(Name.ERROR_C_STACK_OVERFLOW, 0, 0, 0);
        }
        mem.putInt(State.NESTING, mem.getInt(State.NESTING) + 1);
    }

    /** Whether not even a message handler can be called. */
    public boolean isExhausted() {
        return depth() >= HANDLER_MAX;
    }

    // --- coroutines ---

    /** Whether the running coroutine may wait for another, which goes on where it stands. */
    public boolean allowsResume(int coroutine) {
        return depth() + Math.max(1, mem.getInt(coroutine + Coroutine.NESTING)) < MAX;
    }

    /** The running coroutine, suspended already, waits for another, which becomes the running one. */
    public void resume(int resumer, int coroutine) {
        mem.putInt(State.NESTING_BELOW, mem.getInt(State.NESTING_BELOW) + mem.getInt(resumer + Coroutine.NESTING));
        mem.putInt(State.NESTING, mem.getInt(coroutine + Coroutine.NESTING));
    }

    /** The running coroutine, suspended already, gives the turn back to the one that waits for it. */
    public void handBack(int resumer) {
        int nesting = mem.getInt(resumer + Coroutine.NESTING);
        mem.putInt(State.NESTING_BELOW, mem.getInt(State.NESTING_BELOW) - nesting);
        mem.putInt(State.NESTING, nesting);
    }

    /** The running coroutine has no frame any more but its first. */
    public void reset() {
        mem.putInt(State.NESTING, 0);
    }
}
