package dev.moonlift.runtime.host;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.lib.StandardFile;
import dev.moonlift.runtime.memory.Memory;

/** Makes the three files of the io library: userdata with one metatable, which has the methods. */
final class StandardFiles {
    private static final int VALUE = State.SCRATCH_SLOTS;
    private static final int PAYLOAD_BYTES = 8;

    private final JvmKernel kernel;
    private final Memory memory;
    private final int library;
    private final int registry;

    private StandardFiles(JvmKernel kernel, int library, int registry) {
        this.kernel = kernel;
        this.memory = kernel.memory;
        this.library = library;
        this.registry = registry;
    }

    /** Adds the files to the table of the io library, their type and the default files to the registry. */
    static void create(JvmKernel kernel, int library, int registry) {
        new StandardFiles(kernel, library, registry).create();
    }

    private void create() {
        int metatable = newMetatable();
        addObject(registry, "FILE*", metatable);
        addObject(registry, "_IO_input", addFile("stdin", StandardFile.INPUT, metatable));
        addObject(registry, "_IO_output", addFile("stdout", StandardFile.OUTPUT, metatable));
        addFile("stderr", StandardFile.ERROR, metatable);
    }

    private int newMetatable() {
        int methods = kernel.tables.create(0, 0);
        addBuiltin(methods, "close", Builtin.IO_FILE_CLOSE);
        addBuiltin(methods, "flush", Builtin.IO_FILE_FLUSH);
        addBuiltin(methods, "lines", Builtin.IO_FILE_LINES);
        addBuiltin(methods, "read", Builtin.IO_FILE_READ);
        addBuiltin(methods, "seek", Builtin.IO_FILE_SEEK);
        addBuiltin(methods, "setvbuf", Builtin.IO_FILE_SETVBUF);
        addBuiltin(methods, "write", Builtin.IO_FILE_WRITE);
        int metatable = kernel.tables.create(0, 0);
        addBuiltin(metatable, "__tostring", Builtin.IO_FILE_TOSTRING);
        addBuiltin(metatable, "__close", Builtin.IO_FILE_RELEASE);
        addBuiltin(metatable, "__gc", Builtin.IO_FILE_RELEASE);
        addObject(metatable, "__index", methods);
        addObject(metatable, "__name", kernel.text.create("FILE*"));
        return metatable;
    }

    private int addFile(String name, int stream, int metatable) {
        int file = kernel.heap.newObject(Tag.USERDATA, Userdata.PAYLOAD + PAYLOAD_BYTES);
        memory.putInt(file + Userdata.METATABLE, metatable);
        memory.putInt(file + Userdata.GRAY, 0);
        memory.putInt(file + Userdata.SIZE, PAYLOAD_BYTES);
        kernel.values.set(file + Userdata.VALUE, 0, Tag.NIL);
        memory.putLong(file + Userdata.PAYLOAD, stream);
        addObject(library, name, file);
        return file;
    }

    private void addBuiltin(int table, String name, int number) {
        kernel.values.set(VALUE, number, Tag.BUILTIN);
        kernel.tables.putString(table, kernel.text.create(name), VALUE);
    }

    private void addObject(int table, String name, int object) {
        kernel.values.setObject(VALUE, object);
        kernel.tables.putString(table, kernel.text.create(name), VALUE);
    }
}
