package dev.moonlift.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The kernel as native code, shared by all guests: {@code kernel.wasm}, compiled in the background when it is first
 * asked for, by the first engine of a list that can.
 */
public final class NativeKernel {
    /** The name under which later modules import what the kernel exports. */
    public static final String MODULE = "kernel";

    /** The kernel's export that does what {@code kernel.interp.Entry} does. */
    private static final String RUN = "run";

    /** What is wrong with a kernel without code. */
    static final String MISSING = "kernel.wasm is not part of this build";

    private static final String RESOURCE = "/dev/moonlift/kernel.wasm";
    /** Compilers are recursive. */
    private static final long COMPILER_STACK = 8 << 20;

    private final List<Engine> engines;
    private final byte[] code;
    private final Consumer<String> announcement;
    private final AtomicBoolean isAskedFor = new AtomicBoolean();
    private final CountDownLatch settled = new CountDownLatch(1);
    /** What came of it; null as long as that is not known. */
    private volatile Result result;

    /**
     * A kernel.
     *
     * @param engines the best first
     * @param code a WebAssembly module; null if there is none
     * @param announcement is told what runs the kernel, and why, once that is known
     */
    public NativeKernel(List<Engine> engines, byte[] code, Consumer<String> announcement) {
        this.engines = List.copyOf(engines);
        this.code = code;
        this.announcement = announcement;
    }

    /** The kernel's module, or why there is none: one of both is null. */
    private record Result(Engine engine, EngineModule module, String problem) {}

    /** What of the kernel belongs to one guest. */
    public record Instance(EngineStore store, EngineFunction run) {}

    /** The bytes of the kernel that this build comes with; null if it comes without. */
    static byte[] bundledCode() {
        try (InputStream resource = NativeKernel.class.getResourceAsStream(RESOURCE)) {
            return resource == null ? null : resource.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether there is no code. */
    boolean isMissing() {
        return code == null;
    }

    /** Whether it is ready to run guests. If nobody has asked for it before, it begins to become so. */
    public boolean isReady() {
        if (result == null) {
            prepare();
        }
        return result != null && result.module != null;
    }

    /** Whether it will never run guests; {@link #problem} says why. */
    public boolean hasFailed() {
        return result != null && result.module == null;
    }

    /** Why it cannot run guests; null if it can, or that is not known yet. */
    public String problem() {
        return result == null ? null : result.problem;
    }

    /** The engine that runs it, once it is ready. */
    public Engine engine() {
        return result.engine;
    }

    /** The engine that runs it; null if there is none, or not yet. */
    public String engineName() {
        return result == null || result.engine == null ? null : result.engine.name();
    }

    /** Begins to make it ready, in the background. */
    private void prepare() {
        if (isAskedFor.compareAndSet(false, true)) {
            Thread thread = new Thread(null, this::load, "moonlift-kernel", COMPILER_STACK, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            start(thread);
        }
    }

    private void start(Thread thread) {
        try {
            thread.start();
        } catch (OutOfMemoryError tooManyThreads) {
            settle(new Result(null, null, "there can be no further thread"));
        }
    }

    private void settle(Result found) {
        result = found;
        settled.countDown();
    }

    /**
     * Waits until it is ready, or has failed.
     *
     * @return whether it is ready
     */
    public boolean await() {
        prepare();
        boolean interrupted = false;
        while (result == null) {
            try {
                settled.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return isReady();
    }

    private void load() {
        Result found = new Result(null, null, "its compiler failed");
        try {
            found = firstThatWorks();
            announce(found);
        } finally {
            settle(found);
        }
    }

    private void announce(Result known) {
        announcement.accept(
                known.module == null
                        ? "engine chicory: the kernel runs on the JVM, since " + known.problem
                        : "engine " + known.engine.name() + ": the kernel runs as native code");
    }

    private Result firstThatWorks() {
        if (code == null) {
            return new Result(null, null, MISSING);
        }
        List<String> problems = new ArrayList<>();
        for (Engine engine : engines) {
            String problem = engine.problem();
            if (problem == null) {
                try {
                    return new Result(engine, engine.compile(code), null);
                } catch (EngineException e) {
                    problem = e.getMessage();
                }
            }
            problems.add(engine.name() + " cannot be used: " + problem);
        }
        return new Result(null, null, String.join("; ", problems));
    }

    /**
     * Makes what one guest needs of a kernel that is ready. Its memory is all zeros. On a thread of {@link Carriers}.
     *
     * @param initial size of its memory in bytes
     * @param maximum size in bytes beyond which it never grows
     * @throws EngineException if the host has no room for it
     */
    public Instance instantiate(int initial, int maximum) {
        EngineStore store = result.engine.newStore(initial, maximum);
        try {
            store.link(MODULE, result.module);
            return new Instance(store, store.function(MODULE, RUN));
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }
}
