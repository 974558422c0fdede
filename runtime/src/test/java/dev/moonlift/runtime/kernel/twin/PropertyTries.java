package dev.moonlift.runtime.kernel.twin;

import dev.moonlift.runtime.kernel.Tries;
import java.util.List;
import net.jqwik.api.Property;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Applies {@link Tries} to properties that say how often they are tried, which is a constant of the class file. */
final class PropertyTries {
    private static final String PROPERTY = Type.getDescriptor(Property.class);

    private PropertyTries() {}

    /** The class file with fewer tries, or as it is if it has no such property. */
    static byte[] reduce(byte[] classFile) {
        ClassNode type = new ClassNode();
        new ClassReader(classFile).accept(type, 0);
        boolean changed = false;
        for (MethodNode method : type.methods) {
            changed |= method.visibleAnnotations != null
                    && method.visibleAnnotations.stream().anyMatch(PropertyTries::reduce);
        }
        if (!changed) {
            return classFile;
        }
        ClassWriter writer = new ClassWriter(0);
        type.accept(writer);
        return writer.toByteArray();
    }

    private static boolean reduce(AnnotationNode annotation) {
        List<Object> values = annotation.values;
        if (!annotation.desc.equals(PROPERTY) || values == null || !values.contains("tries")) {
            return false;
        }
        int at = values.indexOf("tries") + 1;
        values.set(at, Math.max(1, (int) values.get(at) * KernelTests.PERCENT / 100));
        return true;
    }
}
