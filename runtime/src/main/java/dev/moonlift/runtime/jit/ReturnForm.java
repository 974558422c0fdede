package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.bytecode.Opcode;

/** What an instruction that returns gives, and what it does before. */
final class ReturnForm {
    /** In {@link #count}: as many values as there are below TOP. */
    static final int OPEN = -1;

    private ReturnForm() {}

    /** Whether an instruction returns. */
    static boolean isReturn(int i) {
        return Opcode.of(i & 0xFF).isReturn();
    }

    /** How many values an instruction returns, or {@link #OPEN}. */
    static int count(int i) {
        return switch (i & 0xFF) {
            case Op.RETURN0 -> 0;
            case Op.RETURN1 -> 1;
            default -> Instruction.b(i) - 1;
        };
    }

    /** Whether captured variables, and those to be closed, may have to be closed before. */
    static boolean closes(int i) {
        return (i & 0xFF) == Op.RETURN && Instruction.c(i) != 0;
    }
}
