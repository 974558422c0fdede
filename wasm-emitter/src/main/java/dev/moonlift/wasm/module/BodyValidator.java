package dev.moonlift.wasm.module;

import java.util.ArrayList;
import java.util.List;

/** Validates bodies of functions, one after the other (WebAssembly 2.0, appendix A.3). */
final class BodyValidator {
    private static final FunctionType NOTHING = new FunctionType(List.of(), List.of());

    private final WasmModule module;
    private final IndexSpaces spaces;

    private final OperandTypes operands = new OperandTypes();
    private final List<Frame> frames = new ArrayList<>();
    private final List<ValueType> locals = new ArrayList<>();

    private int function;
    private int position;
    private Insn insn;

    BodyValidator(WasmModule module, IndexSpaces spaces) {
        this.module = module;
        this.spaces = spaces;
    }

    /** A block, a loop, a branch of an {@code if} or the body. */
    private static final class Frame {
        final WasmOp op;
        final FunctionType type;
        /** Size of the operand stack below it. */
        final int height;

        boolean unreachable;

        Frame(WasmOp op, FunctionType type, int height) {
            this.op = op;
            this.type = type;
            this.height = height;
        }

        /** What a branch to it needs. */
        List<ValueType> labelTypes() {
            return op == WasmOp.LOOP ? type.parameters() : type.results();
        }
    }

    /** Validates one body of a function whose type exists. */
    void validate(int functionIndex, FunctionType type, Body body) {
        function = functionIndex;
        operands.truncate(0);
        frames.clear();
        locals.clear();
        locals.addAll(type.parameters());
        locals.addAll(body.locals());
        frames.add(new Frame(WasmOp.BLOCK, new FunctionType(List.of(), type.results()), 0));
        List<Insn> code = body.code();
        for (position = 0; position < code.size(); position++) {
            insn = code.get(position);
            if (frames.isEmpty()) {
                throw invalid("behind the end of the body");
            }
            check();
        }
        if (!frames.isEmpty()) {
            throw new InvalidModuleException(
                    Describe.function(module, function) + ": " + frames.size() + " times end is missing");
        }
    }

    // --- instructions ---

    private void check() {
        WasmOp op = insn.op();
        checkImmediate(op);
        if (op.hasSignature()) {
            popAll(op.operands());
            operands.pushAll(op.results());
            return;
        }
        switch (op) {
            case UNREACHABLE -> leave();
            case BLOCK, LOOP -> enter(op, blockType());
            case IF -> checkIf();
            case ELSE -> checkElse();
            case END -> checkEnd();
            case BR -> checkBranch();
            case BR_IF -> checkBranchIf();
            case BR_TABLE -> checkBranchTable();
            case RETURN -> checkReturn();
            case CALL -> apply(functionType());
            case CALL_INDIRECT -> checkCallIndirect();
            case DROP -> pop();
            case SELECT -> checkSelect();
            case LOCAL_GET -> operands.push(local());
            case LOCAL_SET -> pop(local());
            case LOCAL_TEE -> checkTee();
            case GLOBAL_GET -> operands.push(global().type());
            case GLOBAL_SET -> checkGlobalSet();
            default -> throw new IllegalStateException("no rule for " + op);
        }
    }

    private void checkImmediate(WasmOp op) {
        switch (op.immediate()) {
            case MEMORY_ACCESS -> {
                checkMemory();
                checkAccess(op);
            }
            case MEMORY, MEMORY_MEMORY -> checkMemory();
            case DATA -> {
                checkIndex("data segment", insn.value(), module.data().size());
                if (op == WasmOp.MEMORY_INIT) {
                    checkMemory();
                }
            }
            default -> {}
        }
    }

    private void checkMemory() {
        if (spaces.memories.isEmpty()) {
            throw invalid("the module has no memory");
        }
    }

    private void checkAccess(WasmOp op) {
        int natural = AccessWidth.log2(op);
        if (insn.align() < 0 || insn.align() > natural) {
            throw invalid("alignment of 2^" + insn.align() + ", expected at most 2^" + natural);
        }
        if (insn.value() < 0 || insn.value() > 0xFFFF_FFFFL) {
            throw invalid("offset " + insn.value() + ", expected a number of 32 bits");
        }
    }

    private void checkIf() {
        pop(ValueType.I32);
        enter(WasmOp.IF, blockType());
    }

    private void checkElse() {
        Frame frame = frames.get(frames.size() - 1);
        if (frame.op != WasmOp.IF) {
            throw invalid("no if to belong to");
        }
        exit();
        enter(WasmOp.ELSE, frame.type, frame.height);
    }

    private void checkEnd() {
        Frame frame = exit();
        if (frame.op == WasmOp.IF && !frame.type.parameters().equals(frame.type.results())) {
            throw invalid("if without else must give what it takes, " + Describe.types(frame.type.parameters())
                    + ", but gives " + Describe.types(frame.type.results()));
        }
        operands.pushAll(frame.type.results());
    }

    private void checkBranch() {
        popAll(label(insn.value()).labelTypes());
        leave();
    }

    private void checkBranchIf() {
        pop(ValueType.I32);
        List<ValueType> types = label(insn.value()).labelTypes();
        popAll(types);
        operands.pushAll(types);
    }

