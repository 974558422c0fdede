package dev.moonlift.wasm.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A valid body by chance: statements made of expressions, with any of the instructions in them. */
final class RandomBody {
    private static final int MAX_INSNS = 400;
    private static final int MAX_DEPTH = 8;

    private final Random random;
    private final ModuleBuilder module;
    private final List<FunctionType> functions;
    private final List<GlobalType> globals;
    private final FunctionType type;
    private final List<ValueType> furtherLocals;
    private final List<ValueType> locals = new ArrayList<>();
    private final List<Insn> code = new ArrayList<>();
    private int depth;

    RandomBody(
            Random random,
            ModuleBuilder module,
            List<FunctionType> functions,
            List<GlobalType> globals,
            int function,
            List<ValueType> furtherLocals) {
        this.random = random;
        this.module = module;
        this.functions = functions;
        this.globals = globals;
        this.type = functions.get(function);
        this.furtherLocals = furtherLocals;
        locals.addAll(type.parameters());
        locals.addAll(furtherLocals);
    }

    Body body() {
        for (int i = random.nextInt(12); i > 0; i--) {
            statement();
        }
        type.results().forEach(this::expression);
        add(Insn.of(WasmOp.END));
        return new Body(furtherLocals, code);
    }

    /** Bits that are as often as not at the limits of some encoding. */
    static long bits(Random random) {
        long bits = random.nextLong() >> random.nextInt(Long.SIZE);
        return random.nextInt(4) == 0 ? Double.doubleToRawLongBits(random.nextGaussian()) : bits;
    }

    private void add(Insn insn) {
        code.add(random.nextInt(3) == 0 ? insn.from(random.nextInt(100)) : insn);
    }

    private void add(WasmOp op, long value) {
        add(Insn.of(op, value));
    }

    private boolean isFull() {
        return code.size() > MAX_INSNS || depth > MAX_DEPTH;
    }

    // --- statements ---

    private void statement() {
        depth++;
        switch (random.nextInt(8)) {
            case 0 -> setLocal();
            case 1 -> setGlobal();
            case 2 -> loop();
            case 3 -> branchTable();
            case 4 -> ifWithoutElse();
            case 5 -> dropped();
            case 6 -> multiValueBlock();
            default -> withoutResults();
        }
        depth--;
    }

    private void setLocal() {
        if (!locals.isEmpty()) {
            int local = random.nextInt(locals.size());
            expression(locals.get(local));
            add(WasmOp.LOCAL_SET, local);
        }
    }

    private void setGlobal() {
        for (int i = 0; i < globals.size(); i++) {
            if (globals.get(i).mutable()) {
                expression(globals.get(i).type());
                add(WasmOp.GLOBAL_SET, i);
                return;
            }
        }
    }

    private void loop() {
        add(WasmOp.LOOP, BlockType.EMPTY);
        innerStatement();
        expression(ValueType.I32);
        add(WasmOp.BR_IF, 0);
        add(WasmOp.END, 0);
    }

    private void branchTable() {
        add(WasmOp.BLOCK, BlockType.EMPTY);
        add(WasmOp.BLOCK, BlockType.EMPTY);
        expression(ValueType.I32);
        add(Insn.branchTable(random.nextBoolean() ? List.of(0, 1, 1, 0) : List.of(1)));
        add(WasmOp.I64_ADD, 0);
        add(WasmOp.DROP, 0);
        add(WasmOp.END, 0);
        innerStatement();
        add(WasmOp.BR, 0);
        add(WasmOp.END, 0);
    }

    private void ifWithoutElse() {
        expression(ValueType.I32);
        add(WasmOp.IF, BlockType.EMPTY);
        innerStatement();
        if (random.nextBoolean()) {
            type.results().forEach(this::expression);
            add(WasmOp.RETURN, 0);
        } else if (random.nextBoolean()) {
            add(WasmOp.UNREACHABLE, 0);
        }
        add(WasmOp.END, 0);
    }

    private void dropped() {
        expression(ValueType.values()[random.nextInt(4)]);
        add(WasmOp.DROP, 0);
    }

