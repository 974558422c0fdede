package dev.moonlift.runtime.jit;

import dev.moonlift.compilation.ExitCause;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Learns what the compiler of a guest does. All that is told of it comes from here: log, trace, statistics, flight
 * recordings.
 *
 * <p>Called on the thread that compiles, or on the guest's: by two threads at once. Must not throw anything.
 */
public interface JitListener {
    /**
     * Functions that are compiled together.
     *
     * @param functions the one that was hot first
     * @param reason why now
     * @param level the optimization level
     * @param instructions of bytecode, of all functions
     * @param isRepeated whether the first had code before
     * @param engine name of what makes the code
     */
    record Job(List<String> functions, String reason, int level, int instructions, boolean isRepeated, String engine) {
        /** The one that was hot. */
        public String function() {
            return functions.get(0);
        }

        @Override
        public String toString() {
            String others = functions.stream().skip(1).collect(Collectors.joining(", "));
            return function() + (others.isEmpty() ? "" : " with " + others);
        }
    }

    /**
     * What a job came to before the engine had it.
     *
     * @param code graphs and module
     * @param wasm the same module's bytes
     * @param positions where its instructions come from
     */
    record Module(CodeModule code, byte[] wasm, CodePositions positions) {}

    /**
     * Code that a job gave.
     *
     * @param bytes of the module, as WebAssembly
     * @param nanos that it took, engine included; 0 if it was cached
     * @param isCached whether another guest had it compiled
     */
    record Code(int bytes, long nanos, boolean isCached) {}

    /**
     * A place where code has left because something was not as expected.
     *
     * @param function whose code it was
     * @param source name of its chunk
     * @param line in its source, 0 if that is not known
     * @param instruction number of the bytecode instruction
     * @param cause what it was
     * @param expected what was expected there
     */
    record Exit(String function, String source, int line, int instruction, ExitCause cause, String expected) {
        @Override
        public String toString() {
            return source + ":" + line + " (instruction " + instruction + "), expected " + expected;
        }
    }

    /** The compiler begins with a job. What comes of it follows on the same thread. */
    default void compiling(Job job) {}

    /** A job has come to a module, which the engine has not made code of yet. */
    default void generated(Job job, Module module) {}

    /** A job has given code, or was not needed since the code is cached. */
    default void compiled(Job job, Code code) {}

    /**
     * A job has failed: its functions stay interpreted.
     *
     * @param cause a {@link CodeRefusal} if that is as it should be
     */
    default void failed(Job job, Throwable cause) {}

    /**
     * A function's code was put in place.
     *
     * @param isFirst whether it had none before
     */
    default void installed(String function, boolean isFirst) {}

    /**
     * Code was seen to have left.
     *
     * @param count how often that was seen since the code was compiled
     */
    default void left(Exit exit, int count) {}

    /** A function has lost its code for good. */
    default void givenUp(String function, String reason) {}
}
