package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Element;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.jit.CodeRefusal;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.MethodTooLargeException;

/** A module of compiled code as Java classes, which any number of guests may use. */
final class CodeClasses implements EngineModule {
    /** What the name of a class of functions adds to that of the main class. */
    private static final String FUNCTIONS = "FuncGroup_0";

    /** The same of a class for which there is a replacement. */
    private static final String SUPPORT = "Shaded";

    /** The same of a second class of functions, which there is only if one could not hold everything. */
    private static final String MORE_FUNCTIONS = "FuncGroup_1";

    private final WasmModule module;
    private final List<ImportedFunction> imports;
    private final Constructor<? extends Machine> machine;
    /** By the number of the function. */
    private final Map<Integer, Constructor<? extends CodeFunction>> functions = new HashMap<>();

    private CodeClasses(WasmModule module, ClassFiles files) throws ReflectiveOperationException {
        this.module = module;
        this.imports = importsOf(module);
        String main = files.mainClassName();
        Map<String, byte[]> changed = change(files);
        Map<Integer, String> names = addFunctions(main, changed);
        Loader loader = new Loader(changed);
        loader.loadAll();
        machine = loader.loadClass(main).asSubclass(Machine.class).getConstructor(Instance.class);
        for (Map.Entry<Integer, String> function : names.entrySet()) {
            functions.put(
                    function.getKey(),
                    loader.loadClass(function.getValue())
                            .asSubclass(CodeFunction.class)
                            .getConstructor(Memory.class, Instance.class));
        }
    }

    /**
     * Makes classes of a module.
     *
     * @throws CodeRefusal if it has a function that is too long
     * @throws EngineException if Chicory refuses it
     */
    static CodeClasses compile(byte[] wasm) {
        try {
            WasmModule module = Parser.parse(wasm);
            var result = Compiler.builder(module)
                    .withInterpreterFallback(InterpreterFallback.FAIL)
                    .withClassCollectorFactory(ClassFiles::new)
                    .build()
                    .compile();
            return new CodeClasses(module, (ClassFiles) result.collector());
        } catch (ChicoryException | ReflectiveOperationException e) {
            if (e.getCause() instanceof MethodTooLargeException) {
                throw new CodeRefusal("a function would be longer than a Java method can be");
            }
            throw new EngineException("chicory refuses a module: " + e.getMessage(), e);
        }
    }

    private static List<ImportedFunction> importsOf(WasmModule module) {
        List<ImportedFunction> imports = new ArrayList<>();
        module.importSection().stream().forEach(imported -> {
            if (imported instanceof FunctionImport function) {
                FunctionType type = module.typeSection().getType(function.typeIndex());
                imports.add(ImportedFunction.of(function.module(), function.name(), type));
            }
        });
        return imports;
    }

    private Map<String, byte[]> change(ClassFiles files) {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        String main = files.mainClassName();
        if (files.classBytes().containsKey(main + MORE_FUNCTIONS)) {
            throw new CodeRefusal("its code does not fit into one class");
        }
        ModuleMethods changes =
                new ModuleMethods(main + SUPPORT, imports, module.typeSection().types());
        files.classBytes().forEach((name, file) -> {
            if (!name.equals(main + SUPPORT)) {
                changed.put(name, changes.change(file));
            }
        });
        return changed;
    }

    /** Adds a class for each function that can be called through the table; their names by the function's number. */
    private Map<Integer, String> addFunctions(String main, Map<String, byte[]> files) {
        Map<Integer, String> names = new LinkedHashMap<>();
        for (int function : functionsInTable()) {
            CodeType type = CodeType.of(
                    module.functionSection().getFunctionType(function - imports.size(), module.typeSection()));
            if (type.isCodeFunction()) {
                String name = main + "Function_" + function;
                names.put(function, name);
                files.put(
                        name, new FunctionClass(name, main + FUNCTIONS, ModuleMethods.nameOf(function), type).write());
            }
        }
        return names;
    }

    private Set<Integer> functionsInTable() {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (Element element : module.elementSection().elements()) {
            element.initializers()
                    .forEach(initializer -> numbers.add((int) initializer.get(0).operand(0)));
        }
        return numbers;
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files) {
            super(CodeClasses.class.getClassLoader());
            this.files = files;
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

    List<ImportedFunction> imports() {
        return imports;
    }

    Machine newMachine(Instance instance) {
        return make(machine, instance);
    }

    /** A function for the table of code; null if it has too many parameters. */
    CodeFunction newFunction(int function, Memory memory, Instance instance) {
        Constructor<? extends CodeFunction> constructor = functions.get(function);
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
