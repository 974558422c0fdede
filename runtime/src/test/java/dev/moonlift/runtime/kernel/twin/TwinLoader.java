package dev.moonlift.runtime.kernel.twin;

import dev.moonlift.runtime.engine.Engine;
import dev.moonlift.runtime.inspect.HeapVerifier;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.memory.HeapMemory;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * Loads this project's classes, its tests among them, anew: with kernel classes whose methods call the translation, and
 * with memories that an engine has made. To these classes the world looks as it always does.
 *
 * <p>They find no native engine, so that a sandbox, too, runs on the kernel's classes.
 */
public final class TwinLoader extends ClassLoader implements AutoCloseable {
    private static final String PROJECT = "dev.moonlift.";
    private static final String KERNEL = Signal.class.getPackageName() + ".";
    private static final String HEAP_MEMORY = HeapMemory.class.getName();

    /**
     * What both worlds share, or what is not part of either. The verifier looks at a guest as the host does: it is no
     * part of what is translated, and would call some of the kernel's helpers for every object.
     */
    private static final List<String> SHARED = List.of(
            "dev.moonlift.wasm.",
            "dev.moonlift.frontend.",
            HeapMemory.class.getPackageName() + ".",
            HeapVerifier.class.getPackageName() + ".",
            TwinLoader.class.getPackageName() + ".");

    static {
        registerAsParallelCapable();
    }

    private final TwinEngine engine;
    private final Translation translation;
    private final List<TwinKernel> kernels = new ArrayList<>();
    private RuntimeException[] signals;
    private TwinKernel withoutMemory;

    TwinLoader(TwinEngine engine) {
        super(TwinLoader.class.getClassLoader());
        this.engine = engine;
        this.translation = engine.translation();
    }

    // --- what the changed classes call ---

    /** The kernel that works on the same memory as a collaborator. */
    public static TwinKernel twinOf(Object collaborator) {
        return ((TwinKernel.Holder) collaborator).twin();
    }

    /** A kernel for static methods of a class, which work on no memory. */
    public static TwinKernel twinFor(Class<?> type) {
        return ((TwinLoader) type.getClassLoader()).withoutMemory();
    }

    private synchronized TwinKernel withoutMemory() {
        if (withoutMemory == null) {
            withoutMemory = newKernel(0, 0);
        }
        return withoutMemory;
    }

    /** A kernel over a new memory; see {@link TwinEngine}. */
    public synchronized TwinKernel newKernel(int initial, int maximum) {
        if (signals == null) {
            signals = findSignals();
        }
        TwinKernel kernel = engine.newKernel(initial, maximum, signals);
        kernels.add(kernel);
        return kernel;
    }

    /** In the order in which the class declares them. */
    private RuntimeException[] findSignals() {
        List<RuntimeException> found = new ArrayList<>();
        try {
            Class<?> signal = loadClass(Signal.class.getName());
            for (Field field : signal.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == signal) {
                    found.add((RuntimeException) field.get(null));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return found.toArray(new RuntimeException[0]);
    }

    /** Calls of the translation by what is loaded here. */
    synchronized long calls() {
        return kernels.stream().mapToLong(TwinKernel::calls).sum();
    }

    /** Ends all memories. */
    @Override
    public synchronized void close() {
        kernels.forEach(TwinKernel::close);
        kernels.clear();
        withoutMemory = null;
    }

    // --- loading ---

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isAnew(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private static boolean isAnew(String name) {
        return name.startsWith(PROJECT)
                && (name.equals(HEAP_MEMORY) || SHARED.stream().noneMatch(name::startsWith));
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] classFile;
        if (name.equals(HEAP_MEMORY)) {
            classFile = renamed(TwinMemory.class, HeapMemory.class);
        } else {
            classFile = read(name);
            if (name.startsWith(KERNEL)) {
                classFile = PropertyTries.reduce(BodyReplacer.replace(classFile, translation));
            }
        }
        return defineClass(name, classFile, 0, classFile.length);
    }

    private byte[] read(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] renamed(Class<?> from, Class<?> to) throws ClassNotFoundException {
        ClassWriter writer = new ClassWriter(0);
        SimpleRemapper names = new SimpleRemapper(Opcodes.ASM9, Type.getInternalName(from), Type.getInternalName(to));
        new ClassReader(read(from.getName())).accept(new ClassRemapper(writer, names), 0);
        return writer.toByteArray();
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        boolean isEngines = name.equals("META-INF/services/" + Engine.class.getName());
        return isEngines ? Collections.emptyEnumeration() : super.getResources(name);
    }
}
