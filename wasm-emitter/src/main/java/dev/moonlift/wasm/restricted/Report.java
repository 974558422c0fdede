package dev.moonlift.wasm.restricted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;

/** What the rules found, in the order of classes and lines. */
public final class Report {
    /** A set, since one construct in the source may be several instructions on its line. */
    private final Set<Violation> violations = new LinkedHashSet<>();

    void add(ClassNode type, String member, int line, String construct) {
        String className = type.name.replace('/', '.');
        String sourceFile = type.sourceFile == null ? "Unknown" : type.sourceFile;
        violations.add(new Violation(className, member, sourceFile, line, construct));
    }

    /** All of them; empty if everything is restricted Java. */
    public List<Violation> violations() {
        List<Violation> sorted = new ArrayList<>(violations);
        sorted.sort(Comparator.comparing(Violation::className).thenComparingInt(Violation::line));
        return sorted;
    }

    /** A line for each violation. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Violation violation : violations()) {
            text.append(violation).append('\n');
        }
        return text.toString();
    }
}
