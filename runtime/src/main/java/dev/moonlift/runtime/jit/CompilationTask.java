package dev.moonlift.runtime.jit;

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

    /** @param cache is told what it cost */
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
        long start = System.nanoTime();
        try {
            CodeModule code = compilation.compile(engine.lowering());
            CodeImage image = code.image();
            EngineModule module = engine.compile(image.wasm());
            long nanos = System.nanoTime() - start;
            cache.count(nanos);
            return new CachedCode(image, record(nanos), module, new PackedText(text(code)));
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
