package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Arithmetic;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.BitSet;
import java.util.List;

/**
 * Computes what depends on constants only, applies {@link Identities}, and decides branches and switches on constants.
 *
 * <p>Instructions that trap stay, and so do those that make a NaN, whose bits are not known before the run.
 */
public final class ConstantFolding implements Pass {
    private static final long MAXIMAL_OFFSET = Integer.MAX_VALUE;

    private final boolean addressesDoNotWrap;

    /**
     * The pass.
     *
     * @param addressesDoNotWrap whether constants can move from sums into the offsets of loads and stores, which
     *     WebAssembly adds without wrap-around. The client promises that where a sum is an address, or part of a sum
     *     that is one, and one of its operands is a constant that is not negative, then the sum of both as unsigned
     *     numbers is below 2<sup>32</sup>
     */
    public ConstantFolding(boolean addressesDoNotWrap) {
        this.addressesDoNotWrap = addressesDoNotWrap;
    }

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        BitSet needed = addressesDoNotWrap ? usedOtherThanAsAddresses(graph) : new BitSet();
        Rewriter rewriter = new Rewriter(graph);
        Identities identities = new Identities(rewriter);
        for (Block block : ReversePostorder.of(graph).blocks()) {
            rewriter.rewrite(block, instruction -> step(instruction, rewriter, identities, needed));
            changed |= decide(block, rewriter);
        }
        return changed | rewriter.hasChanged();
    }

    /** The case that a switch takes for an index. */
    static Edge target(Terminator.Switch choice, long index) {
        return Integer.compareUnsigned((int) index, choice.cases().size()) < 0
                ? choice.cases().get((int) index)
                : choice.otherwise();
    }

    private Instruction step(Instruction instruction, Rewriter rewriter, Identities identities, BitSet needed) {
        if (instruction.op().immediate() == WasmOp.Immediate.MEMORY_ACCESS) {
            return addressesDoNotWrap ? foldAddress(instruction, rewriter.definitions(), needed) : instruction;
        }
        if (Arithmetic.knows(instruction.op()) && areConstants(instruction, rewriter.definitions())) {
            return compute(instruction, rewriter.definitions());
        }
        return identities.apply(instruction);
    }

    private static boolean areConstants(Instruction instruction, Definitions definitions) {
        for (Value operand : instruction.operands()) {
            if (!definitions.isConstant(operand)) {
                return false;
            }
        }
        return true;
    }

    private static Instruction compute(Instruction instruction, Definitions definitions) {
        List<Value> operands = instruction.operands();
        long a = definitions.constant(operands.get(0));
        long b = operands.size() > 1 ? definitions.constant(operands.get(1)) : 0;
        long bits;
        try {
            bits = Arithmetic.compute(instruction.op(), a, b);
        } catch (ArithmeticException trap) {
            return instruction;
        }
        ValueType type = instruction.result().type();
        return isMadeNaN(instruction.op(), type, bits)
                ? instruction
                : Rewriter.constant(instruction.result(), bits, instruction.origin());
    }

    /** Operations on the sign and reinterpretations keep the bits of a NaN, so they do not count. */
    private static boolean isMadeNaN(WasmOp op, ValueType type, long bits) {
        switch (op) {
            case F32_NEG, F32_ABS, F32_COPYSIGN, F32_REINTERPRET_I32:
            case F64_NEG, F64_ABS, F64_COPYSIGN, F64_REINTERPRET_I64:
                return false;
            default:
                return type == ValueType.F32 && Float.isNaN(Float.intBitsToFloat((int) bits))
                        || type == ValueType.F64 && Double.isNaN(Double.longBitsToDouble(bits));
        }
    }

    /**
     * Where the sum is computed anyway it stays the address: else both it and the operand would have to be kept
     * (measured: in every turn of an interpreter's loop, for {@code code[pc++]}).
     */
    private static Instruction foldAddress(Instruction access, Definitions definitions, BitSet needed) {
        Instruction sum = definitions.of(access.operands().get(0));
        if (sum == null
                || sum.op() != WasmOp.I32_ADD
                || needed.get(sum.result().id())
                || !definitions.isConstant(sum.operands().get(1))) {
            return access;
        }
        long constant = definitions.constant(sum.operands().get(1));
        long offset = access.immediate() + constant;
        if (constant < 0 || offset > MAXIMAL_OFFSET) {
            return access;
        }
        Value base = sum.operands().get(0);
        List<Value> operands =
                access.results().isEmpty() ? List.of(base, access.operands().get(1)) : List.of(base);
        return new Instruction(access.op(), operands, access.results(), offset, access.target(), access.origin());
    }

    private static BitSet usedOtherThanAsAddresses(Graph graph) {
        BitSet used = new BitSet(graph.valueCount());
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                boolean isAccess = instruction.op().immediate() == WasmOp.Immediate.MEMORY_ACCESS;
                for (int i = isAccess ? 1 : 0; i < instruction.operands().size(); i++) {
                    used.set(instruction.operands().get(i).id());
                }
            }
            block.terminator().operands().forEach(value -> used.set(value.id()));
            block.edges().forEach(edge -> edge.arguments().forEach(value -> used.set(value.id())));
        }
        return used;
    }

    private static boolean decide(Block block, Rewriter rewriter) {
        Terminator terminator = rewriter.map(block.terminator());
        if (terminator instanceof Terminator.Branch branch) {
            terminator = decide(branch, rewriter.definitions());
        } else if (terminator instanceof Terminator.Switch choice
                && rewriter.definitions().isConstant(choice.index())) {
            terminator =
                    new Terminator.Jump(target(choice, rewriter.definitions().constant(choice.index())));
        }
        boolean changed = terminator != block.terminator();
        block.setTerminator(terminator);
        return changed;
    }

    private static Terminator decide(Terminator.Branch branch, Definitions definitions) {
        if (definitions.isConstant(branch.condition())) {
            return new Terminator.Jump(
                    definitions.constant(branch.condition()) != 0 ? branch.ifTrue() : branch.ifFalse());
        }
        Condition condition = Condition.of(branch.condition(), definitions);
        if (condition.value() == branch.condition()) {
            return branch;
        }
        return condition.isInverted()
                ? new Terminator.Branch(condition.value(), branch.ifFalse(), branch.ifTrue())
                : new Terminator.Branch(condition.value(), branch.ifTrue(), branch.ifFalse());
    }
}
