package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Commutative;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.WasmOp;
import dev.moonlift.wasm.module.WasmOp.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Turns the instructions of blocks into code, and decides which values stay on the operand stack.
 *
 * <p>A block is written from its end to its beginning. Where an operand is wanted, the instruction that computes it is
 * moved there, unless something in between forbids it or another use comes first; then the value lives in a local.
 * Constants are never kept.
 */
final class Stacking {
    /** Operands that wait for their instruction at the same time. Beyond, values go to locals. */
    private static final int MAX_PENDING = 500;

    private final Uses uses;
    private final InsnFactory factory;

    /** By number of the value: its uses in the current block that have not been written yet. */
    private final int[] left;

    private List<Instruction> instructions;
    private Node node;
    /** Instructions of the block that have been written or are not needed. */
    private boolean[] done = new boolean[16];
    /** No instruction from here on that writes or calls remains. */
    private int writersEnd;
    /** No instruction from here on that reads or may trap remains. */
    private int readersEnd;
    /** What has been written, backwards. */
    private List<Insn> code;

    private final Pending pending = new Pending();

    Stacking(Uses uses, InsnFactory factory, int valueCount) {
        this.uses = uses;
        this.factory = factory;
        this.left = new int[valueCount];
    }

    /** Gives a node and its exits their code. */
    void write(Node newNode) {
        node = newNode;
        instructions = node.block.instructions();
        done = done.length < instructions.size() ? new boolean[instructions.size() * 2] : done;
        Arrays.fill(done, 0, instructions.size(), false);
        writersEnd = instructions.size();
        readersEnd = instructions.size();
        countUses();
        // An argument of a jump is evaluated in any case, others only if their exit is taken.
        node.exits.forEach(exit -> exit.moves = moves(exit, node.ending == Node.Ending.JUMP));
        code = new ArrayList<>();
        writeOperands(node.endingOperands(), Insn.NO_ORIGIN);
        for (int i = instructions.size() - 1; i >= 0; i--) {
            if (!done[i]) {
                writeStatement(i);
            }
        }
        Collections.reverse(code);
        node.code = code;
    }

    private void countUses() {
        for (int i = 0; i < instructions.size(); i++) {
            instructions.get(i).results().forEach(result -> left[result.id()] = 0);
            done[i] = instructions.get(i).isConstant() || !uses.isNeeded(instructions.get(i));
            if (!done[i]) {
                instructions.get(i).operands().forEach(this::countUse);
            }
        }
        node.endingOperands().forEach(this::countUse);
        for (Exit exit : node.exits) {
            for (int i = 0; i < exit.edge.arguments().size(); i++) {
                if (uses.isUsed(exit.target.block.parameters().get(i))) {
                    countUse(exit.edge.arguments().get(i));
                }
            }
        }
    }

    private void countUse(Value value) {
        left[value.id()]++;
    }

    private List<Move> moves(Exit exit, boolean always) {
        List<Move> moves = new ArrayList<>();
        for (int i = exit.edge.arguments().size() - 1; i >= 0; i--) {
            Value parameter = exit.target.block.parameters().get(i);
            if (uses.isUsed(parameter)) {
                code = new ArrayList<>(1);
                pending.push(exit.edge.arguments().get(i), Insn.NO_ORIGIN);
                writePending(always);
                Collections.reverse(code);
                moves.add(new Move(parameter, code));
            }
        }
        Collections.reverse(moves);
        return moves;
    }

    // --- backwards ---

    private void writeStatement(int place) {
        Instruction instruction = instructions.get(place);
        done[place] = true;
        for (Value result : instruction.results()) {
            code.add(
                    uses.isUsed(result)
                            ? local(WasmOp.LOCAL_SET, result, instruction.origin())
                            : Insn.of(WasmOp.DROP).from(instruction.origin()));
        }
        writeOperation(instruction);
        writePending(true);
    }

    private void writeOperands(List<Value> operands, int origin) {
        operands.forEach(operand -> pending.push(operand, origin));
        writePending(true);
    }

    /** Writes the instruction without what its operands take, which is left pending. */
    private void writeOperation(Instruction instruction) {
        boolean widens = factory.widens(instruction.op());
        code.add(factory.insn(instruction));
        for (Value operand : inOrder(instruction)) {
            pending.push(operand, instruction.origin());
            if (widens) {
                pending.pushWidening(instruction.origin());
            }
        }
    }

