package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportTable;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineFunction;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.EngineTrap;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.jit.CodeEngine;
import dev.moonlift.runtime.jit.CodeTable;
import dev.moonlift.runtime.jit.CodeTable.CompiledFunction;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.translate.ProgramTranslator;

/** Code beside the kernel on the JVM: modules become classes. */
public final class ChicoryCode implements CodeEngine {
    private final CodeMemory memory;
    private final CodeTable codeTable;
    private final Slots slots = new Slots();
    /** The module that is being linked. */
    private CodeClasses linking;

    /**
     * What makes code for a guest.
     *
     * @param memory the guest's, which has the kernel that code calls
     * @param codeTable where the guest's kernel looks for code
     */
    public ChicoryCode(HeapMemory memory, CodeTable codeTable) {
        this.memory = new CodeMemory(memory);
        this.codeTable = codeTable;
    }

    /** The table of code as modules see it: what they put there comes into the kernel's as well. */
    private final class Slots extends TableInstance {
        Slots() {
            super(
                    new Table(
                            ValType.FuncRef,
                            new TableLimits(ProgramTranslator.CODE_SLOTS, ProgramTranslator.CODE_SLOTS)),
                    Value.REF_NULL_VALUE);
        }

        @Override
        public void setRef(int slot, int function, Instance instance) {
            super.setRef(slot, function, instance);
            CodeFunction code = linking.newFunction(function, memory, instance);
            memory.put(slot, code);
            if (code instanceof CompiledFunction entry) {
                codeTable.put(slot, entry);
            }
        }
    }

    /**
     * A kernel that calls compiled code, as a native one is run.
     *
     * @param kernel runs it; where compiled code traps, or the stack ends, that becomes an {@link EngineTrap}
     */
    public static EngineFunction function(Runnable kernel) {
        return () -> {
            try {
                kernel.run();
            } catch (ChicoryException | StackOverflowError e) {
                throw new EngineTrap("compiled code trapped: " + e, e);
            }
        };
    }

    @Override
    public String name() {
        return EngineChoice.CHICORY;
    }

    @Override
    public LoweringOptions lowering() {
        return LoweringOptions.CHICORY;
    }

    @Override
    public EngineModule compile(byte[] wasm) {
        return CodeClasses.compile(wasm);
    }

    @Override
    public void link(String name, EngineModule module) {
        linking = (CodeClasses) module;
        try {
            Instance.builder(linking.module())
                    .withImportValues(imports())
                    .withMachineFactory(linking::newMachine)
                    .build();
        } catch (ChicoryException e) {
            throw new EngineException("chicory cannot link " + name + ": " + e.getMessage(), e);
        } finally {
            linking = null;
        }
    }

    private ImportValues imports() {
        ImportValues.Builder imports = ImportValues.builder()
                .addMemory(new ImportMemory(EngineStore.MEMORY_MODULE, EngineStore.MEMORY_NAME, memory))
                .addTable(new ImportTable(NativeKernel.MODULE, ProgramTranslator.CODE, slots));
        for (ImportedFunction imported : linking.imports()) {
            imports.addFunction(
                    new ImportFunction(imported.module(), imported.name(), imported.type(), ChicoryCode::callImport));
        }
        return imports.build();
    }

    private static long[] callImport(Instance instance, long... arguments) {
        throw new IllegalStateException("an import is called as a method of the kernel");
    }
}
