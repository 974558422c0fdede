package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.lua.LuaCompiler;
import dev.moonlift.runtime.host.CallLimits;
import dev.moonlift.runtime.host.Guest;
import dev.moonlift.runtime.host.GuestOptions;
import dev.moonlift.runtime.host.HostClock;
import dev.moonlift.runtime.host.HostEnvironment;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.StandardStreams;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.memory.Memory;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A guest in the middle of its program, which has called {@code pause}, its one argument. It does not go on. */
final class PausedGuest {
    private static final CallLimits LIMITS = new CallLimits(100_000_000, CallLimits.NO_TIME_LIMIT);

    private final Memory memory;
    private final int base;

    private PausedGuest(Memory memory, int base) {
        this.memory = memory;
        this.base = base;
    }

    private static final class PauseException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Runs a program until it calls {@code pause}, and answers what is seen there. */
    static <T> T look(String program, Function<PausedGuest, T> look) {
        return look(program, KernelPlacement.JVM, look);
    }

    /** The same of a guest that runs elsewhere than interpreted on the JVM. */
    static <T> T look(String program, KernelPlacement placement, Function<PausedGuest, T> look) {
        Guest[] guest = new Guest[1];
        Object[] seen = new Object[1];
        guest[0] = guest(placement, base -> {
            seen[0] = look.apply(new PausedGuest(guest[0].memory(), base));
            throw new PauseException();
        });
        try {
            call(guest[0], program);
            throw new IllegalArgumentException("the program does not pause");
        } catch (PauseException expected) {
            @SuppressWarnings("unchecked")
            T result = (T) seen[0];
            return result;
        } finally {
            guest[0].close();
        }
    }

    /** Runs a program that does not pause to its end. */
    static void run(String program, KernelPlacement placement) {
        Guest guest = guest(placement, base -> {
            throw new IllegalArgumentException("the program pauses");
        });
        call(guest, program);
        guest.close();
    }

    private interface Pause {
        void at(int base);
    }

    private static Guest guest(KernelPlacement placement, Pause pause) {
        StandardStreams streams = new StandardStreams(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        HostEnvironment environment =
                new HostEnvironment(streams, HostClock.of(Clock.systemUTC()), ZoneOffset.UTC, Map.of(), null);
        GuestOptions options = new GuestOptions(8 << 20, 1, 1, Set.of());
        return new Guest(
                options,
                environment,
                (id, base, count) -> {
                    pause.at(base);
                    return 0;
                },
                placement);
    }

    private static void call(Guest guest, String program) {
        byte[] text = ("local pause = ... " + program).getBytes(StandardCharsets.UTF_8);
        int function = guest.newFunction(LuaCompiler.compile(text, ByteString.utf8("=test")), State.GLOBALS);
        guest.call(
                1,
                slot -> {
                    Value values = guest.kernel().values;
                    values.setObject(slot, function);
                    values.set(slot + Layout.SLOT, 0, Tag.HOST_FUNCTION);
                },
                LIMITS);
    }

    /** The function that is the one argument of a program's {@code pause}. */
    static FunctionCode function(String program) {
        return look(program, guest -> guest.function(0));
    }

    Memory memory() {
        return memory;
    }

    /** The object that is an argument of {@code pause}, from 0. */
    int argument(int index) {
        return memory.getInt(base + Layout.SLOT * (index + 1));
    }

    /** A function that is an argument. */
    FunctionCode function(int index) {
        return FunctionCode.read(memory, memory.getInt(argument(index) + Closure.PROTOTYPE));
    }

    /** The frame of the function that called {@code pause}. */
    int frame() {
        int frame = memory.getInt(State.FRAME);
        while ((memory.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) != 0) {
            frame -= Frame.BYTES;
        }
        return frame;
    }

    /** Has the function that called {@code pause} pass for a builtin. */
    void makePrelude() {
        int closure = memory.getInt(memory.getInt(frame() + Frame.FUNCTION));
        int flags = memory.getInt(closure + Closure.PROTOTYPE) + Header.EXTRA2;
        memory.putByte(flags, memory.getByte(flags) | Prototype.IS_PRELUDE);
    }

    /** What comes behind {@code pause}, and the function that called it, rehearsed. */
    Rehearsal rehearse() {
        Rehearsal rehearsal = new Rehearsal(memory);
        rehearsal.play(frame(), false);
        return rehearsal;
    }
}
