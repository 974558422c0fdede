package dev.moonlift.runtime.kernel.twin;

import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.wasm.module.Body;
import dev.moonlift.wasm.module.ExternalKind;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.Limits;
import dev.moonlift.wasm.module.ModuleBuilder;
import dev.moonlift.wasm.module.ModuleValidator;
import dev.moonlift.wasm.module.ModuleWriter;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmModule;
import dev.moonlift.wasm.module.WasmOp;
import dev.moonlift.wasm.translate.ProgramTranslator;
import java.util.ArrayList;
import java.util.List;

/**
 * For each function of the kernel one without parameters and results, which an {@link EngineStore} can call and which
 * costs a tenth. It takes the arguments from a mailbox and leaves there the result, the pending signal and the size of
 * the memory.
 *
 * <p>The mailbox is the last 64 bytes of the memory, which the kernel never uses. When the memory grows they become the
 * guest's, who finds zeros in new memory: so the mailbox is clear before the kernel is called. The caller, who does not
 * know yet that the memory has grown, is answered where it asked; what the guest may have there by then is kept in the
 * mailbox at the new end.
 */
final class MailboxModule {
    /** Size in bytes. */
    static final int MAILBOX = 64;

    /** Where the number of the pending signal, an int, is left; the result is at 0. */
    static final int PENDING = 8;

    /** Where the size of the memory in pages is left. */
    static final int PAGES = 16;

    /** Size in bytes of the answer, which begins the mailbox. */
    static final int ANSWER = 24;

    /** Where the mailbox at the end of the memory keeps what was where the answer is. */
    static final int KEPT = 32;

    private static final int CELL = Long.BYTES;
    private static final int PAGE_SHIFT = 16;
    private static final int MAX_PAGES = 1 << 15;

    // Locals: the mailbox before the call and after it, and the result.
    private static final int ASKED = 0;
    private static final int END = 1;
    private static final int RESULT = 2;

    private final Translation kernel;
    private final ModuleBuilder module = WasmModule.builder().name("mailbox");
    private final int pending;

    private MailboxModule(Translation kernel) {
        this.kernel = kernel;
        module.importMemory(ProgramTranslator.MEMORY_MODULE, ProgramTranslator.MEMORY_NAME, new Limits(1, MAX_PAGES));
        pending = module.importGlobal(NativeKernel.MODULE, "pending", ValueType.I32, true);
    }

    /** The module's bytes; a function's name is its number. */
    static byte[] of(Translation kernel) {
        return new MailboxModule(kernel).write();
    }

    private byte[] write() {
        List<Translation.Function> functions = kernel.functions();
        for (Translation.Function function : functions) {
            module.importFunction(NativeKernel.MODULE, function.name(), function.type());
        }
        for (int i = 0; i < functions.size(); i++) {
            FunctionType type = functions.get(i).type();
            FunctionType none = new FunctionType(List.of(), List.of());
            module.export(Integer.toString(i), ExternalKind.FUNCTION, module.addFunction(null, none, wrapper(i, type)));
        }
        WasmModule built = module.build();
        ModuleValidator.validate(built);
        return ModuleWriter.write(built);
    }

    private Body wrapper(int function, FunctionType type) {
        if (type.parameters().size() * CELL > MAILBOX) {
            throw new IllegalArgumentException("too many parameters for the mailbox: " + type);
        }
        List<Insn> code = new ArrayList<>();
        List<ValueType> locals = new ArrayList<>(List.of(ValueType.I32, ValueType.I32));
        takeArguments(code, type.parameters());
        code.add(Insn.of(WasmOp.CALL, function));
        if (!type.results().isEmpty()) {
            locals.add(type.results().get(0));
            code.add(Insn.of(WasmOp.LOCAL_SET, RESULT));
        }
        keep(code);
        answer(code, type.results());
        code.add(Insn.of(WasmOp.END));
        return new Body(locals, code);
    }

    private static void addressOfMailbox(List<Insn> code) {
        code.add(Insn.of(WasmOp.MEMORY_SIZE));
        code.add(Insn.of(WasmOp.I32_CONST, PAGE_SHIFT));
        code.add(Insn.of(WasmOp.I32_SHL));
        code.add(Insn.of(WasmOp.I32_CONST, MAILBOX));
        code.add(Insn.of(WasmOp.I32_SUB));
    }

    /** Leaves the arguments on the stack and zeros in the mailbox. */
    private static void takeArguments(List<Insn> code, List<ValueType> parameters) {
        addressOfMailbox(code);
        code.add(Insn.of(WasmOp.LOCAL_SET, ASKED));
        for (int i = 0; i < parameters.size(); i++) {
            code.add(Insn.of(WasmOp.LOCAL_GET, ASKED));
            code.add(Insn.access(load(parameters.get(i)), i * CELL, 0));
        }
        for (int cell = 0; cell < MAILBOX; cell += CELL) {
            code.add(Insn.of(WasmOp.LOCAL_GET, ASKED));
            code.add(Insn.of(WasmOp.I64_CONST, 0));
            code.add(Insn.access(WasmOp.I64_STORE, cell, 0));
        }
    }

    private static void keep(List<Insn> code) {
        addressOfMailbox(code);
        code.add(Insn.of(WasmOp.LOCAL_SET, END));
        for (int cell = 0; cell < ANSWER; cell += CELL) {
            code.add(Insn.of(WasmOp.LOCAL_GET, END));
            code.add(Insn.of(WasmOp.LOCAL_GET, ASKED));
            code.add(Insn.access(WasmOp.I64_LOAD, cell, 0));
            code.add(Insn.access(WasmOp.I64_STORE, KEPT + cell, 0));
        }
    }

    private void answer(List<Insn> code, List<ValueType> results) {
        for (ValueType result : results) {
            code.add(Insn.of(WasmOp.LOCAL_GET, ASKED));
            code.add(Insn.of(WasmOp.LOCAL_GET, RESULT));
            code.add(Insn.access(store(result), 0, 0));
        }
        code.add(Insn.of(WasmOp.LOCAL_GET, ASKED));
        code.add(Insn.of(WasmOp.GLOBAL_GET, pending));
        code.add(Insn.access(WasmOp.I32_STORE, PENDING, 0));
        code.add(Insn.of(WasmOp.I32_CONST, 0));
        code.add(Insn.of(WasmOp.GLOBAL_SET, pending));
        code.add(Insn.of(WasmOp.LOCAL_GET, ASKED));
        code.add(Insn.of(WasmOp.MEMORY_SIZE));
        code.add(Insn.access(WasmOp.I32_STORE, PAGES, 0));
    }

    private static WasmOp load(ValueType type) {
        return switch (type) {
            case I32 -> WasmOp.I32_LOAD;
            case I64 -> WasmOp.I64_LOAD;
            case F64 -> WasmOp.F64_LOAD;
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private static WasmOp store(ValueType type) {
        return switch (type) {
            case I32 -> WasmOp.I32_STORE;
            case I64 -> WasmOp.I64_STORE;
            case F64 -> WasmOp.F64_STORE;
            default -> throw new IllegalArgumentException("type " + type);
        };
    }
}
