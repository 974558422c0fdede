package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.lua.CompileWatch;
import dev.moonlift.frontend.lua.LuaSyntaxException;
import dev.moonlift.frontend.lua.syntax.SourceMap;
import java.util.Arrays;

/**
 * The instructions of a function as they are made, with their lines.
 *
 * <p>Every instruction is charged to the token set last by {@link #chargeTo}, until another is set.
 */
final class CodeBuffer {
    /** Bounds the work of following jumps to jumps, which may go in a circle. */
    private static final int MAX_JUMP_CHAIN = 100;
    /** Instructions, a power of two, from one report to the watch to the next. */
    private static final int STRETCH = 1024;

    private final SourceMap map;
    private final CompileWatch watch;
    private int[] code = new int[32];
    private int[] lines = new int[32];
    private int size;
    private int position;
    /** No instruction before this one may be merged with one after it, since jumps lead to it. */
    private int barrier;

    CodeBuffer(SourceMap map, CompileWatch watch) {
        this.map = map;
        this.watch = watch;
    }

    /** Charges the instructions to come to the line of a token. */
    void chargeTo(int tokenPosition) {
        position = tokenPosition;
    }

    /** Address of the next instruction. */
    int here() {
        return size;
    }

    /** An error about the construct at the token that instructions are charged to. */
    LuaSyntaxException error(String message) {
        return map.errorAfter(position, message);
    }

    int emit(int op, int a, int b, int c) {
        return add(Instruction.abc(op, a, b, c));
    }

    int emitWide(int op, int a, int bx) {
        return add(Instruction.abx(op, a, bx));
    }

    int emitExtra(int operand) {
        if (operand > Instruction.MAX_AX) {
            throw error("function or expression too complex");
        }
        return add(Instruction.ax(Op.EXTRAARG, operand));
    }

    /** Replaces an instruction. */
    void set(int address, int instruction) {
        code[address] = instruction;
    }

    /** Makes the last instruction one of another opcode, with another C. */
    void replaceLast(int op, int c) {
        int last = code[size - 1];
        code[size - 1] = Instruction.abc(op, Instruction.a(last), Instruction.b(last), c);
    }

    private void proceed(int pc) {
        if ((pc & STRETCH - 1) == 0) {
            watch.progress(0);
        }
    }

    private int add(int instruction) {
        proceed(size);
        if (size == code.length) {
            code = Arrays.copyOf(code, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        code[size] = instruction;
        lines[size] = map.line(position);
        return size++;
    }

    /** Sets registers to nil, by the instruction before if that does so with the register before. */
    void loadNil(int first, int count) {
        if (size > barrier && Instruction.op(code[size - 1]) == Op.LOADNIL) {
            int previous = code[size - 1];
            int from = Instruction.a(previous);
            int end = from + Instruction.b(previous) + 1;
            if (end == first) {
                code[size - 1] = Instruction.abc(Op.LOADNIL, from, first + count - 1 - from, 0);
                return;
            }
        }
        emit(Op.LOADNIL, first, count - 1, 0);
    }

    // ---- jumps

    void jumpTo(Target target) {
        int jump = add(Instruction.ax(Op.JMP, 0));
        if (target.isPlaced()) {
            setJump(jump, target.pc());
        } else {
            target.addJump(jump);
        }
    }

    /** The next instruction is where the jumps to this target go. */
    void place(Target target) {
        target.place(size);
        barrier = size;
        for (int i = 0; i < target.jumpCount(); i++) {
            setJump(target.jump(i), size);
        }
    }

    private void setJump(int jump, int target) {
        int distance = target - (jump + 1);
        if (distance < Instruction.MIN_SJ || distance > Instruction.MAX_SJ) {
            throw error("control structure too long");
        }
        code[jump] = Instruction.ax(Op.JMP, distance);
    }

    /** Completes an instruction whose Bx is the distance of a jump within a loop. */
    void setDistance(int address, int distance) {
        if (distance > Instruction.MAX_BX) {
            throw error("control structure too long");
        }
        code[address] |= distance << 16;
    }

    // ---- the result

    /** Lets jumps to jumps go straight to where they end. */
    void shortenJumps() {
        for (int pc = 0; pc < size; pc++) {
            proceed(pc);
            if (Instruction.op(code[pc]) == Op.JMP) {
                int distance = finalTarget(pc) - (pc + 1);
                if (distance >= Instruction.MIN_SJ && distance <= Instruction.MAX_SJ) {
                    code[pc] = Instruction.ax(Op.JMP, distance);
                }
            }
        }
    }

    private int finalTarget(int jump) {
        int target = jump;
        for (int i = 0; i < MAX_JUMP_CHAIN && Instruction.op(code[target]) == Op.JMP; i++) {
            target += Instruction.sj(code[target]) + 1;
        }
        return target;
    }

    int[] code() {
        return Arrays.copyOf(code, size);
    }

    int[] lines() {
        return Arrays.copyOf(lines, size);
    }
}
