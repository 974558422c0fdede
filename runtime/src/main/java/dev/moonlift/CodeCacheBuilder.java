package dev.moonlift;

import dev.moonlift.runtime.jit.CodeFolder;
import dev.moonlift.runtime.jit.ModuleCache;
import java.nio.file.Path;
import java.util.Objects;

/** Describes a {@link CodeCache} to be made: without any calls, one with the limits of {@link CodeCache#shared}. */
public final class CodeCacheBuilder {
    private int modules = ModuleCache.USUAL_MODULES;
    private long bytes = ModuleCache.USUAL_BYTES;

    /** Null for none. */
    private Path folder;

    private long folderBytes = CodeFolder.USUAL_BYTES;

    CodeCacheBuilder() {}

    /**
     * Limits the number of modules.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public CodeCacheBuilder modules(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("limit of " + most + " modules");
        }
        this.modules = most;
        return this;
    }

    /**
     * Limits the bytes of all modules, as WebAssembly; what is kept besides for {@link CompiledModule#ir} is about as
     * large. A single module that is larger is kept until the next comes.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public CodeCacheBuilder bytes(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("limit of " + most + " bytes");
        }
        this.bytes = most;
        return this;
    }

    /**
     * Keeps modules in files of a folder, too, where the next process finds them; several may use one at once. Keys
     * tell programs and builds of Moonlift apart, checksums tell damaged files, which are replaced. Wasmtime keeps the
     * machine code that it makes of modules in a folder of its own, see {@code moonlift.cache}.
     *
     * @param folder is made if it is not there; code from there is run, so none but this user may be able to write to
     *     it
     */
    public CodeCacheBuilder folder(Path folder) {
        this.folder = Objects.requireNonNull(folder);
        return this;
    }

    /**
     * Limits the bytes of the folder's files, 256 MiB unless set; those that were not used for longest go.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public CodeCacheBuilder folderBytes(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("limit of " + most + " bytes");
        }
        this.folderBytes = most;
        return this;
    }

    /**
     * Makes the cache.
     *
     * @throws IllegalArgumentException if its folder cannot be made or written to, or others can write to it
     */
    public CodeCache build() {
        CodeFolder files = folder == null ? null : CodeFolder.open(folder, folderBytes);
        return new CodeCache(new ModuleCache(modules, bytes, files));
    }
}
