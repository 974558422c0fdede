package dev.moonlift.runtime.host;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Opcode;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.LocalInfo;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.UpvalueInfo;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.memory.Memory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what the frontend compiled into a guest's memory, as {@link Layout.Prototype} has it.
 *
 * <p>The object comes first, with all counts zero, and a count is stored only together with its storage: when the
 * memory runs out half way, what is there belongs to an object that the collector can take apart.
 */
final class PrototypeLoader {
    /** Elements, a power of two, from one look at whether to stop to the next. */
    private static final int STRETCH = 1024;

    private final Memory memory;
    private final Heap heap;
    private final Value values;
    private final GuestText text;
    private final int flags;
    /** The constants that are strings: equal ones are one object in all functions of a chunk. */
    private final Map<ByteString, Integer> strings = new HashMap<>();

    private PrototypeLoader(JvmKernel kernel, int flags) {
        this.memory = kernel.memory;
        this.heap = kernel.heap;
        this.values = kernel.values;
        this.text = kernel.text;
        this.flags = flags;
    }

    /**
     * The prototype as an object of the guest.
     *
     * @throws Signal OUT_OF_MEMORY, STOP
     */
    static int load(JvmKernel kernel, Prototype prototype) {
        return new PrototypeLoader(kernel, 0).load(prototype);
    }

    /** As {@link #load(JvmKernel, Prototype)}, for functions of the library: they pass for builtins. */
    static int loadLibrary(JvmKernel kernel, Prototype prototype) {
        return new PrototypeLoader(kernel, Layout.Prototype.IS_PRELUDE).load(prototype);
    }

    private int load(Prototype prototype) {
        int source = text.create(prototype.source().toByteArray());
        return write(prototype, source);
    }

    private int write(Prototype prototype, int source) {
        int object = heap.newObject(Tag.PROTOTYPE, Layout.Prototype.BYTES);
        memory.fill(object + Header.BYTES, 0, Layout.Prototype.BYTES - Header.BYTES);
        memory.putByte(object + Header.EXTRA, prototype.parameterCount());
        memory.putByte(object + Header.EXTRA2, flags | (prototype.vararg() ? Layout.Prototype.IS_VARARG : 0));
        memory.putInt(object + Layout.Prototype.SOURCE, source);
        memory.putInt(object + Layout.Prototype.LINE_DEFINED, prototype.lineDefined());
        memory.putInt(object + Layout.Prototype.LAST_LINE_DEFINED, prototype.lastLineDefined());
        memory.putInt(object + Layout.Prototype.FRAME_BYTES, prototype.frameSize() * Layout.SLOT);
        writeCode(object, prototype);
        writeConstants(object, prototype.constants());
        writeUpvalues(object, prototype.upvalues());
        writeLocals(object, prototype.locals());
        writeChildren(object, prototype.children(), source);
        return object;
    }

    private void writeCode(int object, Prototype prototype) {
        int count = prototype.code().length;
        int words = count + Layout.CodeExtension.words(loops(prototype.code()));
        int code = storage(object, Layout.Prototype.CODE, Layout.Prototype.CODE_WORDS, words, Integer.BYTES);
        memory.putInt(object + Layout.Prototype.CODE_COUNT, count);
        memory.putInt(object + Layout.Prototype.ENTRY, code);
        writeInts(code, prototype.code());
        if (prototype.lines() != null) {
            int lines = heap.allocate(count * Integer.BYTES);
            memory.putInt(object + Layout.Prototype.LINES, lines);
            writeInts(lines, prototype.lines());
        }
    }

    /** Instructions that jump backwards. */
    private static int loops(int[] code) {
        int loops = 0;
        for (int instruction : code) {
            loops += Opcode.of(instruction & 0xFF).jumpsBackwards(instruction) ? 1 : 0;
        }
        return loops;
    }

    private void writeInts(int address, int[] ints) {
        for (int i = 0; i < ints.length; i++) {
            proceed(i);
            memory.putInt(address + i * Integer.BYTES, ints[i]);
        }
    }

    /** A guest that has a long text loaded can be told to stop meanwhile. */
    private void proceed(int index) {
        if ((index & STRETCH - 1) == 0 && memory.getInt(State.INTERRUPT) != 0) {
            throw Signal.STOP;
        }
    }

    /** Zeroed storage that belongs to the object from now on. */
    private int storage(int object, int field, int countField, int count, int elementBytes) {
        if (count == 0) {
            return 0;
        }
        int bytes = Math.multiplyExact(count, elementBytes);
        int storage = heap.allocate(bytes);
        memory.fill(storage, 0, bytes);
        memory.putInt(object + field, storage);
        memory.putInt(object + countField, count);
        return storage;
    }

    private void writeConstants(int object, List<Object> constants) {
        int slot = storage(
                object, Layout.Prototype.CONSTANTS, Layout.Prototype.CONSTANT_COUNT, constants.size(), Layout.SLOT);
        for (Object constant : constants) {
            proceed(slot >> Layout.SLOT_SHIFT);
            writeConstant(slot, constant);
            slot += Layout.SLOT;
        }
    }

    private void writeConstant(int slot, Object constant) {
        if (constant instanceof ByteString string) {
            values.setObject(slot, strings.computeIfAbsent(string, key -> text.create(key.toByteArray())));
        } else if (constant instanceof Long integer) {
            values.setInteger(slot, integer);
        } else if (constant instanceof Double number) {
            values.setFloat(slot, number);
        } else if (constant instanceof Boolean truth) {
            values.setBoolean(slot, truth);
        } else {
            values.setNil(slot);
        }
    }

    private void writeUpvalues(int object, List<Prototype.Upvalue> upvalues) {
        int info = storage(
                object, Layout.Prototype.UPVALUES, Layout.Prototype.UPVALUE_COUNT, upvalues.size(), UpvalueInfo.BYTES);
        for (Prototype.Upvalue upvalue : upvalues) {
            memory.putInt(info + UpvalueInfo.NAME, name(upvalue.name()));
            memory.putInt(info + UpvalueInfo.IN_STACK, upvalue.inStack() ? 1 : 0);
            memory.putInt(info + UpvalueInfo.INDEX, upvalue.index());
            info += UpvalueInfo.BYTES;
        }
    }

    private void writeLocals(int object, List<Prototype.LocalVariable> locals) {
        int info =
                storage(object, Layout.Prototype.LOCALS, Layout.Prototype.LOCAL_COUNT, locals.size(), LocalInfo.BYTES);
        for (Prototype.LocalVariable local : locals) {
            memory.putInt(info + LocalInfo.NAME, name(local.name()));
            memory.putInt(info + LocalInfo.START_PC, local.startPc());
            memory.putInt(info + LocalInfo.END_PC, local.endPc());
            info += LocalInfo.BYTES;
        }
    }

    private int name(ByteString name) {
        return name == null ? 0 : text.create(name.toByteArray());
    }

    private void writeChildren(int object, List<Prototype> children, int source) {
        int child = storage(
                object, Layout.Prototype.CHILDREN, Layout.Prototype.CHILD_COUNT, children.size(), Integer.BYTES);
        for (Prototype prototype : children) {
            memory.putInt(child, write(prototype, source));
            child += Integer.BYTES;
        }
    }
}
