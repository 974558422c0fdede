package dev.moonlift.runtime.host;

import dev.moonlift.compilation.CompilationException;
import dev.moonlift.compilation.CompilationStatistics;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.runtime.jit.PreparedCode;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.EntryRequest;
import dev.moonlift.runtime.kernel.interp.Exit;
import dev.moonlift.runtime.kernel.interp.Interpreter;
import dev.moonlift.runtime.kernel.lib.HostService;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

/**
 * A guest and the loop that runs it.
 *
 * <p>{@link #call} enters the interpreter and comes back to it each time that it leaves: with more fuel, with what a
 * host function answered, with an error. A host function may call the guest again; such calls share the fuel and the
 * time of the outermost one, and what ends one by force ends them all. Used by one thread at a time, but for
 * {@link #interrupt}.
 */
public final class Guest {
    /** Calls from guest to host to guest that may be in progress at once. */
    private static final int MAX_DEPTH = 150;

    private final Execution execution;
    private final Budget budget;
    private final StopRequest stopRequest;
    private final Services services;
    private final StandardStreams streams;
    private final HostCalls hostCalls;

    private int depth;
    private boolean broken;
    /** What ended the outermost call by force: its inner calls cannot go on after that. */
    private GuestStop forcedStop;
    /** The last exception of a host function that became a Lua error, and the payload of the error's value. */
    private Throwable hostFailure;

    private long hostFailurePayload;
    /** Of the host function that is running: bytes from its coroutine's stack to its slot. */
    private int functionOffset;

    private long fuelUsed;
    private long nanosUsed;

    /**
     * A new guest.
     *
     * @throws dev.moonlift.runtime.engine.EngineException if it is to start as native code, and cannot
     */
    public Guest(GuestOptions options, HostEnvironment environment, HostCalls hostCalls, KernelPlacement placement) {
        this.execution = new Execution(GuestImage.newMemory(options), placement);
        this.budget = execution.budget();
        this.stopRequest = execution.stopRequest();
        this.streams = environment.streams();
        this.hostCalls = hostCalls;
        this.services = new Services(this, environment);
    }

    /** The guest's memory, until it runs again: it may move then. */
    public Memory memory() {
        return execution.kernel().memory;
    }

    /** The kernel over the guest's memory, until it runs again. */
    public JvmKernel kernel() {
        return execution.kernel();
    }

    private Value values() {
        return kernel().values;
    }

    private Interpreter interpreter() {
        return kernel().interpreter;
    }

    /** Whether the guest has moved to native code. */
    public boolean isNative() {
        return execution.isNative();
    }

    /** The engine that it has moved to. */
    public String nativeEngine() {
        return execution.nativeEngine();
    }

    /** Why the guest runs on the JVM; null if it does not, or nothing is known that would keep it there. */
    public String whyNotNative() {
        return execution.whyNotNative();
    }

    /** What the compiler of hot code has done so far. */
    public CompilationStatistics compilation() {
        return execution.compilation();
    }

    /** Ends the guest, which must not be in use, and lets go of its memory. */
    public void close() {
        broken = true;
        execution.close();
    }

    /**
     * Takes fuel for work that the host is about to do for the guest.
     *
     * @throws GuestStop if there is not enough, or the guest is to stop anyway
     */
    void charge(int units) {
        budget.charge(units);
        GuestStop.Reason reason = stopReason();
        if (reason != null) {
            throw forced(reason);
        }
    }

    /** Whether a call is in progress. */
    public boolean isRunning() {
        return depth > 0;
    }

    /** Units of fuel that all calls used, the present one included. */
    public long fuelUsed() {
        return isRunning() ? fuelUsed + budget.used() : fuelUsed;
    }

    /** Units of fuel that the present or last call has used. */
    public long fuelUsedByCall() {
        return budget.used();
    }

    /** Units of fuel that the present or last call was given. */
    public long fuelLimit() {
        return budget.limit();
    }

