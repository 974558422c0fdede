package dev.moonlift.conformance.pauses;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.lua.LuaCompiler;
import dev.moonlift.runtime.host.CallLimits;
import dev.moonlift.runtime.host.Guest;
import dev.moonlift.runtime.host.GuestOptions;
import dev.moonlift.runtime.host.HostClock;
import dev.moonlift.runtime.host.HostEnvironment;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.StandardStreams;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * A guest whose collector works between the slices of its program instead of within them. Each slice allocates as much
 * as an ordinary guest does between two steps, so that the steps are the same; only their time can be told.
 */
final class PausedGuest {
    private static final int MEMORY = 1 << 30;
    /** Time on the processor: what other threads and processes take is not the collector's. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** So far below zero that no step is due before the slice ends. */
    private static final int NO_DEBT = Integer.MIN_VALUE / 2;

    private final Guest guest;
    private final Memory memory;

    PausedGuest() {
        StandardStreams streams = new StandardStreams(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        HostEnvironment environment =
                new HostEnvironment(streams, HostClock.of(InstantSource.system()), ZoneOffset.UTC, Map.of(), null);
        GuestOptions options = new GuestOptions(MEMORY, 0, 0, Set.of());
        guest = new Guest(options, environment, (id, base, count) -> 0, KernelPlacement.JVM);
        memory = guest.memory();
    }

    /** Runs a program, whose collector works as always. */
    void run(String program) {
        ByteString name = ByteString.utf8("=pauses");
        Prototype prototype = LuaCompiler.compile(program.getBytes(StandardCharsets.UTF_8), name);
        guest.call(
                0,
                base -> guest.kernel().values.setObject(base, guest.newFunction(prototype, State.GLOBALS)),
                new CallLimits(CallLimits.UNLIMITED_FUEL, CallLimits.NO_TIME_LIMIT));
    }

    /** Runs a global function without arguments as one slice. */
    void runSlice(String function) {
        int debt = memory.getInt(State.DEBT);
        memory.putInt(State.DEBT, NO_DEBT);
        guest.call(
                0,
                base -> guest.kernel().values.copy(base, global(function)),
                new CallLimits(CallLimits.UNLIMITED_FUEL, CallLimits.NO_TIME_LIMIT));
        memory.putInt(State.DEBT, debt + memory.getInt(State.DEBT) - NO_DEBT);
    }

    private int global(String name) {
        int globals = guest.kernel().values.object(State.GLOBALS);
        return guest.kernel().tables.getString(globals, guest.kernel().text.create(name));
    }

    /** Does the steps that are due. */
    void collect(Histogram histogram) {
        while (memory.getInt(State.DEBT) > 0) {
            long start = THREADS.getCurrentThreadCpuTime();
            guest.kernel().collector.step();
            histogram.add(THREADS.getCurrentThreadCpuTime() - start);
        }
    }

    long memoryUsed() {
        return memory.getInt(State.USED);
    }

    int collections() {
        return memory.getInt(State.COLLECTIONS);
    }
}
