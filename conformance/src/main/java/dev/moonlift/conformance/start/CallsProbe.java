package dev.moonlift.conformance.start;

import dev.moonlift.HostFunction;
import dev.moonlift.LuaFunction;
import dev.moonlift.Sandbox;
import dev.moonlift.Source;
import dev.moonlift.conformance.run.Samples;
import java.util.function.LongSupplier;

/** Crosses the border between Java and Lua again and again. */
final class CallsProbe {
    static final String CREATION = "sandbox made";
    static final String CALL = "call from Java";
    static final String HOST_CALL = "call to Java";

    /** Enough for HotSpot to have done its best. */
    private static final int WARM_UP = 10_000;

    private static final int SAMPLES = 300;
    private static final int CALLS = 200;
    private static final int FIRST_SANDBOXES = 300;
    private static final int SANDBOXES = 2000;

    /** So much work that a guest moves to native code. */
    private static final String WORK = "for i = 1, 3000000 do end";

    private CallsProbe() {}

    /** The argument is the engine. */
    public static void main(String[] arguments) {
        String engine = arguments[0];
        try (Sandbox sandbox = Sandbox.builder().engine(engine).build()) {
            settle(sandbox, engine);
            LuaFunction trivial = sandbox.load(Source.of("trivial.lua", "return 1"));
            Probe.tell(CALL, median(() -> calls(trivial)));
            sandbox.globals().set("host", HostFunction.of((Long n) -> n));
            LuaFunction loop =
                    sandbox.load(Source.of("calls.lua", "local host = host for i = 1, " + CALLS + " do host(i) end"));
            Probe.tell(HOST_CALL, median(() -> hostCalls(loop)));
        }
        Probe.tell(CREATION, medianCreation(engine));
    }

    /** Has the guest run where it will run from then on. */
    private static void settle(Sandbox sandbox, String engine) {
        LuaFunction work = sandbox.load(Source.of("work.lua", WORK));
        do {
            work.call();
        } while (!sandbox.statistics().engine().equals(engine));
    }

    /** The middle of many samples, after many that do not count. */
    private static long median(LongSupplier sample) {
        for (int i = 0; i < WARM_UP; i++) {
            sample.getAsLong();
        }
        long[] samples = new long[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = sample.getAsLong();
        }
        return Samples.median(samples);
    }

    private static long calls(LuaFunction function) {
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            function.call();
        }
        return (System.nanoTime() - start) / CALLS;
    }

    private static long hostCalls(LuaFunction loop) {
        long start = System.nanoTime();
        loop.call();
        return (System.nanoTime() - start) / CALLS;
    }

    private static long medianCreation(String engine) {
        long[] samples = new long[SANDBOXES];
        for (int i = -FIRST_SANDBOXES; i < SANDBOXES; i++) {
            long start = System.nanoTime();
            Sandbox sandbox = Sandbox.builder().engine(engine).build();
            long nanos = System.nanoTime() - start;
            sandbox.close();
            if (i >= 0) {
                samples[i] = nanos;
            }
        }
        return Samples.median(samples);
    }
}
