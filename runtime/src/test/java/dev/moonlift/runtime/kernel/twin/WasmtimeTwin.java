package dev.moonlift.runtime.kernel.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.engine.Carriers;
import dev.moonlift.runtime.engine.Engine;
import dev.moonlift.runtime.engine.EngineFunction;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.EngineTrap;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.engine.wasmtime.WasmtimeEngine;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.runtime.memory.NativePages;
import dev.moonlift.wasm.module.ModuleWriter;
import org.junit.jupiter.api.function.Executable;

/** The translated kernel on Wasmtime, as the runtime runs it. Its kernels work on threads of {@link Carriers} only. */
final class WasmtimeTwin implements TwinEngine {
    private static final String MAILBOX_MODULE = "mailbox";

    /** Compiled once, for all. */
    private static EngineModule kernel;

    private static EngineModule mailbox;

    private final Engine engine = new WasmtimeEngine();

    @Override
    public String problem() {
        return engine.problem();
    }

    @Override
    public Translation translation() {
        return Translation.forWasmtime();
    }

    @Override
    public TwinKernel newKernel(int initial, int maximum, RuntimeException[] signals) {
        compile(engine);
        EngineStore store = engine.newStore(Math.max(initial, NativePages.PAGE), wholePages(maximum));
        store.link(NativeKernel.MODULE, kernel);
        store.link(MAILBOX_MODULE, mailbox);
        return new Kernel(store, signals);
    }

    private static synchronized void compile(Engine engine) {
        if (kernel == null) {
            kernel = engine.compile(ModuleWriter.write(Translation.forWasmtime().module()));
            mailbox = engine.compile(MailboxModule.of(Translation.forWasmtime()));
        }
    }

    /** Does something where native code may run, or, where Wasmtime cannot be used, makes sure that it says why. */
    void ifThere(Executable work) throws Throwable {
        if (problem() == null) {
            onCarrier(work);
        } else {
            assertThat(problem()).as("why there is no Wasmtime").isNotBlank();
        }
    }

    /** Does something where native code may run; throws what it throws. */
    static void onCarrier(Executable work) throws Throwable {
        Throwable[] failure = new Throwable[1];
        boolean done = Carriers.run(
                () -> {
                    try {
                        work.execute();
                    } catch (Throwable e) {
                        failure[0] = e;
                    }
                },
                () -> {});
        assertThat(done).as("whether there is a thread").isTrue();
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    private static int wholePages(int bytes) {
        return Math.max(1, NativePages.pagesFor(bytes)) * NativePages.PAGE;
    }

    private static final class Kernel extends TwinKernel {
        private final EngineFunction[] functions =
                new EngineFunction[Translation.forWasmtime().functions().size()];
        private final EngineStore store;
        private final Memory memory;
        private long result;

        Kernel(EngineStore store, RuntimeException[] signals) {
            super(signals);
            this.store = store;
            this.memory = store.memory();
        }

        @Override
        public Memory memory() {
            return memory;
        }

        private int cell(int index) {
            return memory.size() - MailboxModule.MAILBOX + Long.BYTES * index;
        }

        @Override
        public void argument(int index, int value) {
            memory.putInt(cell(index), value);
        }

        @Override
        public void argument(int index, long value) {
            memory.putLong(cell(index), value);
        }

        @Override
        public void argument(int index, double value) {
            memory.putDouble(cell(index), value);
        }

        @Override
        protected int call(int function) {
            EngineFunction code = code(function);
            int mailbox = cell(0);
            try {
                code.run();
            } catch (EngineTrap trap) {
                throw asOnTheJvm(trap);
            }
            result = memory.getLong(mailbox);
            int pending = memory.getInt(mailbox + MailboxModule.PENDING);
            int size = memory.getInt(mailbox + MailboxModule.PAGES) * NativePages.PAGE;
            if (size > memory.size()) {
                memory.grow(size);
            }
            memory.copy(mailbox, cell(0) + MailboxModule.KEPT, MailboxModule.ANSWER);
            memory.fill(cell(0), 0, MailboxModule.MAILBOX);
            return pending;
        }

        private EngineFunction code(int function) {
            if (functions[function] == null) {
                functions[function] = store.function(MAILBOX_MODULE, Integer.toString(function));
            }
            return functions[function];
        }

        @Override
        protected long result() {
            return result;
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
