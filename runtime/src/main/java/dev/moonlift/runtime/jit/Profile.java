package dev.moonlift.runtime.jit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is expected of a function: what its instructions have given, as far as it was seen, and what was seen to be
 * otherwise since. Code that relies on it checks it.
 */
final class Profile {
    /** Functions that a call is compiled for. */
    private static final int MOST_CALLEES = 8;

    /** Instructions that have not done what was expected before that is expected of no other. */
    private static final int LEAST_EXCEPTIONS = 2;

    private static final int[] NONE = {};
    private static final Kind[] NO_KINDS = {};
    /** In {@link #node}: where the field is was not seen, or changes. */
    static final int NO_NODE = -1;

    private final Kind[] results;
    private final int[][] callees;
    private final Map<Integer, FieldPaths> fields = new HashMap<>();
    private final Map<Integer, Integer> handlers = new HashMap<>();
    private final Kind[][] atLoopEnds;
    private final Kind[] parameters;
    /** Results that were no number at least once. */
    private final BitSet notNumeric = new BitSet();

    private final BitSet visited = new BitSet();
    /** Calls that called a Lua function at least once. */
    private final BitSet ofLua = new BitSet();
    /** Those of functions that take nothing but extra arguments. */
    private final BitSet ofVarargs = new BitSet();

    /** Calls that called the very closure that ran. */
    private final BitSet ofItself = new BitSet();
    /** Calls that called another closure. */
    private final BitSet ofOther = new BitSet();

    private final BitSet shortWays = new BitSet();
    private final BitSet longWays = new BitSet();
    /** Accesses of tables that were what was expected but for the kind of the value, or for its being there. */
    private final BitSet vague = new BitSet();

    /** Reads of tables that have given numbers of both kinds. */
    private final BitSet mixed = new BitSet();

    /** Writes to tables of what was not there before, at least once. */
    private final BitSet adding = new BitSet();

    /** Calls that another coroutine has run in, as {@code yield} does, and what calls it. */
    private final BitSet leaving = new BitSet();

    private final BitSet refuted = new BitSet();
    private boolean isImpure;
    private boolean isGeneral;
    private boolean expectsNothing;

    Profile(FunctionCode function) {
        int instructions = function.code().length;
        parameters = new Kind[function.parameters()];
        results = new Kind[instructions];
        callees = new int[instructions][];
        atLoopEnds = new Kind[instructions][];
    }

    /** Nothing was seen: any instruction may be executed, and may have to ask the kernel. */
    void expectNothing() {
        visited.set(0, results.length);
        isImpure = true;
        expectsNothing = true;
    }

    boolean expectsNothing() {
        return expectsNothing;
    }

    /** Whether a read of a table gives something that is there, though not always of one kind. */
    boolean isMixed(int pc) {
        return mixed.get(pc) && isShort(pc);
    }

    /** The kind of what an instruction gives, ANY if that is not known. */
    Kind result(int pc) {
        return results[pc] == null || mixed.get(pc) || isDoubtful(pc) ? Kind.ANY : results[pc];
    }

    void sawResult(int pc, Kind kind) {
        results[pc] = results[pc] == null ? kind : results[pc].join(kind);
        if (!kind.isNumber()) {
            notNumeric.set(pc);
        }
    }

    /** Whether an instruction gives numbers, integers or floats or now the one and now the other. */
    boolean isNumeric(int pc) {
        return results[pc] != null && !notNumeric.get(pc) && !refuted.get(pc);
    }

    /** Whether an instruction gave what is no number. */
    boolean isOther(int pc) {
        return notNumeric.get(pc);
    }

    /**
     * What a call calls: the addresses of prototypes, and builtins as {@link #builtin} packs them. None if it calls
     * what is neither, or too many things. If it is refuted, there are others.
     */
    int[] callees(int pc) {
        return callees[pc] == null ? NONE : callees[pc];
    }

    /** Whether a call was one of a Lua function, whatever else it has called. */
    boolean callsLua(int pc) {
        return ofLua.get(pc);
    }

    /** Whether a call was one of a function that takes nothing but extra arguments. */
    boolean callsVararg(int pc) {
        return ofVarargs.get(pc);
    }

