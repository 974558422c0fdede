package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.bytecode.Opcode;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.memory.Memory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays a function on from where a guest's frame is, without changing the guest, to see what its instructions give:
 * reads memory, keeps what is written to itself, and follows calls of Lua functions. What it cannot know is UNKNOWN,
 * and of a test of that it takes one way, then the other; loops that count end after some rounds. So it may err; its
 * profiles are expectations.
 */
final class Rehearsal {
    private static final int MOST_INSTRUCTIONS = 6000;
    private static final int MOST_DEPTH = 6;
    /** Instructions of one function; others should have their turn. */
    private static final int MOST_OF_ONE = 3000;

    /** Rounds of one loop; from then on it ends after each, so that what comes behind it has its turn. */
    private static final int MOST_ROUNDS = 40;

    /** Extra arguments of a function, and results of a call that gives all, that are looked at. */
    private static final int MOST_VALUES = 32;

    /** The length of what is not known. */
    private static final long GUESSED_LENGTH = 3;

    static final int UNKNOWN = -1;

    private final Memory memory;
    private final HeapReader heap;
    private final LibraryPlay library;
    private final CreatedClosures created;
    private final Map<Integer, FunctionCode> functions = new LinkedHashMap<>();
    private final Map<Integer, Profile> profiles = new HashMap<>();
    /** A closure of each function. */
    private final Map<Integer, Integer> closures = new HashMap<>();
    /** By address of a TFORCALL in whose loop the function was found: what it gave last. */
    private final Map<Integer, Cells> given = new HashMap<>();

    private List<FunctionCode> withoutCaller;

    private int instructions;
    private boolean coin;
    /** The extra arguments of the function that is being played. */
    private Cells varargs = new Cells(0);
    /** What the last call has given. */
    private Cells results = Cells.unknown();

    Rehearsal(Memory memory) {
        this.memory = memory;
        this.heap = new HeapReader(memory);
        this.library = new LibraryPlay(heap, MOST_VALUES);
        this.created = new CreatedClosures(memory);
    }

    /** The functions that were played, the first of them first; without those that only a caller calls. */
    List<FunctionCode> functions() {
        return withoutCaller != null ? withoutCaller : List.copyOf(functions.values());
    }

    Profile profile(int prototype) {
        return profiles.get(prototype);
    }

    /** Reads a function without playing it: nothing is expected of it. */
    void read(int prototype) {
        function(prototype);
        profiles.get(prototype).expectNothing();
    }

    /**
     * Plays the function of a frame: on from its PC, and once more from the beginning.
     *
     * @param isCompiled whether it may have run compiled: then slots of registers that are dead say nothing
     */
    void play(int frame, boolean isCompiled) {
        int func = memory.getInt(frame + Frame.FUNCTION);
        int closure = memory.getInt(func);
        FunctionCode function = function(memory.getInt(closure + Closure.PROTOTYPE));
        int pc = memory.getInt(frame + Frame.PC) - function.codeAddress() >> 2;
        Cells registers = readSlots(func + Layout.SLOT, function.registers());
        varargs = readVarargs(function, frame);
        if (pc >= 0 && pc < function.code().length) {
            if (pc > 0 && frame != memory.getInt(State.FRAME)) {
                // It waits for what the instruction before has called.
                int first = Instruction.a(function.code()[pc - 1]);
                for (int r = first;
                        r < first + MetaEvent.results(function.code()[pc - 1]) && r < registers.count();
                        r++) {
                    registers.set(r, UNKNOWN, 0);
                }
            }
            lookAtLoops(function, registers, pc);
            run(function, closure, registers, pc, 0);
        }
        instructions = Math.min(instructions, MOST_OF_ONE);
        Cells fresh = new Cells(function.registers());
        Cells now = readSlots(func + Layout.SLOT, function.registers());
        Liveness liveness = isCompiled ? new Liveness(function, new Flow(function.code())) : null;
        for (int r = 0; r < function.parameters(); r++) {
            boolean isSeen = liveness == null || pc < 0 || pc >= function.code().length || liveness.isLive(r, pc);
            if (isSeen) {
                fresh.copy(r, now, r);
            } else {
                fresh.set(r, UNKNOWN, 0);
            }
        }
        run(function, closure, fresh, 0, 0);
        closures.forEach((prototype, first) -> guess(functions.get(prototype), first));
    }

