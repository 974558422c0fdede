package dev.moonlift.runtime.inspect;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.LocalInfo;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Layout.UpvalueInfo;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Color;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.heap.Phase;
import dev.moonlift.runtime.kernel.lib.PatternProgram;
import dev.moonlift.runtime.kernel.lib.StringScratch;
import dev.moonlift.runtime.memory.Memory;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Walks the lists of objects and the intern table, and claims the storage of every object. */
final class ObjectCensus {
    private final Memory memory;
    private final StorageMap storage;
    private final Consumer<String> problem;
    /** Every object that is not dead. */
    private final Set<Integer> objects = new LinkedHashSet<>();

    private final Set<Integer> dead = new LinkedHashSet<>();
    private int finalizable;

    ObjectCensus(Memory memory, StorageMap storage, Consumer<String> problem) {
        this.memory = memory;
        this.storage = storage;
        this.problem = problem;
    }

    Set<Integer> objects() {
        return objects;
    }

    boolean isObject(int address) {
        return objects.contains(address);
    }

    boolean isDead(int address) {
        return dead.contains(address);
    }

    // --- lists ---

    void take() {
        takeCells();
        takeLargeObjects();
        takeStrings();
        checkFinalizers();
        claimRoots();
    }

    private void takeCells() {
        storage.objectCells().forEach(object -> {
            if (kind(object) < Tag.LONG_STRING || kind(object) > Tag.PROTOTYPE) {
                problem.accept(name(object) + " is in a cell of an object");
            } else if (mark(object) != Color.ORPHAN) {
                add(object);
            }
        });
    }

    private void takeLargeObjects() {
        int object = memory.getInt(State.LARGE_OBJECTS);
        while (object != 0) {
            if (!storage.isInUse(object) || objectBytes(object) <= Heap.SMALL_LIMIT || !add(object)) {
                problem.accept("list of large objects is broken at " + object);
                return;
            }
            object = memory.getInt(object + Header.NEXT);
        }
    }

    private void takeStrings() {
        int count = 0;
        for (int i = 0; i < memory.getInt(State.INTERN_SIZE); i++) {
            int string = memory.getInt(memory.getInt(State.INTERN_TABLE) + 4 * i);
            while (string != 0) {
                if (!storage.isInUse(string) || !add(string)) {
                    problem.accept("bucket " + i + " of the intern table is broken at " + string);
                    return;
                }
                checkInterned(string, i);
                count++;
                string = memory.getInt(string + Header.NEXT);
            }
        }
        if (count != memory.getInt(State.INTERN_COUNT)) {
            problem.accept("INTERN_COUNT is " + memory.getInt(State.INTERN_COUNT) + ", not " + count);
        }
    }

    private void checkInterned(int string, int bucket) {
        if (kind(string) != Tag.SHORT_STRING || memory.getInt(string + Str.LENGTH) > Str.MAX_SHORT) {
            problem.accept(name(string) + " is in the intern table");
        }
        if ((memory.getInt(string + Str.HASH) & memory.getInt(State.INTERN_SIZE) - 1) != bucket) {
            problem.accept(name(string) + " is in the wrong bucket " + bucket);
        }
    }

    private boolean add(int object) {
        boolean isDead = (mark(object) & otherWhite()) != 0;
        if (objects.contains(object) || dead.contains(object)) {
            return false;
        }
        (isDead ? dead : objects).add(object);
        checkMark(object, isDead);
        finalizable += (mark(object) & Color.FINALIZED) != 0 ? 1 : 0;
        claimObject(object);
        return true;
    }

    private int otherWhite() {
        return memory.getInt(State.CURRENT_WHITE) ^ Color.WHITES;
    }

    private void checkMark(int object, boolean isDead) {
        int phase = memory.getInt(State.GC_PHASE);
        int color = mark(object) & Color.COLORS;
        if (isDead && phase <= Phase.ATOMIC) {
            problem.accept(name(object) + " has the other white in phase " + phase);
        }
        if (phase == Phase.PAUSED && color != memory.getInt(State.CURRENT_WHITE)) {
            problem.accept(name(object) + " has colour " + color + " between two cycles");
        }
        if (phase > Phase.ATOMIC && phase != Phase.REVIVING && color == 0) {
            problem.accept(name(object) + " is gray after marking");
        }
        if (Integer.bitCount(color) > 1
                || (mark(object) & ~(Color.COLORS | Color.FINALIZED | awaited(object, isDead))) != 0) {
            problem.accept(name(object) + " has marks " + mark(object));
        }
    }

