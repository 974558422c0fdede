package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;

/**
 * The one entrance through which the host runs the guest, whether the kernel is Java or native code: what is wanted and
 * what came of it lie in linear memory, so nothing is handed over the border.
 */
public final class Entry {
    private final Memory mem;
    private final Interpreter interpreter;

    public Entry(Memory mem, Interpreter interpreter) {
        this.mem = mem;
        this.interpreter = interpreter;
    }

    /** Does what ENTRY_REQUEST says, an {@link EntryRequest}, and stores the {@link Exit} in ENTRY_EXIT. */
    public void run() {
        mem.putInt(State.ENTRY_EXIT, enter(mem.getInt(State.ENTRY_REQUEST)));
    }

    private int enter(int request) {
        switch (request) {
            case EntryRequest.CALL:
                return interpreter.call(mem.getInt(State.ENTRY_FUNCTION), mem.getInt(State.ENTRY_COUNT));
            case EntryRequest.RESUME_AFTER_HOST:
                return interpreter.resumeAfterHost(mem.getInt(State.ENTRY_COUNT));
            case EntryRequest.RESUME_WITH_ERROR:
                return interpreter.resumeWithError();
            default:
                return interpreter.resume();
        }
    }
}
