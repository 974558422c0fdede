package dev.moonlift.conformance.kills;

import dev.moonlift.Backstage;
import dev.moonlift.FuelExhaustedException;
import dev.moonlift.GuestException;
import dev.moonlift.GuestInterruptedException;
import dev.moonlift.LuaFunction;
import dev.moonlift.Sandbox;
import dev.moonlift.SandboxBuilder;
import dev.moonlift.Source;
import dev.moonlift.TimeLimitException;
import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Resources;
import dev.moonlift.runtime.inspect.HeapVerifier;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sandbox in which loops are killed. */
final class Victim implements AutoCloseable {
    /** All fuel that loading the loops and a check need. */
    static final int MIN_FUEL = 700;

    private static final long MEMORY = 8 << 20;
    private static final Source LOOPS =
            Source.of("loops.lua", Resources.read(Resources.folder("kills").resolve("loops.lua")));
    private static final String ANSWER =
            IntStream.range(0, 20).mapToObj(Integer::toString).collect(Collectors.joining(","))
                    + " 6 30 false no a<1>b<2> nil";
    /** How often a check may not come to its end in a time that is meant for killing. */
    private static final int PATIENCE = 1000;

    private final Means means;
    private final Sandbox sandbox;
    private final LuaFunction start;
    private final LuaFunction check;
    private final List<String> loops;

    /** How a guest is stopped. */
    enum Means {
        FUEL(FuelExhaustedException.class),
        TIME(TimeLimitException.class),
        INTERRUPT(GuestInterruptedException.class);

        private final Class<? extends GuestException> end;

        Means(Class<? extends GuestException> end) {
            this.end = end;
        }
    }

    private Victim(Means means, SandboxBuilder builder) {
        this.means = means;
        this.sandbox = builder.memory(MEMORY).build();
        List<Object> parts = patiently(() -> sandbox.load(LOOPS).callMulti());
        this.start = (LuaFunction) parts.get(0);
        this.check = (LuaFunction) parts.get(1);
        this.loops = List.of(((String) parts.get(2)).split(" "));
    }

    /** A victim whose calls end when they have used so much fuel. */
    static Victim ofFuel(Platform platform, long fuel) {
        return new Victim(Means.FUEL, platform.place(Sandbox.builder()).fuel(fuel));
    }

    /** A victim whose calls end after some time. */
    static Victim ofTime(Platform platform, Duration timeout) {
        return new Victim(Means.TIME, platform.place(Sandbox.builder()).timeout(timeout));
    }

    /** A victim whose calls end when it is interrupted. */
    static Victim ofInterrupt(Platform platform) {
        return new Victim(Means.INTERRUPT, platform.place(Sandbox.builder()));
    }

    /** The names of the loops. */
    List<String> loops() {
        return loops;
    }

    /** What stops it if nothing else does. For any thread. */
    void interrupt() {
        sandbox.interrupt();
    }

    /**
     * Starts a loop, which must be killed.
     *
     * @param rounds of another loop before
     * @throws IllegalStateException if it ends otherwise
     */
    void kill(String loop, int rounds) {
        try {
            start.call(loop, rounds);
            throw new IllegalStateException(loop + " came to an end");
        } catch (GuestException end) {
            if (!means.end.isInstance(end)) {
                throw new IllegalStateException(loop + " ended with " + end, end);
            }
        }
    }

    /**
     * Sees to it that the sandbox can be used.
     *
     * @throws IllegalStateException if not
     */
    void check() {
        Object answer = patiently(check::call);
        if (!ANSWER.equals(answer)) {
            throw new IllegalStateException("the sandbox answers " + answer + ", not " + ANSWER);
        }
    }

    private interface Call<T> {
        T call();
    }

    private static <T> T patiently(Call<T> call) {
        for (int i = 0; ; i++) {
            try {
                return call.call();
            } catch (TimeLimitException e) {
                if (i == PATIENCE) {
                    throw new IllegalStateException("there is never time enough", e);
                }
            }
        }
    }

    /**
     * Sees to it that the heap is sound.
     *
     * @throws IllegalStateException if not
     */
    void verify() {
        List<String> problems = HeapVerifier.verify(Backstage.memory(sandbox));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("heap: " + String.join("; ", problems));
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
