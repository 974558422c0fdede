package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import java.util.BitSet;

/**
 * Which registers may still be read: the least solution of a backward data-flow problem. Only these need to be brought
 * to their slots when compiled code leaves, and only their kinds matter.
 */
final class Liveness {
    private final int[] code;
    private final int registers;
    private final Flow flow;
    private final BitSet[] before;

    Liveness(FunctionCode function, Flow flow) {
        this.code = function.code();
        this.registers = function.registers();
        this.flow = flow;
        this.before = new BitSet[code.length + 1];
        for (int pc = 0; pc < before.length; pc++) {
            before[pc] = new BitSet();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int pc = code.length - 1; pc >= 0; pc--) {
                changed |= update(pc);
            }
        }
    }

    /** The registers that are live before an instruction. */
    BitSet before(int pc) {
        return before[pc];
    }

    boolean isLive(int register, int pc) {
        return before[pc].get(register);
    }

    private boolean update(int pc) {
        BitSet live = new BitSet();
        for (int successor : flow.successors(pc)) {
            if (successor < before.length) {
                live.or(before[successor]);
            }
        }
        transfer(code[pc], live);
        if (live.equals(before[pc])) {
            return false;
        }
        before[pc] = live;
        return true;
    }

    /** Turns what is live behind an instruction into what is live before it. */
    private void transfer(int i, BitSet live) {
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        int c = Instruction.c(i);
        switch (i & 0xFF) {
            case Op.LOADI, Op.LOADF, Op.LOADK, Op.LOADKX, Op.LOADFALSE, Op.LFALSESKIP, Op.LOADTRUE -> live.clear(a);
            case Op.GETUPVAL, Op.GETTABUP, Op.NEWTABLE, Op.CLOSURE -> live.clear(a);
            case Op.LOADNIL -> live.clear(a, a + b + 1);
            case Op.SETUPVAL, Op.SETIK, Op.SETFIELDK, Op.EQK, Op.EQI, Op.LTI, Op.LEI, Op.GTI, Op.GEI -> live.set(a);
            case Op.TEST, Op.RETURN1, Op.TBC -> live.set(a);
            case Op.SETTABUP -> live.set(c);
            case Op.SETTABUPK, Op.JMP, Op.RETURN0, Op.CLOSE, Op.VARARGPREP, Op.EXTRAARG -> {}
            case Op.SETTABLE -> use(live, a, b, c);
            case Op.SETTABLEK -> use(live, a, b);
            case Op.SETI, Op.SETFIELD -> use(live, a, c);
            case Op.EQ, Op.LT, Op.LE -> use(live, a, b);
            case Op.TESTSET -> live.set(b);
            case Op.GETTABLE -> define(live, a, b, c);
            case Op.SELF -> {
                live.clear(a, a + 2);
                live.set(b);
            }
            case Op.CONCAT -> live.set(a, a + b);
            case Op.CALL -> {
                live.clear(a, registers);
                live.set(a, b == 0 ? registers : a + b);
            }
            case Op.TAILCALL -> {
                live.clear();
                live.set(a, b == 0 ? registers : a + b);
            }
            case Op.RETURN -> live.set(a, b == 0 ? registers : a + b - 1);
            case Op.FORPREP, Op.FORLOOP -> {
                live.clear(a + 3);
                live.set(a, a + 3);
            }
            case Op.TFORPREP -> live.set(a, a + 4);
            case Op.TFORCALL -> {
                live.clear(a + 4, registers);
                live.set(a, a + 3);
            }
            case Op.TFORLOOP -> {
                live.clear(a + 2);
                live.set(a + 4);
            }
            case Op.SETLIST -> live.set(a, b == 0 ? registers : a + b + 1);
            case Op.VARARG -> live.clear(a, c == 0 ? registers : a + c - 1);
            default -> {
                if (isBinary(i & 0xFF)) {
                    define(live, a, b, c);
                } else {
                    define(live, a, b);
                }
            }
        }
    }

    private static boolean isBinary(int op) {
        return op >= Op.ADD && op <= Op.SHR;
    }

    private static void use(BitSet live, int... used) {
        for (int register : used) {
            live.set(register);
        }
    }

    private static void define(BitSet live, int defined, int... used) {
        live.clear(defined);
        use(live, used);
    }
}