    /** Whether a call always called the closure that ran. */
    boolean callsItself(int pc) {
        return ofItself.get(pc) && !ofOther.get(pc) && !refuted.get(pc);
    }

    void sawClosure(int pc, boolean isItself) {
        (isItself ? ofItself : ofOther).set(pc);
    }

    void sawVarargCallee(int pc) {
        ofVarargs.set(pc);
    }

    void sawCallee(int pc, int callee) {
        if (!isBuiltin(callee)) {
            ofLua.set(pc);
        }
        int[] seen = callees[pc];
        if (seen == null) {
            callees[pc] = new int[] {callee};
        } else if (Arrays.stream(seen).noneMatch(known -> known == callee)) {
            callees[pc] = seen.length == 0 || seen.length == MOST_CALLEES ? NONE : append(seen, callee);
        }
    }

    private static int[] append(int[] numbers, int number) {
        int[] longer = Arrays.copyOf(numbers, numbers.length + 1);
        longer[numbers.length] = number;
        return longer;
    }

    /** The call calls what compiled code cannot call. */
    void sawOtherCallee(int pc) {
        callees[pc] = NONE;
    }

    /** A builtin as a callee: negative. */
    static int builtin(int number) {
        return Integer.MIN_VALUE | number;
    }

    static boolean isBuiltin(int callee) {
        return callee < 0;
    }

    static int builtinNumber(int callee) {
        return callee & Integer.MAX_VALUE;
    }

    /** Where the node of a field is, if it was always in the table itself and at one {@link #place}; or NO_NODE. */
    int node(int pc) {
        List<List<Integer>> paths = paths(pc);
        return paths.size() == 1 && paths.get(0).size() == 1 ? paths.get(0).get(0) : NO_NODE;
    }

    /** A node of a hash part: its number there, times 32, plus the binary logarithm of the number of nodes. */
    static int place(int number, int logNodes) {
        return number << 5 | logNodes;
    }

    /** Where a field was found, see {@link FieldPaths}; none if that was not seen, or differs too much. */
    List<List<Integer>> paths(int pc) {
        return fields.get(pc) == null || refuted.get(pc)
                ? List.of()
                : fields.get(pc).all();
    }

    /** A field was found along a path. */
    void sawPath(int pc, List<Integer> path) {
        fields.computeIfAbsent(pc, at -> new FieldPaths()).add(path);
    }

    /** A field was found in the table itself. */
    void sawNode(int pc, int number, int logNodes) {
        sawPath(pc, List.of(place(number, logNodes)));
    }

    /**
     * Where the metatable of an instruction's operand has its metamethod, a Lua function; NO_NODE if none was called,
     * or they were at different places. {@link #callees} has which functions.
     */
    int handler(int pc) {
        int seen = refuted.get(pc) ? NO_NODE : handlers.getOrDefault(pc, NO_NODE);
        return seen == NO_NODE ? NO_NODE : seen >> 1;
    }

    /** Whether the first operand has the metamethod, which otherwise the second has. */
    boolean isHandledByFirst(int pc) {
        return (handlers.get(pc) & 1) == 0;
    }

    void sawHandler(int pc, int place, boolean isOfFirst) {
        handlers.merge(pc, place << 1 | (isOfFirst ? 0 : 1), (seen, now) -> seen.equals(now) ? seen : NO_NODE);
    }

    /** What the registers held at the end of a loop when it was seen last; null if it was not. */
    Kind[] atLoopEnd(int pc) {
        return isGeneral && !refuted.get(pc) ? null : atLoopEnds[pc];
    }

    /** @param kinds what the registers held, null where that is unknown */
    void sawLoopEnd(int pc, Kind[] kinds) {
        for (int r = 0; r < kinds.length; r++) {
            if (kinds[r] == null) {
                kinds[r] = atLoopEnds[pc] == null ? Kind.ANY : atLoopEnds[pc][r];
            }
        }
        atLoopEnds[pc] = kinds;
    }

    /**
     * Something has been otherwise at the end of a loop. At first, what was found there counts, and not what rehearsals
     * say, but for registers that have held no number: those hold now the one, now the other.
     *
     * @param kinds what the registers held
     */
    void learnLoopEnd(int pc, Kind[] kinds) {
        Kind[] before = atLoopEnds[pc];
        boolean isFirst = before != null && !refuted.get(pc);
        atLoopEnds[pc] = isFirst ? joinOthers(kinds, before) : join(before, kinds);
    }