    private void checkBranchTable() {
        pop(ValueType.I32);
        List<Integer> labels = insn.labels();
        if (labels.isEmpty()) {
            throw invalid("the default label is missing");
        }
        List<ValueType> defaults = label(labels.get(labels.size() - 1)).labelTypes();
        for (int i = 0; i < labels.size() - 1; i++) {
            List<ValueType> types = label(labels.get(i)).labelTypes();
            if (types.size() != defaults.size()) {
                throw invalid("label " + labels.get(i) + " takes " + Describe.types(types) + ", the default "
                        + Describe.types(defaults));
            }
            checkTop(types);
        }
        popAll(defaults);
        leave();
    }

    private void checkReturn() {
        popAll(frames.get(0).type.results());
        leave();
    }

    private void checkCallIndirect() {
        checkIndex("table", insn.align(), spaces.tables.size());
        pop(ValueType.I32);
        apply(type(insn.value()));
    }

    private void checkSelect() {
        pop(ValueType.I32);
        ValueType second = pop();
        ValueType first = second == null ? pop() : pop(second);
        operands.push(first == null ? second : first);
    }

    private void checkTee() {
        pop(local());
        operands.push(local());
    }

    private void checkGlobalSet() {
        GlobalType global = global();
        if (!global.mutable()) {
            throw invalid("global " + insn.value() + " is immutable");
        }
        pop(global.type());
    }

    private void apply(FunctionType type) {
        popAll(type.parameters());
        operands.pushAll(type.results());
    }

    // --- what immediates name ---

    private FunctionType blockType() {
        long type = insn.value();
        if (type == BlockType.EMPTY) {
            return NOTHING;
        }
        for (ValueType result : ValueType.values()) {
            if (type == BlockType.of(result)) {
                return new FunctionType(List.of(), List.of(result));
            }
        }
        return type(type);
    }

    private FunctionType type(long index) {
        checkIndex("type", index, module.types().size());
        return module.types().get((int) index);
    }

    private FunctionType functionType() {
        checkIndex("function", insn.value(), spaces.functions.size());
        return type(spaces.functions.get((int) insn.value()));
    }

    private ValueType local() {
        checkIndex("local", insn.value(), locals.size());
        return locals.get((int) insn.value());
    }

    private GlobalType global() {
        checkIndex("global", insn.value(), spaces.globals.size());
        return spaces.globals.get((int) insn.value());
    }

    private Frame label(long depth) {
        checkIndex("label", depth, frames.size());
        return frames.get(frames.size() - 1 - (int) depth);
    }

    private void checkIndex(String what, long index, int count) {
        if (index < 0 || index >= count) {
            throw invalid("no " + what + " " + index + ", there are " + count);
        }
    }

    // --- control ---

    private void enter(WasmOp op, FunctionType type) {
        popAll(type.parameters());
        enter(op, type, operands.size());
    }

    private void enter(WasmOp op, FunctionType type, int height) {
        frames.add(new Frame(op, type, height));
        operands.pushAll(type.parameters());
    }

    /** Ends the innermost frame, whose results must be all that it leaves on the stack. */
    private Frame exit() {
        Frame frame = frames.get(frames.size() - 1);
        popAll(frame.type.results());
        if (operands.size() != frame.height) {
            throw invalid("expected " + Describe.types(frame.type.results()) + " and no more, found in addition "
                    + operands.above(frame.height));
        }
        frames.remove(frames.size() - 1);
        return frame;
    }

    /** What follows up to the end of the frame is not reached. */
    private void leave() {
        Frame frame = frames.get(frames.size() - 1);
        operands.truncate(frame.height);
        frame.unreachable = true;
    }

    // --- operands ---

    private ValueType pop() {
        Frame frame = frames.get(frames.size() - 1);
        if (operands.size() > frame.height) {
            return operands.pop();
        }
        if (frame.unreachable) {
            return null;
        }
        throw invalid("expected an operand, found none");
    }

    private ValueType pop(ValueType expected) {
        Frame frame = frames.get(frames.size() - 1);
        if (operands.size() == frame.height && !frame.unreachable) {
            throw invalid("expected " + expected.text() + ", found none");
        }
        ValueType found = pop();
        if (found != null && found != expected) {
            throw invalid("expected " + expected.text() + ", found " + found.text());
        }
        return found;
    }

    private void popAll(List<ValueType> types) {
        for (int i = types.size() - 1; i >= 0; i--) {
            pop(types.get(i));
        }
    }

    /**
     * Checks the topmost operands and leaves them, unknown ones still unknown: each label may take them differently.
     */
    private void checkTop(List<ValueType> types) {
        List<ValueType> found = new ArrayList<>();
        for (int i = types.size() - 1; i >= 0; i--) {
            found.add(pop(types.get(i)));
        }
        for (int i = found.size() - 1; i >= 0; i--) {
            operands.push(found.get(i));
        }
    }

    private InvalidModuleException invalid(String message) {
        return new InvalidModuleException(Describe.function(module, function) + ", instruction " + position + " ("
                + insn.op().text() + "): " + message);
    }
}
