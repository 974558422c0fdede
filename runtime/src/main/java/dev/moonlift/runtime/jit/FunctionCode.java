package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.CodeExtension;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.UpvalueInfo;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.interp.CompiledOp;
import dev.moonlift.runtime.memory.Memory;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What the compiler needs of a guest's function, copied out of its memory, so that it may work while the guest runs.
 *
 * @param prototype address of the prototype
 * @param codeAddress address of the first instruction
 * @param code the instructions, without entrances to compiled code
 * @param constants the constants
 * @param hashes of those constants that are short strings
 * @param parameters number of parameters
 * @param isVararg whether it takes more arguments than these
 * @param isPrelude whether it passes for a builtin
 * @param registers number of registers
 * @param captured registers that others may read or change: those that closures of it capture, and variables to be
 *     closed
 * @param lineDefined line where it begins in its source
 * @param source which that is; code does not depend on it
 */
public record FunctionCode(
        int prototype,
        int codeAddress,
        int[] code,
        Cells constants,
        int[] hashes,
        int parameters,
        boolean isVararg,
        boolean isPrelude,
        int registers,
        BitSet captured,
        int lineDefined,
        FunctionSource source) {

    /** Reads a prototype of a guest that is not running. */
    public static FunctionCode read(Memory memory, int prototype) {
        int count = memory.getInt(prototype + Prototype.CODE_COUNT);
        int address = memory.getInt(prototype + Prototype.CODE);
        int[] code = new int[count];
        for (int i = 0; i < count; i++) {
            code[i] = original(memory, address, count, memory.getInt(address + 4 * i));
        }
        Cells constants = new Cells(memory.getInt(prototype + Prototype.CONSTANT_COUNT));
        int[] hashes = new int[constants.count()];
        int slot = memory.getInt(prototype + Prototype.CONSTANTS);
        for (int i = 0; i < constants.count(); i++) {
            constants.set(i, memory.getByte(slot + Layout.TAG), memory.getLong(slot));
            if (constants.tag(i) == Tag.SHORT_STRING) {
                hashes[i] = memory.getInt((int) constants.payload(i) + Str.HASH);
            }
            slot += Layout.SLOT;
        }
        return new FunctionCode(
                prototype,
                address,
                code,
                constants,
                hashes,
                memory.getUnsignedByte(prototype + Header.EXTRA),
                (memory.getByte(prototype + Header.EXTRA2) & Prototype.IS_VARARG) != 0,
                (memory.getByte(prototype + Header.EXTRA2) & Prototype.IS_PRELUDE) != 0,
                memory.getInt(prototype + Prototype.FRAME_BYTES) >> Layout.SLOT_SHIFT,
                captured(memory, prototype, code),
                memory.getInt(prototype + Prototype.LINE_DEFINED),
                FunctionSource.read(memory, prototype));
    }

    private static BitSet captured(Memory memory, int prototype, int[] code) {
        BitSet captured = toBeClosed(code);
        int children = memory.getInt(prototype + Prototype.CHILDREN);
        for (int i = 0; i < memory.getInt(prototype + Prototype.CHILD_COUNT); i++) {
            int child = memory.getInt(children + 4 * i);
            int info = memory.getInt(child + Prototype.UPVALUES);
            for (int u = 0; u < memory.getInt(child + Prototype.UPVALUE_COUNT); u++) {
                if (memory.getInt(info + UpvalueInfo.IN_STACK) != 0) {
                    captured.set(memory.getInt(info + UpvalueInfo.INDEX));
                }
                info += UpvalueInfo.BYTES;
            }
        }
        return captured;
    }

    /**
     * Registers of variables to be closed, which the kernel finds by their slots. That of a generic loop is none of
     * them: nothing writes to it before the loop has ended.
     */
    private static BitSet toBeClosed(int[] code) {
        BitSet registers = new BitSet();
        for (int i : code) {
            if ((i & 0xFF) == Op.TBC) {
                registers.set(Instruction.a(i));
            }
        }
        return registers;
    }

    private static int original(Memory memory, int code, int count, int instruction) {
        return (instruction & 0xFF) == CompiledOp.ENTER_LOOP
                ? memory.getInt(code + 4 * (count + CodeExtension.ORIGINALS + (instruction >>> 8)))
                : instruction;
    }

    /** Whether another reading has given the same function at the same place. */
    boolean isSame(FunctionCode other) {
        return prototype == other.prototype
                && codeAddress == other.codeAddress
                && parameters == other.parameters
                && isVararg == other.isVararg
                && registers == other.registers
                && Arrays.equals(code, other.code)
                && constants.isSame(other.constants)
                && captured.equals(other.captured);
    }

    void addTo(CodeKey key) {
        key.add(prototype, codeAddress, parameters, registers, lineDefined)
                .add(isVararg)
                .add(isPrelude);
        key.add(code).add(hashes).add(captured);
        for (int i = 0; i < constants.count(); i++) {
            key.add(constants.tag(i)).add(constants.payload(i));
        }
    }

    /** Address of the instruction with this number. */
    public int address(int pc) {
        return codeAddress + 4 * pc;
    }
}
