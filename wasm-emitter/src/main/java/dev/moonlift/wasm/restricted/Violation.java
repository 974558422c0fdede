package dev.moonlift.wasm.restricted;

/**
 * One place that is not restricted Java.
 *
 * @param className the class, with dots
 * @param member the method or field, or empty where the class itself is at fault
 * @param sourceFile the name of the source file
 * @param line the line in it, or 0 where class files keep none: for classes and fields
 * @param construct what was found there
 */
public record Violation(String className, String member, String sourceFile, int line, String construct) {

    /** Written as a frame of a stack trace, which terminals and editors know how to open. */
    @Override
    public String toString() {
        String where = member.isEmpty() ? className : className + "." + member;
        String position = line == 0 ? sourceFile : sourceFile + ":" + line;
        return where + "(" + position + "): " + construct;
    }
}
