package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/** Makes the instructions of a module from those of a graph. */
final class InsnFactory {
    /** No access promises an alignment: kernel data is not always aligned, and engines make nothing of the promise. */
    private static final int ALIGN = 0;

    private static final int TABLE = 0;

    private final Symbols symbols;
    private final LoweringOptions options;

    InsnFactory(Symbols symbols, LoweringOptions options) {
        this.symbols = symbols;
        this.options = options;
    }

    Insn insn(Instruction instruction) {
        WasmOp op = instruction.op();
        return switch (op.immediate()) {
            case FUNCTION -> insn(instruction, symbols.indexOf(instruction.callee()), 0);
            case TYPE -> insn(instruction, symbols.indexOf(instruction.calleeType()), TABLE);
            case GLOBAL -> insn(instruction, symbols.indexOf(instruction.global()), 0);
            case MEMORY_ACCESS -> insn(instruction, instruction.immediate(), ALIGN);
            default ->
                Insn.of(widens(op) ? wide(op) : op, instruction.immediate()).from(instruction.origin());
        };
    }

    private static Insn insn(Instruction instruction, long value, int align) {
        return new Insn(instruction.op(), value, align, List.of(), instruction.origin());
    }

    /** Whether the instruction works on i64 where the graph's works on i32. */
    boolean widens(WasmOp op) {
        return options.wideUnsignedComparisons() && wide(op) != op;
    }

    /** Numbers that were unsigned i32 are not negative as i64. */
    private static WasmOp wide(WasmOp op) {
        return switch (op) {
            case I32_LT_U -> WasmOp.I64_LT_S;
            case I32_GT_U -> WasmOp.I64_GT_S;
            case I32_LE_U -> WasmOp.I64_LE_S;
            case I32_GE_U -> WasmOp.I64_GE_S;
            default -> op;
        };
    }
}