    private void multiValueBlock() {
        List<ValueType> both = List.of(ValueType.I32, ValueType.F64);
        FunctionType swap = new FunctionType(both, List.of(ValueType.F64, ValueType.I32));
        both.forEach(this::expression);
        add(WasmOp.BLOCK, BlockType.ofTypeIndex(module.type(swap)));
        add(WasmOp.DROP, 0);
        add(WasmOp.DROP, 0);
        expression(ValueType.F64);
        expression(ValueType.I32);
        add(WasmOp.END, 0);
        add(WasmOp.DROP, 0);
        add(WasmOp.DROP, 0);
    }

    private void innerStatement() {
        if (!isFull()) {
            statement();
        }
    }

    private void withoutResults() {
        applyAny(List.of());
    }

    // --- expressions ---

    /** Code that leaves one value of this type. */
    private void expression(ValueType wanted) {
        depth++;
        int choice = isFull() ? 0 : random.nextInt(12);
        switch (choice) {
            case 0, 1 -> constant(wanted);
            case 2 -> local(wanted);
            case 3 -> global(wanted);
            case 4 -> select(wanted);
            case 5 -> ifElse(wanted);
            case 6 -> block(wanted);
            case 7 -> call(wanted);
            case 8 -> callIndirect(wanted);
            default -> applyAny(List.of(wanted));
        }
        depth--;
    }

    private void constant(ValueType wanted) {
        add(Constant.of(wanted, bits(random)).insn());
    }

    private void local(ValueType wanted) {
        int local = locals.indexOf(wanted);
        if (local < 0) {
            constant(wanted);
        } else if (random.nextBoolean()) {
            expression(wanted);
            add(WasmOp.LOCAL_TEE, local);
        } else {
            add(WasmOp.LOCAL_GET, locals.lastIndexOf(wanted));
        }
    }

    private void global(ValueType wanted) {
        for (int i = 0; i < globals.size(); i++) {
            if (globals.get(i).type() == wanted) {
                add(WasmOp.GLOBAL_GET, i);
                return;
            }
        }
        constant(wanted);
    }

    private void select(ValueType wanted) {
        expression(wanted);
        expression(wanted);
        expression(ValueType.I32);
        add(WasmOp.SELECT, 0);
    }

    private void ifElse(ValueType wanted) {
        expression(ValueType.I32);
        add(WasmOp.IF, BlockType.of(wanted));
        expression(wanted);
        add(WasmOp.ELSE, 0);
        expression(wanted);
        add(WasmOp.END, 0);
    }

    private void block(ValueType wanted) {
        add(WasmOp.BLOCK, BlockType.of(wanted));
        expression(wanted);
        expression(ValueType.I32);
        add(WasmOp.BR_IF, 0);
        add(WasmOp.END, 0);
    }

    private void call(ValueType wanted) {
        for (int i = 0; i < functions.size(); i++) {
            if (functions.get(i).results().equals(List.of(wanted))) {
                functions.get(i).parameters().forEach(this::expression);
                add(WasmOp.CALL, i);
                return;
            }
        }
        constant(wanted);
    }

    private void callIndirect(ValueType wanted) {
        FunctionType callee = new FunctionType(List.of(ValueType.F32), List.of(wanted));
        expression(ValueType.F32);
        expression(ValueType.I32);
        add(WasmOp.CALL_INDIRECT, module.type(callee));
    }

    /** Any instruction with a fixed signature and these results, on expressions. */
    private void applyAny(List<ValueType> results) {
        WasmOp op;
        do {
            op = WasmOp.values()[random.nextInt(WasmOp.values().length)];
        } while (!op.hasSignature() || !op.results().equals(results));
        op.operands().forEach(this::expression);
        add(
                switch (op.immediate()) {
                    case MEMORY_ACCESS ->
                        Insn.access(
                                op,
                                random.nextInt() >>> random.nextInt(Integer.SIZE) & 0xFFFF_FFFFL,
                                random.nextInt(1 + AccessWidth.log2(op)));
                    case I32, F32 -> Insn.of(op, (int) bits(random));
                    case I64, F64 -> Insn.of(op, bits(random));
                    case DATA -> Insn.of(op, random.nextInt(2));
                    default -> Insn.of(op);
                });
    }
}
