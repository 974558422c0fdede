package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.heap.Color;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/** Library functions that compiled code does itself, for arguments of known kinds. */
final class BuiltinCompiler {
    private static final double TWO_TO_63 = 0x1p63;

    private final Emission at;
    private final StringAccess strings;

    BuiltinCompiler(Emission at) {
        this.at = at;
        this.strings = new StringAccess(at);
    }

    /**
     * The kind of what a function gives for the arguments in registers from {@code first}; ANY if it is not done here.
     */
    Kind result(int builtin, int first, int count) {
        if (count < 1 || count > 2) {
            return Kind.ANY;
        }
        if (builtin == Builtin.SETMETATABLE) {
            return count == 2 && isTable(first) && isTable(first + 1) ? Kind.TABLE : Kind.ANY;
        }
        Kind x = at.registers().kind(first);
        if (builtin == Builtin.STRING_BYTE) {
            boolean isPosition = count == 1 || at.registers().kind(first + 1) == Kind.INTEGER;
            return x == Kind.ANY && isPosition ? Kind.INTEGER : Kind.ANY;
        }
        if (builtin == Builtin.STRING_LEN) {
            return x == Kind.ANY && count == 1 ? Kind.INTEGER : Kind.ANY;
        }
        if (!x.isNumber()) {
            return Kind.ANY;
        }
        return switch (builtin) {
            case Builtin.MATH_SQRT -> count == 1 ? Kind.FLOAT : Kind.ANY;
            case Builtin.MATH_FLOOR, Builtin.MATH_CEIL -> count == 1 ? Kind.INTEGER : Kind.ANY;
            case Builtin.MATH_ABS -> count == 1 ? x : Kind.ANY;
            case Builtin.MATH_MAX, Builtin.MATH_MIN ->
                count == 1 || at.registers().kind(first + 1) == x ? x : Kind.ANY;
            default -> Kind.ANY;
        };
    }

    /** Does what {@link #result} has a kind for. */
    Value compile(int builtin, int first, int count, Block slow) {
        Kind kind = at.registers().kind(first);
        Value x = at.registers().value(first);
        return switch (builtin) {
            case Builtin.SETMETATABLE -> setMetatable(first, slow);
            case Builtin.STRING_BYTE -> byteOf(first, count, slow);
            case Builtin.STRING_LEN -> strings.length(strings.in(first, slow));
            case Builtin.MATH_SQRT -> at.add(WasmOp.F64_SQRT, asFloat(kind, x));
            case Builtin.MATH_FLOOR -> kind == Kind.INTEGER ? x : whole(at.add(WasmOp.F64_FLOOR, x), slow);
            case Builtin.MATH_CEIL -> kind == Kind.INTEGER ? x : whole(at.add(WasmOp.F64_CEIL, x), slow);
            case Builtin.MATH_ABS -> kind == Kind.FLOAT ? at.add(WasmOp.F64_ABS, x) : absolute(x);
            default ->
                count == 1
                        ? x
                        : better(
                                builtin == Builtin.MATH_MAX,
                                kind,
                                x,
                                at.registers().value(first + 1));
        };
    }

    private boolean isTable(int register) {
        return at.registers().kind(register) == Kind.TABLE;
    }

    /** Sets the first metatable of a table, if that has no finalizer, and the collector need not know. */
    private Value setMetatable(int first, Block slow) {
        Value table = at.registers().value(first);
        Value metatable = at.registers().value(first + 1);
        if (at.isShort()) {
            at.requireDone(at.call(KernelFunction.SET_METATABLE, table, metatable), slow);
            return table;
        }
        Block other = at.escape(at.graph().newBlock());
        Block done = at.graph().newBlock();
        at.mark(table, Part.OBJECT);
        at.mark(metatable, Part.OBJECT);
        at.require(at.add(WasmOp.I32_EQZ, at.loadInt(table, Table.METATABLE)), other);
        Value absent = at.add(WasmOp.I32_AND, at.loadByte(metatable, Header.EXTRA), at.constant(1 << Name.GC));
        at.require(absent, other);
        Value black = at.add(WasmOp.I32_AND, at.loadByte(table, Header.MARK), at.constant(Color.BLACK));
        at.require(at.add(WasmOp.I32_EQZ, black), other);
        at.addAt(WasmOp.I32_STORE, Table.METATABLE, table, metatable);
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(other);
        at.requireDone(at.call(KernelFunction.SET_METATABLE, table, metatable), slow);
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(done);
        return table;
    }

    private Value byteOf(int first, int count, Block slow) {
        Value string = strings.in(first, slow);
        Value position = count == 1 ? at.constant(1L) : at.registers().value(first + 1);
        return at.add(WasmOp.I64_EXTEND_I32_U, strings.byteAt(string, position, slow));
    }

    private Value asFloat(Kind kind, Value x) {
        return kind == Kind.FLOAT ? x : at.add(WasmOp.F64_CONVERT_I64_S, x);
    }

    /** A float without a fraction as an integer; one that is too large is not done here. */
    private Value whole(Value x, Block slow) {
        Value isSmall = at.add(
                WasmOp.I32_AND,
                at.add(WasmOp.F64_GE, x, at.constant(-TWO_TO_63)),
                at.add(WasmOp.F64_LT, x, at.constant(TWO_TO_63)));
        at.require(isSmall, slow);
        return at.add(WasmOp.I64_TRUNC_F64_S, x);
    }

    private Value absolute(Value x) {
        Value negated = at.add(WasmOp.I64_SUB, at.constant(0L), x);
        Value isNegative = at.add(WasmOp.I64_LT_S, x, at.constant(0L));
        return at.graph().select(at.block(), negated, x, isNegative);
    }

    /** The second where it is greater, or less, than the first. */
    private Value better(boolean greatest, Kind kind, Value x, Value y) {
        WasmOp less = kind == Kind.INTEGER ? WasmOp.I64_LT_S : WasmOp.F64_LT;
        Value isBetter = greatest ? at.add(less, x, y) : at.add(less, y, x);
        return at.graph().select(at.block(), y, x, isBetter);
    }
}
