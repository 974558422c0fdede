package dev.moonlift.conformance.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.moonlift.conformance.bench.Contestant.Lap;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * The processor time of this process: of all its threads, so that what Java compiles and collects beside a program
 * counts as well, as everything does in an interpreter that is a process of its own.
 */
final class CpuClock {
    /** The clock may advance in steps of 10 ms: a lap takes so long that they matter little. */
    private static final long MIN_LAP_NANOS = 500_000_000;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuClock() {}

    /** Calls a program again and again until that has taken a while: the mean time of a call. */
    static Lap time(Runnable program, ByteArrayOutputStream output) {
        long start = SYSTEM.getProcessCpuTime();
        int calls = 0;
        long used;
        do {
            output.reset();
            program.run();
            calls++;
            used = SYSTEM.getProcessCpuTime() - start;
        } while (used < MIN_LAP_NANOS);
        return new Lap(used / calls, output.toString(StandardCharsets.ISO_8859_1));
    }
}
