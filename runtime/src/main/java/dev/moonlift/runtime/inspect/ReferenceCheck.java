package dev.moonlift.runtime.inspect;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
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
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.heap.Color;
import dev.moonlift.runtime.kernel.heap.Phase;
import dev.moonlift.runtime.memory.Memory;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows every reference of every object that is not dead: it leads to another such object, of the kind that it says;
 * and while marking, from black to white only where the collector looks again. An entry in doubt of a weak table may
 * lead to what is dead, until the sweep, and is in a table that the collector will clear.
 */
final class ReferenceCheck {
    private static final int ANY_STRING = -1;

    private final Memory memory;
    private final ObjectCensus census;
    private final Consumer<String> problem;
    /** Tables in the lists of those with entries in doubt. */
    private final Set<Integer> listed = new HashSet<>();

    ReferenceCheck(Memory memory, ObjectCensus census, Consumer<String> problem) {
        this.memory = memory;
        this.census = census;
        this.problem = problem;
    }

    void check() {
        checkRoots();
        collectListed(State.WEAK);
        collectListed(State.EPHEMERON);
        census.objects().forEach(this::checkObject);
        checkGrayLists();
    }

    private void checkRoots() {
        checkReference("State", memory.getInt(State.MAIN), Tag.COROUTINE, false);
        checkReference("State", memory.getInt(State.COROUTINE), Tag.COROUTINE, false);
        checkSlot("ERROR_VALUE", State.ERROR_VALUE, false);
        checkSlot("REGISTRY", State.REGISTRY, false);
        checkSlot("GLOBALS", State.GLOBALS, false);
        checkSlot("STRING_METATABLE", State.STRING_METATABLE, false);
        checkSlot("TRACEBACK", State.TRACEBACK, false);
        checkSlots(
                "a scratch slot",
                State.SCRATCH_SLOTS,
                (State.SCRATCH_SLOTS_END - State.SCRATCH_SLOTS) / Layout.SLOT,
                false);
        checkSlots("the prelude", memory.getInt(State.PRELUDE), memory.getInt(State.PRELUDE_COUNT), false);
        for (int i = 0; i < Layout.MAX_NAMES; i++) {
            checkReference("NAMES", memory.getInt(Layout.NAMES + 4 * i), ANY_STRING, false);
        }
    }

    private void checkObject(int object) {
        int color = census.mark(object) & Color.COLORS;
        boolean isBeingRevived = memory.getInt(State.GC_PHASE) == Phase.REVIVING
                && (color == 0 || memory.getInt(State.TRAVERSED) == object);
        if (!isBeingRevived) {
            checkReferences(object);
        }
    }

    private void checkReferences(int object) {
        boolean mustBeReached = memory.getInt(State.GC_PHASE) == Phase.MARKING
                && (census.mark(object) & Color.BLACK) != 0
                && memory.getInt(State.TRAVERSED) != object;
        String name = census.name(object);
        switch (census.kind(object)) {
            case Tag.TABLE -> checkTable(name, object, mustBeReached);
            case Tag.CLOSURE -> checkClosure(name, object, mustBeReached);
            case Tag.BUILTIN_CLOSURE ->
                checkSlots(
                        name,
                        object + BuiltinClosure.UPVALUES,
                        memory.getUnsignedByte(object + Header.EXTRA),
                        mustBeReached);
            case Tag.USERDATA -> {
                checkReference(name, memory.getInt(object + Userdata.METATABLE), Tag.TABLE, mustBeReached);
                checkSlot(name, object + Userdata.VALUE, mustBeReached);
            }
            case Tag.COROUTINE -> checkCoroutine(name, object);
            case Tag.UPVALUE -> {
                int slot = memory.getInt(object + Upvalue.SLOT_ADDRESS);
                checkSlot(name, slot, mustBeReached && slot == object + Upvalue.CLOSED);
            }
            case Tag.PROTOTYPE -> checkPrototype(name, object, mustBeReached);
            default -> {}
        }
    }

    // --- references ---

    private void checkSlots(String owner, int first, int count, boolean mustBeReached) {
        for (int i = 0; i < count; i++) {
            checkSlot(owner, first + Layout.SLOT * i, mustBeReached);
        }
    }

    private void checkSlot(String owner, int slot, boolean mustBeReached) {
        checkValue(owner, memory.getLong(slot), memory.getByte(slot + Layout.TAG), mustBeReached);
    }

