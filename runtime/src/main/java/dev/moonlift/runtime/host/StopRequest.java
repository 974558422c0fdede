package dev.moonlift.runtime.host;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;

/**
 * What other threads tell the thread that runs a guest: to stop. It is told in the guest's memory, where a long
 * operation looks, and in a field, which is read at the end of every slice of fuel.
 */
final class StopRequest {
    /** Null once the guest has ended. */
    private Memory memory;

    private boolean active;
    private volatile GuestStop.Reason reason;

    StopRequest(Memory memory) {
        this.memory = memory;
    }

    /** The guest's bytes have moved: what was asked meanwhile is told there. */
    synchronized void moveTo(Memory target) {
        memory = target;
        memory.putInt(State.INTERRUPT, active && reason != null ? 1 : 0);
    }

    /** The guest's memory is about to end. */
    synchronized void close() {
        active = false;
        memory = null;
    }

    /** A call begins: what was asked before does not concern it. */
    synchronized void begin() {
        reason = null;
        memory.putInt(State.INTERRUPT, 0);
        active = true;
    }

    /** A call ends, or has heard: from now on nobody is listening. */
    synchronized void end() {
        active = false;
        memory.putInt(State.INTERRUPT, 0);
    }

    /** For any thread, as often as it likes. */
    void timeOver() {
        request(GuestStop.Reason.TIME);
    }

    /** For any thread. */
    void interrupt() {
        request(GuestStop.Reason.INTERRUPT);
    }

    private synchronized void request(GuestStop.Reason why) {
        if (active) {
            reason = reason == null ? why : reason;
            memory.putIntRelease(State.INTERRUPT, 1);
        }
    }

    /** Why the running thread is to stop; null if it is not. */
    GuestStop.Reason reason() {
        GuestStop.Reason asked = reason;
        return asked == null && Thread.currentThread().isInterrupted() ? GuestStop.Reason.INTERRUPT : asked;
    }
}
