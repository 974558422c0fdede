package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kinds of all registers at the beginning of each block: the least solution of a forward data-flow problem. Of dead
 * registers none is known.
 *
 * <p>An instruction of which the profile says what it gives, or an operation with one operand of known kind, expects
 * something; the code that is emitted leaves to the interpreter where that is not so. So what follows it can rely on
 * the result's kind.
 *
 * <p>Where a number may come as an integer or as a float, as after the first round of a sum that began with 0, there
 * are several versions of a block (compare Chevalier-Boisvert and Feeley, Simple and effective type check removal
 * through lazy basic block versioning, ECOOP 2015).
 */
final class KindFlow {
    /** Versions of one block; what else comes there is joined with the last. */
    private static final int MOST_VERSIONS = 3;

    private final FunctionCode function;
    private final Flow flow;
    private final Liveness liveness;
    private final Expectations expectations;
    private final Region region;
    private final Map<Integer, List<Version>> versions = new HashMap<>();
    private final Deque<Version> waiting = new ArrayDeque<>();
    private final Version entry;

    /** A block for registers of these kinds, which are those at its beginning. */
    static final class Version {
        private final int leader;
        private final Kind[] kinds;

        private Version(int leader, Kind[] kinds) {
            this.leader = leader;
            this.kinds = kinds;
        }

        int leader() {
            return leader;
        }

        Kind[] kinds() {
            return kinds;
        }
    }

    /** The flow from an instruction on. */
    KindFlow(CodeUnit unit, int entry, Kind[] kinds) {
        this(unit, entry, kinds, new Region(0, unit.function().code().length - 1));
    }

    /** The same within some instructions: where control leaves them, nothing is known. */
    KindFlow(CodeUnit unit, int entry, Kind[] kinds, Region region) {
        this.region = region;
        this.function = unit.function();
        this.flow = unit.flow();
        this.liveness = unit.liveness();
        this.expectations = unit.expectations();
        arrive(entry, kinds);
        this.entry = versions.get(entry).get(0);
        while (!waiting.isEmpty()) {
            Version version = waiting.remove();
            walk(version.leader, version.kinds.clone());
        }
    }

    /** The block with which everything begins. */
    Version entry() {
        return entry;
    }

    /** The version of a block to go to with registers of these kinds. */
    Version version(int leader, Kind[] kinds) {
        Version best = null;
        int bestKnown = -1;
        for (Version version : versions.getOrDefault(leader, List.of())) {
            int known = known(version, kinds);
            if (known > bestKnown) {
                best = version;
                bestKnown = known;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no version of the block at " + leader + " for " + Arrays.toString(kinds)
                    + " among "
                    + versions.getOrDefault(leader, List.of()).stream()
                            .map(version -> Arrays.toString(version.kinds))
                            .collect(Collectors.joining(" ")));
        }
        return best;
    }

    /** The kinds of the first version of a block; null if it is not reached. */
    Kind[] first(int leader) {
        List<Version> of = versions.get(leader);
        return of == null ? null : of.get(0).kinds.clone();
    }

    /** How many kinds a version knows of; -1 if it cannot be entered with these kinds. */
    private static int known(Version version, Kind[] kinds) {
        int known = 0;
        for (int r = 0; r < kinds.length; r++) {
            if (version.kinds[r] != Kind.ANY) {
                if (version.kinds[r] != kinds[r]) {
                    return -1;
                }
                known++;
            }
        }
        return known;
    }

    /** The kinds at the returns of the function, joined; null if none is reached. */
    Kind returned() {
        Kind result = null;
        for (List<Version> of : versions.values()) {
            for (Version version : of) {
                Kind kind = returnedFrom(version);
                if (kind != null) {
                    result = result == null ? kind : result.join(kind);
                }
            }
        }
        return result;
    }

    private Kind returnedFrom(Version version) {
        Kind[] kinds = version.kinds.clone();
        int pc = version.leader;
        while (true) {
            int i = function.code()[pc];
            if (ReturnForm.isReturn(i) && ReturnForm.count(i) == 1) {
                return kinds[Instruction.a(i)];
            }
            if ((i & 0xFF) == Op.TAILCALL) {
                boolean isKnown = !expectations.targets(pc).isEmpty() || expectations.builtin(pc) >= 0;
                return isKnown ? expectations.callResult(pc) : null;
            }
            int[] successors = flow.successors(pc);
            if (!apply(pc, kinds) || successors.length != 1 || flow.isLeader(successors[0])) {
                return null;
            }
            pc = successors[0];
        }
    }

