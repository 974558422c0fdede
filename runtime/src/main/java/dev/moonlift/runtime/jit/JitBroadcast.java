package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.jit.flight.FlightEvents;
import java.util.ArrayList;
import java.util.List;

/** Tells several listeners, in this order. */
final class JitBroadcast implements JitListener {
    private final List<JitListener> listeners;

    private JitBroadcast(List<JitListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Those that every guest has, and more. */
    static JitBroadcast of(JitStatistics statistics, List<JitListener> more) {
        List<JitListener> listeners = new ArrayList<>(List.of(statistics, new JitLog.Warnings()));
        if (JitLog.isDebugging()) {
            listeners.add(new JitText(JitLog::debug));
        }
        if (FlightEvents.areAvailable()) {
            listeners.add(new FlightEvents());
        }
        listeners.addAll(more);
        return new JitBroadcast(listeners);
    }

    @Override
    public void compiling(Job job) {
        listeners.forEach(listener -> listener.compiling(job));
    }

    @Override
    public void generated(Job job, Module module) {
        listeners.forEach(listener -> listener.generated(job, module));
    }

    @Override
    public void compiled(Job job, Code code) {
        listeners.forEach(listener -> listener.compiled(job, code));
    }

    @Override
    public void failed(Job job, Throwable cause) {
        listeners.forEach(listener -> listener.failed(job, cause));
    }

    @Override
    public void installed(String function, boolean isFirst) {
        listeners.forEach(listener -> listener.installed(function, isFirst));
    }

    @Override
    public void left(Exit exit, int count) {
        listeners.forEach(listener -> listener.left(exit, count));
    }

    @Override
    public void givenUp(String function, String reason) {
        listeners.forEach(listener -> listener.givenUp(function, reason));
    }
}
