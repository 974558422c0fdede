package dev.moonlift.compilation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the compiler of a sandbox's hot code has done so far. Functions are named as {@code name (source:line)}. However
 * long a guest runs, lists hold no more than their first {@value #MOST_ENTRIES} entries; the totals count everything.
 *
 * <p>Exits are counted when they are seen, and the guest is looked at only when a slice of fuel ends: a count is how
 * many looks found that code had left there, not how often it left.
 *
 * @param level the optimization level
 * @param compiler name of the engine that makes code; empty as long as nothing could be compiled
 * @param functions that have got code, a function that was compiled several times counting once
 * @param functionsInPlace that have code now
 * @param compilations that gave code, from the cache or anew
 * @param recompilations those of them for a function that had code before
 * @param cacheHits compilations whose code another guest had already
 * @param cacheMisses those that the compiler had to work for, whether or not they succeeded
 * @param codeBytes of all modules, as WebAssembly
 * @param time that the compiler worked, engine included
 * @param medianTime of a compilation, over the last {@value #MOST_ENTRIES} of those that worked
 * @param failures compilations that gave nothing, refusals included
 * @param failed which they were, and why
 * @param givenUp functions that have lost their code for good, since what it expected was never so for long
 * @param exitsByCause how often code was seen to have left; all causes have an entry
 * @param exits where that was
 */
public record CompilationStatistics(
        int level,
        String compiler,
        long functions,
        int functionsInPlace,
        long compilations,
        long recompilations,
        long cacheHits,
        long cacheMisses,
        long codeBytes,
        Duration time,
        Duration medianTime,
        long failures,
        List<Failure> failed,
        List<String> givenUp,
        Map<ExitCause, Long> exitsByCause,
        List<Exit> exits) {
    /** Entries that a list holds at most. */
    public static final int MOST_ENTRIES = 1000;

    /**
     * A compilation that gave nothing: the functions stay interpreted.
     *
     * @param function the one that was hot
     * @param reason what went wrong
     * @param isRefusal whether that is as it should be: code that the engine could not run well
     */
    public record Failure(String function, String reason, boolean isRefusal) {}

    /**
     * A place where code left to the interpreter because something was not as expected.
     *
     * @param function whose code it was
     * @param line of its source, 0 if that is not known
     * @param instruction number of the bytecode instruction
     * @param cause what it was
     * @param expected what was expected there
     * @param count how often that was seen
     */
    public record Exit(String function, int line, int instruction, ExitCause cause, String expected, long count) {}

    /** The part of compilations that the cache had, from 0 to 1; 0 if there were none. */
    public double cacheHitRate() {
        long all = cacheHits + cacheMisses;
        return all == 0 ? 0 : (double) cacheHits / all;
    }

    /** How often code was seen to have left, whatever the cause. */
    public long exitCount() {
        return exitsByCause.values().stream().mapToLong(Long::longValue).sum();
    }
}