    /** Whether an instruction is reached. */
    boolean isReached(int pc) {
        int leader = pc;
        while (leader > 0 && !flow.isLeader(leader)) {
            leader--;
        }
        return versions.containsKey(leader);
    }

    /** Whether an instruction is one of those that this is about. */
    boolean isWithin(int pc) {
        return region.contains(pc);
    }

    private void arrive(int leader, Kind[] kinds) {
        if (!isWithin(leader)) {
            return;
        }
        Kind[] live = kinds.clone();
        for (int r = 0; r < kinds.length; r++) {
            if (!liveness.isLive(r, leader)) {
                live[r] = Kind.ANY;
            }
        }
        List<Version> known = versions.computeIfAbsent(leader, at -> new ArrayList<>());
        for (Version version : known) {
            if (!disagree(version.kinds, live)
                    || known.size() == MOST_VERSIONS && version == known.get(MOST_VERSIONS - 1)) {
                join(version, live);
                return;
            }
        }
        Version added = new Version(leader, live);
        known.add(added);
        waiting.add(added);
    }

    /** Whether some number is of another kind here than there. */
    private static boolean disagree(Kind[] kinds, Kind[] others) {
        for (int r = 0; r < kinds.length; r++) {
            if (kinds[r] != others[r] && kinds[r].isNumber() && others[r].isNumber()) {
                return true;
            }
        }
        return false;
    }

    private void join(Version version, Kind[] kinds) {
        boolean changed = false;
        for (int r = 0; r < kinds.length; r++) {
            Kind joined = version.kinds[r].join(kinds[r]);
            changed |= joined != version.kinds[r];
            version.kinds[r] = joined;
        }
        if (changed) {
            waiting.add(version);
        }
    }

    private void walk(int leader, Kind[] kinds) {
        int pc = leader;
        while (apply(pc, kinds)) {
            int[] successors = flow.successors(pc);
            if (successors.length != 1 || flow.isLeader(successors[0])) {
                for (int successor : successors) {
                    arrive(successor, along(pc, successor, kinds));
                }
                return;
            }
            pc = successors[0];
        }
    }

    /** Loops give their variables values only where they go on: behind them, nothing is known of these registers. */
    private Kind[] along(int pc, int successor, Kind[] kinds) {
        int i = function.code()[pc];
        int op = i & 0xFF;
        if (successor != pc + 1 || op != Op.FORLOOP && op != Op.TFORLOOP) {
            return kinds;
        }
        int first = Instruction.a(i) + (op == Op.FORLOOP ? 3 : 2);
        Kind[] behind = kinds.clone();
        Arrays.fill(behind, first, op == Op.FORLOOP ? first + 1 : behind.length, Kind.ANY);
        return behind;
    }