    /** The kinds now and then, joined but where both are numbers: of those the kinds now. */
    private static Kind[] joinOthers(Kind[] now, Kind[] then) {
        Kind[] joined = now.clone();
        for (int r = 0; r < joined.length; r++) {
            joined[r] = joinOthers(now[r], then[r]);
        }
        return joined;
    }

    private static Kind joinOthers(Kind now, Kind then) {
        return now.isNumber() && then.isNumber() ? now : now.join(then);
    }

    /**
     * Something has been otherwise at an instruction: nothing is expected there any more. Of an access of a table only
     * where it finds something is, at first; and before that, more paths to a field, as long as new ones are seen.
     */
    void refute(int pc) {
        if (fields.containsKey(pc) && !isDoubtful(pc) && fields.get(pc).miss()) {
            return;
        }
        (isAccess(pc) && !isDoubtful(pc) ? vague : refuted).set(pc);
    }

    /**
     * A read of a table has given a number of the other kind. It is still expected to find something: an array of 0 and
     * 0.5 is no reason to ask the kernel.
     */
    void refuteKind(int pc) {
        if (givesNumbers(pc)) {
            mixed.set(pc);
        } else {
            refute(pc);
        }
    }

    private boolean givesNumbers(int pc) {
        return isAccess(pc) && result(pc).isNumber();
    }

    private boolean isAccess(int pc) {
        return fields.containsKey(pc) || shortWays.get(pc);
    }

    private boolean isWrite(int pc) {
        return isAccess(pc) && results[pc] == null;
    }

    /**
     * If one element that was to be written had no place yet, others may have none: that is expected of all or none of
     * the writes but those that have replaced what was there.
     */
    void generalizeWrites() {
        boolean isDoubtful =
                IntStream.range(0, results.length).anyMatch(pc -> isWrite(pc) && (vague.get(pc) || refuted.get(pc)));
        if (isDoubtful) {
            IntStream.range(0, results.length)
                    .filter(pc -> isWrite(pc) && adding.get(pc))
                    .forEach(vague::set);
        }
    }

    /**
     * If several instructions have given something else than expected, the function works with values of several kinds:
     * of what it finds in tables, and has in variables at ends of loops, no kind is expected any more, and its calls
     * may call others than those that were seen. If all that it was were numbers of the other kind, only of numbers in
     * tables no kind is expected.
     */
    void generalize() {
        long exceptions = IntStream.range(0, results.length)
                .filter(pc -> !isWrite(pc) && (vague.get(pc) || refuted.get(pc)))
                .count();
        isGeneral |= exceptions >= LEAST_EXCEPTIONS;
        if (exceptions + mixed.cardinality() >= LEAST_EXCEPTIONS) {
            IntStream.range(0, results.length).filter(this::givesNumbers).forEach(mixed::set);
        }
    }

    boolean isRefuted(int pc) {
        return refuted.get(pc) || isGeneral && ofLua.get(pc) && !handlers.containsKey(pc);
    }

    /** Whether an access of a table was otherwise than expected at least once. */
    boolean isDoubtful(int pc) {
        return isRefuted(pc) || vague.get(pc) || isGeneral && isAccess(pc);
    }

    void visit(int pc) {
        visited.set(pc);
    }

    boolean isVisited(int pc) {
        return visited.get(pc);
    }

    /** Whether an access of a table is expected to go the short way. */
    boolean isShort(int pc) {
        return shortWays.get(pc) && !longWays.get(pc) && !isDoubtful(pc);
    }

    void sawAccess(int pc, boolean isShort) {
        (isShort ? shortWays : longWays).set(pc);
    }

    /** A write has added to a table what was not there. */
    void sawAddition(int pc) {
        adding.set(pc);
    }

    /** Code has left at an instruction: at a write, as the table had no place for what was not there. */
    void sawExit(int pc) {
        if (isWrite(pc)) {
            adding.set(pc);
        }
    }

    /** Whether another coroutine runs before a call returns: then the function goes on behind it in new native code. */
    boolean isLeaving(int pc) {
        return leaving.get(pc);
    }

