package dev.moonlift.frontend.lua.ast;

import dev.moonlift.frontend.bytecode.ByteString;

/** A local variable. Its register is known when its scope begins, whether a closure captures it when its scope ends. */
public final class Variable {
    /** What a declaration allows. */
    public enum Kind {
        REGULAR,
        CONSTANT,
        TO_BE_CLOSED,
        /** Has no register: every use is replaced by its value. */
        COMPILE_TIME_CONSTANT
    }

    private final ByteString name;
    private Kind kind = Kind.REGULAR;
    private Expression.Constant value;
    private int register = -1;
    private boolean captured;

    public Variable(ByteString name) {
        this.name = name;
    }

    public ByteString name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isReadOnly() {
        return kind != Kind.REGULAR;
    }

    /** Gives it another kind than regular, before its scope begins. */
    public void restrict(Kind attribute) {
        kind = attribute;
    }

    /** Turns a constant into one that the compiler replaces by its value. */
    public void fold(Expression.Constant constant) {
        kind = Kind.COMPILE_TIME_CONSTANT;
        value = constant;
    }

    /** The value of a compile-time constant. */
    public Expression.Constant value() {
        return value;
    }

    public int register() {
        return register;
    }

    public void assignRegister(int number) {
        register = number;
    }

    public void markCaptured() {
        captured = true;
    }

    /** Whether leaving its scope must close something: an upvalue, or the variable's own value. */
    public boolean needsClose() {
        return captured || kind == Kind.TO_BE_CLOSED;
    }
}