    /** Nanoseconds that finished calls took, host functions included. */
    public long nanosUsed() {
        return nanosUsed;
    }

    /**
     * Moves the guest to its engine and puts code in place that was prepared for what it has loaded, as far as it fits;
     * does nothing if hot code is not to be compiled, or the guest is running.
     */
    public void place(PreparedCode code) {
        checkUsable();
        if (!isRunning()) {
            execution.place(code);
        }
    }

    /** The compiled code that is in place, for other guests that will run the same program. */
    public PreparedCode prepare() {
        return execution.prepare();
    }

    // --- calls ---

    /** Stores a function and its arguments in slots from {@code base} on. */
    @FunctionalInterface
    public interface CallWriter {
        /** Stores the function at {@code base} and its arguments above it; may be repeated when memory runs out. */
        void write(int base);
    }

    /**
     * Calls a function of the guest. Its results are in slots from {@link #resultBase} on until the guest is used
     * again.
     *
     * @param arguments number of arguments
     * @param writer stores function and arguments
     * @param limits fuel and time; not looked at in a call from within a call
     * @return number of results
     * @throws GuestStop when there are none
     * @throws Signal OUT_OF_MEMORY when the arguments do not fit into memory
     * @throws StackOverflowError when this thread has little stack left; then nothing has happened
     */
    public int call(int arguments, CallWriter writer, CallLimits limits) {
        checkUsable();
        StackProbe.check();
        return depth == 0 ? callOutermost(arguments, writer, limits) : callNested(arguments, writer);
    }

    private void checkUsable() {
        if (broken) {
            throw new IllegalStateException("the guest cannot be used after an internal error");
        }
    }

    private int callOutermost(int arguments, CallWriter writer, CallLimits limits) {
        long start = System.nanoTime();
        forcedStop = null;
        execution.begin(limits.fuel(), fuelUsed);
        Future<?> alarm = limits.nanos() == CallLimits.NO_TIME_LIMIT
                ? null
                : Watchdog.watch(limits.nanos(), stopRequest::timeOver);
        depth = 1;
        try {
            int results = run(arguments, writer);
            throwCompilationFailure();
            return results;
        } catch (GuestStop stop) {
            throwCompilationFailure();
            throw stop;
        } finally {
            depth = 0;
            hostFailure = null;
            if (alarm != null) {
                alarm.cancel(false);
            }
            stopRequest.end();
            fuelUsed += budget.used();
            nanosUsed += System.nanoTime() - start;
            flush();
        }
    }

    /** The outermost call fails if code could not be compiled and that is an error. */
    private void throwCompilationFailure() {
        CompilationException failure = execution.takeCompilationFailure();
        if (failure != null) {
            throw failure;
        }
    }