    private void checkValue(String owner, long payload, int tag, boolean mustBeReached) {
        if (tag < Tag.NIL || tag > Tag.COROUTINE) {
            problem.accept(owner + " has a value with tag " + tag);
        } else if (tag >= Tag.FIRST_COLLECTABLE) {
            if (payload >>> 32 != 0 || payload == 0) {
                problem.accept(owner + " has an object with payload " + payload);
            }
            checkReference(owner, (int) payload, tag, mustBeReached);
        }
    }

    /** A value, or a key, in doubt. */
    private void checkDoubt(String owner, int object, int tag) {
        int phase = memory.getInt(State.GC_PHASE);
        if (phase == Phase.PAUSED || phase >= Phase.SWEEPING_STRINGS) {
            problem.accept(owner + " has an entry in doubt in phase " + phase);
        } else if (tag > Tag.COROUTINE && tag != Tag.DEAD_KEY || tag == Tag.NIL) {
            problem.accept(owner + " has an entry in doubt with tag " + tag);
        } else if (tag >= Tag.FIRST_COLLECTABLE && !census.isObject(object) && !census.isDead(object)) {
            problem.accept(owner + " has in doubt " + object + ", which is no object");
        }
    }

    private void checkReference(String owner, int object, int kind, boolean mustBeReached) {
        if (object == 0) {
            return;
        }
        if (!census.isObject(object)) {
            problem.accept(
                    owner + " refers to " + object + ", which is " + (census.isDead(object) ? "dead" : "no object"));
        } else if (kind == ANY_STRING ? census.kind(object) > Tag.LONG_STRING : census.kind(object) != kind) {
            problem.accept(owner + " refers to " + census.name(object) + " as kind " + kind);
        } else if (mustBeReached && (census.mark(object) & Color.WHITES) != 0) {
            problem.accept(owner + " is black and refers to white " + census.name(object));
        }
    }

    // --- kinds ---

    private void checkClosure(String name, int closure, boolean mustBeReached) {
        checkReference(name, memory.getInt(closure + Closure.PROTOTYPE), Tag.PROTOTYPE, mustBeReached);
        for (int i = 0; i < memory.getUnsignedByte(closure + Header.EXTRA); i++) {
            checkReference(name, memory.getInt(closure + Closure.UPVALUES + 4 * i), Tag.UPVALUE, mustBeReached);
        }
    }

    private void checkPrototype(String name, int prototype, boolean mustBeReached) {
        checkReference(name, memory.getInt(prototype + Prototype.SOURCE), ANY_STRING, mustBeReached);
        checkSlots(
                name,
                memory.getInt(prototype + Prototype.CONSTANTS),
                memory.getInt(prototype + Prototype.CONSTANT_COUNT),
                mustBeReached);
        int children = memory.getInt(prototype + Prototype.CHILDREN);
        for (int i = 0; i < memory.getInt(prototype + Prototype.CHILD_COUNT); i++) {
            checkReference(name, memory.getInt(children + 4 * i), Tag.PROTOTYPE, mustBeReached);
        }
        int upvalues = memory.getInt(prototype + Prototype.UPVALUES) + UpvalueInfo.NAME;
        for (int i = 0; i < memory.getInt(prototype + Prototype.UPVALUE_COUNT); i++) {
            checkReference(name, memory.getInt(upvalues + UpvalueInfo.BYTES * i), ANY_STRING, mustBeReached);
        }
        int locals = memory.getInt(prototype + Prototype.LOCALS) + LocalInfo.NAME;
        for (int i = 0; i < memory.getInt(prototype + Prototype.LOCAL_COUNT); i++) {
            checkReference(name, memory.getInt(locals + LocalInfo.BYTES * i), ANY_STRING, mustBeReached);
        }
    }

    private void checkCoroutine(String name, int coroutine) {
        int stack = memory.getInt(coroutine + Coroutine.STACK);
        int end = memory.getInt(coroutine + Coroutine.STACK_END);
        int top = memory.getInt(coroutine + Coroutine.TOP);
        checkReference(name, memory.getInt(coroutine + Coroutine.RESUMER), Tag.COROUTINE, false);
        checkSlots(name, stack, (end - stack) / Layout.SLOT, false);
        checkUnchanged(name, coroutine);
        if (top < stack || top > end) {
            problem.accept(name + " has its top outside its stack");
        }
        int above = end;
        int upvalue = memory.getInt(coroutine + Coroutine.OPEN_UPVALUES);
        for (; upvalue != 0; upvalue = memory.getInt(upvalue + Upvalue.NEXT_OPEN)) {
            int slot = memory.getInt(upvalue + Upvalue.SLOT_ADDRESS);
            checkReference(name, upvalue, Tag.UPVALUE, false);
            if (slot < stack || slot >= above) {
                problem.accept(name + " has an open upvalue in a wrong place, at " + slot);
                return;
            }
            above = slot;
        }
    }