    /** Changes the kinds as the instruction does; false if nothing is known yet to come behind it. */
    boolean apply(int pc, Kind[] kinds) {
        int i = function.code()[pc];
        int a = Instruction.a(i);
        switch (i & 0xFF) {
            case Op.JMP, Op.EQ, Op.LT, Op.LE, Op.EQK, Op.EQI, Op.LTI, Op.LEI, Op.GTI, Op.GEI, Op.TEST -> {}
            case Op.SETUPVAL, Op.SETTABUP, Op.SETTABUPK, Op.SETTABLE, Op.SETTABLEK, Op.VARARGPREP -> {}
            case Op.SETI, Op.SETIK, Op.SETFIELD, Op.SETFIELDK, Op.SETLIST, Op.RETURN0, Op.RETURN1 -> {}
            case Op.MOVE -> set(kinds, a, kinds[Instruction.b(i)]);
            case Op.LOADI -> set(kinds, a, Kind.INTEGER);
            case Op.LOADF -> set(kinds, a, Kind.FLOAT);
            case Op.LOADK -> set(kinds, a, constant(Instruction.bx(i)));
            case Op.LOADFALSE, Op.LOADTRUE, Op.LFALSESKIP, Op.NOT -> set(kinds, a, Kind.BOOLEAN);
            case Op.LOADNIL -> Arrays.fill(kinds, a, a + Instruction.b(i) + 1, Kind.ANY);
            case Op.NEWTABLE -> set(kinds, a, Kind.TABLE);
            case Op.CLOSURE -> set(kinds, a, Kind.CLOSURE);
            case Op.GETUPVAL, Op.GETTABUP, Op.GETTABLE, Op.GETI, Op.GETFIELD -> set(kinds, a, expectations.result(pc));
            case Op.SELF -> {
                Kind self = kinds[Instruction.b(i)];
                set(kinds, a, expectations.result(pc));
                set(kinds, a + 1, self);
            }
            case Op.LEN -> set(kinds, a, Kind.INTEGER);
            case Op.CALL -> {
                Arrays.fill(kinds, a, kinds.length, Kind.ANY);
                if (expectations.hasOneResult(pc)) {
                    Kind result = expectations.callResult(pc);
                    if (result == null) {
                        return false;
                    }
                    set(kinds, a, result);
                }
            }
            case Op.TAILCALL, Op.RETURN, Op.VARARG, Op.CONCAT, Op.CLOSE, Op.TBC ->
                Arrays.fill(kinds, a, kinds.length, Kind.ANY);
            case Op.FORPREP -> loop(kinds, a, preparedKind(kinds, a, pc));
            case Op.FORLOOP -> loop(kinds, a, loopKind(kinds, a));
            case Op.TFORCALL -> {
                Arrays.fill(kinds, a + 4, kinds.length, Kind.ANY);
                set(kinds, a + 4, expectations.result(pc));
                if (Instruction.c(i) > 1) {
                    set(kinds, a + 5, expectations.result(pc + 1));
                }
            }
            case Op.TFORLOOP -> set(kinds, a + 2, kinds[a + 4]);
            case Op.TFORPREP -> {}
            default -> {
                Kind result = expectations.isHandled(pc) ? expectations.callResult(pc) : result(i, kinds);
                if (result == null) {
                    return false;
                }
                set(kinds, a, result);
            }
        }
        return true;
    }

    private void set(Kind[] kinds, int register, Kind kind) {
        kinds[register] = function.captured().get(register) ? Kind.ANY : kind;
    }

    private void loop(Kind[] kinds, int a, Kind kind) {
        for (int r = a; r < a + 4; r++) {
            set(kinds, r, kind);
        }
    }

    /** The kind of a loop's values behind its FORPREP; where it does not follow from theirs, what is expected. */
    Kind preparedKind(Kind[] kinds, int a, int pc) {
        Kind kind = loopKind(kinds, a);
        Kind expected = expectations.result(pc);
        return kind == Kind.ANY && expected.isNumber() ? expected : kind;
    }

    /** Of integers if start and step are, else of floats (manual §3.3.5). */
    static Kind loopKind(Kind[] kinds, int a) {
        if (kinds[a] == Kind.INTEGER && kinds[a + 2] == Kind.INTEGER) {
            return Kind.INTEGER;
        }
        boolean areNumbers = kinds[a].isNumber() && kinds[a + 1].isNumber() && kinds[a + 2].isNumber();
        return areNumbers ? Kind.FLOAT : Kind.ANY;
    }

    Kind constant(int index) {
        return Kind.ofTag(function.constants().tag(index));
    }

    /** The kind of an instruction's result in R[A], if it has one operand or two that are registers or constants. */
    private Kind result(int i, Kind[] kinds) {
        int op = i & 0xFF;
        if (op == Op.UNM || op == Op.BNOT) {
            Kind kind = kinds[Instruction.b(i)];
            return op == Op.UNM && kind.isNumber() || kind == Kind.INTEGER ? kind : Kind.ANY;
        }
        if (op == Op.ADDI || op == Op.SUBI) {
            Kind kind = kinds[Instruction.b(i)];
            return kind.isNumber() ? kind : Kind.ANY;
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
                case Op.MOD, Op.IDIV -> a.isNumber() && b.isNumber() ? sum(a, b) : Kind.ANY;
                case Op.POW -> a.isNumber() && b.isNumber() ? Kind.FLOAT : Kind.ANY;
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
