package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.jit.CodeTable.CompiledFunction;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A module of compiled code as Java classes, which any number of guests may use. */
final class CodeClasses implements EngineModule {
    private static final String FUNCTIONS = "FuncGroup_";

    /** What the kernel calls: takes the address of a frame, answers a status. */
    private static final FunctionType ENTRY = FunctionType.of(List.of(ValType.I32), List.of(ValType.I32));

    private final WasmModule module;
    private final List<ImportedMethod> imports;
    private final Constructor<? extends Machine> machine;
    /** By the number of the function. */
    private final Map<Integer, Constructor<? extends CompiledFunction>> entries = new HashMap<>();

    private CodeClasses(WasmModule module, List<ImportedMethod> imports, ClassFiles files)
            throws ReflectiveOperationException {
        this.module = module;
        this.imports = imports;
        Map<String, byte[]> patched = new LinkedHashMap<>();
        files.classBytes().forEach((name, file) -> {
            boolean isFunctions = name.startsWith(files.mainClassName() + FUNCTIONS);
            patched.put(name, isFunctions ? ClassPatches.functions(file, imports) : file);
        });
        Map<Integer, String> names = addEntries(files.mainClassName(), patched);
        Loader loader = new Loader(patched);
        loader.loadAll();
        this.machine = loader.loadClass(files.mainClassName())
                .asSubclass(Machine.class)
                .getConstructor(Instance.class);
        for (Map.Entry<Integer, String> entry : names.entrySet()) {
            Class<? extends CompiledFunction> type =
                    loader.loadClass(entry.getValue()).asSubclass(CompiledFunction.class);
            entries.put(entry.getKey(), type.getConstructor(Memory.class, Instance.class));
        }
    }

    /**
     * Makes classes of a module.
     *
     * @throws EngineException if it is refused, or has a function that is too long
     */
    static CodeClasses compile(byte[] wasm) {
        try {
            WasmModule module = Parser.parse(wasm);
            var result = Compiler.builder(module)
                    .withInterpreterFallback(InterpreterFallback.FAIL)
                    .withClassCollectorFactory(ClassFiles::new)
                    .build()
                    .compile();
            return new CodeClasses(module, importsOf(module), (ClassFiles) result.collector());
        } catch (ChicoryException | ReflectiveOperationException e) {
            throw new EngineException("chicory refuses a module: " + e.getMessage(), e);
        }
    }

    private static List<ImportedMethod> importsOf(WasmModule module) {
        List<ImportedMethod> imports = new ArrayList<>();
        module.importSection().stream().forEach(imported -> {
            if (imported instanceof FunctionImport function) {
                FunctionType type = module.typeSection().getType(function.typeIndex());
                imports.add(ImportedMethod.of(imports.size(), function.module(), function.name(), type));
            }
        });
        return imports;
    }

    /** Adds a class for each function that the kernel may call; their names, by the number of the function. */
    private Map<Integer, String> addEntries(String main, Map<String, byte[]> files) {
        Map<Integer, String> names = new LinkedHashMap<>();
        for (int i = 0; i < module.functionSection().functionCount(); i++) {
            if (module.functionSection()
                    .getFunctionType(i, module.typeSection())
                    .equals(ENTRY)) {
                int function = imports.size() + i;
                String name = main + "Entry_" + function;
                files.put(name, ClassPatches.entry(name, main + FUNCTIONS + "0", ClassPatches.methodOf(function)));
                names.put(function, name);
            }
        }
        return names;
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files) {
            super(CodeClasses.class.getClassLoader());
            this.files = new LinkedHashMap<>(files);
        }

        /** Has the JVM verify everything now, and not while the guest waits. */
        void loadAll() throws ClassNotFoundException {
            for (String name : List.copyOf(files.keySet())) {
                Class.forName(name, true, this);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.remove(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }

    WasmModule module() {
        return module;
    }

    List<ImportedMethod> imports() {
        return imports;
    }

    Machine newMachine(Instance instance) {
        return make(machine, instance);
    }

    /** A function as the kernel calls it; null if it is not of that type. */
    CompiledFunction entry(int function, Memory memory, Instance instance) {
        Constructor<? extends CompiledFunction> constructor = entries.get(function);
        return constructor == null ? null : make(constructor, memory, instance);
    }

    private static <T> T make(Constructor<T> constructor, Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new EngineException("cannot make a " + constructor.getDeclaringClass(), e);
        }
    }

    @Override
    public void close() {
        // All of it is garbage of the JVM's.
    }
}
