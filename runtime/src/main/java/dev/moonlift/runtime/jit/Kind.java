package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.wasm.module.ValueType;

/** How compiled code holds a register at one place: in its slot, or unboxed as a value of a known type. */
enum Kind {
    /** Anything, in its slot. */
    ANY(-1, null),
    INTEGER(Tag.INTEGER, ValueType.I64),
    FLOAT(Tag.FLOAT, ValueType.F64),
    /** 0 or 1. Its two tags stand for its two values. */
    BOOLEAN(-1, ValueType.I32),
    /** An address. */
    TABLE(Tag.TABLE, ValueType.I32),
    /** The address of a Lua function. */
    CLOSURE(Tag.CLOSURE, ValueType.I32);

    private final int tag;
    private final ValueType type;

    Kind(int tag, ValueType type) {
        this.tag = tag;
        this.type = type;
    }

    /** The tag of all its values; -1 if they have none in common. */
    int tag() {
        return tag;
    }

    /** The type of its values; null for what is in its slot. */
    ValueType type() {
        return type;
    }

    boolean isNumber() {
        return this == INTEGER || this == FLOAT;
    }

    /** Whether the collector has to know of its values. */
    boolean isReference() {
        return this == TABLE || this == CLOSURE;
    }

    /** The kind of a value with this tag. */
    static Kind ofTag(int tag) {
        return switch (tag) {
            case Tag.INTEGER -> INTEGER;
            case Tag.FLOAT -> FLOAT;
            case Tag.FALSE, Tag.TRUE -> BOOLEAN;
            case Tag.TABLE -> TABLE;
            case Tag.CLOSURE -> CLOSURE;
            default -> ANY;
        };
    }

    /** What is the one or the other. */
    Kind join(Kind other) {
        return this == other ? this : ANY;
    }
}
