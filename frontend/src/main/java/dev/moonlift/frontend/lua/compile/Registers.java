package dev.moonlift.frontend.lua.compile;

/**
 * The registers of a frame, used as a stack: variables below, values being computed above. A value may be computed into
 * the register at {@link #top} before that is reserved.
 */
final class Registers {
    private static final int MAX = 255;
    private static final int MIN_FRAME = 2;

    private final CodeBuffer code;
    private int top;
    private int frameSize = MIN_FRAME;

    Registers(CodeBuffer code) {
        this.code = code;
    }

    /** The first free register. */
    int top() {
        return top;
    }

    /** Takes the next registers and returns the first of them. */
    int reserve(int count) {
        ensure(count);
        int first = top;
        top += count;
        return first;
    }

    /** Makes sure that the frame has room for these many more registers. */
    void ensure(int count) {
        if (top + count > frameSize) {
            if (top + count >= MAX) {
                throw code.error("function or expression needs too many registers");
            }
            frameSize = top + count;
        }
    }

    /** Gives back all registers from this one on. */
    void freeTo(int register) {
        top = register;
    }

    int frameSize() {
        return frameSize;
    }
}
