package dev.moonlift.wasm.restricted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The class files of a program in restricted Java, as steps of a build find them. */
public final class ClassFolder {
    private ClassFolder() {}

    /** All class files in a folder and those below it, in the order of their paths. */
    public static List<byte[]> read(Path folder) throws IOException {
        List<byte[]> classFiles = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                if (file.toString().endsWith(".class")) {
                    classFiles.add(Files.readAllBytes(file));
                }
            }
        }
        return classFiles;
    }
}