    /**
     * The operands, in the order that suits machines whose operations overwrite their first operand: that should be a
     * value which nobody wants any more, and not one that is kept in a local. What was just loaded may come second:
     * such machines' operations can load it themselves.
     */
    private List<Value> inOrder(Instruction instruction) {
        List<Value> operands = instruction.operands();
        boolean swaps = operands.size() == 2
                && Commutative.is(instruction.op())
                && !isComputedHere(operands.get(0))
                && isComputedHere(operands.get(1));
        return swaps ? List.of(operands.get(1), operands.get(0)) : operands;
    }

    /** Whether an operation on other values computes a value where its only use is. */
    private boolean isComputedHere(Value value) {
        return uses.count(value) == 1
                && isHere(value)
                && !isConstant(value)
                && uses.definition(value).op().effect() == Effect.PURE;
    }

    private void writePending(boolean always) {
        while (!pending.isEmpty()) {
            int origin = pending.topOrigin();
            Value value = pending.pop();
            if (value != null) {
                writeUse(value, origin, always);
            } else {
                writeWidened(pending.pop(), origin, always);
            }
        }
    }

    private void writeWidened(Value value, int origin, boolean always) {
        if (isConstant(value)) {
            long number = Integer.toUnsignedLong((int) uses.definition(value).immediate());
            code.add(Insn.of(WasmOp.I64_CONST, number)
                    .from(uses.definition(value).origin()));
        } else {
            code.add(Insn.of(WasmOp.I64_EXTEND_I32_U).from(origin));
            writeUse(value, origin, always);
        }
    }

    private void writeUse(Value value, int origin, boolean always) {
        left[value.id()]--;
        if (isConstant(value)) {
            code.add(factory.insn(uses.definition(value)));
        } else if (canStay(value, always)) {
            Instruction definition = uses.definition(value);
            done[uses.place(value)] = true;
            if (uses.count(value) > 1) {
                code.add(local(WasmOp.LOCAL_TEE, value, definition.origin()));
            }
            writeOperation(definition);
        } else {
            code.add(local(WasmOp.LOCAL_GET, value, origin));
        }
    }

    private boolean isConstant(Value value) {
        return !uses.isParameter(value) && uses.definition(value).isConstant();
    }

    private static Insn local(WasmOp op, Value value, int origin) {
        return Insn.of(op, value.id()).from(origin);
    }

    // --- what may be moved to where it is used ---

    private boolean canStay(Value value, boolean always) {
        if (!isHere(value) || left[value.id()] > 0) {
            return false;
        }
        Instruction definition = uses.definition(value);
        if (definition.results().size() > 1 || pending.size() > MAX_PENDING) {
            return false;
        }
        Effect effect = definition.op().effect();
        if (!always) {
            return effect == Effect.PURE && uses.count(value) == 1;
        }
        int place = uses.place(value);
        return mayMove(place, effect)
                && definition.operands().stream().noneMatch(operand -> staysBehind(operand, place));
    }

    /** Whether an instruction that remains computes the value. */
    private boolean isHere(Value value) {
        return !uses.isParameter(value) && uses.node(value) == node && !done[uses.place(value)];
    }

    /** Whether an operand may be on the stack where the instruction is that takes it, but not here. */
    private boolean staysBehind(Value operand, int place) {
        return isHere(operand)
                && uses.count(operand) == 1
                && !mayMove(place, uses.definition(operand).op().effect());
    }

    /** Whether something with this effect may be moved here from a place, over what remains in between. */
    private boolean mayMove(int place, Effect effect) {
        return switch (effect) {
            case PURE -> true;
            case READS, TRAPS -> lastWriter() < place;
            default -> lastWriter() <= place && lastReader() < place;
        };
    }

    private int lastWriter() {
        while (writersEnd > 0 && (done[writersEnd - 1] || !isWriter(instructions.get(writersEnd - 1)))) {
            writersEnd--;
        }
        return writersEnd - 1;
    }

    private int lastReader() {
        while (readersEnd > 0 && (done[readersEnd - 1] || !isReader(instructions.get(readersEnd - 1)))) {
            readersEnd--;
        }
        return readersEnd - 1;
    }

    private static boolean isWriter(Instruction instruction) {
        return switch (instruction.op().effect()) {
            case WRITES, CALL -> true;
            default -> false;
        };
    }

    private static boolean isReader(Instruction instruction) {
        return switch (instruction.op().effect()) {
            case READS, TRAPS -> true;
            default -> false;
        };
    }
}
