package dev.moonlift.runtime.host;

/**
 * Thrown by the host's side of a call that a guest made: the guest is to see a Lua error, whose value is in
 * {@code State.ERROR_VALUE} already. The cause is what the host threw, or null.
 */
public final class GuestRaise extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GuestRaise(Throwable cause) {
        super(null, cause, false, false);
    }
}
