package dev.moonlift.runtime.jit;

import static dev.moonlift.runtime.jit.Rehearsal.UNKNOWN;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.bytecode.Opcode;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.lib.Builtin;

/** One function's run in a {@link Rehearsal}: its registers, and what its profile sees of its instructions. */
final class Activation {
    /** Rounds of one loop; from then on it ends after each, so that what comes behind it has its turn. */
    private static final int MOST_ROUNDS = 40;

    /** The length of what is not known. */
    private static final long GUESSED_LENGTH = 3;

    private final Rehearsal rehearsal;
    private final HeapReader heap;
    private final CreatedClosures created;
    private final FunctionCode function;
    private final Profile profile;
    private final int closure;
    private final Cells registers;
    private final Cells varargs;
    private final int depth;

    /** What the last call has given. */
    private Cells results = Cells.unknown();

    /**
     * @param closure 0 if it is not known
     * @param varargs the extra arguments
     * @param depth how many calls were followed to come here
     */
    Activation(Rehearsal rehearsal, FunctionCode function, int closure, Cells registers, Cells varargs, int depth) {
        this.rehearsal = rehearsal;
        this.heap = rehearsal.heap;
        this.created = rehearsal.created;
        this.function = function;
        this.profile = rehearsal.profile(function.prototype());
        this.closure = closure;
        this.registers = registers;
        this.varargs = varargs;
        this.depth = depth;
    }

    /** Runs a function to its end; answers its results, one that is UNKNOWN if they cannot be seen. */
    Cells run(int start) {
        if (closure != 0) {
            rehearsal.sawClosure(function.prototype(), closure);
        }
        for (int p = 0; p < function.parameters() && start == 0; p++) {
            if (registers.tag(p) != UNKNOWN) {
                profile.sawParameter(p, Kind.ofTag(registers.tag(p)));
            }
        }
        int[] code = function.code();
        int[] rounds = new int[code.length];
        int pc = start;
        int steps = 0;
        while (pc < code.length && rehearsal.spend() && steps++ < Rehearsal.MOST_OF_ONE) {
            int i = code[pc];
            int op = i & 0xFF;
            profile.visit(pc);
            if (Opcode.of(op).isReturn()) {
                return op == Op.RETURN ? returned(pc) : oneReturned(i);
            }
            if (op == Op.TAILCALL) {
                return call(pc);
            }
            if (Opcode.of(op).jumpsBackwards(i)) {
                profile.sawLoopEnd(pc, kinds());
            }
            boolean isCounted = op == Op.FORLOOP || op == Op.TFORLOOP;
            if (isCounted && rounds[pc]++ >= MOST_ROUNDS) {
                heap.sawPart();
                pc++;
            } else {
                int next = step(pc);
                if (next <= pc && Opcode.of(op).isTest()) {
                    // The jump behind the test ends the loop, and is where the interpreter enters its code.
                    profile.sawLoopEnd(pc + 1, kinds());
                }
                pc = next;
            }
        }
        return Cells.unknown();
    }

    /** What a RETURN0 or RETURN1 returns, for which nil stands if that is nothing. */
    private Cells oneReturned(int i) {
        if ((i & 0xFF) == Op.RETURN0) {
            return nothing();
        }
        return Cells.one(registers.tag(Instruction.a(i)), registers.payload(Instruction.a(i)));
    }

    private static Cells nothing() {
        return Cells.one(Tag.NIL, 0);
    }

    private Cells returned(int pc) {
        int i = function.code()[pc];
        Cells given = values(pc, Instruction.a(i), Instruction.b(i) - 1);
        return given == null ? Cells.unknown() : given.count() == 0 ? nothing() : given;
    }

    /** The kinds of the values in registers, null for those that are unknown. */
    private Kind[] kinds() {
        Kind[] kinds = new Kind[registers.count()];
        for (int n = 0; n < kinds.length; n++) {
            kinds[n] = registers.tag(n) == UNKNOWN ? null : Kind.ofTag(registers.tag(n));
        }
        return kinds;
    }

    private void sawResult(int pc, Cells cells, int cell) {
        if (cells.tag(cell) != UNKNOWN) {
            profile.sawResult(pc, Kind.ofTag(cells.tag(cell)));
        }
    }

