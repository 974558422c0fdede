package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import java.util.BitSet;

/**
 * Which registers the loops around an instruction leave as they are. Their slots are brought up to date where a loop is
 * entered, so that neither a request to the kernel within it nor one of the many ways out of it has to.
 *
 * <p>That is worth its stores where a loop has a few rounds, and changes nothing of what slots have to hold: whoever
 * comes to a block from wherever brings those registers there.
 */
final class LoopConstants {
    private final int[] code;
    private final int registers;
    private final BitSet[] around;

    LoopConstants(FunctionCode function, Flow flow) {
        this.code = function.code();
        this.registers = function.registers();
        this.around = new BitSet[code.length];
        for (int pc = 0; pc < code.length; pc++) {
            around[pc] = new BitSet();
        }
        for (int pc = 0; pc < code.length; pc = flow.next(pc)) {
            for (int successor : flow.successors(pc)) {
                if (successor <= pc) {
                    addLoop(successor, pc);
                }
            }
        }
    }

    /** The registers that are not written in some loop around an instruction, whether they are live or not. */
    BitSet around(int pc) {
        return around[pc];
    }

    /** A loop, as far as bytecode shows it: from where a jump leads back to, to that jump. */
    private void addLoop(int first, int last) {
        BitSet constant = new BitSet();
        constant.set(0, registers);
        for (int pc = first; pc <= last; pc++) {
            clearWritten(code[pc], constant);
        }
        for (int pc = first; pc <= last; pc++) {
            around[pc].or(constant);
        }
    }

    private void clearWritten(int i, BitSet constant) {
        int a = Instruction.a(i);
        switch (i & 0xFF) {
            case Op.SETUPVAL, Op.SETTABUP, Op.SETTABUPK, Op.SETTABLE, Op.SETTABLEK, Op.SETI, Op.SETIK -> {}
            case Op.SETFIELD, Op.SETFIELDK, Op.SETLIST, Op.CLOSE, Op.TBC, Op.VARARGPREP, Op.EXTRAARG -> {}
            case Op.JMP, Op.EQ, Op.LT, Op.LE, Op.EQK, Op.EQI, Op.LTI, Op.LEI, Op.GTI, Op.GEI, Op.TEST -> {}
            case Op.TFORPREP, Op.RETURN, Op.RETURN0, Op.RETURN1 -> {}
            case Op.SELF -> constant.clear(a, a + 2);
            case Op.LOADNIL -> constant.clear(a, a + Instruction.b(i) + 1);
            case Op.FORPREP, Op.FORLOOP -> constant.clear(a, a + 4);
            case Op.TFORLOOP -> constant.clear(a + 2);
            case Op.TFORCALL -> constant.clear(a + 4, Math.max(registers, a + 4));
            case Op.CALL, Op.TAILCALL, Op.CONCAT, Op.VARARG -> constant.clear(a, registers);
            default -> constant.clear(a);
        }
    }
}
