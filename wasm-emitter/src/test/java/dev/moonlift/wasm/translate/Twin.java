package dev.moonlift.wasm.translate;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.module.ModuleValidator;
import dev.moonlift.wasm.module.ModuleWriter;
import dev.moonlift.wasm.module.WasmModule;
import dev.moonlift.wasm.restricted.Compiler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/** A class of restricted Java twice: as it is on the JVM, and translated, over a memory each. */
final class Twin {
    private static final String MEMORY = """
            package k;
            public final class Memory {
                public final java.nio.ByteBuffer bytes =
                        java.nio.ByteBuffer.allocate(65536).order(java.nio.ByteOrder.LITTLE_ENDIAN);
                public int getByte(int a) { return bytes.get(a); }
                public int getUnsignedByte(int a) { return bytes.get(a) & 0xFF; }
                public void putByte(int a, int v) { bytes.put(a, (byte) v); }
                public int getInt(int a) { return bytes.getInt(a); }
                public void putInt(int a, int v) { bytes.putInt(a, v); }
                public long getLong(int a) { return bytes.getLong(a); }
                public void putLong(int a, long v) { bytes.putLong(a, v); }
                public double getDouble(int a) { return bytes.getDouble(a); }
                public void putDouble(int a, double v) { bytes.putDouble(a, v); }
                public void copy(int to, int from, int n) {
                    System.arraycopy(bytes.array(), from, bytes.array(), to, n);
                }
                public void fill(int a, int v, int n) { java.util.Arrays.fill(bytes.array(), a, a + n, (byte) v); }
                public int compare(int a, int b, int n) {
                    return java.util.Arrays.compareUnsigned(bytes.array(), a, a + n, bytes.array(), b, b + n);
                }
                public int size() { return 65536; }
                public int grow(int size) { return size <= 65536 ? 1 : 0; }
            }""";

    private static final String SIGNAL = """
            package k;
            public abstract class Signal extends RuntimeException {
                public static final Signal FIRST = new First();
                public static final Signal SECOND = new Second();
                private Signal() { super(null, null, false, false); }
                public static final class First extends Signal { }
                public static final class Second extends Signal { }
            }""";

    private static final String BLOCKS = """
            package k;
            public final class Blocks {
                private final Memory mem;
                public Blocks(Memory mem) { this.mem = mem; }
                public void copy(int to, int from, int n) { mem.copy(to, from, n); }
                public void fill(int a, int v, int n) { mem.fill(a, v, n); }
                public int compare(int a, int b, int n) {
                    for (int i = 0; i < n; i++) {
                        int order = mem.getUnsignedByte(a + i) - mem.getUnsignedByte(b + i);
                        if (order != 0) { return order; }
                    }
                    return 0;
                }
            }""";

    private final Object object;
    private final byte[] javaMemory;
    private final ByteArrayMemory wasmMemory = new ByteArrayMemory(new MemoryLimits(1, 1));
    private final Instance instance;
    private final WasmModule module;
    private final ProgramTranslator translator;

    /**
     * A class K.
     *
     * @param members its members besides {@code Memory mem}, {@code Other other} and the constructor
     * @param other the members of {@code Other}, which has only {@code mem}
     */
    Twin(String members, String other) {
        Map<String, byte[]> classFiles = compile(members, other);
        try {
            ClassLoader loader = new Loader(classFiles);
            Object memory = loader.loadClass("k.Memory").getConstructor().newInstance();
            Object otherObject = construct(loader.loadClass("k.Other"), memory);
            object = construct(loader.loadClass("k.K"), memory, otherObject);
            javaMemory = ((ByteBuffer) memory.getClass().getField("bytes").get(memory)).array();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        classFiles.remove("k.Memory");
        translator = translator(classFiles.values());
        module = translator.exportingAll(LoweringOptions.CHICORY);
        ModuleValidator.validate(module);
        instance = Instance.builder(Parser.parse(ModuleWriter.write(module)))
                .withImportValues(ImportValues.builder()
                        .addMemory(new ImportMemory(
                                ProgramTranslator.MEMORY_MODULE, ProgramTranslator.MEMORY_NAME, wasmMemory))
                        .build())
                .build();
    }

    private static Map<String, byte[]> compile(String members, String other) {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("k.Memory", MEMORY);
        sources.put("k.Signal", SIGNAL);
        sources.put("k.Blocks", BLOCKS);
        sources.put("k.Other", """
                package k;
                public final class Other {
                    private final Memory mem;
                    public Other(Memory mem) { this.mem = mem; }
                %s
                }""".formatted(other));
        sources.put("k.K", """
                package k;
                public final class K {
                    private final Memory mem;
                    private final Other other;
                    public K(Memory mem, Other other) { this.mem = mem; this.other = other; }
                %s
                }""".formatted(members));
        return new TreeMap<>(Compiler.compile(sources));
    }

    /** The class files of such a program, but the memory's, in the order of their names. */
    static List<byte[]> classFiles(String members, String other) {
        Map<String, byte[]> classFiles = compile(members, other);
        classFiles.remove("k.Memory");
        return List.copyOf(classFiles.values());
    }

    /** A translator of such a program. */
    static ProgramTranslator translator(Collection<byte[]> classFiles) {
        return new ProgramTranslator(classFiles, new World("k", "k/Memory", "k/Signal", null, "k/Blocks"));
    }

    WasmModule module() {
        return module;
    }

    private static Object construct(Class<?> type, Object... arguments) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getConstructors()[0];
        return constructor.newInstance(arguments);
    }

    /** What a call gives on the JVM: the result, or the name of what was thrown. */
    Object onJvm(String name, Object... arguments) {
        try {
            return method(name).invoke(object, arguments);
        } catch (InvocationTargetException e) {
            return e.getCause().getClass().getSimpleName();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the same call gives translated: the result, the name of the pending signal, or "trap". */
    Object translated(String name, Object... arguments) {
        Method method = method(name);
        String export = translator.exportName("k/K", name, Type.getMethodDescriptor(method));
        long[] raw = new long[arguments.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = raw(arguments[i]);
        }
        long[] results;
        try {
            results = instance.export(export).apply(raw);
        } catch (WasmRuntimeException e) {
            return "trap";
        }
        var pending = instance.exports().global("pending");
        long kind = pending.getValue();
        if (kind != 0) {
            pending.setValue(0);
            return kind == 1 ? "First" : "Second";
        }
        return method.getReturnType() == void.class ? null : cooked(method.getReturnType(), results[0]);
    }

    byte[] javaMemory() {
        return javaMemory;
    }

    byte[] wasmMemory() {
        return wasmMemory.readBytes(0, javaMemory.length);
    }

    private Method method(String name) {
        for (Method method : object.getClass().getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static long raw(Object argument) {
        if (argument instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        }
        return argument instanceof Boolean flag ? flag ? 1 : 0 : ((Number) argument).longValue();
    }

    private static Object cooked(Class<?> type, long raw) {
        if (type == int.class) {
            return (int) raw;
        }
        if (type == boolean.class) {
            return (int) raw != 0;
        }
        return type == long.class ? (Object) raw : (Object) Double.longBitsToDouble(raw);
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classFiles;

        Loader(Map<String, byte[]> classFiles) {
            super(Twin.class.getClassLoader());
            this.classFiles = Map.copyOf(classFiles);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] classFile = classFiles.get(name);
            if (classFile == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, classFile, 0, classFile.length);
        }
    }
}