    /** Plays an instruction; answers the number of the next. */
    private int step(int pc) {
        int i = function.code()[pc];
        int op = i & 0xFF;
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        int next = pc + 1;
        switch (op) {
            case Op.MOVE, Op.LOADI, Op.LOADF, Op.LOADK, Op.LOADFALSE, Op.LFALSESKIP, Op.LOADTRUE, Op.LOADNIL -> {
                load(i);
                next += op == Op.LFALSESKIP ? 1 : 0;
            }
            case Op.JMP -> next += Instruction.sj(i);
            case Op.EQ, Op.LT, Op.LE, Op.EQK, Op.EQI, Op.LTI, Op.LEI, Op.GTI, Op.GEI, Op.TEST, Op.TESTSET ->
                next = test(pc);
            case Op.GETUPVAL -> {
                created.upvalue(closure, b, registers, a);
                sawResult(pc, registers, a);
            }
            case Op.GETTABUP, Op.GETTABLE, Op.GETI, Op.GETFIELD, Op.SELF -> {
                read(pc);
                sawResult(pc, registers, a);
            }
            case Op.SETTABUP, Op.SETTABUPK, Op.SETTABLE, Op.SETTABLEK, Op.SETI, Op.SETIK, Op.SETFIELD, Op.SETFIELDK ->
                write(pc);
            case Op.SETUPVAL, Op.CLOSE, Op.TBC, Op.VARARGPREP, Op.EXTRAARG -> {}
            case Op.NEWTABLE -> {
                registers.set(a, Tag.TABLE, heap.newTable());
                next++;
            }
            case Op.CLOSURE -> registers.set(a, Tag.CLOSURE, created.create(function, closure, registers, i));
            case Op.SETLIST -> {
                setList(pc);
                next++;
            }
            case Op.LOADKX -> {
                registers.set(a, UNKNOWN, 0);
                next++;
            }
            case Op.CALL -> call(pc);
            case Op.FORPREP -> {
                boolean isKnown = registers.isNumber(a) && registers.isNumber(a + 2);
                next = NumericLoop.prepare(registers, a, pc, i);
                if (isKnown) {
                    sawResult(pc, registers, a + 2);
                }
            }
            case Op.FORLOOP -> next = NumericLoop.advance(registers, a, pc, i);
            case Op.TFORPREP -> next += Instruction.bx(i);
            case Op.TFORCALL -> {
                for (int n = a + 4; n < registers.count(); n++) {
                    registers.set(n, UNKNOWN, 0);
                }
                iterate(pc, a);
                if (registers.tag(a + 4) != Tag.NIL) {
                    sawResult(pc, registers, a + 4);
                    sawResult(pc + 1, registers, Math.min(a + 5, registers.count() - 1));
                }
            }
            case Op.TFORLOOP -> {
                if (registers.tag(a + 4) != Tag.NIL) {
                    registers.copy(a + 2, registers, a + 4);
                    next -= Instruction.bx(i);
                }
            }
            case Op.VARARG -> copyVarargs(a, Instruction.c(i) - 1);
            case Op.CONCAT -> concatenate(pc);
            default -> {
                if (!operate(Operation.operands(function, registers, i), pc)) {
                    Operation.play(function, registers, i);
                }
                if (op == Op.LEN) {
                    length(a, b);
                }
                sawResult(pc, registers, a);
            }
        }
        return next;
    }

    private void load(int i) {
        int a = Instruction.a(i);
        switch (i & 0xFF) {
            case Op.MOVE -> registers.copy(a, registers, Instruction.b(i));
            case Op.LOADI -> registers.set(a, Tag.INTEGER, Instruction.sbx(i));
            case Op.LOADF -> registers.setFloat(a, Instruction.sbx(i));
            case Op.LOADK -> registers.copy(a, function.constants(), Instruction.bx(i));
            case Op.LOADTRUE -> registers.set(a, Tag.TRUE, 0);
            case Op.LOADNIL -> {
                for (int n = a; n <= a + Instruction.b(i); n++) {
                    registers.set(n, Tag.NIL, 0);
                }
            }
            default -> registers.set(a, Tag.FALSE, 0);
        }
    }

