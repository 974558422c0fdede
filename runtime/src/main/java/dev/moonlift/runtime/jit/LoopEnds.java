package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.bytecode.Opcode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ends of a function's loops: its instructions that jump backwards.
 *
 * <p>A loop may have several ends, as where a test is the last thing in its body. Its code begins with one of them, its
 * entrance: of those that just jump to its beginning, the last.
 */
final class LoopEnds {
    private final int[] code;
    private final List<Integer> ends = new ArrayList<>();
    /** By the beginning of a loop, the last end that just jumps there. */
    private final Map<Integer, Integer> lastJumps = new HashMap<>();

    LoopEnds(FunctionCode function) {
        code = function.code();
        for (int pc = 0; pc < code.length; pc++) {
            if (Opcode.of(code[pc] & 0xFF).jumpsBackwards(code[pc])) {
                ends.add(pc);
                if (isJump(pc)) {
                    lastJumps.put(beginning(pc), pc);
                }
            }
        }
    }

    /** The numbers of the instructions, in their order. */
    List<Integer> all() {
        return Collections.unmodifiableList(ends);
    }

    /** The end of a loop with which its code begins, for any of its ends. */
    int entrance(int end) {
        return isJump(end) ? lastJumps.getOrDefault(beginning(end), end) : end;
    }

    /** The instruction to which an end jumps. */
    int beginning(int end) {
        return end + 1 + (isJump(end) ? Instruction.sj(code[end]) : -Instruction.bx(code[end]));
    }

    private boolean isJump(int pc) {
        return (code[pc] & 0xFF) == Op.JMP;
    }
}
