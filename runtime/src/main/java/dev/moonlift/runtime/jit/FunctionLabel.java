package dev.moonlift.runtime.jit;

/**
 * A function of a guest as people know it.
 *
 * @param name by which it was called when it was seen; empty if there was none
 * @param source the chunk's name
 * @param line where it begins in its source; 0 for a main chunk
 */
record FunctionLabel(String name, String source, int line) {
    /** Characters of a name in a symbol. */
    private static final int LONGEST_SYMBOL = 40;

    static FunctionLabel of(FunctionCode function, String name) {
        return new FunctionLabel(name, function.source().name(), function.lineDefined());
    }

    /** A name for code of it, which has letters, digits and underscores only. */
    String symbol() {
        if (line == 0) {
            return "main";
        }
        String start = name.substring(0, Math.min(name.length(), LONGEST_SYMBOL));
        return start.replaceAll("[^A-Za-z0-9_]", "_") + (name.isEmpty() ? "" : "_") + "line" + line;
    }

    @Override
    public String toString() {
        if (line == 0) {
            return "main chunk (" + source + ")";
        }
        return (name.isEmpty() ? "function" : name) + " (" + source + ":" + line + ")";
    }
}
