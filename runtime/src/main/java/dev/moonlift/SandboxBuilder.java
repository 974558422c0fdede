package dev.moonlift;

import dev.moonlift.compilation.DumpStage;
import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.host.CallLimits;
import dev.moonlift.runtime.host.Grant;
import dev.moonlift.runtime.host.GuestOptions;
import dev.moonlift.runtime.host.HostClock;
import dev.moonlift.runtime.host.HostEnvironment;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.ModuleFolder;
import dev.moonlift.runtime.host.StandardStreams;
import dev.moonlift.runtime.jit.JitDump;
import dev.moonlift.runtime.jit.JitOptions;
import dev.moonlift.runtime.jit.JitText;
import dev.moonlift.runtime.jit.ModuleCache;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Describes a {@link Sandbox} to be made. Without any calls it describes one with 64 MiB of memory, no limit of fuel
 * and time, no capabilities, whose output vanishes and whose input is empty, and whose hot code is compiled.
 */
public final class SandboxBuilder {
    private int memory = 64 << 20;
    private long fuel = CallLimits.UNLIMITED_FUEL;
    private long timeoutNanos = CallLimits.NO_TIME_LIMIT;
    private final Set<Grant> grants = EnumSet.noneOf(Grant.class);
    private ModuleFolder modules;
    private Map<String, String> variables = Map.of();
    private OutputStream output = OutputStream.nullOutputStream();
    private OutputStream error = OutputStream.nullOutputStream();
    private InputStream input = InputStream.nullInputStream();
    private InstantSource clock = InstantSource.system();
    private ZoneId zone = ZoneOffset.UTC;
    private int hashSeed;
    private long randomSeed;
    private EngineChoice engine = EngineChoice.of(EngineChoice.AUTO);
    private JitOptions jit = JitOptions.USUAL;
    private boolean isTraining;
    private ModuleCache codeCache = ModuleCache.shared();
    private KernelPlacement placement;

    SandboxBuilder() {}

    /** As {@link #memory(long)}, in a unit of memory. */
    public SandboxBuilder memory(long amount, MemoryUnit unit) {
        return memory(unit.toBytes(amount));
    }

    /**
     * Limits all memory of the guest. It begins with some 200 KiB and grows as needed.
     *
     * @param bytes from 256 KiB to just below 2 GiB
     * @throws IllegalArgumentException if it is not in this range
     */
    public SandboxBuilder memory(long bytes) {
        if (bytes < GuestOptions.MIN_MEMORY || bytes > GuestOptions.MAX_MEMORY) {
            throw new IllegalArgumentException("memory limit of " + bytes + " bytes is not between "
                    + GuestOptions.MIN_MEMORY + " and " + GuestOptions.MAX_MEMORY);
        }
        this.memory = (int) bytes;
        return this;
    }

    /**
     * Limits the work of every call that Java makes. A unit is a call, a round of a loop, or a similar amount of work
     * in the library, 64 bytes copied for example; the same program uses the same number of units on every platform.
     *
     * @param units 1 to 2^62
     */
    public SandboxBuilder fuel(long units) {
        if (units < 1 || units > 1L << 62) {
            throw new IllegalArgumentException("fuel " + units);
        }
        this.fuel = Math.min(units, CallLimits.UNLIMITED_FUEL);
        return this;
    }

