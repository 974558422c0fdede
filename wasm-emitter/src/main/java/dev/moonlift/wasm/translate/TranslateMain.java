package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.module.ModuleValidator;
import dev.moonlift.wasm.module.ModuleWriter;
import dev.moonlift.wasm.module.WasmModule;
import dev.moonlift.wasm.restricted.ClassFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The translation as a step of the build: {@code TranslateMain CLASSES PACKAGE MEMORY SIGNAL CODE BLOCKS OUTPUT
 * ROOT...}, where CLASSES is the folder of class files, PACKAGE the one that, with those below it, holds the program,
 * CODE the code table, BLOCKS the class of block operations, and a ROOT a class whose public methods are exported.
 * Names have dots.
 */
public final class TranslateMain {
    private TranslateMain() {}

    /** Throws if something cannot be translated: the build tool runs this inside itself, so it must not exit. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 8) {
            throw new IllegalArgumentException(
                    "usage: TranslateMain CLASSES PACKAGE MEMORY SIGNAL CODE BLOCKS OUTPUT ROOT...");
        }
        World world = new World(
                internal(arguments[1]),
                internal(arguments[2]),
                internal(arguments[3]),
                internal(arguments[4]),
                internal(arguments[5]));
        List<String> roots =
                Stream.of(arguments).skip(7).map(TranslateMain::internal).toList();
        Path folder = Path.of(arguments[0], world.commonPackage());
        WasmModule module = new ProgramTranslator(ClassFolder.read(folder), world).exporting(roots);
        ModuleValidator.validate(module);
        Path output = Path.of(arguments[6]);
        Files.createDirectories(output.getParent());
        Files.write(output, ModuleWriter.write(module));
    }

    private static String internal(String name) {
        return name.replace('.', '/');
    }
}