    // --- tests and loops ---

    private int test(int pc) {
        int i = function.code()[pc];
        int holds = Operation.test(function, registers, i);
        if (MetaEvent.of(i) != MetaEvent.NONE) {
            holds = compare(pc, holds);
        }
        boolean isTrue = holds == UNKNOWN ? rehearsal.toss() : holds != 0;
        boolean jumps = isTrue == (Instruction.c(i) != 0);
        if (!jumps) {
            return pc + 2;
        }
        if ((i & 0xFF) == Op.TESTSET) {
            registers.copy(Instruction.a(i), registers, Instruction.b(i));
        }
        return pc + 2 + Instruction.sj(function.code()[pc + 1]);
    }

    /** What a metamethod says of two tables; what is known of them if there is none. */
    private int compare(int pc, int known) {
        int i = function.code()[pc];
        Cells operands = new Cells(2);
        operands.copy(0, registers, Instruction.a(i));
        operands.copy(1, registers, Instruction.b(i));
        boolean needsTables = (i & 0xFF) == Op.EQ;
        if (needsTables && (known == 1 || operands.tag(1) != Tag.TABLE)) {
            return known;
        }
        Cells result = metamethod(operands, 0, pc);
        return result == null ? known : result.tag(0) == UNKNOWN ? UNKNOWN : result.tag(0) > Tag.FALSE ? 1 : 0;
    }

    private void iterate(int pc, int a) {
        int builtin = builtin(a);
        if (builtin >= 0) {
            profile.sawCallee(pc, Profile.builtin(builtin));
        }
        if (registers.tag(a) == Tag.BUILTIN && registers.tag(a + 1) == Tag.TABLE) {
            heap.iterate((int) registers.payload(a), registers, a);
        }
        Cells last = rehearsal.lastGiven(function.codeAddress() + 4 * pc);
        if (registers.tag(a + 4) == UNKNOWN && last != null) {
            for (int n = 0; n < last.count(); n++) {
                registers.copy(a + 4 + n, last, n);
            }
        }
    }

    /** Number of the builtin that a cell holds, -1 if it holds none. */
    private int builtin(int cell) {
        return switch (registers.tag(cell)) {
            case Tag.BUILTIN -> (int) registers.payload(cell);
            case Tag.BUILTIN_CLOSURE -> rehearsal.memory.getInt((int) registers.payload(cell) + BuiltinClosure.ID);
            default -> -1;
        };
    }

    // --- metamethods ---

    /** Of a concatenation only metamethods are played. */
    private void concatenate(int pc) {
        int a = Instruction.a(function.code()[pc]);
        Cells operands = new Cells(2);
        operands.copy(0, registers, a);
        operands.copy(1, registers, Math.min(a + 1, registers.count() - 1));
        if (!operate(operands, pc)) {
            registers.set(a, UNKNOWN, 0);
        }
    }

    /** Plays the metamethod of an operator whose result is in R[A]; false if there is none. */
    private boolean operate(Cells operands, int pc) {
        int i = function.code()[pc];
        boolean isOfSecond = operands.tag(0) != Tag.TABLE && operands.isNumber(0);
        Cells result = MetaEvent.of(i) == MetaEvent.NONE ? null : metamethod(operands, isOfSecond ? 1 : 0, pc);
        if (result == null) {
            return false;
        }
        registers.copy(Instruction.a(i), result, 0);
        return true;
    }

    /** Plays the metamethod that an operand has for an instruction; null if there is none that is a Lua function. */
    private Cells metamethod(Cells operands, int of, int pc) {
        int table = operands.tag(of) == Tag.TABLE ? (int) operands.payload(of) : 0;
        HeapReader.Handler handler = table == 0 ? null : heap.handler(table, MetaEvent.of(function.code()[pc]));
        if (handler == null) {
            return null;
        }
        int prototype = rehearsal.memory.getInt(handler.closure() + Closure.PROTOTYPE);
        profile.sawHandler(pc, handler.place(), of == 0);
        profile.sawCallee(pc, prototype);
        return rehearsal.mayFollow(depth)
                ? follow(rehearsal.function(prototype), handler.closure(), operands)
                : Cells.unknown();
    }