    /**
     * Limits the duration of every call that Java makes, host functions included. A host function is not stopped; the
     * guest is once it has returned. A guest is stopped within some 20 ms.
     *
     * @param duration more than zero
     */
    public SandboxBuilder timeout(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("timeout " + duration);
        }
        boolean isEndless = duration.compareTo(Duration.ofNanos(Long.MAX_VALUE / 2)) > 0;
        this.timeoutNanos = isEndless ? CallLimits.NO_TIME_LIMIT : duration.toNanos();
        return this;
    }

    /** Grants capabilities, beyond those granted already. */
    public SandboxBuilder allow(Capability... capabilities) {
        for (Capability capability : capabilities) {
            switch (capability) {
                case IO -> grants.add(Grant.IO);
                case DEBUG -> grants.add(Grant.DEBUG);
                case OS -> {
                    if (grants.add(Grant.ENVIRONMENT)) {
                        variables = System.getenv();
                    }
                }
            }
        }
        return this;
    }

    /** Grants {@code os.getenv}, which sees these variables only. */
    public SandboxBuilder environment(Map<String, String> variables) {
        grants.add(Grant.ENVIRONMENT);
        this.variables = Map.copyOf(variables);
        return this;
    }

    /**
     * Grants {@code require}, {@code dofile} and {@code loadfile} for the Lua files in a folder and its subfolders. No
     * name and no symbolic link leads out of it. {@code require "a.b"} loads {@code a/b.lua} or {@code a/b/init.lua}.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public SandboxBuilder moduleFolder(Path folder) {
        this.modules = ModuleFolder.of(folder);
        grants.add(Grant.MODULES);
        return this;
    }

    /** Where {@code print} and {@code io.write} go. Flushed when a call ends, never closed. */
    public SandboxBuilder output(OutputStream output) {
        this.output = Objects.requireNonNull(output);
        return this;
    }

    /** Where warnings and {@code io.stderr} go. Never closed. */
    public SandboxBuilder error(OutputStream error) {
        this.error = Objects.requireNonNull(error);
        return this;
    }

    /** What {@code io.read} reads. Never closed. */
    public SandboxBuilder input(InputStream input) {
        this.input = Objects.requireNonNull(input);
        return this;
    }

    /**
     * The time that the guest sees: {@code os.time} tells it, {@code os.clock} the seconds since the sandbox was built.
     */
    public SandboxBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock);
        return this;
    }

    /** The time zone of {@code os.date}; UTC unless set. */
    public SandboxBuilder zone(ZoneId zone) {
        this.zone = Objects.requireNonNull(zone);
        return this;
    }

    /** The seed with which {@code math.random} begins; 0 unless set. */
    public SandboxBuilder randomSeed(long seed) {
        this.randomSeed = seed;
        return this;
    }

    /**
     * The seed of string hashes, which decides the order in which {@code pairs} visits; 0 unless set. Set it to a
     * secret random number where guests could choose keys that collide to slow each other down.
     */
    public SandboxBuilder hashSeed(int seed) {
        this.hashSeed = seed;
        return this;
    }

    /**
     * The engine that runs the guest.
     *
     * <ul>
     *   <li>{@code auto}, the default: {@code wasmtime} where it can be used, else {@code chicory}.
     *   <li>{@code wasmtime}: native code. Short work is done on the JVM even so, since it is over sooner.
     *   <li>{@code chicory}: pure Java.
     * </ul>
     *
     * @throws IllegalArgumentException if there is no such engine
     */
    public SandboxBuilder engine(String name) {
        this.engine = EngineChoice.of(name);
        return this;
    }

    /**
     * Whether hot functions and loops of the guest are compiled, in the background: by its engine, {@code chicory}
     * making Java classes. The guest does not notice but for its speed, and for when objects are freed that it cannot
     * reach any more: finalizers, weak tables and {@code collectgarbage "count"} show that, and the fuel of collections
     * that the program asks for. Where these must be the same in every run, level 0 is the one.
     *
     * <ul>
     *   <li>0: everything is interpreted.
     *   <li>1: nothing is assumed but what follows from a function's own bytecode. Loops over numbers gain; tables and
     *       calls are left to the kernel.
     *   <li>2: that values are of the kinds, calls call the functions and fields are in the places that were seen. Code
     *       checks that, leaves to the interpreter where it is not so, and is compiled anew if that goes on.
     *   <li>3, the default: small functions are compiled into their callers besides.
     * </ul>
     *
     * @throws IllegalArgumentException if it is another level
     */
    public SandboxBuilder optimization(int level) {
        this.jit = jit.withLevel(level);
        this.isTraining = false;
        return this;
    }

    /**
     * Has what is hot compiled while the guest waits, from its beginning on, so that {@link Sandbox#writeBundle} can
     * write a program with its code. Takes the place of {@link #optimization}.
     */
    public SandboxBuilder training() {
        this.jit = jit.withLevel(JitOptions.INLINE).withSynchronous(true);
        this.isTraining = true;
        return this;
    }

    /**
     * Gets a bundle ready before the first sandbox that runs it is needed: the engine is started, and the bundle's
     * modules are compiled to machine code and kept in the cache of compiled code. Takes as long as that takes; other
     * sandboxes of this builder then have the code in place as soon as they have loaded the bundle.
     *
     * @throws EngineUnavailableException if the engine was chosen by name and cannot be used here
     * @throws LuaSyntaxException if the bundle's program is not one
     */
    public void prewarm(Source bundle) {
        try (Sandbox sandbox = build()) {
            sandbox.load(bundle);
        }
    }

    /** The cache of compiled code that the sandbox shares with others; {@link CodeCache#shared} unless set. */
    public SandboxBuilder codeCache(CodeCache cache) {
        this.codeCache = cache.modules();
        return this;
    }

    /**
     * How often a function must be seen running before it is compiled, or its code be seen to have left at the same
     * place before it is compiled anew; 2 unless set. The guest is looked at each time that a slice of fuel ends, and
     * functions count that have been called often enough by then, see {@link #jitCalls}, or whose loops have run long
     * enough, see {@link #jitIterations}.
     *
     * @param times 1 to a million
     */
    public SandboxBuilder jitSamples(int times) {
        this.jit = jit.withThresholds(jit.thresholds().withSamples(times));
        return this;
    }

    /**
     * How often a function must have been called to be compiled, unless its loops have run long enough; 10 unless set.
     * So many times for each 50 instructions that it begins: what is longer takes longer to compile.
     *
     * @param times 1 to a million
     */
    public SandboxBuilder jitCalls(int times) {
        this.jit = jit.withThresholds(jit.thresholds().withCalls(times));
        return this;
    }

    /**
     * How many rounds the loops of a function must have done, all of them together, for it to be compiled, unless it
     * was called often enough; 10,000 unless set.
     *
     * @param rounds 1 to a million
     */
    public SandboxBuilder jitIterations(int rounds) {
        this.jit = jit.withThresholds(jit.thresholds().withRounds(rounds));
        return this;
    }

    /**
     * After how much fuel the compiler looks at the guest; 10,000 unless set. Once it has found nothing for a while it
     * looks less often.
     *
     * @param units 1 to ten million
     */
    public SandboxBuilder jitSlice(int units) {
        this.jit = jit.withSlice(units);
        return this;
    }

    /**
     * Whether the guest waits for the compiler, false unless set: then two runs of a program do the same. If all three
     * thresholds are 1 as well, all that is seen running is compiled, also what will hardly be faster for it. For
     * tests.
     */
    public SandboxBuilder jitWait(boolean waits) {
        this.jit = jit.withSynchronous(waits);
        return this;
    }

    /**
     * Whether a call fails with a {@link dev.moonlift.compilation.CompilationException} when code of the guest cannot
     * be compiled, false unless set: then the code stays interpreted. What an engine refuses to compile because it
     * could not run it well is interpreted in any case. For tests.
     */
    public SandboxBuilder jitStrict(boolean fails) {
        this.jit = jit.withStrict(fails);
        return this;
    }

    /**
     * Has what the compiler does told, a line for each thing: which functions it compiled, and why; where their code
     * left to the interpreter, and what it had expected there; what it gave up.
     *
     * @param lines takes a line without line break, on threads of the compiler and of the guest, also after the sandbox
     *     is closed; must not throw anything
     */
    public SandboxBuilder jitTrace(Consumer<String> lines) {
        this.jit = jit.withListener(new JitText(lines));
        return this;
    }

    /**
     * Has code shown when it is compiled; not what another guest had compiled before.
     *
     * @param stages at which to show it
     * @param function what is shown is compiled with a function whose name, as {@code name (source:line)}, has this in
     *     it; empty for all
     * @param folder where modules are written, named after a function; null if stages do not say so
     * @param texts takes all but modules, several lines at a time, the last without line break; see {@link #jitTrace}
     * @throws IllegalArgumentException if there is no stage, or no folder for modules
     */
    public SandboxBuilder jitDump(Set<DumpStage> stages, String function, Path folder, Consumer<String> texts) {
        this.jit = jit.withListener(new JitDump(stages, function, folder, texts));
        return this;
    }

    /** Where the kernel runs, whatever the engine: for tests. */
    SandboxBuilder placement(KernelPlacement placement) {
        this.placement = placement;
        return this;
    }

    /**
     * Makes the sandbox. The builder may go on to make others.
     *
     * @throws EngineUnavailableException if the engine was chosen by name and cannot be used here
     */
    public Sandbox build() {
        StandardStreams streams = new StandardStreams(input, output, error);
        HostEnvironment environment = new HostEnvironment(streams, HostClock.of(clock), zone, variables, modules);
        GuestOptions options = new GuestOptions(memory, hashSeed, randomSeed, grants);
        try {
            return new Sandbox(options, environment, new CallLimits(fuel, timeoutNanos), engine, place());
        } catch (EngineException e) {
            throw new EngineUnavailableException(e.getMessage());
        }
    }

    private KernelPlacement place() {
        if (placement != null) {
            return placement;
        }
        engine.require();
        NativeKernel kernel = engine.kernel();
        KernelPlacement.Start start = KernelPlacement.Start.usual();
        if (isTraining) {
            start = KernelPlacement.Start.AT_ONCE;
            kernel = kernel == null || engine.isExplicit() || kernel.await() ? kernel : null;
        }
        return new KernelPlacement(kernel, engine.isExplicit(), start, jit, codeCache);
    }
}
