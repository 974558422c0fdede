package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Reciprocal;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/**
 * Divides by constants without a division, which Cranelift leaves to the processor, tests for zero and overflow
 * included: signed integers by powers of two by shifts, ints by other numbers above one by a product with the
 * {@link Reciprocal}. To be run last: a division says more to other passes.
 */
public final class ConstantDivisions implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        Rewriter rewriter = new Rewriter(graph);
        Run run = new Run(rewriter);
        for (Block block : ReversePostorder.of(graph).blocks()) {
            rewriter.rewrite(block, run::step);
            block.setTerminator(rewriter.map(block.terminator()));
        }
        return changed || rewriter.hasChanged();
    }

    private static final class Run {
        private final Rewriter rewriter;

        Run(Rewriter rewriter) {
            this.rewriter = rewriter;
        }

        Instruction step(Instruction instruction) {
            return switch (instruction.op()) {
                case I32_DIV_S -> divide(instruction, ValueType.I32, false);
                case I32_REM_S -> divide(instruction, ValueType.I32, true);
                case I64_DIV_S -> divide(instruction, ValueType.I64, false);
                case I64_REM_S -> divide(instruction, ValueType.I64, true);
                default -> instruction;
            };
        }

        private Instruction divide(Instruction instruction, ValueType type, boolean isRemainder) {
            Value divisor = instruction.operands().get(1);
            long by = rewriter.definitions().isConstant(divisor)
                    ? rewriter.definitions().constant(divisor)
                    : 0;
            if (by <= 1) {
                return instruction;
            }
            if (Long.bitCount(by) == 1) {
                return divideByPower(instruction, new Ops(type, instruction.origin()), by, isRemainder);
            }
            return type == ValueType.I32 ? divideByOther(instruction, by, isRemainder) : instruction;
        }

        /** A negative number needs one less than the divisor added, so that the shift rounds towards zero. */
        private Instruction divideByPower(Instruction instruction, Ops ops, long by, boolean isRemainder) {
            Value value = instruction.operands().get(0);
            int shift = Long.numberOfTrailingZeros(by);
            Value negative = ops.binary(ops.shiftRight, value, ops.bits - 1);
            Value bias = ops.binary(ops.shiftRightUnsigned, negative, ops.bits - shift);
            Value biased = ops.binary(ops.add, value, bias);
            if (!isRemainder) {
                return ops.last(instruction, ops.shiftRight, biased, ops.constant(shift));
            }
            return ops.last(instruction, ops.subtract, value, ops.binary(ops.and, biased, -by));
        }

        /** By a product with the {@link Reciprocal}, which of a negative number is one too small. */
        private Instruction divideByOther(Instruction instruction, long by, boolean isRemainder) {
            Ops ints = new Ops(ValueType.I32, instruction.origin());
            Ops longs = new Ops(ValueType.I64, instruction.origin());
            Value value = instruction.operands().get(0);
            Reciprocal exact = Reciprocal.of(by);
            Value reciprocal = longs.constant(exact.factor());
            Value wide = longs.as(reciprocal, WasmOp.I64_EXTEND_I32_S, value);
            Value product = longs.as(reciprocal, WasmOp.I64_MUL, wide, reciprocal);
            Value floor = ints.as(value, WasmOp.I32_WRAP_I64, longs.binary(longs.shiftRight, product, exact.power()));
            Value sign = ints.binary(ints.shiftRightUnsigned, value, Integer.SIZE - 1);
            if (!isRemainder) {
                return ints.last(instruction, ints.add, floor, sign);
            }
            Value quotient = ints.as(value, ints.add, floor, sign);
            return ints.last(instruction, ints.subtract, value, ints.binary(WasmOp.I32_MUL, quotient, by));
        }

        /** The operations of a type, in front of the current instruction. */
        private final class Ops {
            private final ValueType type;
            private final int origin;
            private final int bits;
            private final WasmOp add;
            private final WasmOp subtract;
            private final WasmOp and;
            private final WasmOp shiftRight;
            private final WasmOp shiftRightUnsigned;

            Ops(ValueType type, int origin) {
                boolean isInt = type == ValueType.I32;
                this.type = type;
                this.origin = origin;
                this.bits = isInt ? Integer.SIZE : Long.SIZE;
                this.add = isInt ? WasmOp.I32_ADD : WasmOp.I64_ADD;
                this.subtract = isInt ? WasmOp.I32_SUB : WasmOp.I64_SUB;
                this.and = isInt ? WasmOp.I32_AND : WasmOp.I64_AND;
                this.shiftRight = isInt ? WasmOp.I32_SHR_S : WasmOp.I64_SHR_S;
                this.shiftRightUnsigned = isInt ? WasmOp.I32_SHR_U : WasmOp.I64_SHR_U;
            }

            Value constant(long bits) {
                return rewriter.constant(type, bits);
            }

            Value binary(WasmOp op, Value value, long constant) {
                return binary(op, value, constant(constant));
            }

            Value binary(WasmOp op, Value a, Value b) {
                return rewriter.insert(op, List.of(a, b), origin);
            }

            /** A new value of the type that another has. */
            Value as(Value same, WasmOp op, Value... operands) {
                return rewriter.insert(new Instruction(op, List.of(operands), List.of(same), 0, null, origin));
            }

            Instruction last(Instruction instruction, WasmOp op, Value a, Value b) {
                return new Instruction(op, List.of(a, b), instruction.results(), 0, null, origin);
            }
        }
    }
}
