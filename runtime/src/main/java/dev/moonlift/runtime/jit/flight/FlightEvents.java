package dev.moonlift.runtime.jit.flight;

import dev.moonlift.runtime.jit.CodeRefusal;
import dev.moonlift.runtime.jit.JitListener;
import dev.moonlift.runtime.jit.JitText;
import jdk.jfr.FlightRecorder;

/**
 * Tells Java Flight Recorder what the compiler of a guest does. As long as nothing was ever recorded in this process,
 * no event is made: that would load the recorder.
 */
public final class FlightEvents implements JitListener {
    private static final boolean AVAILABLE =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    /** That of the job that a thread is doing. */
    private static final ThreadLocal<CompilationEvent> RUNNING = new ThreadLocal<>();

    /** Whether this Java comes with Flight Recorder. */
    public static boolean areAvailable() {
        return AVAILABLE;
    }

    private static boolean isUsed() {
        return FlightRecorder.isInitialized();
    }

    @Override
    public void compiling(Job job) {
        if (!isUsed()) {
            return;
        }
        CompilationEvent event = new CompilationEvent();
        event.begin();
        RUNNING.set(event);
    }

    @Override
    public void compiled(Job job, Code code) {
        CompilationEvent running = RUNNING.get();
        RUNNING.remove();
        if (!isUsed()) {
            return;
        }
        CompilationEvent event = running == null ? new CompilationEvent() : running;
        if (event.shouldCommit()) {
            event.functions = String.join(", ", job.functions());
            event.reason = job.reason();
            event.level = job.level();
            event.instructions = job.instructions();
            event.repeated = job.isRepeated();
            event.engine = job.engine();
            event.bytes = code.bytes();
            event.cached = code.isCached();
            event.commit();
        }
    }

    @Override
    public void failed(Job job, Throwable cause) {
        RUNNING.remove();
        String kind = cause instanceof CodeRefusal ? "refused" : "failed";
        fellBack(String.join(", ", job.functions()), kind, JitText.reason(cause));
    }

    @Override
    public void left(Exit exit, int count) {
        if (!isUsed()) {
            return;
        }
        ExitEvent event = new ExitEvent();
        if (event.shouldCommit()) {
            event.function = exit.function();
            event.source = exit.source();
            event.line = exit.line();
            event.instruction = exit.instruction();
            event.cause = exit.cause().name();
            event.expected = exit.expected();
            event.count = count;
            event.commit();
        }
    }

    @Override
    public void givenUp(String function, String reason) {
        fellBack(function, "gave up", reason);
    }

    private static void fellBack(String functions, String kind, String reason) {
        if (!isUsed()) {
            return;
        }
        FallbackEvent event = new FallbackEvent();
        if (event.shouldCommit()) {
            event.functions = functions;
            event.kind = kind;
            event.reason = reason;
            event.commit();
        }
    }

    /** The process's cache has let go of a module to make room. */
    public static void evicted(String key, int bytes) {
        if (AVAILABLE && isUsed()) {
            EvictionEvent event = new EvictionEvent();
            event.key = key;
            event.bytes = bytes;
            event.commit();
        }
    }
}
