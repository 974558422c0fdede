package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.wasm.ir.GraphPrinter;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The work of a compilation, for a thread of the compiler: from bytecode to code that an engine has made ready. */
final class CompilationTask implements Supplier<CachedCode> {
    private static final System.Logger LOGGER = System.getLogger(Jit.class.getName());

    private final Compilation compilation;
    private final String key;
    private final CodeEngine engine;
    private final int level;
    private final ModuleCache cache;

    /** @param cache has the folder with stored code, and is told what the work has cost */
    CompilationTask(Compilation compilation, String key, CodeEngine engine, int level, ModuleCache cache) {
        this.compilation = compilation;
        this.key = key;
        this.engine = engine;
        this.level = level;
        this.cache = cache;
    }

    /** The code; null if there can be none, which is logged. */
    @Override
    public CachedCode get() {
        CachedCode stored = cache.findStored(key).map(this::load).orElse(null);
        return stored == null ? compile() : stored;
    }

    private CachedCode load(StoredCode code) {
        return load(code, engine, cache);
    }

    /** Makes code out of a file ready; null if the engine does not take it, which is logged. */
    static CachedCode load(StoredCode code, CodeEngine engine, ModuleCache cache) {
        try {
            EngineModule module = engine.compile(code.image().wasm());
            cache.countLoaded();
            return new CachedCode(code.image(), code.record(), module, null);
        } catch (EngineException e) {
            LOGGER.log(Level.WARNING, "stored code of " + code.image().functions() + " is not used", e);
            return null;
        }
    }

    private CachedCode compile() {
        long start = System.nanoTime();
        try {
            CodeModule code = compilation.compile(engine.lowering());
            CodeImage image = code.image();
            EngineModule module = engine.compile(image.wasm());
            CompilationRecord record = record(System.nanoTime() - start);
            CachedCode compiled = new CachedCode(image, record, module, new PackedText(text(code)));
            cache.compiled(compiled);
            return compiled;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOGGER.log(Level.WARNING, compilation.describe() + " stays interpreted", e);
            return null;
        }
    }

    private CompilationRecord record(long nanos) {
        return new CompilationRecord(key, engine.name(), level, Instant.now(), Duration.ofNanos(nanos));
    }

    private static String text(CodeModule code) {
        return code.graphs().stream().map(GraphPrinter::print).collect(Collectors.joining("\n"));
    }
}
