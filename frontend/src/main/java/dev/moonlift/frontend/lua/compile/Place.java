package dev.moonlift.frontend.lua.compile;

/** Where a value is, or may be stored: all that is needed to do so has been computed. */
sealed interface Place {
    /** A register, be it of a variable or of a value just computed. */
    record Register(int register) implements Place {}

    /** An upvalue. */
    record Upvalue(int index) implements Place {}

    /** A table in an upvalue, at a short string of the constants. */
    record UpvalueField(int upvalue, int key) implements Place {}

    /** A table in a register, at a short string of the constants. */
    record Field(int table, int key) implements Place {}

    /** A table in a register, at a small integer. */
    record Element(int table, int index) implements Place {}

    /** A table and a key in registers. */
    record Keyed(int table, int key) implements Place {}
}
