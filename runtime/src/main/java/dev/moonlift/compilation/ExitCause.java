package dev.moonlift.compilation;

/** What was not as compiled code expected it, so that it left to the interpreter. */
public enum ExitCause {
    /** A value was of another kind: a float where there had been integers. */
    KIND,
    /** A call called another function. */
    CALLEE,
    /** A field was absent, in another place of its table, or of another kind; or its table was no table. */
    FIELD,
    /** An element was absent, outside of its table's array part, or of another kind; or its table was no table. */
    ELEMENT,
    /** Arguments of a function, or variables of a loop that was entered, were of other kinds. */
    ENTRY
}
