package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.wasm.module.WasmModule;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A step of the build: writes the {@link CodeVersion}. */
public final class CodeVersionMain {
    private CodeVersionMain() {}

    /** @param arguments the folder of this module's classes, with {@code kernel.wasm} */
    public static void main(String[] arguments) throws IOException, URISyntaxException {
        Path classes = Path.of(arguments[0]);
        MessageDigest digest = Checksum.sha256();
        addAll(digest, classes);
        for (Class<?> type : List.of(WasmModule.class, Op.class)) {
            addAll(
                    digest,
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        }
        Files.writeString(
                classes.resolve(CodeVersion.RESOURCE.substring(1)),
                HexFormat.of().formatHex(digest.digest()));
    }

    private static void addAll(MessageDigest digest, URI location) throws IOException {
        Path path = Path.of(location);
        if (Files.isDirectory(path)) {
            addAll(digest, path);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
            addAll(digest, jar.getPath("/"));
        }
    }

    private static void addAll(MessageDigest digest, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> sorted = files.filter(CodeVersionMain::isCode)
                    .sorted((a, b) -> name(root, a).compareTo(name(root, b)))
                    .toList();
            for (Path file : sorted) {
                digest.update(name(root, file).getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    private static boolean isCode(Path file) {
        String name = file.toString();
        return name.endsWith(".class") || name.endsWith(".wasm");
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