    private void flush() {
        try {
            streams.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private int callNested(int arguments, CallWriter writer) {
        if (forcedStop != null) {
            throw forcedStop;
        }
        if (depth >= MAX_DEPTH) {
            values().setObject(State.ERROR_VALUE, kernel().strings.name(Name.ERROR_C_STACK_OVERFLOW));
            throw GuestStop.error("", null);
        }
        depth++;
        try {
            return run(arguments, writer);
        } finally {
            depth--;
        }
    }

    private int run(int arguments, CallWriter writer) {
        int base = operating(() -> {
            int top = interpreter().hostReserve(arguments + 1);
            writer.write(top);
            return top;
        });
        int exit = enter(EntryRequest.CALL, base, arguments);
        while (exit != Exit.FINISHED) {
            exit = handle(exit);
        }
        return memory().getInt(State.REQUEST_COUNT);
    }

    /** Slot of the first result of the call that has just finished. */
    public int resultBase() {
        return memory().getInt(State.REQUEST_BASE);
    }

    private int handle(int exit) {
        return switch (exit) {
            case Exit.HOST_CALL -> serve();
            case Exit.FUEL -> refuel();
            case Exit.ERROR -> throw GuestStop.error(errorTraceback(), causeOfError());
            case Exit.STOPPED -> throw abandon(stopReason());
            default -> throw new IllegalStateException("exit " + exit);
        };
    }

    private int enter(int request, int function, int count) {
        return entering(() -> execution.enter(request, function, count));
    }

    /** Runs the kernel. An exception that is not the guest's doing leaves it in an unknown state. */
    private int entering(IntSupplier entry) {
        try {
            return entry.getAsInt();
        } catch (RuntimeException | Error e) {
            broken = true;
            throw e;
        }
    }

    // --- leaving by force ---

    private int refuel() {
        GuestStop.Reason reason = stopReason();
        if (reason != null) {
            throw abandon(reason);
        }
        CompilationException failure = depth == 1 ? execution.takeCompilationFailure() : null;
        if (failure != null) {
            interpreter().abandon();
            throw failure;
        }
        return entering(() -> execution.resume(fuelUsed()));
    }

    private GuestStop.Reason stopReason() {
        if (budget.isUsedUp()) {
            return GuestStop.Reason.FUEL;
        }
        return stopRequest.reason();
    }

    private GuestStop abandon(GuestStop.Reason reason) {
        GuestStop stop = forced(reason);
        interpreter().abandon();
        return stop;
    }

    /** The end that a reason leads to; library work that was stopped without another has used all fuel. */
    private GuestStop forced(GuestStop.Reason reason) {
        forcedStop = GuestStop.forced(reason == null ? GuestStop.Reason.FUEL : reason, currentTraceback());
        return forcedStop;
    }

    /** The guest's end by its own will. */
    GuestStop exit(int code) {
        forcedStop = GuestStop.exit(code, currentTraceback());
        return forcedStop;
    }

    /** The guest's calls in progress; empty if it has no memory left to list them. Costs it no fuel. */
    private String currentTraceback() {
        int fuel = memory().getInt(State.FUEL);
        memory().putInt(State.FUEL, Integer.MAX_VALUE);
        stopRequest.end();
        try {
            return kernel().text.decode(kernel().traceback.create(memory().getInt(State.COROUTINE), 0, 0));
        } catch (Signal outOfMemory) {
            return "";
        } finally {
            memory().putInt(State.FUEL, fuel);
        }
    }

    /** Ends the call in progress, if there is one, soon. For any thread. */
    public void interrupt() {
        stopRequest.interrupt();
    }

    // --- calls to the host ---

    private int serve() {
        int results;
        try {
            results = answer();
        } catch (GuestRaise raise) {
            remember(raise.getCause());
            return enter(EntryRequest.RESUME_WITH_ERROR, 0, 0);
        } catch (RuntimeException | Error e) {
            interpreter().abandon();
            throw e;
        }
        return enter(EntryRequest.RESUME_AFTER_HOST, 0, results);
    }

    private int answer() {
        int request = memory().getInt(State.REQUEST);
        int base = memory().getInt(State.REQUEST_BASE);
        int count = memory().getInt(State.REQUEST_COUNT);
        int outerOffset = functionOffset;
        functionOffset = base - memory().getInt(memory().getInt(State.COROUTINE) + Coroutine.STACK);
        try {
            int results = request < HostService.FIRST_FUNCTION
                    ? services.serve(request, base, count)
                    : hostCalls.call(request - HostService.FIRST_FUNCTION, base, count);
            if (forcedStop != null) {
                throw forcedStop;
            }
            return results;
        } catch (Signal signal) {
            throw signal == Signal.STOP ? forced(stopReason()) : raiseOutOfMemory();
        } finally {
            functionOffset = outerOffset;
        }
    }

    /** Slot of the host function that is running: the stack may have moved since it was called. */
    private int functionSlot() {
        return memory().getInt(memory().getInt(State.COROUTINE) + Coroutine.STACK) + functionOffset;
    }

    /**
     * Prepares the results of the host function that is running.
     *
     * @return the slot of the first; the others follow
     * @throws Signal OUT_OF_MEMORY
     */
    public int beginResults(int count) {
        memory().putInt(State.REQUEST_BASE, functionSlot());
        int base = allocating(() -> interpreter().hostReserveResults(count));
        memory().putInt(State.REQUEST_BASE, base);
        return base;
    }

    /** Whether the call in progress is ended by force, so that nothing can go on. */
    public boolean isBeingStopped() {
        return forcedStop != null;
    }

    private void remember(Throwable failure) {
        if (failure != null) {
            hostFailure = failure;
            hostFailurePayload = values().payload(State.ERROR_VALUE);
        }
    }

    private Throwable causeOfError() {
        return hostFailure != null && hostFailurePayload == values().payload(State.ERROR_VALUE) ? hostFailure : null;
    }

    /** Whether the error that ended the last call is that memory ran out. */
    public boolean isOutOfMemoryError() {
        return values().isString(State.ERROR_VALUE)
                && values().object(State.ERROR_VALUE) == kernel().strings.name(Name.ERROR_MEMORY);
    }

    /** The text of the error that ended the last call, which is a string or a number. */
    public String errorText() {
        return kernel().text.decode(kernel().conversions.text(State.ERROR_VALUE));
    }

    private String errorTraceback() {
        int string = interpreter().errorTraceback();
        return string == 0 ? "" : kernel().text.decode(string);
    }

    /** A Lua error with a message, which the line of the guest that called precedes. */
    public GuestRaise raise(String message, Throwable cause) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        values().setObject(State.ERROR_VALUE, allocating(() -> withPosition(bytes)));
        return new GuestRaise(cause);
    }

    private int withPosition(byte[] message) {
        TextBuffer buffer = kernel().buffer;
        int begin = buffer.length();
        try {
            kernel().positions.appendPrefix(kernel().frames.level(1));
            memory().write(buffer.reserve(message.length), message, 0, message.length);
            buffer.advance(message.length);
            return buffer.take(begin);
        } catch (Signal outOfMemory) {
            buffer.truncate(begin);
            throw outOfMemory;
        }
    }

    /** The Lua error that says what is wrong with an argument of the host function that is running. */
    public GuestRaise raiseBadArgument(int position, String problem) {
        int function = functionSlot();
        allocating(() -> {
            try {
                kernel().errors.argument(function, position, kernel().text.create(problem));
            } catch (Signal error) {
                if (error != Signal.GUEST_ERROR) {
                    throw error;
                }
            }
            return 0;
        });
        return new GuestRaise(null);
    }

    GuestRaise raiseOutOfMemory() {
        values().setObject(State.ERROR_VALUE, kernel().strings.name(Name.ERROR_MEMORY));
        return new GuestRaise(null);
    }

    // --- memory ---

    /**
     * Runs something that allocates. When the memory is full, collects and runs it once more.
     *
     * @throws Signal OUT_OF_MEMORY when that does not help
     */
    public int allocating(IntSupplier allocation) {
        try {
            return allocation.getAsInt();
        } catch (Signal outOfMemory) {
            if (outOfMemory != Signal.OUT_OF_MEMORY) {
                throw outOfMemory;
            }
        }
        kernel().collector.fullForRoom();
        return allocation.getAsInt();
    }

    /**
     * As {@link #allocating}, for an operation of the host that changes guest objects: if the stack runs out in the
     * middle of it, the guest cannot be used any more.
     */
    public int operating(IntSupplier operation) {
        checkUsable();
        try {
            return allocating(operation);
        } catch (StackOverflowError e) {
            broken = true;
            throw e;
        }
    }

    /**
     * A function of the guest: a compiled chunk with the value of a slot as its {@code _ENV}.
     *
     * @return address of the closure, not yet held by anything
     * @throws Signal OUT_OF_MEMORY
     */
    public int newFunction(Prototype prototype, int environmentSlot) {
        return Functions.create(kernel(), PrototypeLoader.load(kernel(), prototype), environmentSlot);
    }
}
