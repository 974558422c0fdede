package dev.moonlift.runtime.host;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Text;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.CoroutineStatus;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.lib.StringArithmetic;
import dev.moonlift.runtime.memory.Memory;
import java.lang.reflect.Field;
import java.util.Set;

/** Makes a guest in a memory of zeros: heap, strings, main coroutine, libraries. */
final class GuestBoot {
    private static final int VALUE = State.SCRATCH_SLOTS;
    private static final String[] NAMES = readNames();

    private final Memory memory;
    private final JvmKernel kernel;
    private final Value values;

    private GuestBoot(Memory memory) {
        this.memory = memory;
        this.kernel = new JvmKernel(memory);
        this.values = kernel.values;
    }

    private static String[] readNames() {
        String[] names = new String[Name.COUNT];
        for (Field field : Name.class.getFields()) {
            Text text = field.getAnnotation(Text.class);
            if (text != null) {
                names[ConstantFields.valueOf(field)] = text.value();
            }
        }
        return names;
    }

    /** Boots a guest whose random numbers are still to be seeded. */
    static void boot(Memory memory, int hashSeed, Set<Grant> grants) {
        GuestBoot boot = new GuestBoot(memory);
        boot.bootKernel(hashSeed);
        boot.createLibraries(grants);
        Prelude.load(boot.kernel);
    }

    private void bootKernel(int hashSeed) {
        kernel.heap.boot(memory.maximum());
        kernel.tables.boot();
        kernel.strings.boot(hashSeed);
        kernel.buffer.boot();
        for (int i = 0; i < NAMES.length; i++) {
            memory.putInt(Layout.NAMES + Integer.BYTES * i, kernel.text.create(NAMES[i]));
        }
        memory.putInt(State.NUMBER_SCRATCH, kernel.heap.allocate(State.NUMBER_SCRATCH_BYTES));
        kernel.stringScratch.boot();
        int main = kernel.stacks.newCoroutine();
        memory.putInt(State.MAIN, main);
        kernel.stacks.activate(main);
        kernel.stacks.setStatus(main, CoroutineStatus.RUNNING);
    }

    // --- libraries ---

    private void createLibraries(Set<Grant> grants) {
        int globals = newTable();
        int loaded = newTable();
        values.setObject(State.GLOBALS, globals);
        values.setObject(State.REGISTRY, newTable());
        putObject(values.object(State.REGISTRY), "_LOADED", loaded);
        putObject(loaded, "_G", globals);
        putObject(globals, "_G", globals);
        putText(globals, "_VERSION", "Lua 5.4");
        for (LibraryCatalog.Entry entry : LibraryCatalog.entries()) {
            if (entry.isIn(grants)) {
                int library = library(globals, loaded, entry.library());
                values.set(VALUE, entry.number(), Tag.BUILTIN);
                putString(library, entry.name());
            }
        }
        createConstants(globals, loaded);
        createStringMetatable(globals, loaded);
        if (grants.contains(Grant.IO)) {
            StandardFiles.create(kernel, library(globals, loaded, "io"), values.object(State.REGISTRY));
        }
        if (grants.contains(Grant.MODULES)) {
            createPackage(library(globals, loaded, "package"), loaded);
        }
    }

    private int newTable() {
        return kernel.tables.create(0, 0);
    }

    /** The table of a library, made at its first function; the globals for the library without a name. */
    private int library(int globals, int loaded, String name) {
        if (name.isEmpty()) {
            return globals;
        }
        int found = kernel.tables.getString(globals, kernel.text.create(name));
        if (!values.isNil(found)) {
            return values.object(found);
        }
        int library = newTable();
        putObject(globals, name, library);
        putObject(loaded, name, library);
        return library;
    }

    private void createConstants(int globals, int loaded) {
        int math = library(globals, loaded, "math");
        int utf8 = library(globals, loaded, "utf8");
        values.setFloat(VALUE, Math.PI);
        putString(math, "pi");
        values.setFloat(VALUE, Double.POSITIVE_INFINITY);
        putString(math, "huge");
        values.setInteger(VALUE, Long.MAX_VALUE);
        putString(math, "maxinteger");
        values.setInteger(VALUE, Long.MIN_VALUE);
        putString(math, "mininteger");
        putBytes(utf8, "charpattern", new byte[] {
            '[', 0, '-', 0x7F, (byte) 0xC2, '-', (byte) 0xFD, ']', '[', (byte) 0x80, '-', (byte) 0xBF, ']', '*'
        });
    }

    private void createStringMetatable(int globals, int loaded) {
        int string = library(globals, loaded, "string");
        int metatable = newTable();
        putObject(metatable, "__index", string);
        for (int event = Name.ADD; event <= Name.UNM; event++) {
            int builtin = StringArithmetic.builtin(event);
            if (builtin != 0) {
                values.set(VALUE, builtin, Tag.BUILTIN);
                putString(metatable, NAMES[event]);
            }
        }
        values.setObject(State.STRING_METATABLE, metatable);
    }

    private void createPackage(int library, int loaded) {
        putObject(values.object(State.REGISTRY), "_PACKAGE", library);
        putObject(library, "loaded", loaded);
        putObject(library, "searchers", newSearchers());
        int preload = newTable();
        putObject(library, "preload", preload);
        putObject(values.object(State.REGISTRY), "_PRELOAD", preload);
        putText(library, "path", "?.lua;?/init.lua");
        putText(library, "cpath", "");
        putText(library, "config", "/\n;\n?\n!\n-\n");
    }

    private int newSearchers() {
        int searchers = newTable();
        values.set(VALUE, Builtin.SEARCH_PRELOAD, Tag.BUILTIN);
        kernel.tables.putInteger(searchers, 1, VALUE);
        values.set(VALUE, Builtin.SEARCH_FOLDER, Tag.BUILTIN);
        kernel.tables.putInteger(searchers, 2, VALUE);
        return searchers;
    }

    private void putText(int table, String key, String value) {
        putObject(table, key, kernel.text.create(value));
    }

    private void putBytes(int table, String key, byte[] value) {
        putObject(table, key, kernel.text.create(value));
    }

    private void putObject(int table, String key, int object) {
        values.setObject(VALUE, object);
        putString(table, key);
    }

    /** Stores what the slot VALUE holds. */
    private void putString(int table, String key) {
        kernel.tables.putString(table, kernel.text.create(key), VALUE);
    }
}
