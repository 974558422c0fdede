package dev.moonlift.frontend.lua.ast;

import dev.moonlift.frontend.bytecode.ByteString;

/**
 * A place that {@code goto} can name, or the end of a loop, which is where {@code break} goes.
 *
 * @param line where it stands
 * @param activeVariables number of variables of the function in scope there, constants included
 * @param registerLevel number of registers that these take
 */
public record Label(ByteString name, int line, int activeVariables, int registerLevel) {
    /** Labels are told apart by identity: equal names may stand for different places. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
