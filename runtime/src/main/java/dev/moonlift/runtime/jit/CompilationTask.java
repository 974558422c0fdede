package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.jit.JitListener.Job;
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
    private final Job job;
    private final String key;
    private final CodeEngine engine;
    private final ModuleCache cache;
    private final JitListener listener;
    private volatile boolean hasRun;

    /**
     * The work of a compilation.
     *
     * @param cache has the folder with stored code, and is told what the work has come to
     */
    CompilationTask(
            Compilation compilation, Job job, String key, CodeEngine engine, ModuleCache cache, JitListener listener) {
        this.compilation = compilation;
        this.job = job;
        this.key = key;
        this.engine = engine;
        this.cache = cache;
        this.listener = listener;
    }

    /** Whether it has compiled: if not, the code was there, or another guest's task has given it. */
    boolean hasRun() {
        return hasRun;
    }

    /** The code; null if there can be none, which the cache is told. */
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
        hasRun = true;
        listener.compiling(job);
        long start = System.nanoTime();
        try {
            CachedCode compiled = tryCompile(start);
            cache.compiled(compiled);
            listener.compiled(
                    job,
                    new JitListener.Code(
                            compiled.bytes(), compiled.record().duration().toNanos(), false));
            return compiled;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            cache.failed(key, e);
            listener.failed(job, e);
            return null;
        }
    }

    /**
     * What the engine refuses since it is too long, it may take without what was inlined, or without some of its
     * functions: of one whose beginning is left to the interpreter, loops may have code still.
     */
    private CachedCode tryCompile(long start) {
        while (true) {
            CodeModule code = compilation.compile(engine.lowering());
            try {
                return makeReady(code, start);
            } catch (CodeRefusal tooLong) {
                if (compilation.isInlining()) {
                    compilation.setInlining(false);
                } else if (!compilation.leaveOut(code.names(tooLong.functions()))) {
                    throw tooLong;
                }
            }
        }
    }

    private CachedCode makeReady(CodeModule code, long start) {
        CodeImage image = code.image();
        listener.generated(job, new JitListener.Module(code, image.wasm(), compilation.positions(image.wasm())));
        EngineModule module = engine.compile(image.wasm());
        return new CachedCode(image, record(System.nanoTime() - start), module, new PackedText(text(code)));
    }

    private CompilationRecord record(long nanos) {
        return new CompilationRecord(key, engine.name(), job.level(), Instant.now(), Duration.ofNanos(nanos));
    }

    private static String text(CodeModule code) {
        return code.graphs().stream().map(GraphPrinter::print).collect(Collectors.joining("\n"));
    }
}
