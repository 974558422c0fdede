package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.CacheFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A folder with compiled code, a file for each module, so that the next process need not compile it. Several processes
 * may use one at once: a file appears in one step, and may vanish at any time. For use by any thread.
 *
 * <p>A file is named after the {@link CodeVersion} and the key, has both in it, and ends with a {@link Checksum}. One
 * that is damaged, or something else, is as good as none, and replaced; the first of them is told of in a warning.
 * Bounded in bytes: files that were not used for longest go.
 *
 * <pre>
 *   bytes  "MLCODE01"
 *   text   version
 *   ...    {@link StoredCode}
 *   32     SHA-256 of all before
 * </pre>
 */
public final class CodeFolder {
    /** Bytes of all files of a folder for which nothing else is said. */
    public static final long USUAL_BYTES = 256L << 20;

    private static final String MAGIC = "MLCODE01";
    private static final String SUFFIX = ".mlcode";
    private static final String UNFINISHED = "unfinished-";
    /** After that time nobody will finish an unfinished file. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final int VERSION_DIGITS = 16;

    private static final System.Logger LOGGER = System.getLogger(Jit.class.getName());

    private final Path folder;
    private final long mostBytes;
    private final String version;
    private final AtomicBoolean hasWarned = new AtomicBoolean();

    private CodeFolder(Path folder, long mostBytes, String version) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.version = version;
    }

    /**
     * A folder, which is made if it is not there.
     *
     * @param mostBytes of all files; the newest is kept even if it is larger
     * @throws IllegalArgumentException if it cannot be used: code from there is run, so none but this process's user
     *     may be able to write to it
     */
    public static CodeFolder open(Path folder, long mostBytes) {
        String version = CodeVersion.current()
                .orElseThrow(() -> new IllegalArgumentException("this build does not know its version of the code"));
        return open(folder, mostBytes, version);
    }

    static CodeFolder open(Path folder, long mostBytes, String version) {
        Path usable = CacheFolder.use(folder)
                .orElseThrow(() -> new IllegalArgumentException("folder " + folder
                        + " cannot be used for code: it has to be a folder of this user, to which no other can write"));
        return new CodeFolder(usable, mostBytes, version);
    }

    /** The code for a key; empty if it is not here. */
    Optional<StoredCode> find(String key) {
        Path file = file(key);
        try {
            StoredCode code = decode(key, Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(code);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            warn(file + " is not used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Path file(String key) {
        return folder.resolve(version.substring(0, VERSION_DIGITS) + "-" + key + SUFFIX);
    }

    private byte[] encode(StoredCode code) {
        CodeWriter out = new CodeWriter().text(MAGIC).text(version);
        code.writeTo(out);
        return Checksum.append(out.toByteArray());
    }

    private StoredCode decode(String key, byte[] file) throws CodeFormatException {
        CodeReader in = new CodeReader(Checksum.check(file));
        if (!in.text().equals(MAGIC) || !in.text().equals(version)) {
            throw new CodeFormatException("it is of another version");
        }
        StoredCode code = StoredCode.read(in);
        in.end();
        if (!code.record().key().equals(key)) {
            throw new CodeFormatException("it is for something else");
        }
        return code;
    }

    /** Keeps code, in place of what is here for its key. */
    void put(StoredCode code) {
        Path unfinished = null;
        try {
            unfinished = Files.createTempFile(folder, UNFINISHED, SUFFIX);
            Files.write(unfinished, encode(code));
            Path file = file(code.record().key());
            CacheFolder.moveTo(unfinished, file);
            makeRoom(file);
        } catch (IOException | UncheckedIOException e) {
            warn("compiled code is not kept in " + folder + ": " + e.getMessage());
        } finally {
            delete(unfinished);
        }
    }

    private void warn(String message) {
        if (hasWarned.compareAndSet(false, true)) {
            LOGGER.log(Level.WARNING, message);
        }
    }

    private void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            warn("cannot delete " + file + ": " + e.getMessage());
        }
    }

    private record Kept(Path file, long bytes, FileTime used) {}

    private void makeRoom(Path newest) throws IOException {
        List<Kept> files = files();
        long bytes = files.stream().mapToLong(Kept::bytes).sum();
        for (Kept kept : files) {
            boolean isUnfinished = kept.file().getFileName().toString().startsWith(UNFINISHED);
            boolean isAbandoned = isUnfinished
                    && kept.used().toInstant().isBefore(Instant.now().minus(ABANDONED));
            boolean isTooMuch =
                    !isUnfinished && bytes > mostBytes && !kept.file().equals(newest);
            if (isAbandoned || isTooMuch) {
                delete(kept.file());
                bytes -= kept.bytes();
            }
        }
    }

    /** Our files, what was used longest ago first. */
    private List<Kept> files() throws IOException {
        List<Kept> files = new ArrayList<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                try {
                    files.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
                } catch (NoSuchFileException goneMeanwhile) {
                    continue;
                }
            }
        }
        files.sort(Comparator.comparing(Kept::used));
        return files;
    }
}
