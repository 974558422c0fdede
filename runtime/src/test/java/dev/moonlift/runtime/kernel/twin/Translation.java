package dev.moonlift.runtime.kernel.twin;

import dev.moonlift.runtime.jit.CodeTable;
import dev.moonlift.runtime.kernel.ByteBlocks;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.module.Export;
import dev.moonlift.wasm.module.ExternalKind;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ModuleValidator;
import dev.moonlift.wasm.module.WasmModule;
import dev.moonlift.wasm.translate.ProgramTranslator;
import dev.moonlift.wasm.translate.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The kernel's classes as a module that exports all methods but the private ones, and their numbers, whatever it is
 * for.
 */
final class Translation {
    private static final Map<LoweringOptions, Translation> MADE = new HashMap<>();

    private final WasmModule module;
    private final List<Function> functions = new ArrayList<>();
    /** By class, name and descriptor. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private final Set<String> components = new HashSet<>();

    /** What the module exports. */
    record Function(String name, FunctionType type) {}

    private Translation(LoweringOptions options) {
        List<byte[]> classFiles = readClassFiles();
        ProgramTranslator translator = new ProgramTranslator(
                classFiles,
                new World(
                        Layout.class.getPackageName().replace('.', '/'),
                        Type.getInternalName(Memory.class),
                        Type.getInternalName(Signal.class),
                        Type.getInternalName(CodeTable.class),
                        Type.getInternalName(ByteBlocks.class)));
        module = translator.exportingAll(options);
        ModuleValidator.validate(module);
        Map<String, FunctionType> exported = exportedFunctions();
        for (byte[] classFile : classFiles) {
            ClassNode type = new ClassNode();
            new ClassReader(classFile).accept(type, ClassReader.SKIP_CODE);
            for (MethodNode method : type.methods) {
                String name = translator.exportName(type.name, method.name, method.desc);
                if (exported.containsKey(name)) {
                    numbers.put(key(type.name, method.name, method.desc), functions.size());
                    functions.add(new Function(name, exported.get(name)));
                    components.add(type.name);
                }
            }
        }
    }

    static Translation forWasmtime() {
        return of(LoweringOptions.WASMTIME);
    }

    static Translation forChicory() {
        return of(LoweringOptions.CHICORY);
    }

    private static synchronized Translation of(LoweringOptions options) {
        return MADE.computeIfAbsent(options, Translation::new);
    }

    private static List<byte[]> readClassFiles() {
        List<byte[]> classFiles = new ArrayList<>();
        try {
            Path root = Path.of(Layout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder = root.resolve(Layout.class.getPackageName().replace('.', '/'));
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                    if (file.toString().endsWith(".class")) {
                        classFiles.add(Files.readAllBytes(file));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return classFiles;
    }

    private Map<String, FunctionType> exportedFunctions() {
        Map<String, FunctionType> exported = new HashMap<>();
        int imported = module.importedCount(ExternalKind.FUNCTION);
        for (Export export : module.exports()) {
            if (export.kind() == ExternalKind.FUNCTION) {
                int type = module.functions().get(export.index() - imported).type();
                exported.put(export.name(), module.types().get(type));
            }
        }
        return exported;
    }

    private static String key(String owner, String method, String descriptor) {
        return owner + "." + method + descriptor;
    }

    WasmModule module() {
        return module;
    }

    /** What it exports, by number. */
    List<Function> functions() {
        return functions;
    }

    /** The number of the function that a method has become, or -1; the class's name has slashes. */
    int numberOf(String owner, String method, String descriptor) {
        return numbers.getOrDefault(key(owner, method, descriptor), -1);
    }

    /** Whether methods of this class, whose name has slashes, have become functions. */
    boolean isComponent(String owner) {
        return components.contains(owner);
    }
}
