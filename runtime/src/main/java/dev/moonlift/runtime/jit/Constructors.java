package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The table constructors of a function, as far as it is known where things come to lie: a table that a NEWTABLE makes
 * is seen by nobody until all its fields are there, so each of them comes into the node that {@code Tables} chooses for
 * it in a hash part of which everything is known.
 *
 * <p>A constructor is followed up to the end of its block, to the first field that is not a constant short string, to
 * one that was seen to be nil, and to one for which another would have to move.
 */
final class Constructors {
    private final FunctionCode function;
    private final Flow flow;
    private final Profile profile;
    private final Map<Integer, Insertion> insertions = new HashMap<>();
    /** The bits of filters, by NEWTABLE, of the fields that insertions bring. */
    private final Map<Integer, Integer> filters = new HashMap<>();
    /** How many elements each SETLIST stores. */
    private final Map<Integer, Integer> lists = new HashMap<>();

    Constructors(FunctionCode function, Flow flow, Profile profile) {
        this.function = function;
        this.profile = profile;
        this.flow = flow;
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc++) {
            if ((code[pc] & 0xFF) == Op.NEWTABLE && !function.captured().get(Instruction.a(code[pc]))) {
                follow(pc);
            }
        }
    }

    /**
     * A new field in a hash part.
     *
     * @param node number of its node
     * @param previous number of the node in whose chain it comes next; below 0 if it is in its main position
     * @param next number of the node behind it in that chain, below 0 if there is none
     */
    record Insertion(int node, int previous, int next) {
        boolean isInMainPosition() {
            return previous < 0;
        }
    }

    /** Where an instruction puts a field of a table that is being made; null if that is not known, or it does not. */
    Insertion insertion(int pc) {
        return insertions.get(pc);
    }

    /** What a NEWTABLE sets in the table's filter, so that its insertions need not; 0 if there are none. */
    int filter(int pc) {
        return filters.getOrDefault(pc, 0);
    }

    /**
     * How many elements a SETLIST fills for which a table that is being made has room, if a call that gives the last of
     * them gives one; 0 if that is not known.
     */
    int listed(int pc) {
        return lists.getOrDefault(pc, 0);
    }

    private void follow(int start) {
        int[] code = function.code();
        int table = Instruction.a(code[start]);
        int elements = Instruction.ax(code[start + 1]);
        HashPart fields = new HashPart(Instruction.b(code[start]));
        for (int pc = flow.next(start); pc < code.length && !flow.isLeader(pc); pc = flow.next(pc)) {
            int i = code[pc];
            int op = i & 0xFF;
            if ((op == Op.SETFIELD || op == Op.SETFIELDK) && Instruction.a(i) == table) {
                Insertion insertion =
                        isValue(op, i, table) && !profile.isDoubtful(pc) ? fields.insert(Instruction.b(i)) : null;
                if (insertion == null) {
                    return;
                }
                insertions.put(pc, insertion);
                int bit = Table.filterBit(function.hashes()[Instruction.b(i)]);
                filters.merge(start, bit, (some, more) -> some | more);
            } else if (op == Op.SETLIST && Instruction.a(i) == table) {
                int count = count(code, pc);
                if (Instruction.ax(code[pc + 1]) == 0 && count <= elements) {
                    lists.put(pc, count);
                }
                return;
            } else if (concerns(i, table)) {
                return;
            }
        }
    }

    private static int count(int[] code, int pc) {
        int i = code[pc];
        int before = code[pc - 1];
        if (Instruction.b(i) > 0) {
            return Instruction.b(i);
        }
        boolean isCall = (before & 0xFF) == Op.CALL && Instruction.c(before) == 0;
        return isCall ? Instruction.a(before) - Instruction.a(i) : 0;
    }

    /** Whether a SETFIELD has a value other than the table itself, and no constant nil. */
    private boolean isValue(int op, int i, int table) {
        return op == Op.SETFIELD
                ? Instruction.c(i) != table
                : function.constants().tag(Instruction.c(i)) != Tag.NIL;
    }

    /** Whether an instruction may use a register, or change it: if in doubt, yes. */
    private static boolean concerns(int i, int register) {
        int op = i & 0xFF;
        boolean a = Instruction.a(i) == register;
        return switch (op) {
            case Op.LOADI, Op.LOADF, Op.LOADK, Op.LOADTRUE, Op.LOADFALSE, Op.GETUPVAL, Op.GETTABUP, Op.NEWTABLE -> a;
            case Op.LOADNIL, Op.CALL, Op.CONCAT, Op.SETLIST -> Instruction.a(i) <= register;
            case Op.MOVE, Op.GETFIELD, Op.GETI, Op.SELF, Op.NOT, Op.UNM, Op.LEN -> a || Instruction.b(i) == register;
            case Op.CLOSURE -> a;
            case Op.GETTABLE, Op.SETFIELD, Op.SETTABLE -> uses(i, register);
            case Op.SETFIELDK -> a;
            default -> op < Op.ADDI || op > Op.BNOT || uses(i, register);
        };
    }

    private static boolean uses(int i, int register) {
        return Instruction.a(i) == register || Instruction.b(i) == register || Instruction.c(i) == register;
    }

    /** A hash part that begins empty: chained scatter, as in {@code Tables}. */
    private final class HashPart {
        private final int[] keys;
        private final int[] next;
        private final Set<Long> strings = new HashSet<>();
        private int free;

        /** @param logNodesPlusOne binary logarithm of the number of nodes, plus 1; 0 for none */
        HashPart(int logNodesPlusOne) {
            int nodes = logNodesPlusOne == 0 ? 0 : 1 << logNodesPlusOne - 1;
            keys = new int[nodes];
            next = new int[nodes];
            Arrays.fill(keys, -1);
            Arrays.fill(next, -1);
            free = nodes;
        }

        /** Inserts a constant; null if it is not a short string, there already, or has no place of its own. */
        Insertion insert(int constant) {
            boolean isNew = function.constants().tag(constant) == Tag.SHORT_STRING
                    && strings.add(function.constants().payload(constant));
            if (!isNew || keys.length == 0) {
                return null;
            }
            int main = mainPosition(constant);
            if (keys[main] < 0) {
                keys[main] = constant;
                return new Insertion(main, -1, -1);
            }
            while (free > 0 && keys[free - 1] >= 0) {
                free--;
            }
            if (free == 0 || mainPosition(keys[main]) != main) {
                return null;
            }
            free--;
            keys[free] = constant;
            next[free] = next[main];
            next[main] = free;
            return new Insertion(free, main, next[free]);
        }

        private int mainPosition(int constant) {
            return function.hashes()[constant] & keys.length - 1;
        }
    }
}