    /** Whether some call is. */
    boolean isLeaving() {
        return !leaving.isEmpty();
    }

    /**
     * Another coroutine has run in a call.
     *
     * @param behind the kinds of all registers behind the call; null for those that are unknown
     */
    void sawLeaving(int pc, Kind[] behind) {
        leaving.set(pc);
        sawLoopEnd(pc + 1, behind);
    }

    /** Whether the function has to ask the kernel more than now and then. */
    boolean isImpure() {
        return isImpure;
    }

    void setImpure() {
        isImpure = true;
    }

    /** The kinds of the arguments with which it was called; null for those that were not seen. */
    Kind parameter(int index) {
        return parameters[index];
    }

    void sawParameter(int index, Kind kind) {
        parameters[index] = parameters[index] == null ? kind : parameters[index].join(kind);
    }

    void addTo(CodeKey key) {
        key.add(results).add(parameters);
        for (int pc = 0; pc < results.length; pc++) {
            key.add(callees(pc));
            key.add(fields.get(pc) == null ? NONE : fields.get(pc).toNumbers());
            key.add(handlers.getOrDefault(pc, NO_NODE));
            key.add(atLoopEnds[pc] == null ? NO_KINDS : atLoopEnds[pc]);
        }
        key.add(ofLua)
                .add(ofVarargs)
                .add(ofItself)
                .add(ofOther)
                .add(shortWays)
                .add(longWays)
                .add(vague)
                .add(mixed)
                .add(adding)
                .add(leaving)
                .add(refuted)
                .add(isImpure)
                .add(isGeneral);
    }

    /** Writes it, for {@link #read}. */
    void writeTo(CodeWriter out) {
        out.kinds(results).kinds(parameters);
        for (int pc = 0; pc < results.length; pc++) {
            FieldPaths paths = fields.get(pc);
            out.number(handlers.getOrDefault(pc, NO_NODE))
                    .numbers(callees[pc])
                    .kinds(atLoopEnds[pc])
                    .numbers(paths == null ? null : paths.toNumbers());
        }
        bitSets().forEach(out::bits);
        out.truth(isImpure).truth(isGeneral);
    }

    /**
     * Reads a profile of a function.
     *
     * @throws CodeFormatException if it is not one of that function
     */
    static Profile read(CodeReader in, FunctionCode function) throws CodeFormatException {
        Profile profile = new Profile(function);
        int instructions = function.code().length;
        fill(profile.results, in.kinds());
        fill(profile.parameters, in.kinds());
        for (int pc = 0; pc < instructions; pc++) {
            int handler = in.number();
            if (handler != NO_NODE) {
                profile.handlers.put(pc, handler);
            }
            profile.callees[pc] = in.numbers();
            Kind[] kinds = in.kinds();
            require(kinds == null
                    || kinds.length == function.registers()
                            && !Arrays.asList(kinds).contains(null));
            profile.atLoopEnds[pc] = kinds;
            int[] paths = in.numbers();
            if (paths != null) {
                profile.fields.put(pc, FieldPaths.of(paths));
            }
        }
        for (BitSet bits : profile.bitSets()) {
            bits.or(in.bits());
        }
        profile.isImpure = in.truth();
        profile.isGeneral = in.truth();
        return profile;
    }

    private List<BitSet> bitSets() {
        return List.of(
                notNumeric,
                visited,
                ofLua,
                ofVarargs,
                ofItself,
                ofOther,
                shortWays,
                longWays,
                vague,
                mixed,
                adding,
                leaving,
                refuted);
    }

    private static void fill(Kind[] kinds, Kind[] read) throws CodeFormatException {
        require(read != null && read.length == kinds.length);
        System.arraycopy(read, 0, kinds, 0, kinds.length);
    }

    private static void require(boolean condition) throws CodeFormatException {
        if (!condition) {
            throw new CodeFormatException("it has a profile of another function");
        }
    }

