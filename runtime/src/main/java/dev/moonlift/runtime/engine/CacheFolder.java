package dev.moonlift.runtime.engine;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The folder where engines keep what is dear to make again, machine code above all. The system property
 * {@value #PROPERTY} names it, or is {@value #NO_CACHE}; unset, it is the user's usual place for such things.
 *
 * <p>Code from there is run, so a folder where others may write, or that belongs to another user, is not used.
 */
public final class CacheFolder {
    public static final String PROPERTY = "moonlift.cache";
    private static final String NO_CACHE = "none";

    private static final Set<PosixFilePermission> FOR_THE_OWNER = PosixFilePermissions.fromString("rwx------");

    private CacheFolder() {}

    /** The folder, which exists and can be written to; empty if there is none. */
    public static Optional<Path> find() {
        String chosen = System.getProperty(PROPERTY, "");
        if (chosen.equals(NO_CACHE)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(chosen.isEmpty() ? usualPlace() : Path.of(chosen))
                    .flatMap(CacheFolder::use);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A folder for such things, made if it is not there, as an absolute path; empty if it cannot be used. */
    public static Optional<Path> use(Path folder) {
        return Optional.of(folder.toAbsolutePath()).filter(CacheFolder::create).filter(CacheFolder::isOurs);
    }

    /** Gives a file its name, in one step, since another process may be reading what has that name. */
    public static void moveTo(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Null if not known. */
    private static Path usualPlace() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("windows")) {
            return below(System.getenv("LOCALAPPDATA"), "moonlift", "cache");
        }
        String home = System.getProperty("user.home");
        if (system.contains("mac")) {
            return below(home, "Library", "Caches", "moonlift");
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        return cache == null || cache.isEmpty() ? below(home, ".cache", "moonlift") : below(cache, "moonlift");
    }

    private static Path below(String folder, String... names) {
        return folder == null || folder.isEmpty() ? null : Path.of(folder, names);
    }

    private static boolean create(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.getParent());
                createPrivate(folder);
            }
            return Files.isWritable(folder);
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (isPosix) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOR_THE_OWNER));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static boolean isOurs(Path folder) {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            return view == null || isOurs(folder, view.readAttributes());
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static boolean isOurs(Path folder, PosixFileAttributes attributes) throws IOException {
        Set<PosixFilePermission> permissions = attributes.permissions();
        return !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE)
                && attributes.owner().equals(ownerOfNewFiles(folder));
    }

    /** This process's user: who owns a file that it makes. */
    private static Object ownerOfNewFiles(Path folder) throws IOException {
        Path probe = Files.createFile(folder.resolve("probe-" + Long.toHexString(System.nanoTime())));
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }
}