    /** Below the guard of a black coroutine nothing has changed since it was visited. */
    private void checkUnchanged(String name, int coroutine) {
        if (memory.getInt(State.GC_PHASE) != Phase.MARKING
                || memory.getInt(State.TRAVERSED) == coroutine
                || memory.getInt(coroutine + Coroutine.GUARD_CYCLE) != memory.getInt(State.CYCLE)) {
            return;
        }
        int guard = memory.getInt(coroutine + Coroutine.FRAMES) + memory.getInt(coroutine + Coroutine.GUARD);
        boolean isRunning = memory.getInt(State.COROUTINE) == coroutine;
        if (guard > memory.getInt(isRunning ? State.FRAME : coroutine + Coroutine.FRAME)
                || (memory.getInt(guard + Frame.FLAGS) & FrameFlag.GUARD) == 0) {
            problem.accept(name + " has a guard that may be left unnoticed");
        }
        int stack = memory.getInt(coroutine + Coroutine.STACK);
        int slots = (memory.getInt(guard + Frame.FUNCTION) - stack) / Layout.SLOT;
        checkSlots(name + " below its guard", stack, slots, true);
    }

    // --- tables ---

    private void checkTable(String name, int table, boolean mustBeReached) {
        checkReference(name, memory.getInt(table + Table.METATABLE), Tag.TABLE, mustBeReached);
        int capacity = memory.getInt(table + Table.CAPACITY);
        int array = memory.getInt(table + Table.ARRAY);
        int border = memory.getInt(table + Table.BORDER);
        if (border < 0 || border > capacity) {
            problem.accept(name + " has border " + border + " and capacity " + capacity);
        }
        boolean isInDoubt = false;
        for (int i = 1; i <= capacity; i++) {
            int tag = memory.getByte(array + i - 1);
            if (tag < 0) {
                isInDoubt = true;
                checkDoubt(name, memory.getInt(array - 8 * i), tag & ~Tag.IN_DOUBT);
            } else {
                checkValue(name, memory.getLong(array - 8 * i), tag, mustBeReached);
            }
        }
        int first = memory.getInt(table + Table.NODES);
        int end = first + (Node.BYTES << memory.getByte(table + Header.EXTRA2));
        if (first != State.EMPTY_NODE) {
            int free = memory.getInt(first + Node.FREE_POINTER);
            if (free < first || free > end) {
                problem.accept(name + " looks for free nodes at " + free);
            }
            isInDoubt |= checkNodes(name, table, first, end, mustBeReached);
        } else if (memory.getByte(first + Node.KEY_TAG) != Tag.NIL
                || memory.getByte(first + Node.VALUE_TAG) != Tag.NIL) {
            problem.accept("the node of empty hash parts is not empty");
        }
        if (isInDoubt && !isToBeCleared(table)) {
            problem.accept(name + " has an entry in doubt and is in no list");
        }
    }

    private boolean isToBeCleared(int table) {
        return listed.contains(table)
                || memory.getInt(State.TRAVERSED) == table
                || memory.getInt(State.GC_PHASE) == Phase.MARKING && (census.mark(table) & Color.COLORS) == 0;
    }

    /** Whether there is a node in doubt. */
    private boolean checkNodes(String name, int table, int first, int end, boolean mustBeReached) {
        Set<Integer> targets = new HashSet<>();
        for (int node = first; node < end; node += Node.BYTES) {
            int next = memory.getInt(node + Node.NEXT);
            if (next != 0 && (next < first || next >= end || (next - first) % Node.BYTES != 0 || !targets.add(next))) {
                problem.accept(name + " has a broken chain at " + node);
                return false;
            }
        }
        boolean isInDoubt = false;
        for (int node = first; node < end; node += Node.BYTES) {
            checkPosition(name, table, node, first, end);
            if (memory.getByte(node + Node.VALUE_TAG) < 0) {
                isInDoubt = true;
                checkDoubt(
                        name, memory.getInt(node + Node.VALUE), memory.getByte(node + Node.VALUE_TAG) & ~Tag.IN_DOUBT);
                checkDoubt(name + "'s key", memory.getInt(node + Node.KEY), memory.getByte(node + Node.KEY_TAG));
            } else {
                checkNode(name, node, mustBeReached);
            }
        }
        return isInDoubt;
    }

