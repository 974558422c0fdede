package dev.moonlift.runtime.host;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.lua.LuaCompiler;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.interp.Exit;
import dev.moonlift.runtime.memory.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The part of the library that is written in Lua. Its chunk sees all builtins, granted or not, and nothing of the
 * program; the functions that it returns in a list are kept in slots at {@code State.PRELUDE}.
 */
final class Prelude {
    private static final String RESOURCE = "/dev/moonlift/prelude.lua";
    private static final int FUEL = 1_000_000;
    private static final Prototype CHUNK = compile();

    private final JvmKernel kernel;
    private final Memory memory;

    private Prelude(JvmKernel kernel) {
        this.kernel = kernel;
        this.memory = kernel.memory;
    }

    private static Prototype compile() {
        try (InputStream resource = Prelude.class.getResourceAsStream(RESOURCE)) {
            byte[] source = resource == null ? new byte[0] : resource.readAllBytes();
            return LuaCompiler.compile(source, ByteString.utf8("=[C]"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the prelude in a guest that is otherwise complete. */
    static void load(JvmKernel kernel) {
        new Prelude(kernel).run();
    }

    private void run() {
        memory.putInt(State.FUEL, FUEL);
        int base = kernel.interpreter.hostReserve(1);
        int environment = State.SCRATCH_SLOTS + Layout.SLOT;
        kernel.values.setObject(environment, newEnvironment());
        int prototype = PrototypeLoader.loadLibrary(kernel, CHUNK);
        kernel.values.setObject(base, Functions.create(kernel, prototype, environment));
        if (kernel.interpreter.call(base, 0) != Exit.FINISHED) {
            throw new IllegalStateException(
                    "the prelude failed: " + kernel.text.decode(kernel.values.object(State.ERROR_VALUE)));
        }
        if (memory.getInt(State.REQUEST_COUNT) > 0) {
            keep(kernel.values.object(memory.getInt(State.REQUEST_BASE)));
        }
    }

    /** A table with every builtin: globals by their names, others in tables by library. */
    private int newEnvironment() {
        int environment = kernel.tables.create(0, 0);
        int value = State.SCRATCH_SLOTS;
        for (LibraryCatalog.Entry entry : LibraryCatalog.entries()) {
            int table = entry.library().isEmpty() ? environment : library(environment, entry.library());
            kernel.values.set(value, entry.number(), Tag.BUILTIN);
            kernel.tables.putString(table, kernel.text.create(entry.name()), value);
        }
        return environment;
    }

    private int library(int environment, String name) {
        int key = kernel.text.create(name);
        int found = kernel.tables.getString(environment, key);
        if (kernel.values.isNil(found)) {
            kernel.values.setObject(State.SCRATCH_SLOTS, kernel.tables.create(0, 0));
            kernel.tables.putString(environment, key, State.SCRATCH_SLOTS);
            found = kernel.tables.getString(environment, key);
        }
        return kernel.values.object(found);
    }

    private void keep(int list) {
        int count = (int) kernel.tables.length(list);
        int slots = kernel.heap.allocate(Layout.SLOT * count);
        for (int i = 0; i < count; i++) {
            kernel.values.copy(slots + Layout.SLOT * i, kernel.tables.getInteger(list, i + 1));
        }
        memory.putInt(State.PRELUDE, slots);
        memory.putInt(State.PRELUDE_COUNT, count);
    }
}
