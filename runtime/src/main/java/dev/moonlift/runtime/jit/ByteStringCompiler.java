package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Color;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/**
 * Calls like {@code s:sub(i, i)}, by which programs look at text byte by byte: the string of the byte is taken from
 * {@code State.BYTE_STRINGS}. Where it is not there yet, or is about to be swept, the kernel does the call.
 */
final class ByteStringCompiler {
    private static final int ARGUMENTS = 3;
    /** Binary logarithm of the bytes of an address. */
    private static final int LOG_ADDRESS = 2;

    private final Emission at;
    private final CallCompiler calls;
    private final StringAccess strings;

    ByteStringCompiler(Emission at, CallCompiler calls) {
        this.at = at;
        this.calls = calls;
        this.strings = new StringAccess(at);
    }

    /** Whether a CALL is one of {@code string.sub} for one byte, and gives one value. */
    boolean isOne(int i, int pc) {
        int a = Instruction.a(i);
        Registers registers = at.registers();
        return !at.isShort()
                && !at.isPure()
                && at.unit().expectations().builtin(pc) == Builtin.STRING_SUB
                && Instruction.b(i) - 1 == ARGUMENTS
                && Instruction.c(i) == 2
                && registers.kind(a) == Kind.ANY
                && registers.kind(a + 1) == Kind.ANY
                && registers.kind(a + 2) == Kind.INTEGER
                && registers.kind(a + ARGUMENTS) == Kind.INTEGER
                && registers.value(a + 2) == registers.value(a + ARGUMENTS);
    }

    /** Puts the string into the call's register, or has the kernel do the call. */
    void take(int a, Block slow) {
        Value position = at.registers().value(a + 2);
        calls.requireBuiltin(a, Builtin.STRING_SUB, ARGUMENTS, slow);
        Value one = ofByte(strings.byteAt(strings.in(a + 1, slow), position, slow), slow);
        at.addAt(WasmOp.I64_STORE, Emission.offset(a), at.base(), at.add(WasmOp.I64_EXTEND_I32_U, one));
        at.addAt(WasmOp.I32_STORE8, Emission.offset(a) + Layout.TAG, at.base(), at.constant(Tag.SHORT_STRING));
    }

    /** The string of a byte, if there is one that the collector is not about to free. */
    private Value ofByte(Value value, Block slow) {
        Value state = at.constant(0);
        Value place = at.add(
                WasmOp.I32_ADD,
                at.loadInt(state, State.BYTE_STRINGS),
                at.add(WasmOp.I32_SHL, value, at.constant(LOG_ADDRESS)));
        Value known = at.loadInt(at.mark(place, Part.BLOCK), 0);
        at.require(known, slow);
        at.mark(known, Part.OBJECT);
        Value dead = at.add(WasmOp.I32_XOR, at.loadInt(state, State.CURRENT_WHITE), at.constant(Color.WHITES));
        Value isDead = at.add(WasmOp.I32_AND, at.loadByte(known, Header.MARK), dead);
        at.require(at.add(WasmOp.I32_EQZ, isDead), slow);
        return known;
    }
}