    private void checkNode(String name, int node, boolean mustBeReached) {
        int valueTag = memory.getByte(node + Node.VALUE_TAG);
        int keyTag = memory.getByte(node + Node.KEY_TAG);
        boolean isDead = keyTag == Tag.DEAD_KEY;
        if (isDead ? valueTag != Tag.NIL : keyTag == Tag.NIL && valueTag != Tag.NIL) {
            problem.accept(name + " has a value at " + node + " without a key");
        }
        boolean counts = mustBeReached && valueTag != Tag.NIL;
        checkValue(name, memory.getLong(node + Node.VALUE), valueTag, counts);
        if (!isDead) {
            checkValue(name + "'s key", memory.getLong(node + Node.KEY), keyTag, counts);
        }
    }

    /** A short string is found from its main position, and the table's filter knows it. */
    private void checkPosition(String name, int table, int node, int first, int end) {
        if (memory.getByte(node + Node.KEY_TAG) != Tag.SHORT_STRING
                || memory.getByte(node + Node.VALUE_TAG) == Tag.NIL) {
            return;
        }
        int mask = (end - first) / Node.BYTES - 1;
        int hash = memory.getInt(memory.getInt(node + Node.KEY) + Str.HASH);
        if ((memory.getInt(table + Table.FILTER) & Table.filterBit(hash)) == 0) {
            problem.accept(name + " has a string key at " + node + " that its filter lacks");
        }
        int candidate = first + Node.BYTES * (hash & mask);
        while (candidate != 0 && candidate != node) {
            candidate = memory.getInt(candidate + Node.NEXT);
        }
        if (candidate == 0) {
            problem.accept(name + " has a string key at " + node + " that a search does not find");
        }
    }

    // --- gray lists ---

    private void checkGrayLists() {
        Set<Integer> gray = new HashSet<>();
        int phase = memory.getInt(State.GC_PHASE);
        if (phase == Phase.MARKING || phase == Phase.REVIVING) {
            collectGray(State.GRAY, gray);
            collectGray(State.GRAY_AGAIN, gray);
        } else if ((memory.getInt(State.GRAY) | memory.getInt(State.GRAY_AGAIN) | memory.getInt(State.AWAKE)) != 0) {
            problem.accept("there is something gray outside marking");
        }
        boolean isOpen = phase > Phase.PAUSED && phase < Phase.SWEEPING_STRINGS;
        if (!isOpen
                && (memory.getInt(State.TRAVERSED) | memory.getInt(State.WEAK) | memory.getInt(State.EPHEMERON)) != 0) {
            problem.accept("there is something to be visited or cleared in phase " + phase);
        }
        for (int object : census.objects()) {
            if ((census.mark(object) & Color.COLORS) == 0 && !gray.contains(object)) {
                problem.accept(census.name(object) + " is gray and in no list");
            }
        }
    }

    private void collectListed(int list) {
        for (int table = memory.getInt(list); table != 0; table = memory.getInt(table + Table.GRAY)) {
            if (!census.isObject(table) || (census.mark(table) & Color.BLACK) == 0 || !listed.add(table)) {
                problem.accept("list of tables with entries in doubt is broken at " + table);
                return;
            }
        }
    }

    private void collectGray(int list, Set<Integer> gray) {
        int object = memory.getInt(list);
        while (object != 0) {
            if (!census.isObject(object) || (census.mark(object) & Color.COLORS) != 0 || !gray.add(object)) {
                problem.accept("gray list is broken at " + object);
                return;
            }
            object = memory.getInt(object + grayLink(object));
        }
    }

    private int grayLink(int object) {
        return switch (census.kind(object)) {
            case Tag.TABLE -> Table.GRAY;
            case Tag.COROUTINE -> Coroutine.GRAY;
            case Tag.PROTOTYPE -> Prototype.GRAY;
            default -> Closure.GRAY;
        };
    }
}
