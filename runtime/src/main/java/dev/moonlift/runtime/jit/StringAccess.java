package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/** How compiled code looks at strings: where they are in registers' slots, how long they are, and their bytes. */
final class StringAccess {
    private final Emission at;

    StringAccess(Emission at) {
        this.at = at;
    }

    /** Goes on if the slot of a register, which is up to date, holds a string, short or long. */
    void require(int register, Block otherwise) {
        Value tag = at.add(WasmOp.I32_OR, at.loadTag(register), at.constant(1));
        at.require(at.add(WasmOp.I32_EQ, tag, at.constant(Tag.LONG_STRING)), otherwise);
    }

    /** Address of the string in a register's slot. */
    Value in(int register, Block otherwise) {
        require(register, otherwise);
        return known(register);
    }

    /** The same of a short string; others are not found. */
    Value shortIn(int register, Block otherwise) {
        at.require(at.add(WasmOp.I32_EQ, at.loadTag(register), at.constant(Tag.SHORT_STRING)), otherwise);
        return known(register);
    }

    /** Address of the string that is known to be in a register's slot. */
    Value known(int register) {
        return at.mark(at.loadInt(at.base(), Emission.offset(register)), Part.OBJECT);
    }

    /** Bytes of a string: an i64. */
    Value length(Value string) {
        return at.add(WasmOp.I64_EXTEND_I32_U, at.loadInt(string, Str.LENGTH));
    }

    /**
     * A byte of a string: an i32 without a sign. One that is counted from the end, or not there, is not found.
     *
     * @param position counted from 1: an i64
     */
    Value byteAt(Value string, Value position, Block otherwise) {
        Value offset = at.add(WasmOp.I64_SUB, position, at.constant(1L));
        at.require(at.add(WasmOp.I64_LT_U, offset, length(string)), otherwise);
        // Of no part: where the check fails, it may lie beyond the memory.
        Value address = at.add(WasmOp.I32_ADD, string, at.add(WasmOp.I32_WRAP_I64, offset));
        return at.addAt(WasmOp.I32_LOAD8_U, Str.BYTES, address);
    }
}
