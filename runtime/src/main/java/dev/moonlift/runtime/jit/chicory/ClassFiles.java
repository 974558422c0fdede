package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.compiler.internal.ClassCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class files that Chicory makes of a module, by the names of their classes. */
final class ClassFiles implements ClassCollector {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String main;

    @Override
    public String mainClassName() {
        return main;
    }

    @Override
    public void putMainClass(String name, byte[] file) {
        main = name;
        put(name, file);
    }

    /** Some names come with slashes. */
    @Override
    public void put(String name, byte[] file) {
        files.put(name.replace('/', '.'), file);
    }

    @Override
    public void putAll(ClassCollector others) {
        files.putAll(others.classBytes());
    }

    @Override
    public Map<String, byte[]> classBytes() {
        return files;
    }

    /** What would become the module's copy of {@code Shaded}: {@link CodeSupport} is in its place. */
    @Override
    public byte[] resolve(Class<?> type) {
        ClassWriter empty = new ClassWriter(0);
        empty.visit(Opcodes.V17, Opcodes.ACC_FINAL, Type.getInternalName(type), null, "java/lang/Object", null);
        empty.visitEnd();
        return empty.toByteArray();
    }
}