    // --- variables and tables ---

    private void read(int pc) {
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
                operands.copy(0, registers, b);
                operands.copy(1, registers, c);
            }
            case Op.GETI -> {
                operands.copy(0, registers, b);
                operands.set(1, Tag.INTEGER, c);
            }
            default -> {
                operands.copy(0, registers, b);
                operands.copy(1, function.constants(), c);
            }
        }
        if ((i & 0xFF) == Op.SELF) {
            registers.copy(a + 1, registers, b);
        }
        heap.get(operands, registers, a, profile, pc);
        if ((i & 0xFF) == Op.GETTABLE) {
            sawKey(pc, operands.tag(1));
        }
        boolean isFound = registers.tag(a) != UNKNOWN && registers.tag(a) != Tag.NIL;
        if (!isFound && MetaEvent.of(i) != MetaEvent.NONE) {
            operate(operands, pc);
        }
    }

    private void write(int pc) {
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
                operands.copy(0, registers, a);
                operands.set(1, Tag.INTEGER, b);
            }
            case Op.SETFIELD, Op.SETFIELDK -> {
                operands.copy(0, registers, a);
                operands.copy(1, function.constants(), b);
            }
            default -> {
                operands.copy(0, registers, a);
                operands.copy(1, registers, b);
            }
        }
        boolean isConstant = op == Op.SETTABUPK || op == Op.SETTABLEK || op == Op.SETIK || op == Op.SETFIELDK;
        operands.copy(2, isConstant ? function.constants() : registers, Instruction.c(i));
        boolean mayBeHandled = MetaEvent.of(i) != MetaEvent.NONE && operands.tag(0) == Tag.TABLE && !heap.has(operands);
        if (!mayBeHandled || metamethod(operands, 0, pc) == null) {
            heap.set(operands, profile, pc);
        }
        if (op == Op.SETTABLE || op == Op.SETTABLEK) {
            sawKey(pc, operands.tag(1));
        }
    }

    /** The short way with a key in a register is that to an element, wherever a field is. */
    private void sawKey(int pc, int tag) {
        if (tag != UNKNOWN && tag != Tag.INTEGER) {
            profile.sawAccess(pc, false);
        }
    }

    private void setList(int pc) {
        int i = function.code()[pc];
        int a = Instruction.a(i);
        Cells operands = new Cells(3);
        Cells elements = values(pc, a + 1, Instruction.b(i) == 0 ? -1 : Instruction.b(i));
        for (int n = 0; elements != null && n < elements.count(); n++) {
            operands.copy(0, registers, a);
            operands.set(1, Tag.INTEGER, Instruction.ax(function.code()[pc + 1]) + n + 1);
            operands.copy(2, elements, n);
            heap.set(operands);
        }
    }

    private void length(int a, int b) {
        if (registers.tag(b) == Tag.TABLE
                || registers.tag(b) == Tag.SHORT_STRING
                || registers.tag(b) == Tag.LONG_STRING) {
            registers.set(a, Tag.INTEGER, heap.length(registers.tag(b), (int) registers.payload(b)));
        } else if (registers.tag(b) == UNKNOWN) {
            registers.set(a, Tag.INTEGER, GUESSED_LENGTH);
        } else {
            registers.set(a, UNKNOWN, 0);
        }
    }

    // --- calls ---

    /** Plays a call, and answers its results, of which registers have as many as it gives them. */
    private Cells call(int pc) {
        int a = Instruction.a(function.code()[pc]);
        int wanted = Math.max(1, Instruction.c(function.code()[pc]) - 1);
        Cells arguments = values(pc, a + 1, Instruction.b(function.code()[pc]) - 1);
        Cells result = Cells.unknown();
        boolean isLeaving = false;
        if (registers.tag(a) == Tag.CLOSURE && registers.payload(a) != 0) {
            int called = (int) registers.payload(a);
            int prototype = created.prototype(called);
            profile.sawCallee(pc, prototype);
            profile.sawClosure(pc, called == closure);
            if (rehearsal.memory.getInt(prototype + Header.KIND) >>> Short.SIZE == Prototype.ONLY_EXTRA_ARGUMENTS) {
                profile.sawVarargCallee(pc);
            }
            if (arguments != null && rehearsal.mayFollow(depth)) {
                result = follow(rehearsal.function(prototype), called, arguments);
            }
            isLeaving = rehearsal.isLeaving(prototype);
        } else if (builtin(a) >= 0) {
            int builtin = builtin(a);
            profile.sawCallee(pc, Profile.builtin(builtin));
            isLeaving = builtin == Builtin.COROUTINE_YIELD;
            if (arguments != null && builtin == Builtin.PCALL) {
                result = protectedCall(arguments, 1);
            } else if (arguments != null && builtin == Builtin.XPCALL) {
                result = protectedCall(arguments, 2);
            } else if (arguments != null) {
                result = rehearsal.library.results(builtin, arguments);
            }
            if (builtin == Builtin.SETMETATABLE
                    && arguments != null
                    && arguments.count() == 2
                    && arguments.tag(1) == Tag.TABLE) {
                heap.setMetatable((int) arguments.payload(0), (int) arguments.payload(1));
            }
        } else if (registers.tag(a) == Tag.TABLE && arguments != null) {
            Cells operands = new Cells(arguments.count() + 1);
            operands.copy(0, registers, a);
            for (int n = 0; n < arguments.count(); n++) {
                operands.copy(n + 1, arguments, n);
            }
            Cells handled = metamethod(operands, 0, pc);
            result = handled == null ? result : handled;
        } else if (registers.tag(a) != UNKNOWN) {
            profile.sawOtherCallee(pc);
        }
        if (result.count() > 0) {
            sawResult(pc, result, 0);
        }
        for (int n = a; n < registers.count(); n++) {
            registers.set(n, UNKNOWN, 0);
        }
        for (int n = 0; n < wanted && n < result.count() && a + n < registers.count(); n++) {
            registers.copy(a + n, result, n);
        }
        if (isLeaving) {
            profile.sawLeaving(pc, kinds());
        }
        results = result;
        return result;
    }

    /**
     * A call by pcall or xpcall, as if there were no error.
     *
     * @param own arguments that are not passed on, the function first
     */
    private Cells protectedCall(Cells arguments, int own) {
        boolean isLua = arguments.count() >= own && arguments.tag(0) == Tag.CLOSURE && arguments.payload(0) != 0;
        if (!isLua || !rehearsal.mayFollow(depth)) {
            return Cells.unknown();
        }
        int called = (int) arguments.payload(0);
        Cells given = follow(rehearsal.function(created.prototype(called)), called, arguments.from(own));
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
    private Cells values(int pc, int first, int count) {
        int before = pc == 0 ? 0 : function.code()[pc - 1];
        int op = before & 0xFF;
        if (count < 0 && op != Op.VARARG && op != Op.CALL) {
            return null;
        }
        Cells open = count >= 0 ? new Cells(0) : op == Op.VARARG ? varargs : results;
        int fixed = count >= 0 ? count : Instruction.a(before) - first;
        Cells values = new Cells(fixed + open.count());
        for (int n = 0; n < values.count(); n++) {
            values.copy(n, n < fixed ? registers : open, n < fixed ? first + n : n - fixed);
        }
        return values;
    }

    /** Copies extra arguments to registers, as far as there are any. */
    private void copyVarargs(int a, int wanted) {
        int count = wanted < 0 ? varargs.count() : wanted;
        for (int n = 0; n < count && a + n < registers.count(); n++) {
            if (n < varargs.count()) {
                registers.copy(a + n, varargs, n);
            } else {
                registers.set(a + n, Tag.NIL, 0);
            }
        }
    }

    /** Plays a function that this one calls. */
    private Cells follow(FunctionCode callee, int called, Cells arguments) {
        Cells first = new Cells(callee.registers());
        int parameters = callee.parameters();
        for (int n = 0; n < parameters && n < arguments.count(); n++) {
            first.copy(n, arguments, n);
        }
        Cells extra = new Cells(callee.isVararg() ? Math.max(0, arguments.count() - parameters) : 0);
        for (int n = 0; n < extra.count(); n++) {
            extra.copy(n, arguments, parameters + n);
        }
        return new Activation(rehearsal, callee, called, first, extra, depth + 1).run(0);
    }
}