    /**
     * What iterators have given last in the loops around an instruction: of those that cannot be played, that counts.
     */
    private void lookAtLoops(FunctionCode function, Cells registers, int pc) {
        int[] code = function.code();
        for (int call = pc; call + 1 < code.length; call++) {
            int beginning = call + 2 - Instruction.bx(code[call + 1]);
            if ((code[call] & 0xFF) == Op.TFORCALL && beginning <= pc) {
                int first = Instruction.a(code[call]) + 4;
                Cells values = new Cells(Math.min(Instruction.c(code[call]), registers.count() - first));
                for (int n = 0; n < values.count(); n++) {
                    values.copy(n, registers, first + n);
                }
                given.put(function.codeAddress() + 4 * call, values);
            }
        }
    }

    /**
     * What a function does where the play did not come: variables outside of it hold what they hold, and if that is a
     * function, a call of it calls that.
     */
    private void guess(FunctionCode function, int closure) {
        Profile profile = profiles.get(function.prototype());
        Cells registers = new Cells(function.registers());
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc++) {
            int i = code[pc];
            int op = i & 0xFF;
            int a = Instruction.a(i);
            if (op == Op.GETUPVAL) {
                created.upvalue(closure, Instruction.b(i), registers, a);
                if (!profile.isVisited(pc)) {
                    sawResult(profile, pc, registers, a);
                }
            } else if ((op == Op.CALL || op == Op.TAILCALL)
                    && !profile.isVisited(pc)
                    && registers.tag(a) == Tag.CLOSURE) {
                profile.sawCallee(pc, created.prototype((int) registers.payload(a)));
            } else {
                registers.set(a % registers.count(), UNKNOWN, 0);
            }
        }
    }

    /**
     * Plays the function that called the one that was played, since it may know more of the arguments than slots do.
     */
    void playCaller(int frame, boolean isCompiled) {
        withoutCaller = functions();
        play(frame, isCompiled);
    }

    private Cells readSlots(int first, int count) {
        Cells cells = new Cells(count);
        for (int r = 0; r < count; r++) {
            int slot = first + Layout.SLOT * r;
            cells.set(r, memory.getByte(slot + Layout.TAG), memory.getLong(slot));
        }
        return cells;
    }

    private Cells readVarargs(FunctionCode function, int frame) {
        int passed = (memory.getInt(frame + Frame.VARARG_BYTES) >> Layout.SLOT_SHIFT) - 1;
        int count = function.isVararg() ? Math.max(0, passed - function.parameters()) : 0;
        int first = memory.getInt(frame + Frame.FUNCTION) - Layout.SLOT * count;
        return readSlots(first, Math.min(MOST_VALUES, count));
    }

    private FunctionCode function(int prototype) {
        return functions.computeIfAbsent(prototype, p -> {
            FunctionCode function = FunctionCode.read(memory, p);
            profiles.put(p, new Profile(function));
            return function;
        });
    }

    // --- playing ---

    /** Runs a function to its end; answers its results, one that is UNKNOWN if they cannot be seen. */
    private Cells run(FunctionCode function, int closure, Cells r, int start, int depth) {
        Profile profile = profiles.get(function.prototype());
        if (closure != 0) {
            closures.putIfAbsent(function.prototype(), closure);
        }
        for (int p = 0; p < function.parameters() && start == 0; p++) {
            if (r.tag(p) != UNKNOWN) {
                profile.sawParameter(p, Kind.ofTag(r.tag(p)));
            }
        }
        int[] code = function.code();
        int[] rounds = new int[code.length];
        int pc = start;
        int steps = 0;
        while (pc < code.length && instructions++ < MOST_INSTRUCTIONS && steps++ < MOST_OF_ONE) {
            int i = code[pc];
            int op = i & 0xFF;
            profile.visit(pc);
            if (Opcode.of(op).isReturn()) {
                return op == Op.RETURN ? returned(code, r, pc) : oneReturned(r, i);
            }
            if (op == Op.TAILCALL) {
                return call(function, profile, closure, r, pc, depth);
            }
            if (Opcode.of(op).jumpsBackwards(i)) {
                profile.sawLoopEnd(pc, kinds(r));
            }
            boolean isCounted = op == Op.FORLOOP || op == Op.TFORLOOP;
            if (isCounted && rounds[pc]++ >= MOST_ROUNDS) {
                heap.sawPart();
                pc++;
            } else {
                int next = step(function, profile, closure, r, pc, depth);
                if (next <= pc && Opcode.of(op).isTest()) {
                    // The jump behind the test ends the loop, and is where the interpreter enters its code.
                    profile.sawLoopEnd(pc + 1, kinds(r));
                }
                pc = next;
            }
        }
        return Cells.unknown();
    }

    /** What a RETURN0 or RETURN1 returns, for which nil stands if that is nothing. */
    private static Cells oneReturned(Cells r, int i) {
        if ((i & 0xFF) == Op.RETURN0) {
            return nothing();
        }
        return Cells.one(r.tag(Instruction.a(i)), r.payload(Instruction.a(i)));
    }

    private static Cells nothing() {
        return Cells.one(Tag.NIL, 0);
    }

    private Cells returned(int[] code, Cells r, int pc) {
        Cells results = values(code, r, pc, Instruction.a(code[pc]), Instruction.b(code[pc]) - 1);
        return results == null ? Cells.unknown() : results.count() == 0 ? nothing() : results;
    }

    /** The kinds of values, null for those that are unknown. */
    private static Kind[] kinds(Cells registers) {
        Kind[] kinds = new Kind[registers.count()];
        for (int r = 0; r < kinds.length; r++) {
            kinds[r] = registers.tag(r) == UNKNOWN ? null : Kind.ofTag(registers.tag(r));
        }
        return kinds;
    }

    private static void sawResult(Profile profile, int pc, Cells cells, int cell) {
        if (cells.tag(cell) != UNKNOWN) {
            profile.sawResult(pc, Kind.ofTag(cells.tag(cell)));
        }
    }

    /** Plays an instruction; answers the number of the next. */
    private int step(FunctionCode function, Profile profile, int closure, Cells r, int pc, int depth) {
        int i = function.code()[pc];
        int op = i & 0xFF;
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        int next = pc + 1;
        switch (op) {
            case Op.MOVE, Op.LOADI, Op.LOADF, Op.LOADK, Op.LOADFALSE, Op.LFALSESKIP, Op.LOADTRUE, Op.LOADNIL -> {
                load(function, r, i);
                next += op == Op.LFALSESKIP ? 1 : 0;
            }
            case Op.JMP -> next += Instruction.sj(i);
            case Op.EQ, Op.LT, Op.LE, Op.EQK, Op.EQI, Op.LTI, Op.LEI, Op.GTI, Op.GEI, Op.TEST, Op.TESTSET ->
                next = test(function, profile, r, pc, depth);
            case Op.GETUPVAL -> {
                created.upvalue(closure, b, r, a);
                sawResult(profile, pc, r, a);
            }
            case Op.GETTABUP, Op.GETTABLE, Op.GETI, Op.GETFIELD, Op.SELF -> {
                read(function, profile, closure, r, pc, depth);
                sawResult(profile, pc, r, a);
            }
            case Op.SETTABUP, Op.SETTABUPK, Op.SETTABLE, Op.SETTABLEK, Op.SETI, Op.SETIK, Op.SETFIELD, Op.SETFIELDK ->
                write(function, profile, closure, r, pc, depth);
            case Op.SETUPVAL, Op.CLOSE, Op.TBC, Op.VARARGPREP, Op.EXTRAARG -> {}
            case Op.NEWTABLE -> {
                r.set(a, Tag.TABLE, heap.newTable());
                next++;
            }
            case Op.CLOSURE -> r.set(a, Tag.CLOSURE, created.create(function, closure, r, i));
            case Op.SETLIST -> {
                setList(function, r, pc);
                next++;
            }
            case Op.LOADKX -> {
                r.set(a, UNKNOWN, 0);
                next++;
            }
            case Op.CALL -> call(function, profile, closure, r, pc, depth);
            case Op.FORPREP -> {
                boolean isKnown = r.isNumber(a) && r.isNumber(a + 2);
                next = prepareFor(r, a, pc, i);
                if (isKnown) {
                    sawResult(profile, pc, r, a + 2);
                }
            }
            case Op.FORLOOP -> next = forLoop(r, a, pc, i);
            case Op.TFORPREP -> next += Instruction.bx(i);
            case Op.TFORCALL -> {
                for (int n = a + 4; n < r.count(); n++) {
                    r.set(n, UNKNOWN, 0);
                }
                iterate(function, profile, pc, r, a);
                if (r.tag(a + 4) != Tag.NIL) {
                    sawResult(profile, pc, r, a + 4);
                    sawResult(profile, pc + 1, r, Math.min(a + 5, r.count() - 1));
                }
            }
            case Op.TFORLOOP -> {
                if (r.tag(a + 4) != Tag.NIL) {
                    r.copy(a + 2, r, a + 4);
                    next -= Instruction.bx(i);
                }
            }
            case Op.VARARG -> vararg(r, a, Instruction.c(i) - 1);
            case Op.CONCAT -> concatenate(profile, i, pc, r, depth);
            default -> {
                if (!operate(profile, Operation.operands(function, r, i), i, pc, r, depth)) {
                    Operation.play(function, r, i);
                }
                if (op == Op.LEN) {
                    length(r, a, b);
                }
                sawResult(profile, pc, r, a);
            }
        }
        return next;
    }

    private static void load(FunctionCode function, Cells r, int i) {
        int a = Instruction.a(i);
        switch (i & 0xFF) {
            case Op.MOVE -> r.copy(a, r, Instruction.b(i));
            case Op.LOADI -> r.set(a, Tag.INTEGER, Instruction.sbx(i));
            case Op.LOADF -> r.setFloat(a, Instruction.sbx(i));
            case Op.LOADK -> r.copy(a, function.constants(), Instruction.bx(i));
            case Op.LOADTRUE -> r.set(a, Tag.TRUE, 0);
            case Op.LOADNIL -> {
                for (int n = a; n <= a + Instruction.b(i); n++) {
                    r.set(n, Tag.NIL, 0);
                }
            }
            default -> r.set(a, Tag.FALSE, 0);
        }
    }

    // --- tests and loops ---

    private int test(FunctionCode function, Profile profile, Cells r, int pc, int depth) {
        int i = function.code()[pc];
        int holds = Operation.test(function, r, i);
        if (MetaEvent.of(i) != MetaEvent.NONE) {
            holds = compare(profile, r, i, pc, holds, depth);
        }
        boolean isTrue = holds == UNKNOWN ? toss() : holds != 0;
        boolean jumps = isTrue == (Instruction.c(i) != 0);
        if (!jumps) {
            return pc + 2;
        }
        if ((i & 0xFF) == Op.TESTSET) {
            r.copy(Instruction.a(i), r, Instruction.b(i));
        }
        return pc + 2 + Instruction.sj(function.code()[pc + 1]);
    }

    /** What a metamethod says of two tables; what is known of them if there is none. */
    private int compare(Profile profile, Cells r, int i, int pc, int known, int depth) {
        Cells operands = new Cells(2);
        operands.copy(0, r, Instruction.a(i));
        operands.copy(1, r, Instruction.b(i));
        boolean needsTables = (i & 0xFF) == Op.EQ;
        if (needsTables && (known == 1 || operands.tag(1) != Tag.TABLE)) {
            return known;
        }
        Cells result = metamethod(profile, operands, 0, i, pc, depth);
        return result == null ? known : result.tag(0) == UNKNOWN ? UNKNOWN : result.tag(0) > Tag.FALSE ? 1 : 0;
    }

    private boolean toss() {
        coin = !coin;
        return coin;
    }

    /** What is not known of a loop is taken for an integer, as it is in most. */
    private static int prepareFor(Cells r, int a, int pc, int i) {
        for (int n = a; n < a + 3; n += 2) {
            if (r.tag(n) == UNKNOWN) {
                r.set(n, Tag.INTEGER, 1);
            }
        }
        boolean isInteger = r.tag(a) == Tag.INTEGER && r.tag(a + 2) == Tag.INTEGER;
        if (isInteger) {
            long step = Math.max(1, Math.abs(r.payload(a + 2)));
            long distance = r.payload(a + 2) > 0
                    ? (long) r.number(a + 1) - r.payload(a)
                    : r.payload(a) - (long) r.number(a + 1);
            if (r.isNumber(a + 1) && distance < 0) {
                return pc + 2 + Instruction.bx(i);
            }
            r.set(a + 1, Tag.INTEGER, r.isNumber(a + 1) ? distance / step : 2);
        } else {
            for (int n = a; n < a + 3; n++) {
                r.setFloat(n, r.isNumber(n) ? r.number(n) : 1);
            }
        }
        r.copy(a + 3, r, a);
        return pc + 1;
    }

    private static int forLoop(Cells r, int a, int pc, int i) {
        int again = pc + 1 - Instruction.bx(i);
        if (r.tag(a + 2) == Tag.INTEGER) {
            if (r.payload(a + 1) == 0) {
                return pc + 1;
            }
            r.set(a + 1, Tag.INTEGER, r.payload(a + 1) - 1);
            r.set(a, Tag.INTEGER, r.payload(a) + r.payload(a + 2));
        } else {
            double next = r.number(a) + r.number(a + 2);
            r.setFloat(a, next);
            if (r.number(a + 2) > 0 ? next > r.number(a + 1) : next < r.number(a + 1)) {
                return pc + 1;
            }
        }
        r.copy(a + 3, r, a);
        return again;
    }

    private void iterate(FunctionCode function, Profile profile, int pc, Cells r, int a) {
        int builtin = builtin(r, a);
        if (builtin >= 0) {
            profile.sawCallee(pc, Profile.builtin(builtin));
        }
        if (r.tag(a) == Tag.BUILTIN && r.tag(a + 1) == Tag.TABLE) {
            heap.iterate((int) r.payload(a), r, a);
        }
        Cells last = given.get(function.codeAddress() + 4 * pc);
        if (r.tag(a + 4) == UNKNOWN && last != null) {
            for (int n = 0; n < last.count(); n++) {
                r.copy(a + 4 + n, last, n);
            }
        }
    }

    /** Number of the builtin that a cell holds, -1 if it holds none. */
    private int builtin(Cells r, int cell) {
        return switch (r.tag(cell)) {
            case Tag.BUILTIN -> (int) r.payload(cell);
            case Tag.BUILTIN_CLOSURE -> memory.getInt((int) r.payload(cell) + BuiltinClosure.ID);
            default -> -1;
        };
    }

    // --- metamethods ---

    /** Of a concatenation only metamethods are played. */
    private void concatenate(Profile profile, int i, int pc, Cells r, int depth) {
        int a = Instruction.a(i);
        Cells operands = new Cells(2);
        operands.copy(0, r, a);
        operands.copy(1, r, Math.min(a + 1, r.count() - 1));
        if (!operate(profile, operands, i, pc, r, depth)) {
            r.set(a, UNKNOWN, 0);
        }
    }

    /** Plays the metamethod of an operator whose result is in R[A]; false if there is none. */
    private boolean operate(Profile profile, Cells operands, int i, int pc, Cells r, int depth) {
        boolean isOfSecond = operands.tag(0) != Tag.TABLE && operands.isNumber(0);
        Cells result = MetaEvent.of(i) == MetaEvent.NONE
                ? null
                : metamethod(profile, operands, isOfSecond ? 1 : 0, i, pc, depth);
        if (result == null) {
            return false;
        }
        r.copy(Instruction.a(i), result, 0);
        return true;
    }

    /** Plays the metamethod that an operand has for an instruction; null if there is none that is a Lua function. */
    private Cells metamethod(Profile profile, Cells operands, int of, int i, int pc, int depth) {
        int table = operands.tag(of) == Tag.TABLE ? (int) operands.payload(of) : 0;
        HeapReader.Handler handler = table == 0 ? null : heap.handler(table, MetaEvent.of(i));
        if (handler == null) {
            return null;
        }
        int prototype = memory.getInt(handler.closure() + Closure.PROTOTYPE);
        profile.sawHandler(pc, handler.place(), of == 0);
        profile.sawCallee(pc, prototype);
        if (depth < MOST_DEPTH && instructions < MOST_INSTRUCTIONS) {
            return follow(function(prototype), handler.closure(), operands, depth);
        }
        return Cells.unknown();
    }

    // --- variables and tables ---

    private void read(FunctionCode function, Profile profile, int closure, Cells r, int pc, int depth) {
        int i = function.code()[pc];
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        int c = Instruction.c(i);
        Cells operands = new Cells(2);
        switch (i & 0xFF) {
            case Op.GETTABUP -> {
                created.upvalue(closure, b, operands, 0);
                operands.copy(1, function.constants(), c);
            }
            case Op.GETTABLE -> {
                operands.copy(0, r, b);
                operands.copy(1, r, c);
            }
            case Op.GETI -> {
                operands.copy(0, r, b);
                operands.set(1, Tag.INTEGER, c);
            }
            default -> {
                operands.copy(0, r, b);
                operands.copy(1, function.constants(), c);
            }
        }
        if ((i & 0xFF) == Op.SELF) {
            r.copy(a + 1, r, b);
        }
        heap.get(operands, r, a, profile, pc);
        if ((i & 0xFF) == Op.GETTABLE) {
            sawKey(profile, pc, operands.tag(1));
        }
        boolean isFound = r.tag(a) != UNKNOWN && r.tag(a) != Tag.NIL;
        if (!isFound && MetaEvent.of(i) != MetaEvent.NONE) {
            operate(profile, operands, i, pc, r, depth);
        }
    }

    private void write(FunctionCode function, Profile profile, int closure, Cells r, int pc, int depth) {
        int i = function.code()[pc];
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        Cells operands = new Cells(3);
        int op = i & 0xFF;
        switch (op) {
            case Op.SETTABUP, Op.SETTABUPK -> {
                created.upvalue(closure, a, operands, 0);
                operands.copy(1, function.constants(), b);
            }
            case Op.SETI, Op.SETIK -> {
                operands.copy(0, r, a);
                operands.set(1, Tag.INTEGER, b);
            }
            case Op.SETFIELD, Op.SETFIELDK -> {
                operands.copy(0, r, a);
                operands.copy(1, function.constants(), b);
            }
            default -> {
                operands.copy(0, r, a);
                operands.copy(1, r, b);
            }
        }
        boolean isConstant = op == Op.SETTABUPK || op == Op.SETTABLEK || op == Op.SETIK || op == Op.SETFIELDK;
        operands.copy(2, isConstant ? function.constants() : r, Instruction.c(i));
        boolean mayBeHandled = MetaEvent.of(i) != MetaEvent.NONE && operands.tag(0) == Tag.TABLE && !heap.has(operands);
        if (!mayBeHandled || metamethod(profile, operands, 0, i, pc, depth) == null) {
            heap.set(operands, profile, pc);
        }
        if (op == Op.SETTABLE || op == Op.SETTABLEK) {
            sawKey(profile, pc, operands.tag(1));
        }
    }

    /** The short way with a key in a register is that to an element, wherever a field is. */
    private static void sawKey(Profile profile, int pc, int tag) {
        if (tag != UNKNOWN && tag != Tag.INTEGER) {
            profile.sawAccess(pc, false);
        }
    }

    private void setList(FunctionCode function, Cells r, int pc) {
        int i = function.code()[pc];
        int a = Instruction.a(i);
        Cells operands = new Cells(3);
        Cells elements = values(function.code(), r, pc, a + 1, Instruction.b(i) == 0 ? -1 : Instruction.b(i));
        for (int n = 0; elements != null && n < elements.count(); n++) {
            operands.copy(0, r, a);
            operands.set(1, Tag.INTEGER, Instruction.ax(function.code()[pc + 1]) + n + 1);
            operands.copy(2, elements, n);
            heap.set(operands);
        }
    }

    private void length(Cells r, int a, int b) {
        if (r.tag(b) == Tag.TABLE || r.tag(b) == Tag.SHORT_STRING || r.tag(b) == Tag.LONG_STRING) {
            r.set(a, Tag.INTEGER, heap.length(r.tag(b), (int) r.payload(b)));
        } else if (r.tag(b) == UNKNOWN) {
            r.set(a, Tag.INTEGER, GUESSED_LENGTH);
        } else {
            r.set(a, UNKNOWN, 0);
        }
    }

    // --- calls ---

    /** Plays a call, and answers its results, of which registers have as many as it gives them. */
    private Cells call(FunctionCode function, Profile profile, int running, Cells r, int pc, int depth) {
        int a = Instruction.a(function.code()[pc]);
        int wanted = Math.max(1, Instruction.c(function.code()[pc]) - 1);
        Cells arguments = values(function.code(), r, pc, a + 1, Instruction.b(function.code()[pc]) - 1);
        Cells result = Cells.unknown();
        boolean isLeaving = false;
        if (r.tag(a) == Tag.CLOSURE && r.payload(a) != 0) {
            int closure = (int) r.payload(a);
            int prototype = created.prototype(closure);
            profile.sawCallee(pc, prototype);
            profile.sawClosure(pc, closure == running);
            if (memory.getInt(prototype + Header.KIND) >>> Short.SIZE == Prototype.ONLY_EXTRA_ARGUMENTS) {
                profile.sawVarargCallee(pc);
            }
            if (depth < MOST_DEPTH && arguments != null && instructions < MOST_INSTRUCTIONS) {
                result = follow(function(prototype), closure, arguments, depth);
            }
            isLeaving = isLeaving(prototype);
        } else if (builtin(r, a) >= 0) {
            int builtin = builtin(r, a);
            profile.sawCallee(pc, Profile.builtin(builtin));
            isLeaving = builtin == Builtin.COROUTINE_YIELD;
            if (arguments != null && builtin == Builtin.PCALL) {
                result = protectedCall(arguments, 1, depth);
            } else if (arguments != null && builtin == Builtin.XPCALL) {
                result = protectedCall(arguments, 2, depth);
            } else if (arguments != null) {
                result = library.results(builtin, arguments);
            }
            if (builtin == Builtin.SETMETATABLE
                    && arguments != null
                    && arguments.count() == 2
                    && arguments.tag(1) == Tag.TABLE) {
                heap.setMetatable((int) arguments.payload(0), (int) arguments.payload(1));
            }
        } else if (r.tag(a) == Tag.TABLE && arguments != null) {
            Cells operands = new Cells(arguments.count() + 1);
            operands.copy(0, r, a);
            for (int n = 0; n < arguments.count(); n++) {
                operands.copy(n + 1, arguments, n);
            }
            Cells called = metamethod(profile, operands, 0, function.code()[pc], pc, depth);
            result = called == null ? result : called;
        } else if (r.tag(a) != UNKNOWN) {
            profile.sawOtherCallee(pc);
        }
        if (result.count() > 0) {
            sawResult(profile, pc, result, 0);
        }
        for (int n = a; n < r.count(); n++) {
            r.set(n, UNKNOWN, 0);
        }
        for (int n = 0; n < wanted && n < result.count() && a + n < r.count(); n++) {
            r.copy(a + n, result, n);
        }
        if (isLeaving) {
            profile.sawLeaving(pc, kinds(r));
        }
        results = result;
        return result;
    }

    /** Whether a function that has been played calls {@code yield}, or what does that. */
    private boolean isLeaving(int prototype) {
        return profiles.get(prototype) != null && profiles.get(prototype).isLeaving();
    }

    /**
     * A call by pcall or xpcall, as if there were no error.
     *
     * @param own arguments that are not passed on, the function first
     */
    private Cells protectedCall(Cells arguments, int own, int depth) {
        boolean isLua = arguments.count() >= own && arguments.tag(0) == Tag.CLOSURE && arguments.payload(0) != 0;
        if (!isLua || depth >= MOST_DEPTH || instructions >= MOST_INSTRUCTIONS) {
            return Cells.unknown();
        }
        int closure = (int) arguments.payload(0);
        Cells given = follow(function(created.prototype(closure)), closure, arguments.from(own), depth);
        Cells result = new Cells(given.count() + 1);
        result.set(0, Tag.TRUE, 0);
        for (int n = 0; n < given.count(); n++) {
            result.copy(n + 1, given, n);
        }
        return result;
    }

    /**
     * The values from a register on that an instruction takes, null if they cannot be known.
     *
     * @param count how many; below 0 for all that the instruction before gives
     */
    private Cells values(int[] code, Cells r, int pc, int first, int count) {
        int before = pc == 0 ? 0 : code[pc - 1];
        int op = before & 0xFF;
        if (count < 0 && op != Op.VARARG && op != Op.CALL) {
            return null;
        }
        Cells open = count >= 0 ? new Cells(0) : op == Op.VARARG ? varargs : results;
        int fixed = count >= 0 ? count : Instruction.a(before) - first;
        Cells values = new Cells(fixed + open.count());
        for (int n = 0; n < values.count(); n++) {
            values.copy(n, n < fixed ? r : open, n < fixed ? first + n : n - fixed);
        }
        return values;
    }

    /** Copies extra arguments to registers, as far as there are any. */
    private void vararg(Cells r, int a, int wanted) {
        int count = wanted < 0 ? varargs.count() : wanted;
        for (int n = 0; n < count && a + n < r.count(); n++) {
            if (n < varargs.count()) {
                r.copy(a + n, varargs, n);
            } else {
                r.set(a + n, Tag.NIL, 0);
            }
        }
    }

    private Cells follow(FunctionCode callee, int closure, Cells arguments, int depth) {
        Cells registers = new Cells(callee.registers());
        int parameters = callee.parameters();
        for (int n = 0; n < parameters && n < arguments.count(); n++) {
            registers.copy(n, arguments, n);
        }
        final Cells callers = varargs;
        varargs = new Cells(callee.isVararg() ? Math.max(0, arguments.count() - parameters) : 0);
        for (int n = 0; n < varargs.count(); n++) {
            varargs.copy(n, arguments, parameters + n);
        }
        final Cells result = run(callee, closure, registers, 0, depth + 1);
        varargs = callers;
        return result;
    }
}
