package dev.moonlift.runtime.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The one folder from which a guest may load Lua files. No name leads out of it: not by {@code ..}, not by an absolute
 * path, not by a symbolic link. Only regular files are read.
 */
public final class ModuleFolder {
    private final Path root;

    private ModuleFolder(Path root) {
        this.root = root;
    }

    /**
     * A folder.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public static ModuleFolder of(Path folder) {
        try {
            Path root = folder.toRealPath();
            if (Files.isDirectory(root)) {
                return new ModuleFolder(root);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("no folder " + folder, e);
        }
        throw new IllegalArgumentException("no folder " + folder);
    }

    /** A file's name within the folder, with slashes, and its bytes. */
    record Found(String name, byte[] bytes) {}

    /** Where {@code require} looks, in this order. */
    static String[] candidates(String module) {
        String path = module.replace('.', '/');
        return new String[] {path + ".lua", path + "/init.lua"};
    }

    /**
     * Reads a file.
     *
     * @param name relative to the folder, with slashes
     * @param limit bytes above which a file is too large
     * @return null if there is no such file in the folder
     * @throws IOException if it is there but cannot be read
     */
    Found read(String name, int limit) throws IOException {
        Path file = resolve(name);
        if (file == null) {
            return null;
        }
        if (Files.size(file) > limit) {
            throw new IOException("file too large");
        }
        return new Found(name, Files.readAllBytes(file));
    }

    /** The real path of a regular file in the folder; null if the name leads to none. */
    private Path resolve(String name) {
        try {
            Path relative = Path.of(name);
            if (relative.isAbsolute()) {
                return null;
            }
            Path file = root.resolve(relative).toRealPath();
            return file.startsWith(root) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? file : null;
        } catch (IOException | InvalidPathException notThere) {
            return null;
        }
    }
}
