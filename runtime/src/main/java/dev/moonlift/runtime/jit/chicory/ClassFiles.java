package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.compiler.internal.ClassCollector;
import com.dylibso.chicory.compiler.internal.Shaded;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** What the module's copy of a class is made of. */
    @Override
    public byte[] resolve(Class<?> type) {
        if (type != Shaded.class) {
            throw new IllegalArgumentException(type.getName());
        }
        return SharedMethods.FILE;
    }
}
