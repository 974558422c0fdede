package dev.moonlift.runtime.kernel.twin;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.moonlift.runtime.engine.chicory.ChicoryMemory;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.runtime.memory.NativePages;
import dev.moonlift.wasm.module.ModuleWriter;
import dev.moonlift.wasm.translate.ProgramTranslator;
import java.util.List;
import java.util.function.Function;

/** The translated kernel on Chicory. */
final class ChicoryTwin implements TwinEngine {
    private static final WasmModule MODULE =
            Parser.parse(ModuleWriter.write(Translation.forChicory().module()));

    /** Null for the interpreter. */
    private final Function<Instance, Machine> machine;

    private ChicoryTwin(Function<Instance, Machine> machine) {
        this.machine = machine;
    }

    static ChicoryTwin compiler() {
        return new ChicoryTwin(MachineFactoryCompiler.compile(MODULE));
    }

    static ChicoryTwin interpreter() {
        return new ChicoryTwin(null);
    }

    @Override
    public String problem() {
        return null;
    }

    @Override
    public Translation translation() {
        return Translation.forChicory();
    }

    @Override
    public TwinKernel newKernel(int initial, int maximum, RuntimeException[] signals) {
        int first = Math.max(1, NativePages.pagesFor(initial));
        int last = Math.max(1, NativePages.pagesFor(maximum));
        HeapMemory heap = HeapMemory.of(first * NativePages.PAGE, last * NativePages.PAGE);
        ImportMemory memory = new ImportMemory(
                ProgramTranslator.MEMORY_MODULE, ProgramTranslator.MEMORY_NAME, new ChicoryMemory(heap));
        Instance.Builder builder = Instance.builder(MODULE)
                .withImportValues(ImportValues.builder().addMemory(memory).build());
        if (machine != null) {
            builder.withMachineFactory(machine);
        }
        return new Kernel(builder.build(), heap, signals);
    }

    private static final class Kernel extends TwinKernel {
        private final List<Translation.Function> functions =
                Translation.forChicory().functions();
        private final ExportFunction[] exports = new ExportFunction[functions.size()];
        private final long[] waiting = new long[MailboxModule.MAILBOX / Long.BYTES];
        private final long[][] arguments = new long[waiting.length + 1][];
        private final Instance instance;
        private final GlobalInstance pending;
        private final Memory memory;
        private long result;

        Kernel(Instance instance, Memory memory, RuntimeException[] signals) {
            super(signals);
            this.instance = instance;
            this.memory = memory;
            this.pending = instance.exports().global("pending");
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = new long[i];
            }
        }

        @Override
        public Memory memory() {
            return memory;
        }

        @Override
        public void argument(int index, int value) {
            waiting[index] = value;
        }

        @Override
        public void argument(int index, long value) {
            waiting[index] = value;
        }

        @Override
        public void argument(int index, double value) {
            waiting[index] = Double.doubleToRawLongBits(value);
        }

        @Override
        protected int call(int function) {
            Translation.Function called = functions.get(function);
            if (exports[function] == null) {
                exports[function] = instance.export(called.name());
            }
            long[] passed = arguments[called.type().parameters().size()];
            System.arraycopy(waiting, 0, passed, 0, passed.length);
            long[] results;
            try {
                results = exports[function].apply(passed);
            } catch (WasmRuntimeException trap) {
                throw asOnTheJvm(trap);
            }
            result = called.type().results().isEmpty() ? 0 : results[0];
            int kind = (int) pending.getValue();
            pending.setValue(0);
            return kind;
        }

        @Override
        protected long result() {
            return result;
        }

        @Override
        public void close() {
            // The memory is an array.
        }
    }
}
