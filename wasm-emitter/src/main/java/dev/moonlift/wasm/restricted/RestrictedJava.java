package dev.moonlift.wasm.restricted;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Checks a closed set of class files against the rules that the package's documentation gives. */
public final class RestrictedJava {
    private RestrictedJava() {}

    /**
     * Reads every class and reports all that is not restricted Java. Class names are given with dots.
     *
     * @param classFiles the contents of the class files; together they are the closed world of restricted Java
     * @param memory the class that stands for the linear memory
     * @param signal the class of preallocated exceptions; it may be among the class files, and is not checked itself
     * @param natives other classes that the translator puts something else in place of
     */
    public static Report check(Collection<byte[]> classFiles, String memory, String signal, String... natives) {
        String signalName = signal.replace('.', '/');
        List<ClassReader> readers = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (byte[] classFile : classFiles) {
            ClassReader reader = new ClassReader(classFile);
            if (isRestricted(read(reader, ClassReader.SKIP_CODE), signalName)) {
                readers.add(reader);
                names.add(reader.getClassName());
            }
        }

        Set<String> others =
                Stream.of(natives).map(name -> name.replace('.', '/')).collect(Collectors.toSet());
        World world = new World(Set.copyOf(names), memory.replace('.', '/'), signalName, others);
        Report report = new Report();
        for (ClassReader reader : readers) {
            check(reader, world, report);
        }
        return report;
    }

    private static void check(ClassReader reader, World world, Report report) {
        ClassNode type = read(reader, ClassReader.SKIP_FRAMES);
        Map<String, Integer> lengths = CodeLengths.of(reader);
        if (!new ClassRules(report).check(type)) {
            return;
        }
        new FieldRules(world, report).check(type);
        for (MethodNode method : type.methods) {
            new MethodRules(world, report, type, method).check(lengths.getOrDefault(method.name + method.desc, 0));
        }
    }

    private static ClassNode read(ClassReader reader, int flags) {
        ClassNode type = new ClassNode();
        reader.accept(type, flags);
        return type;
    }

    private static boolean isRestricted(ClassNode type, String signal) {
        boolean hasNoCode = (type.access & Opcodes.ACC_ANNOTATION) != 0 || type.name.endsWith("/package-info");
        return !hasNoCode && !World.isSignal(type.name, signal);
    }
}
