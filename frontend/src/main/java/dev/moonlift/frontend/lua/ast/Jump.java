package dev.moonlift.frontend.lua.ast;

import dev.moonlift.frontend.bytecode.ByteString;

/** A {@code goto} or {@code break}, whose target may be found only after it. */
public final class Jump {
    private final ByteString name;
    private final int line;
    private Label target;

    public Jump(ByteString name, int line) {
        this.name = name;
        this.line = line;
    }

    public ByteString name() {
        return name;
    }

    public int line() {
        return line;
    }

    public Label target() {
        return target;
    }

    public void resolve(Label label) {
        target = label;
    }
}
