package dev.moonlift.runtime.engine.wasmtime;

import dev.moonlift.runtime.engine.CacheFolder;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;
import io.github.kawamuray.wasmtime.Config;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.OptLevel;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.WasmtimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Wasmtime in this process: one engine, whatever its number of users. */
final class WasmtimeProcess {
    /** Bytes of a carrier's stack that WebAssembly may use. */
    private static final long WASM_STACK = 2 << 20;

    /** All addresses that a memory can have are reserved, so that it never moves. */
    private static final long STATIC_MEMORY = 4L << 30;

    private static WasmtimeProcess instance;

    private final Engine engine;
    /**
     * More handles of the same engine, those that nobody uses: wasmtime-java locks a handle for as long as a module
     * compiles. There are as many as threads have compiled at once.
     */
    private final Queue<Engine> compilers = new ConcurrentLinkedQueue<>();

    private WasmtimeProcess(Engine engine) {
        this.engine = engine;
    }

    /**
     * The process's Wasmtime, which is loaded and started at the first call.
     *
     * @throws EngineException if it cannot be; so do a LinkageError and a RuntimeException say
     */
    static synchronized WasmtimeProcess get() {
        if (instance == null) {
            NativeLibrary.load();
            try (Config config = newConfig()) {
                instance = new WasmtimeProcess(new Engine(config));
            }
        }
        return instance;
    }

    private static Config newConfig() {
        Config config = new Config();
        config.wasmSimd(false);
        config.wasmThreads(false);
        config.wasmReferenceTypes(false);
        config.craneliftOptLevel(OptLevel.SPEED);
        config.maxWasmStack(WASM_STACK);
        config.staticMemoryMaximumSize(STATIC_MEMORY);
        CacheFolder.find().flatMap(WasmtimeProcess::cacheConfiguration).ifPresent(file -> useCache(config, file));
        return config;
    }

    private static void useCache(Config config, Path file) {
        try {
            config.cacheConfigLoad(file);
        } catch (WasmtimeException e) {
            System.getLogger("dev.moonlift")
                    .log(System.Logger.Level.WARNING, "machine code is not cached: " + e.getMessage());
        }
    }

    /** The file that tells Wasmtime where to keep machine code; empty if it cannot be written. */
    private static Optional<Path> cacheConfiguration(Path folder) {
        Path code = folder.resolve("wasmtime");
        Path file = folder.resolve("wasmtime.toml");
        String text = "[cache]\nenabled = true\ndirectory = '" + code + "'\n";
        try {
            if (!Files.isRegularFile(file) || !Files.readString(file).equals(text)) {
                Path unfinished = Files.createTempFile(folder, "unfinished-", ".toml");
                Files.writeString(unfinished, text);
                CacheFolder.moveTo(unfinished, file);
            }
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    EngineModule compile(byte[] wasm) {
        Engine compiler = compilers.poll();
        if (compiler == null) {
            compiler = newHandle();
        }
        try {
            return new WasmtimeModule(new Module(compiler, wasm));
        } catch (WasmtimeException e) {
            throw new EngineException("wasmtime refuses a module: " + e.getMessage(), e);
        } finally {
            compilers.add(compiler);
        }
    }

    private Engine newHandle() {
        try (Store<Void> store = new Store<>(null, engine)) {
            return store.engine();
        }
    }

    EngineStore newStore(int initial, int maximum) {
        try {
            return new WasmtimeStore(engine, initial, maximum);
        } catch (WasmtimeException e) {
            throw new EngineException("wasmtime has no room for a memory: " + e.getMessage(), e);
        }
    }
}
