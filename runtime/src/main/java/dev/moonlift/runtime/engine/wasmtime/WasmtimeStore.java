package dev.moonlift.runtime.engine.wasmtime;

import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineFunction;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.EngineTrap;
import dev.moonlift.runtime.memory.BufferMemory;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.runtime.memory.NativePages;
import io.github.kawamuray.wasmtime.Disposable;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Extern;
import io.github.kawamuray.wasmtime.Func;
import io.github.kawamuray.wasmtime.Linker;
import io.github.kawamuray.wasmtime.MemoryType;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.Val;
import io.github.kawamuray.wasmtime.WasmFunctionError;
import io.github.kawamuray.wasmtime.WasmtimeException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A store of Wasmtime with its memory, and a linker for its modules. Every object of wasmtime-java boxes a native
 * handle, which leaks unless it is disposed of: they are looked up once, kept, and disposed of in the order opposite to
 * that in which they came.
 */
final class WasmtimeStore implements EngineStore {
    private static final Val[] NO_VALUES = new Val[0];

    /** The newest first. */
    private final Deque<Disposable> handles = new ArrayDeque<>();

    private final Store<Void> store;
    private final Linker linker;
    private final BufferMemory memory;

    WasmtimeStore(Engine engine, int initial, int maximum) {
        store = keep(new Store<>(null, engine));
        try {
            linker = keep(new Linker(engine));
            var type = new MemoryType(NativePages.pagesFor(initial), NativePages.pagesFor(maximum), false);
            var exported = keep(new io.github.kawamuray.wasmtime.Memory(store, type));
            linker.define(store, MEMORY_MODULE, MEMORY_NAME, Extern.fromMemory(exported));
            memory = new BufferMemory(new Pages(store, exported), maximum);
        } catch (RuntimeException | Error e) {
            disposeAll();
            throw e;
        }
    }

    private <T extends Disposable> T keep(T handle) {
        handles.addFirst(handle);
        return handle;
    }

    /** The memory's pages. */
    private record Pages(Store<Void> store, io.github.kawamuray.wasmtime.Memory memory) implements NativePages {
        @Override
        public ByteBuffer buffer() {
            return memory.buffer(store);
        }

        @Override
        public boolean grow(int pages) {
            try {
                memory.grow(store, pages);
                return true;
            } catch (WasmtimeException noRoom) {
                return false;
            }
        }
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public void link(String name, EngineModule module) {
        try {
            linker.module(store, name, ((WasmtimeModule) module).module());
        } catch (WasmtimeException e) {
            throw new EngineException("wasmtime cannot link " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public EngineFunction function(String module, String name) {
        Extern extern =
                linker.get(store, module, name).orElseThrow(() -> new EngineException(module + " exports no " + name));
        if (extern.type() != Extern.Type.FUNC) {
            throw new EngineException(module + "." + name + " is not a function");
        }
        Func function = keep(extern.func());
        return () -> call(function);
    }

    private void call(Func function) {
        try {
            function.call(store, NO_VALUES);
        } catch (WasmFunctionError.TrapError e) {
            throw new EngineTrap("native code trapped: " + e.trap(), e);
        }
    }

    @Override
    public void close() {
        memory.close();
        disposeAll();
    }

    private void disposeAll() {
        for (Disposable handle = handles.pollFirst(); handle != null; handle = handles.pollFirst()) {
            handle.dispose();
        }
    }
}
