package dev.moonlift.runtime.jit;

import java.lang.System.Logger.Level;

/** Logs what the compiler does at level DEBUG, and what must not happen as a warning. */
final class JitLog {
    private static final System.Logger LOGGER = System.getLogger(Jit.class.getName());

    private JitLog() {}

    /** Warns of failures. */
    static final class Warnings implements JitListener {
        @Override
        public void failed(Job job, Throwable cause) {
            if (!(cause instanceof CodeRefusal)) {
                LOGGER.log(Level.WARNING, job + " stays interpreted", cause);
            }
        }
    }

    /** Whether anybody reads what is logged at level DEBUG. */
    static boolean isDebugging() {
        return LOGGER.isLoggable(Level.DEBUG);
    }

    static void debug(String line) {
        LOGGER.log(Level.DEBUG, line);
    }
}
