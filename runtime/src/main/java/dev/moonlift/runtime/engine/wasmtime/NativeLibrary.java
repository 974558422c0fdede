package dev.moonlift.runtime.engine.wasmtime;

import dev.moonlift.runtime.engine.CacheFolder;
import dev.moonlift.runtime.engine.EngineException;
import io.github.kawamuray.wasmtime.NativeLibraryLoader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Loads the native library of wasmtime-java, whose own loader would leave 18 MB in the temporary folder at every start.
 * It is unpacked to the cache folder once, and checked at every start; without a cache folder to a temporary file that
 * is deleted at once.
 */
final class NativeLibrary {
    /** The system property with the path of a library to load instead, for platforms that the jar has none for. */
    static final String PROPERTY = "moonlift.wasmtime.library";

    private static final int BUFFER = 1 << 16;

    private final String resource;

    private NativeLibrary(String resource) {
        this.resource = resource;
    }

    /**
     * Loads it, unless it has been loaded.
     *
     * @throws EngineException if there is none for this platform, or its file cannot be written
     * @throws LinkageError if it does not load here
     * @throws RuntimeException if the JVM forbids it
     */
    static void load() {
        synchronized (NativeLibraryLoader.class) {
            Field loaded = loadedFlag();
            if (!isSet(loaded)) {
                String path = System.getProperty(PROPERTY);
                if (path != null) {
                    System.load(path);
                } else {
                    new NativeLibrary(resourceForPlatform()).unpackAndLoad();
                }
                set(loaded);
            }
        }
    }

    // --- wasmtime-java's loader, which is told that its work is done ---

    private static Field loadedFlag() {
        if (NativeLibraryLoader.class.getClassLoader() != NativeLibrary.class.getClassLoader()) {
            throw new EngineException("wasmtime-java was loaded by another class loader");
        }
        try {
            Field loaded = NativeLibraryLoader.class.getDeclaredField("loaded");
            loaded.setAccessible(true);
            return loaded;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new EngineException("this version of wasmtime-java is not known: " + e.getMessage(), e);
        }
    }

    private static boolean isSet(Field flag) {
        try {
            return flag.getBoolean(null);
        } catch (IllegalAccessException e) {
            throw new EngineException(e.getMessage(), e);
        }
    }

    private static void set(Field flag) {
        try {
            flag.setBoolean(null, true);
        } catch (IllegalAccessException e) {
            throw new EngineException(e.getMessage(), e);
        }
    }

    // --- the library's file ---

    private static String resourceForPlatform() {
        String system = System.getProperty("os.name", "");
        String processor = System.getProperty("os.arch", "");
        String platform = osName(system) + "_" + processorName(processor);
        String file = switch (platform) {
            case "linux_x86_64", "linux_aarch64" -> "libwasmtime_jni_%s_" + platform + ".so";
            case "macos_x86_64", "macos_aarch64" -> "libwasmtime_jni_%s_" + platform + ".dylib";
            case "windows_x86_64" -> "wasmtime_jni_%s_" + platform + ".dll";
            default -> throw new EngineException("no native library for " + system + " on " + processor);
        };
        return String.format(file, version());
    }

    private static String osName(String system) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("windows")) {
            return "windows";
        }
        return lower.contains("mac os") ? "macos" : lower;
    }

    private static String processorName(String processor) {
        return processor.equals("amd64") ? "x86_64" : processor;
    }

    private static String version() {
        try (InputStream in = NativeLibraryLoader.class.getResourceAsStream("/wasmtime-java-meta.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("jnilib.version", "unknown");
        } catch (IOException e) {
            throw new EngineException("cannot read wasmtime-java's version", e);
        }
    }

    private void unpackAndLoad() {
        try {
            Optional<Path> cache = CacheFolder.find();
            if (cache.isPresent()) {
                System.load(unpackTo(cache.get()).toString());
            } else {
                loadOnce(Files.createTempFile("moonlift-", "-" + resource));
            }
        } catch (IOException e) {
            throw new EngineException("cannot unpack the native library: " + e.getMessage(), e);
        }
    }

    private void loadOnce(Path file) throws IOException {
        try {
            copyTo(file);
            System.load(file.toString());
        } finally {
            // Where a file in use cannot be deleted, it goes with the JVM.
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private Path unpackTo(Path folder) throws IOException {
        Path file = folder.resolve(resource);
        if (!isIntact(file)) {
            Path unfinished = Files.createTempFile(folder, "unfinished-", "-" + resource);
            try {
                copyTo(unfinished);
                CacheFolder.moveTo(unfinished, file);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
        return file;
    }

    private void copyTo(Path file) throws IOException {
        try (InputStream in = open().getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private URLConnection open() throws IOException {
        URL url = NativeLibraryLoader.class.getResource("/" + resource);
        if (url == null) {
            throw new EngineException("wasmtime-java has no " + resource);
        }
        return url.openConnection();
    }

    /** Whether a file has the bytes of the resource, as far as its length and checksum tell. */
    private boolean isIntact(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        URLConnection connection = open();
        if (connection instanceof JarURLConnection jar) {
            return Files.size(file) == jar.getJarEntry().getSize()
                    && checksum(Files.newInputStream(file)) == jar.getJarEntry().getCrc();
        }
        return checksum(Files.newInputStream(file)) == checksum(connection.getInputStream());
    }

    private static long checksum(InputStream stream) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(stream, new CRC32())) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                continue;
            }
            return in.getChecksum().getValue();
        }
    }
}