    /** Entries in doubt may wait for a white object, and have done so for a dead one. */
    private int awaited(int object, boolean isDead) {
        int phase = memory.getInt(State.GC_PHASE);
        boolean mayBe = (phase == Phase.MARKING || phase == Phase.ATOMIC) && (mark(object) & Color.WHITES) != 0;
        return mayBe || isDead ? Color.AWAITED : 0;
    }

    private void checkFinalizers() {
        int capacity = memory.getInt(State.FINALIZER_CAPACITY);
        int count = memory.getInt(State.FINALIZABLE);
        int first = memory.getInt(State.TO_FINALIZE_FIRST);
        int due = memory.getInt(State.TO_FINALIZE);
        int separated = memory.getInt(State.SEPARATED);
        boolean isSeparating =
                memory.getInt(State.GC_PHASE) == Phase.SEPARATING && memory.getInt(State.TO_FINALIZE_CURSOR) != 0;
        int open = isSeparating ? memory.getInt(State.TO_FINALIZE_CURSOR) : 0;
        int kept = isSeparating ? memory.getInt(State.SEPARATED_KEPT) : 0;
        int all = open + count - kept + due + separated;
        if (open > kept
                || kept > count
                || count > capacity
                || first + due + separated > capacity
                || all != finalizable) {
            problem.accept("lists of " + open + ", " + (count - kept) + ", " + due + " and " + separated
                    + " finalizable objects, where " + finalizable + " are flagged");
            return;
        }
        boolean mayBeDead =
                memory.getInt(State.GC_PHASE) > Phase.ATOMIC && memory.getInt(State.GC_PHASE) <= Phase.REVIVING;
        checkFlagged(0, open, mayBeDead);
        checkFlagged(kept, count - kept, mayBeDead && memory.getInt(State.GC_PHASE) == Phase.CLEARING_VALUES);
        checkFlagged(capacity + first, due, false);
        checkFlagged(capacity + first + due, separated, mayBeDead);
    }

    private void checkFlagged(int from, int count, boolean mayBeDead) {
        for (int i = from; i < from + count; i++) {
            int object = memory.getInt(memory.getInt(State.FINALIZERS) + 4 * i);
            boolean isThere = objects.contains(object) || mayBeDead && dead.contains(object);
            if (!isThere || (mark(object) & Color.FINALIZED) == 0) {
                problem.accept("object " + object + " in a list of finalizable ones is not one");
            }
        }
    }

    // --- storage ---

    private void claimRoots() {
        claimIfAny(State.INTERN_TABLE, 4 * memory.getInt(State.INTERN_SIZE), "the intern table");
        claimIfAny(State.BYTE_STRINGS, State.BYTE_STRINGS_BYTES, "the strings of a byte");
        claimIfAny(State.BUFFER, memory.getInt(State.BUFFER_CAPACITY), "the text buffer");
        claimIfAny(State.FINALIZERS, 8 * memory.getInt(State.FINALIZER_CAPACITY), "the lists of finalizable objects");
        claimIfAny(State.NUMBER_SCRATCH, State.NUMBER_SCRATCH_BYTES, "the scratch of conversions");
        claimIfAny(State.PRELUDE, Layout.SLOT * memory.getInt(State.PRELUDE_COUNT), "the prelude");
        int scratch = memory.getInt(State.STRING_SCRATCH);
        if (scratch != 0) {
            storage.claim(scratch, StringScratch.BYTES, "the scratch of the string library");
            claimPatterns(scratch + StringScratch.CACHE);
        }
    }

    private void claimPatterns(int cache) {
        for (int i = 0; i < StringScratch.CACHE_SIZE; i++) {
            int program = memory.getInt(cache + 4 * i);
            if (program != 0) {
                storage.claim(program, memory.getInt(program + PatternProgram.BYTES), "a cached pattern");
            }
        }
    }

    private void claimIfAny(int field, int bytes, String owner) {
        if (memory.getInt(field) != 0) {
            storage.claim(memory.getInt(field), bytes, owner);
        }
    }

    private void claimObject(int object) {
        storage.claim(object, objectBytes(object), name(object));
        switch (kind(object)) {
            case Tag.TABLE -> claimTable(object);
            case Tag.PROTOTYPE -> claimPrototype(object);
            case Tag.COROUTINE -> claimCoroutine(object);
            default -> {}
        }
    }