    /** Whether results of instructions are known of which an earlier profile knows nothing. */
    boolean addsTo(Profile earlier) {
        for (int pc = 0; pc < results.length; pc++) {
            if (results[pc] != null && earlier.results[pc] == null && !earlier.isDoubtful(pc)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes over what an earlier profile knows to be wrong, and what it knows of instructions that were not seen now.
     * Of the others what they did then counts as well as what they do now, since a function may be used by one after
     * the other; only of two kinds of numbers the one that is seen now.
     */
    void inherit(Profile earlier) {
        for (int pc = 0; pc < results.length; pc++) {
            if (!isKnown(pc) && earlier.isKnown(pc)) {
                copy(earlier, pc);
            } else {
                add(earlier, pc);
            }
        }
        vague.or(earlier.vague);
        mixed.or(earlier.mixed);
        refuted.or(earlier.refuted);
        isImpure |= earlier.isImpure;
        isGeneral |= earlier.isGeneral;
        for (int p = 0; p < parameters.length; p++) {
            parameters[p] = join(parameters[p], earlier.parameters[p]);
        }
        for (int pc = 0; pc < atLoopEnds.length; pc++) {
            if (earlier.atLoopEnds[pc] != null) {
                inheritLoopEnd(earlier, pc);
            }
        }
    }

    private void inheritLoopEnd(Profile earlier, int pc) {
        Kind[] then = earlier.atLoopEnds[pc];
        Kind[] now = atLoopEnds[pc];
        if (now == null || earlier.refuted.get(pc)) {
            atLoopEnds[pc] = then.clone();
        } else {
            atLoopEnds[pc] = joinOthers(now, then);
        }
    }

    /** Whether anything was seen of an instruction but that it was executed. */
    private boolean isKnown(int pc) {
        return results[pc] != null
                || callees[pc] != null
                || fields.containsKey(pc)
                || handlers.containsKey(pc)
                || shortWays.get(pc)
                || longWays.get(pc);
    }

    private void add(Profile earlier, int pc) {
        add(adding, earlier.adding, pc);
        if (!isAccess(pc) && !longWays.get(pc) && earlier.isAccess(pc)) {
            shortWays.set(pc, earlier.shortWays.get(pc));
            longWays.set(pc, earlier.longWays.get(pc));
        } else if (isAccess(pc) && results[pc] != null) {
            // A read that has gone the long way then may do so again, though it goes the short way now.
            add(longWays, earlier.longWays, pc);
        }
        if (results[pc] != null && earlier.results[pc] != null) {
            results[pc] = joinOthers(results[pc], earlier.results[pc]);
        }
        if (callees[pc] != null && earlier.callees[pc] != null) {
            addCallees(earlier, pc);
        }
        if (fields.containsKey(pc) && earlier.fields.containsKey(pc)) {
            fields.get(pc).addAll(earlier.fields.get(pc));
        }
    }

    private void addCallees(Profile earlier, int pc) {
        if (earlier.callees[pc].length == 0) {
            callees[pc] = NONE;
        }
        for (int callee : earlier.callees[pc]) {
            sawCallee(pc, callee);
        }
        add(ofLua, earlier.ofLua, pc);
        add(ofVarargs, earlier.ofVarargs, pc);
        add(ofItself, earlier.ofItself, pc);
        add(ofOther, earlier.ofOther, pc);
    }

    private static void add(BitSet bits, BitSet others, int pc) {
        bits.set(pc, bits.get(pc) || others.get(pc));
    }

    private void copy(Profile earlier, int pc) {
        results[pc] = earlier.results[pc];
        callees[pc] = earlier.callees[pc];
        if (earlier.fields.containsKey(pc)) {
            fields.put(pc, earlier.fields.get(pc).copy());
        }
        if (earlier.handlers.containsKey(pc)) {
            handlers.put(pc, earlier.handlers.get(pc));
        }
        List<BitSet> bits = bitSets();
        for (int n = 0; n < bits.size(); n++) {
            add(bits.get(n), earlier.bitSets().get(n), pc);
        }
    }

    /**
     * The kinds of registers that are as one says or as the other.
     *
     * @param kinds null if there is but the other
     */
    static Kind[] join(Kind[] kinds, Kind[] others) {
        Kind[] joined = others.clone();
        for (int r = 0; kinds != null && r < joined.length; r++) {
            joined[r] = kinds[r].join(others[r]);
        }
        return joined;
    }

    private static Kind join(Kind kind, Kind other) {
        if (kind == null || other == null) {
            return kind == null ? other : kind;
        }
        return kind.join(other);
    }
}
