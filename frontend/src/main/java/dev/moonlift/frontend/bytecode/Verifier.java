package dev.moonlift.frontend.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Checks the invariants that let executors run bytecode without checks of their own.
 *
 * <ul>
 *   <li>Every operand names something that exists: a register of the frame, a constant of the right type, an upvalue, a
 *       child, an instruction.
 *   <li>Control stays within the code, never enters an {@link Opcode#EXTRAARG}, and ends in a return.
 *   <li>Instructions that come in pairs do: tests with the jump they skip, operands with their extra word, tail calls
 *       with their return, iterator calls with their loop.
 *   <li>Values "up to top" are used by the very next instruction that takes them, with no other way to get there.
 *   <li>Vararg functions begin with {@link Opcode#VARARGPREP} and return by {@link Opcode#RETURN}; others do neither.
 *   <li>What an enclosing function must hold for a closure's upvalues, it holds.
 * </ul>
 */
public final class Verifier {
    private static final int MAX_FRAME = 255;
    private static final int MIN_FRAME = 2;
    private static final int MAX_UPVALUES = 255;

    /** A function to check, with what names it in messages. */
    private record Task(Prototype prototype, Prototype enclosing, String path) {}

    private final Prototype prototype;
    private final Prototype enclosing;
    private final String path;
    private final int[] code;
    /** Which instructions can be jumped to. */
    private final boolean[] target;

    private int pc = -1;

    private Verifier(Task task) {
        prototype = task.prototype();
        enclosing = task.enclosing();
        path = task.path();
        code = prototype.code();
        target = new boolean[code.length + 1];
    }

    /**
     * Checks a main function and all functions within it.
     *
     * @throws VerifyException if one breaks an invariant
     */
    public static void verify(Prototype main) {
        Deque<Task> tasks = new ArrayDeque<>();
        tasks.add(new Task(main, null, "main"));
        while (!tasks.isEmpty()) {
            Task task = tasks.remove();
            new Verifier(task).verifyFunction();
            for (int i = 0; i < task.prototype().children().size(); i++) {
                Prototype child = task.prototype().children().get(i);
                tasks.add(new Task(child, task.prototype(), task.path() + "." + i));
            }
        }
    }

    private void verifyFunction() {
        verifyHeader();
        verifyUpvalues();
        verifyConstants();
        verifyLocals();
        for (pc = 0; pc < code.length; pc++) {
            verifyOperands();
        }
        for (pc = 0; pc < code.length; pc++) {
            verifyFlow();
        }
    }

    // ---- the parts around the code

    private void verifyHeader() {
        require(prototype.source() != null, "no source name");
        require(code.length > 0, "no code");
        require(prototype.lines().length == code.length, "a line for each instruction is needed");
        int size = prototype.frameSize();
        require(size >= MIN_FRAME && size <= MAX_FRAME, "frame of %d registers", size);
        int parameters = prototype.parameterCount();
        require(parameters >= 0 && parameters <= size, "%d parameters in %d registers", parameters, size);
        boolean prepared = Instruction.op(code[0]) == Op.VARARGPREP;
        require(prepared == prototype.vararg(), "VARARGPREP first in vararg functions and only there");
    }

    private void verifyUpvalues() {
        require(
                prototype.upvalues().size() <= MAX_UPVALUES,
                "%d upvalues",
                prototype.upvalues().size());
        for (Prototype.Upvalue upvalue : prototype.upvalues()) {
            if (enclosing != null) {
                int limit = upvalue.inStack()
                        ? enclosing.frameSize()
                        : enclosing.upvalues().size();
                require(upvalue.index() >= 0 && upvalue.index() < limit, "upvalue from nowhere: %s", upvalue);
            }
        }
    }

    private void verifyConstants() {
        for (Object constant : prototype.constants()) {
            boolean known = constant == null
                    || constant instanceof Boolean
                    || constant instanceof Long
                    || constant instanceof Double
                    || constant instanceof ByteString;
            require(known, "constant of a type that Lua has not: %s", constant);
        }
    }

    private void verifyLocals() {
        for (Prototype.LocalVariable local : prototype.locals()) {
            boolean valid = 0 <= local.startPc() && local.startPc() <= local.endPc() && local.endPc() <= code.length;
            require(valid, "scope outside the code: %s", local);
        }
    }

    // ---- operands

    private void verifyOperands() {
        Opcode opcode = opcodeAt(pc);
        for (Opcode.Operand operand : opcode.operands()) {
            verifyOperand(operand.role(), operand.field().read(code[pc]), operand.field());
        }
        verifyUnusedBits(opcode);
        int span = span(opcode);
        int a = Instruction.a(code[pc]);
        require(span <= 0 || a + span <= prototype.frameSize(), "needs registers %d to %d", a, a + span - 1);
    }

    private Opcode opcodeAt(int address) {
        Opcode opcode = Opcode.of(Instruction.op(code[address]));
        require(opcode != null, "no instruction has number %d", Instruction.op(code[address]));
        return opcode;
    }

    private void verifyOperand(Opcode.Role role, int value, Opcode.Field field) {
        switch (role) {
            case REGISTER:
                require(value < prototype.frameSize(), "%s: register %d is outside the frame", field, value);
                break;
            case UPVALUE:
                require(value < prototype.upvalues().size(), "%s: no upvalue %d", field, value);
                break;
            case CHILD:
                require(value < prototype.children().size(), "%s: no function %d", field, value);
                break;
            case CONSTANT:
                constant(value, Object.class, field);
                break;
            case NUMBER_CONSTANT:
                constant(value, Number.class, field);
                break;
            case INTEGER_CONSTANT:
                constant(value, Long.class, field);
                break;
            case STRING_CONSTANT:
                constant(value, ByteString.class, field);
                break;
            case SHORT_STRING_CONSTANT:
                constant(value, ByteString.class, field);
                int length = ((ByteString) prototype.constants().get(value)).length();
                require(length <= Opcode.MAX_SHORT_STRING, "%s: string of %d bytes", field, length);
                break;
            case FLAG:
                require(value <= 1, "%s: %d is no flag", field, value);
                break;
            case JUMP:
            case FORWARD_JUMP:
                jump(pc + 1L + value);
                break;
            case SKIPPING_JUMP:
                jump(pc + 2L + value);
                break;
            case BACKWARD_JUMP:
                jump(pc + 1L - value);
                break;
            case INTEGER:
            case COUNT:
            case EXTRA:
                break;
            default:
                throw new IllegalArgumentException(role.name());
        }
    }

    private void constant(int index, Class<?> type, Opcode.Field field) {
        require(index < prototype.constants().size(), "%s: no constant %d", field, index);
        Object constant = prototype.constants().get(index);
        require(type == Object.class || type.isInstance(constant), "%s: constant %s is no %s", field, constant, type);
    }

    private void jump(long address) {
        require(address >= 0 && address < code.length, "jump to %d", address);
        target[(int) address] = true;
    }

    private void verifyUnusedBits(Opcode opcode) {
        int rest = code[pc] & ~0xFF;
        for (Opcode.Field field : opcode.format().fields()) {
            rest &= ~bits(field);
        }
        require(rest == 0, "operands that %s does not have", opcode);
    }

    private static int bits(Opcode.Field field) {
        switch (field) {
            case A:
                return 0x0000FF00;
            case B:
            case SIGNED_B:
                return 0x00FF0000;
            case C:
            case SIGNED_C:
                return 0xFF000000;
            case BX:
            case SIGNED_BX:
                return 0xFFFF0000;
            default:
                return 0xFFFFFF00;
        }
    }

    /** How many registers from A on the instruction reads or writes. */
    private int span(Opcode opcode) {
        int b = Instruction.b(code[pc]);
        int c = Instruction.c(code[pc]);
        switch (opcode) {
            case LOADNIL:
            case SETLIST:
                return b + 1;
            case SELF:
                return 2;
            case CONCAT:
                require(b >= 2, "concatenation of %d values", b);
                return b;
            case CALL:
                return Math.max(1, Math.max(b, c - 1));
            case TAILCALL:
                return Math.max(1, b);
            case RETURN:
                return b - 1;
            case VARARG:
                return c - 1;
            case FORPREP:
            case FORLOOP:
            case TFORPREP:
                return 4;
            case TFORCALL:
                require(c >= 1, "an iterator needs a result");
                return Math.max(7, 4 + c);
            case TFORLOOP:
                return 5;
            default:
                return 0;
        }
    }

    // ---- flow

    private void verifyFlow() {
        Opcode opcode = opcodeAt(pc);
        boolean last = pc == code.length - 1;
        require(!last || opcode.isReturn() || opcode == Opcode.EXTRAARG, "control runs out of the code");
        verifyPair(opcode.hasExtra(), opcode, Opcode.EXTRAARG);
        verifyPair(opcode.isTest(), opcode, Opcode.JMP);
        verifyPair(opcode == Opcode.TFORCALL, opcode, Opcode.TFORLOOP);
        verifyPair(opcode == Opcode.TAILCALL, opcode, Opcode.RETURN);
        if (opcode == Opcode.EXTRAARG) {
            verifyExtra(last);
        }
        if (opcode.isTest() || opcode == Opcode.LFALSESKIP) {
            jump(pc + 2L);
            require(Instruction.op(code[pc + 2]) != Op.EXTRAARG, "skips into the midst of an instruction");
        }
        verifyKind(opcode);
        verifyLoop(opcode);
        verifyTop(opcode);
    }

    private void verifyPair(boolean applies, Opcode first, Opcode second) {
        if (applies) {
            require(pc + 1 < code.length && opcodeAt(pc + 1) == second, "%s without %s", first, second);
        }
    }

    private void verifyExtra(boolean last) {
        boolean owned = pc > 0 && opcodeAt(pc - 1).hasExtra();
        require(owned, "EXTRAARG of no instruction");
        require(!target[pc], "a jump into the midst of an instruction");
        require(!last, "control runs out of the code");
        if (opcodeAt(pc - 1) == Opcode.LOADKX) {
            constant(Instruction.ax(code[pc]), Object.class, Opcode.Field.AX);
        }
    }

    /** What only vararg functions, or only others, may do. */
    private void verifyKind(Opcode opcode) {
        boolean onlyVararg = opcode == Opcode.VARARG || opcode == Opcode.VARARGPREP;
        boolean onlyFixed = opcode == Opcode.RETURN0 || opcode == Opcode.RETURN1;
        require(!onlyVararg || prototype.vararg(), "%s in a function without extra arguments", opcode);
        require(!onlyFixed || !prototype.vararg(), "%s in a vararg function", opcode);
        require(opcode != Opcode.VARARGPREP || pc == 0 && !target[0], "VARARGPREP runs twice");
    }

    /** The two ends of a loop belong to each other. */
    private void verifyLoop(Opcode opcode) {
        int bx = Instruction.bx(code[pc]);
        if (opcode == Opcode.FORPREP) {
            int end = pc + 1 + bx;
            require(opcodeAt(end) == Opcode.FORLOOP, "FORPREP leads behind %s", opcodeAt(end));
            require(sameA(end) && Instruction.bx(code[end]) == bx + 1, "FORLOOP at %d of another loop", end);
        } else if (opcode == Opcode.TFORPREP) {
            int call = pc + 1 + bx;
            require(opcodeAt(call) == Opcode.TFORCALL, "TFORPREP leads to %s", opcodeAt(call));
            require(sameA(call), "TFORCALL at %d of another loop", call);
        } else if (opcode == Opcode.TFORCALL) {
            require(sameA(pc + 1), "TFORLOOP at %d of another loop", pc + 1);
        } else if (opcode == Opcode.TFORLOOP) {
            require(pc > 0 && opcodeAt(pc - 1) == Opcode.TFORCALL, "TFORLOOP without TFORCALL");
        }
    }

    private boolean sameA(int other) {
        return Instruction.a(code[pc]) == Instruction.a(code[other]);
    }

    /** An instruction that uses values up to top follows the one that sets top, at a register not above them. */
    private void verifyTop(Opcode opcode) {
        if (usesTop(pc)) {
            boolean set = pc > 0 && setsTop(pc - 1) && !target[pc];
            require(set, "%s uses values up to top, which nothing sets", opcode);
            int first = Instruction.a(code[pc - 1]);
            int base = Instruction.a(code[pc]) + (opcode == Opcode.RETURN ? 0 : 1);
            require(base <= first, "%s of values that begin above top", opcode);
        }
        if (setsTop(pc)) {
            require(pc + 1 < code.length && usesTop(pc + 1), "%s sets top for nothing", opcode);
        }
    }

    private boolean setsTop(int address) {
        switch (opcodeAt(address)) {
            case CALL:
            case VARARG:
                return Instruction.c(code[address]) == 0;
            case TAILCALL:
                return true;
            default:
                return false;
        }
    }

    private boolean usesTop(int address) {
        switch (opcodeAt(address)) {
            case CALL:
            case TAILCALL:
            case RETURN:
            case SETLIST:
                return Instruction.b(code[address]) == 0;
            default:
                return false;
        }
    }

    private void require(boolean condition, String problem, Object... details) {
        if (!condition) {
            throw new VerifyException(path, pc, String.format(problem, details));
        }
    }
}
