package dev.moonlift.runtime.host;

import dev.moonlift.frontend.lua.CompileWatch;

/**
 * What a guest pays for a text that it has compiled: fuel for its tokens, and the right to have as much of the Java
 * heap in use as its own memory may be large. Stops the compilation when the guest is to stop.
 */
final class CompileMeter implements CompileWatch {
    /**
     * Bytes of the Java heap in use for one token, when there are most: tree, code and tables that grow. Measured for
     * two dozen kinds of monotonous texts, of which calls need most: 85.
     */
    private static final int BYTES_PER_TOKEN = 96;
    /** Granted to guests whose memory is smaller. */
    private static final long MIN_BYTES = 8 << 20;

    private static final int FUEL_PER_TOKEN = 16;

    private final Guest guest;
    private final long limit;
    private long left;

    /**
     * A meter for one compilation.
     *
     * @param textBytes bytes of the text and of what is made of it without being tokens
     */
    CompileMeter(Guest guest, long textBytes) {
        this.guest = guest;
        this.limit = Math.max(MIN_BYTES, guest.memory().maximum()) - textBytes;
    }

    @Override
    public void begin() {
        left = limit;
    }

    @Override
    public void progress(int tokens) {
        left -= (long) tokens * BYTES_PER_TOKEN;
        if (left < 0) {
            throw guest.raiseOutOfMemory();
        }
        guest.charge(tokens * FUEL_PER_TOKEN);
    }
}
