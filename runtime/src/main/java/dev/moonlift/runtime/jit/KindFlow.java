package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The kinds of all registers at the beginning of each block: the least solution of a forward data-flow problem.
 *
 * <p>An operation with one operand of known kind may expect something of the other; the code that is emitted leaves to
 * the interpreter where that is not so. So what follows it can rely on the result's kind.
 */
final class KindFlow {
    private final FunctionCode function;
    private final Flow flow;
    private final Kind[][] atLeader;
    private final Deque<Integer> waiting = new ArrayDeque<>();

    KindFlow(FunctionCode function, Flow flow, int entry, Kind[] kinds) {
        this.function = function;
        this.flow = flow;
        this.atLeader = new Kind[function.code().length + 1][];
        arrive(entry, kinds);
        while (!waiting.isEmpty()) {
            int leader = waiting.remove();
            walk(leader, atLeader[leader].clone());
        }
    }

    /** The kinds at the beginning of a block; null if it is never reached. */
    Kind[] at(int leader) {
        return atLeader[leader];
    }

    /** The kinds before any instruction; null if it is never reached. */
    Kind[] before(int pc) {
        int leader = pc;
        while (leader > 0 && (!flow.isLeader(leader) || atLeader[leader] == null)) {
            leader--;
        }
        if (atLeader[leader] == null) {
            return null;
        }
        Kind[] kinds = atLeader[leader].clone();
        int at = leader;
        while (at < pc && flow.next(at) <= pc) {
            apply(at, kinds);
            at = flow.next(at);
        }
        return kinds;
    }

    private void arrive(int pc, Kind[] kinds) {
        Kind[] known = atLeader[pc];
        if (known == null) {
            atLeader[pc] = kinds.clone();
            waiting.add(pc);
            return;
        }
        boolean changed = false;
        for (int r = 0; r < kinds.length; r++) {
            Kind joined = known[r].join(kinds[r]);
            changed |= joined != known[r];
            known[r] = joined;
        }
        if (changed) {
            waiting.add(pc);
        }
    }

    private void walk(int leader, Kind[] kinds) {
        int pc = leader;
        while (true) {
            apply(pc, kinds);
            int[] successors = flow.successors(pc);
            if (successors.length != 1 || flow.isLeader(successors[0])) {
                for (int successor : successors) {
                    arrive(successor, kinds);
                }
                return;
            }
            pc = successors[0];
        }
    }

    /** Changes the kinds as the instruction does. */
    void apply(int pc, Kind[] kinds) {
        int i = function.code()[pc];
        int a = Instruction.a(i);
        switch (i & 0xFF) {
            case Op.JMP, Op.EQ, Op.LT, Op.LE, Op.EQK, Op.EQI, Op.LTI, Op.LEI, Op.GTI, Op.GEI, Op.TEST -> {}
            case Op.SETUPVAL, Op.SETTABUP, Op.SETTABUPK, Op.SETTABLE, Op.SETTABLEK -> {}
            case Op.SETI, Op.SETIK, Op.SETFIELD, Op.SETFIELDK, Op.SETLIST, Op.RETURN0, Op.RETURN1 -> {}
            case Op.MOVE -> set(kinds, a, kinds[Instruction.b(i)]);
            case Op.LOADI -> set(kinds, a, Kind.INTEGER);
            case Op.LOADF -> set(kinds, a, Kind.FLOAT);
            case Op.LOADK -> set(kinds, a, constant(Instruction.bx(i)));
            case Op.LOADNIL -> Arrays.fill(kinds, a, a + Instruction.b(i) + 1, Kind.ANY);
            case Op.SELF -> Arrays.fill(kinds, a, a + 2, Kind.ANY);
            case Op.LEN -> set(kinds, a, Kind.INTEGER);
            case Op.CALL, Op.TAILCALL, Op.RETURN, Op.VARARG, Op.CONCAT, Op.CLOSE, Op.TBC ->
                Arrays.fill(kinds, a, kinds.length, Kind.ANY);
            case Op.FORPREP, Op.FORLOOP -> loop(kinds, a);
            case Op.TFORPREP, Op.TFORCALL, Op.TFORLOOP -> Arrays.fill(kinds, a, kinds.length, Kind.ANY);
            default -> set(kinds, a, result(i, kinds));
        }
    }

    private void set(Kind[] kinds, int register, Kind kind) {
        kinds[register] = function.captured().get(register) ? Kind.ANY : kind;
    }

    private void loop(Kind[] kinds, int a) {
        boolean isInteger = kinds[a] == Kind.INTEGER && kinds[a + 2] == Kind.INTEGER;
        for (int r = a; r < a + 4; r++) {
            set(kinds, r, isInteger ? Kind.INTEGER : Kind.ANY);
        }
    }

    Kind constant(int index) {
        return Kind.ofTag(function.constantTags()[index]);
    }

    /** The kind of an instruction's result in R[A], if it has one operand or two that are registers or constants. */
    private Kind result(int i, Kind[] kinds) {
        int op = i & 0xFF;
        if (op == Op.UNM || op == Op.BNOT) {
            Kind kind = kinds[Instruction.b(i)];
            return op == Op.UNM || kind == Kind.INTEGER ? kind : Kind.ANY;
        }
        if (op == Op.ADDI || op == Op.SUBI) {
            return kinds[Instruction.b(i)];
        }
        if (op >= Op.ADDK && op <= Op.SHRK) {
            return Arithmetic.result(op - Op.ADDK + Op.ADD, kinds[Instruction.b(i)], constant(Instruction.c(i)));
        }
        if (op >= Op.ADD && op <= Op.SHR) {
            return Arithmetic.result(op, kinds[Instruction.b(i)], kinds[Instruction.c(i)]);
        }
        return Kind.ANY;
    }

    /** What is known of the results of arithmetic. */
    static final class Arithmetic {
        private Arithmetic() {}

        /** The kind of a result, given the operator as the opcode for registers. */
        static Kind result(int op, Kind a, Kind b) {
            return switch (op) {
                case Op.ADD, Op.SUB, Op.MUL -> sum(a, b);
                case Op.DIV -> Kind.FLOAT;
                case Op.MOD -> a == Kind.INTEGER && b == Kind.INTEGER ? Kind.INTEGER : Kind.ANY;
                case Op.IDIV -> a.isNumber() && b.isNumber() ? sum(a, b) : Kind.ANY;
                case Op.POW -> Kind.ANY;
                default -> a == Kind.INTEGER && b == Kind.INTEGER ? Kind.INTEGER : Kind.ANY;
            };
        }

        private static Kind sum(Kind a, Kind b) {
            if (a == Kind.FLOAT || b == Kind.FLOAT) {
                return Kind.FLOAT;
            }
            return a == Kind.INTEGER && b == Kind.INTEGER ? Kind.INTEGER : Kind.ANY;
        }
    }
}
