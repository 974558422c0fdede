package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One operation in a block: a WebAssembly instruction whose operands are values.
 *
 * <p>Control is not among them (see {@link Terminator}), nor are locals: values take their place.
 *
 * @param op a numeric, memory, global, call or select instruction
 * @param operands as the instruction takes them from the stack, the topmost last
 * @param results what it computes
 * @param immediate bits of a constant, those of i32 and f32 sign-extended; offset of an access to memory, unsigned
 * @param target what a call calls ({@link Callee}, or {@link FunctionType} if indirect: the index into the table is the
 *     last operand), the {@link GlobalVariable} that is read or written, or the {@link AliasClass} of an access to
 *     memory, if it has one; else null
 * @param origin where it comes from, as the producer of the graph numbers it, or {@code Insn.NO_ORIGIN}
 */
public record Instruction(
        WasmOp op, List<Value> operands, List<Value> results, long immediate, Object target, int origin) {
    public Instruction {
        operands = ValueList.of(operands);
        results = ValueList.of(results);
    }

    /** The only result. */
    public Value result() {
        return results.get(0);
    }

    public Callee callee() {
        return (Callee) target;
    }

    public FunctionType calleeType() {
        return (FunctionType) target;
    }

    public GlobalVariable global() {
        return (GlobalVariable) target;
    }

    /** Whether leaving it out changes nothing if its results are not used. */
    public boolean isRemovable() {
        return op.effect() == WasmOp.Effect.PURE || op.effect() == WasmOp.Effect.READS;
    }

    public boolean isConstant() {
        return switch (op) {
            case I32_CONST, I64_CONST, F32_CONST, F64_CONST -> true;
            default -> false;
        };
    }

    /**
     * Whether it does nothing but compute its results from its operands, without a trap: it can be done again or not.
     */
    public boolean isPure() {
        return op.effect() == WasmOp.Effect.PURE;
    }

    /** The same with other operands. */
    public Instruction mapOperands(UnaryOperator<Value> values) {
        List<Value> mapped = ValueList.of(operands).map(values);
        return mapped == operands ? this : new Instruction(op, mapped, results, immediate, target, origin);
    }

    /** The same with other results. */
    public Instruction withResults(List<Value> others) {
        return new Instruction(op, operands, others, immediate, target, origin);
    }
}
