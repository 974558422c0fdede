package dev.moonlift;

import dev.moonlift.compilation.CompilationStatistics;
import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.lua.LuaCompiler;
import dev.moonlift.runtime.bundle.Bundle;
import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.host.CallLimits;
import dev.moonlift.runtime.host.Guest;
import dev.moonlift.runtime.host.GuestOptions;
import dev.moonlift.runtime.host.GuestStop;
import dev.moonlift.runtime.host.HostEnvironment;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.jit.PreparedCode;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.lib.Builtin;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A Lua guest with its globals, its limits and nothing of the world but what it was given.
 *
 * <p>A sandbox belongs to no thread, but only one at a time may use it and what comes from it: a second thread gets an
 * {@link IllegalStateException}. Only {@link #interrupt} and {@link LuaReference#release} are for any thread at any
 * time. After a limit, an error or an interrupt the sandbox can be used again; see the package's description.
 */
public final class Sandbox implements AutoCloseable {
    private final Turn turn = new Turn();
    private final CallLimits limits;
    private final EngineChoice engine;
    private final HostFunctions functions;
    /** Null once closed, lest whoever keeps this object keeps the guest's memory. */
    private volatile Guest guest;

    private Access access;

    Sandbox(
            GuestOptions options,
            HostEnvironment environment,
            CallLimits limits,
            EngineChoice engine,
            KernelPlacement placement) {
        this.functions = new HostFunctions(this);
        this.guest = new Guest(options, environment, functions, placement);
        this.limits = limits;
        this.engine = engine;
        Registry registry = new Registry(guest);
        this.access = new Access(guest, registry, new Marshaller(this, guest, registry));
    }

    /** A description of a sandbox, to be completed and built. */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /**
     * The table of the guest's globals.
     *
     * @throws MemoryLimitException if the guest's memory is full
     */
    public LuaTable globals() {
        return access(a -> (LuaTable) a.marshaller().read(State.GLOBALS));
    }

    /**
     * A new empty table.
     *
     * @throws MemoryLimitException if the guest's memory is full
     */
    public LuaTable newTable() {
        return access(a -> {
            a.marshaller().write(Marshaller.VALUE, List.of());
            return (LuaTable) a.marshaller().read(Marshaller.VALUE);
        });
    }

    /**
     * Compiles a program, without running it. Compiled code that comes with it is put in place if the sandbox compiles
     * hot code ({@link SandboxBuilder#optimization}): the sandbox moves to its engine, and what the code fits runs
     * compiled from the first call on. It fits if the sandbox has the engine, the limit of memory, the seed of hashes
     * and the capabilities of the one that wrote the bundle, and the program is the first that it loads.
     *
     * @return its main function, which takes the program's {@code ...} and shares the globals
     * @throws LuaSyntaxException if it is not a Lua program
     * @throws MemoryLimitException if it does not fit into the guest's memory
     */
    public LuaFunction load(Source source) {
        Prototype prototype = compile(source);
        LuaFunction function = access(a -> {
            guest.kernel().values.setObject(Marshaller.VALUE, guest.newFunction(prototype, State.GLOBALS));
            return (LuaFunction) a.marshaller().read(Marshaller.VALUE);
        });
        if (source.code().count() > 0) {
            take(() -> {
                guest.place(source.code());
                return null;
            });
        }
        return function;
    }

    /**
     * Writes a program with the code that is in place now to a file, as a {@linkplain Source#bundle bundle}. Code is
     * there if the sandbox was built for {@linkplain SandboxBuilder#training training} and has run the program, in ways
     * that are typical for it.
     *
     * @param source the first program that this sandbox loaded
     * @return how many modules of compiled code are in the bundle
     * @throws IOException if the file cannot be written
     */
    public int writeBundle(Source source, Path file) throws IOException {
        PreparedCode code = take(guest::prepare);
        long memory = take(() -> guest.memory().maximum());
        Files.write(file, Bundle.of(source.name(), source.bytes(), memory, code).encode());
        return code.count();
    }

    private static Prototype compile(Source source) {
        try {
            return LuaCompiler.compile(source.bytes(), ByteString.utf8("@" + source.name()));
        } catch (dev.moonlift.frontend.lua.LuaSyntaxException e) {
            throw new LuaSyntaxException(e.getMessage(), e);
        }
    }

    /**
     * Calls the finalizers ({@code __gc}) of all objects that have one, reachable or not, as the end of a Lua program
     * does; {@link #close} does not. An error in one becomes a warning.
     *
     * @throws LimitException if that reaches a limit
     * @throws GuestInterruptedException if it is interrupted
     * @throws GuestExitException if a finalizer calls {@code os.exit}
     */
    public void runFinalizers() {
        take(() -> {
            guest.kernel().collector.finalizeAll();
            return callGuest(0, base -> guest.kernel().values.set(base, Builtin.FINALIZE, Tag.BUILTIN));
        });
    }

    /** What the sandbox has used so far. Also in the middle of a call, from a host function. */
    public Statistics statistics() {
        return take(() -> new Statistics(
                EngineReport.name(engine, guest),
                EngineReport.reason(engine, guest),
                guest.fuelUsed(),
                guest.memory().getInt(State.USED),
                guest.kernel().heap.peak(),
                guest.memory().maximum(),
                guest.memory().getInt(State.COLLECTIONS),
                Duration.ofNanos(guest.nanosUsed())));
    }

    /** What the compiler of hot code has done so far. Also in the middle of a call, from a host function. */
    public CompilationStatistics compilation() {
        return take(guest::compilation);
    }

    /**
     * Ends the call that is in progress, if there is one, with a {@link GuestInterruptedException}, within some 20 ms
     * unless a host function is running. For any thread.
     */
    public void interrupt() {
        Guest interrupted = guest;
        if (interrupted != null) {
            interrupted.interrupt();
        }
    }

    /**
     * Ends the life of the sandbox. It and everything that comes from it cannot be used any more. Closing it again does
     * nothing.
     *
     * @throws IllegalStateException if a call is in progress; interrupt it first
     */
    @Override
    public void close() {
        turn.close(() -> {
            guest.close();
            guest = null;
            access = null;
        });
    }

    /**
     * Runs something with the sandbox to itself. The sandbox is reachable meanwhile: its native memory ends when it is
     * garbage.
     */
    private <T> T take(Supplier<T> use) {
        try {
            return turn.take(use);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    // --- for the classes of this package ---

    /** Does something with the guest's objects; when its memory is full, collects and does it once more. */
    <T> T access(Function<Access, T> operation) {
        return take(() -> {
            try {
                access.registry().prepare();
                return repeatable(operation);
            } catch (Signal outOfMemory) {
                throw memoryLimit("");
            }
        });
    }

    private <T> T repeatable(Function<Access, T> operation) {
        Object[] result = new Object[1];
        guest.operating(() -> {
            result[0] = operation.apply(access);
            return 0;
        });
        @SuppressWarnings("unchecked")
        T typed = (T) result[0];
        return typed;
    }

    /** Calls a function with the limits of this sandbox. */
    List<Object> call(LuaFunction function, Object[] arguments) {
        return take(() -> callGuest(arguments.length, base -> writeCall(base, function, arguments)));
    }

    private List<Object> callGuest(int arguments, Guest.CallWriter writer) {
        long start = System.nanoTime();
        try {
            access.registry().prepare();
            int count = guest.call(arguments, writer, limits);
            return Collections.unmodifiableList(access.marshaller().readAll(guest.resultBase(), count));
        } catch (GuestStop stop) {
            throw exceptionFor(stop, start);
        } catch (Signal outOfMemory) {
            throw memoryLimit("");
        }
    }

    private void writeCall(int base, LuaFunction function, Object[] arguments) {
        guest.kernel().values.copy(base, access.registry().slot(own(function)));
        access.marshaller().writeAll(base + Layout.SLOT, Arrays.asList(arguments));
    }

    private GuestException exceptionFor(GuestStop stop, long start) {
        String traceback = stop.traceback();
        return switch (stop.reason()) {
            case ERROR -> error(stop);
            case FUEL -> new FuelExhaustedException(guest.fuelLimit(), guest.fuelUsedByCall(), traceback);
            case TIME ->
                new TimeLimitException(
                        Duration.ofNanos(limits.nanos()), Duration.ofNanos(System.nanoTime() - start), traceback);
            case INTERRUPT -> new GuestInterruptedException(traceback);
            case EXIT -> new GuestExitException(stop.exitCode(), traceback);
        };
    }

    private GuestException error(GuestStop stop) {
        if (guest.isOutOfMemoryError()) {
            return memoryLimit(stop.traceback());
        }
        try {
            Object value = access.marshaller().read(State.ERROR_VALUE);
            String message = value instanceof Number ? guest.errorText() : LuaException.messageOf(value);
            return new LuaException(value, message, stop.traceback(), stop.getCause());
        } catch (Signal outOfMemory) {
            return memoryLimit(stop.traceback());
        }
    }

    private MemoryLimitException memoryLimit(String traceback) {
        return new MemoryLimitException(guest.memory().maximum(), guest.memory().getInt(State.USED), traceback);
    }

    /** The pin of a reference that is of this sandbox. */
    Pin own(LuaReference reference) {
        if (reference.sandbox != this) {
            throw new IllegalArgumentException("the value belongs to another sandbox");
        }
        return reference.pin();
    }

    /** The number under which the guest calls a function. */
    int register(HostFunction function) {
        return functions.register(function);
    }

    Access access() {
        return access;
    }
}