    private int objectBytes(int object) {
        int extra = memory.getUnsignedByte(object + Header.EXTRA);
        return switch (kind(object)) {
            case Tag.SHORT_STRING, Tag.LONG_STRING -> Str.BYTES + memory.getInt(object + Str.LENGTH);
            case Tag.TABLE -> storage.cellBytes(object);
            case Tag.CLOSURE -> Closure.UPVALUES + 4 * extra;
            case Tag.BUILTIN_CLOSURE -> BuiltinClosure.UPVALUES + Layout.SLOT * extra;
            case Tag.USERDATA -> Userdata.PAYLOAD + memory.getInt(object + Userdata.SIZE);
            case Tag.COROUTINE -> Coroutine.BYTES;
            case Tag.UPVALUE -> Upvalue.BYTES;
            case Tag.PROTOTYPE -> Prototype.BYTES;
            default -> -1;
        };
    }

    private void claimTable(int table) {
        int capacity = memory.getInt(table + Table.CAPACITY);
        int nodes = memory.getInt(table + Table.NODES);
        if (capacity != 0 && !Table.isInline(table, memory.getInt(table + Table.ARRAY))) {
            storage.claim(memory.getInt(table + Table.ARRAY) - 8 * capacity, 9 * capacity, name(table));
        }
        if (nodes != State.EMPTY_NODE && !Table.isInline(table, nodes)) {
            int bytes = Node.STORAGE_HEADER + (Node.BYTES << memory.getByte(table + Header.EXTRA2));
            storage.claim(nodes - Node.STORAGE_HEADER, bytes, name(table));
        }
    }

    private void claimPrototype(int prototype) {
        claimList(prototype, Prototype.CODE, Prototype.CODE_WORDS, 4);
        claimList(prototype, Prototype.LINES, Prototype.CODE_COUNT, 4);
        claimList(prototype, Prototype.CONSTANTS, Prototype.CONSTANT_COUNT, Layout.SLOT);
        claimList(prototype, Prototype.CHILDREN, Prototype.CHILD_COUNT, 4);
        claimList(prototype, Prototype.UPVALUES, Prototype.UPVALUE_COUNT, UpvalueInfo.BYTES);
        claimList(prototype, Prototype.LOCALS, Prototype.LOCAL_COUNT, LocalInfo.BYTES);
    }

    private void claimList(int prototype, int field, int count, int bytes) {
        claimIfAny(prototype + field, bytes * memory.getInt(prototype + count), name(prototype));
    }

    private void claimCoroutine(int coroutine) {
        int stackBytes = memory.getInt(coroutine + Coroutine.STACK_END) - memory.getInt(coroutine + Coroutine.STACK);
        int frameBytes = memory.getInt(coroutine + Coroutine.FRAMES_END) - memory.getInt(coroutine + Coroutine.FRAMES);
        claimIfAny(coroutine + Coroutine.STACK, stackBytes, name(coroutine) + "'s stack");
        claimIfAny(coroutine + Coroutine.FRAMES, frameBytes, name(coroutine) + "'s frames");
        int upvalue = memory.getInt(coroutine + Coroutine.OPEN_UPVALUES);
        for (; upvalue != 0; upvalue = memory.getInt(upvalue + Upvalue.NEXT_OPEN)) {
            if (mark(upvalue) == Color.ORPHAN) {
                storage.claim(upvalue, Upvalue.BYTES, name(upvalue));
            }
        }
    }

    // --- objects ---

    int kind(int object) {
        return memory.getByte(object + Header.KIND);
    }

    int mark(int object) {
        return memory.getByte(object + Header.MARK);
    }

    String name(int object) {
        String kind = switch (kind(object)) {
            case Tag.SHORT_STRING, Tag.LONG_STRING -> "string ";
            case Tag.TABLE -> "table ";
            case Tag.CLOSURE -> "closure ";
            case Tag.BUILTIN_CLOSURE -> "builtin closure ";
            case Tag.USERDATA -> "userdata ";
            case Tag.COROUTINE -> "coroutine ";
            case Tag.UPVALUE -> "upvalue ";
            case Tag.PROTOTYPE -> "prototype ";
            default -> "object of kind " + kind(object) + " ";
        };
        return kind + object;
    }
}
