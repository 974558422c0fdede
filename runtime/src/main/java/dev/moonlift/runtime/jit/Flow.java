package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.bytecode.Opcode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Control flow of a function's bytecode. Instructions are numbered from 0. A test and the jump that follows it count as
 * one instruction, and so does an instruction with its EXTRAARG.
 */
final class Flow {
    private static final int[] NONE = {};

    private final int[] code;
    private final BitSet leaders = new BitSet();

    Flow(int[] code) {
        this(code, new BitSet());
    }

    /** @param entrances instructions to which entrances lead, besides ends of loops */
    Flow(int[] code, BitSet entrances) {
        this.code = code;
        leaders.set(0);
        leaders.or(entrances);
        for (int pc = 0; pc < code.length; pc = next(pc)) {
            int[] successors = successors(pc);
            if (successors.length != 1 || successors[0] != next(pc)) {
                for (int successor : successors) {
                    leaders.set(successor);
                }
                leaders.set(next(pc));
            }
            if (Opcode.of(code[pc] & 0xFF).jumpsBackwards(code[pc])) {
                leaders.set(pc);
            }
        }
    }

    /** Whether control may come to an instruction from another than the one before it, or an entrance leads there. */
    boolean isLeader(int pc) {
        return leaders.get(pc);
    }

    /** The instruction that stands behind another. */
    int next(int pc) {
        Opcode opcode = Opcode.of(code[pc] & 0xFF);
        return pc + (opcode.isTest() || opcode.hasExtra() ? 2 : 1);
    }

    /** Where control may go on; of a test first where it holds. */
    int[] successors(int pc) {
        int i = code[pc];
        Opcode opcode = Opcode.of(i & 0xFF);
        if (opcode.isTest()) {
            return new int[] {jumpTarget(pc + 1), pc + 2};
        }
        switch (i & 0xFF) {
            case Op.JMP:
                return new int[] {jumpTarget(pc)};
            case Op.LFALSESKIP:
                return new int[] {pc + 2};
            case Op.FORPREP:
                return new int[] {pc + 1, pc + 2 + Instruction.bx(i)};
            case Op.FORLOOP, Op.TFORLOOP:
                return new int[] {pc + 1 - Instruction.bx(i), pc + 1};
            case Op.TAILCALL:
                // The RETURN behind it is for the interpreter.
                return NONE;
            case Op.TFORPREP:
                return new int[] {pc + 1 + Instruction.bx(i)};
            default:
                return opcode.isReturn() ? NONE : new int[] {next(pc)};
        }
    }

    /** The instructions that control may come to. */
    BitSet reached() {
        BitSet reached = new BitSet();
        Deque<Integer> waiting = new ArrayDeque<>(List.of(0));
        while (!waiting.isEmpty()) {
            int pc = waiting.remove();
            if (!reached.get(pc)) {
                reached.set(pc);
                Arrays.stream(successors(pc)).forEach(waiting::add);
            }
        }
        return reached;
    }

    /** Where a JMP leads. */
    int jumpTarget(int pc) {
        return pc + 1 + Instruction.sj(code[pc]);
    }
}
