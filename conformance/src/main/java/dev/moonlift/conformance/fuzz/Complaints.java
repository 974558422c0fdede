package dev.moonlift.conformance.fuzz;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Catches what Moonlift logs as a warning. */
final class Complaints extends Handler {
    /** Kept, since a logger that nobody holds forgets its handlers. */
    private static final Logger LOGGER = Logger.getLogger("dev.moonlift");

    /** Set on threads of the compiler. */
    private final AtomicReference<String> first = new AtomicReference<>();

    Complaints() {
        LOGGER.addHandler(this);
        LOGGER.setUseParentHandlers(false);
    }

    /** The first since the last call of {@link #clear}. */
    Optional<String> any() {
        return Optional.ofNullable(first.get());
    }

    void clear() {
        first.set(null);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            first.compareAndSet(null, "warns: " + entry.getMessage() + cause(entry.getThrown()));
        }
    }

    private static String cause(Throwable thrown) {
        return thrown == null ? "" : ": " + thrown + place(thrown.getStackTrace());
    }

    /** The first place that is Moonlift's. */
    private static String place(StackTraceElement[] trace) {
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("dev.moonlift.runtime")) {
                return " at " + element;
            }
        }
        return "";
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
