package dev.moonlift.runtime.jit;

import java.util.Locale;
import java.util.function.Consumer;

/** Tells what the compiler does in lines of text, each of which begins with what happened. */
public final class JitText implements JitListener {
    private final Consumer<String> lines;

    /** @param lines takes a line without line break */
    public JitText(Consumer<String> lines) {
        this.lines = lines;
    }

    static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    /** Why a compilation gave nothing, in one line. */
    public static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    @Override
    public void compiled(Job job, Code code) {
        lines.accept(String.format(
                Locale.ROOT,
                "%s %s: %s; level %d, %d instructions, %.1f ms, %d bytes, %s",
                job.isRepeated() ? "recompiled" : "compiled",
                job,
                job.reason(),
                job.level(),
                job.instructions(),
                code.nanos() / 1e6,
                code.bytes(),
                code.isCached() ? "cached" : "not cached"));
    }

    @Override
    public void failed(Job job, Throwable cause) {
        lines.accept((cause instanceof CodeRefusal ? "refused " : "failed ") + job + ": " + reason(cause));
    }

    @Override
    public void installed(String function, boolean isFirst) {
        lines.accept("installed " + function);
    }

    /** What is seen again and again has a line for the first, second, fourth time and so on. */
    @Override
    public void left(Exit exit, int count) {
        if (Integer.bitCount(count) == 1) {
            lines.accept("left " + exit.function() + " at " + exit + "; seen " + times(count));
        }
    }

    @Override
    public void givenUp(String function, String reason) {
        lines.accept("gave up " + function + ": " + reason);
    }
}
