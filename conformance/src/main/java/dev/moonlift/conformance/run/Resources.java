package dev.moonlift.conformance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Lua programs that come with this module, in a folder or in a jar. */
public final class Resources {
    private Resources() {}

    /** A folder of them: {@code corpus}, {@code attacks}, {@code bench} or {@code official}. */
    public static Path folder(String name) {
        URL url = Resources.class.getResource("/" + name + "/");
        if (url == null) {
            throw new IllegalStateException("no folder " + name + " on the class path");
        }
        try {
            URI uri = url.toURI();
            return uri.getScheme().equals("jar") ? jar(uri).getPath("/" + name) : Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url.toString(), e);
        }
    }

    private static FileSystem jar(URI uri) {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException open) {
            return FileSystems.getFileSystem(uri);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in a folder, by name. */
    public static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Lua programs in a folder, by name. */
    public static List<Path> programs(Path folder) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".lua"))
                .toList();
    }

    /** A file without its folder and its ending. */
    public static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".lua".length());
    }

    /** The bytes of a file. */
    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
