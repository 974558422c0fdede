package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays a function on from where a guest's frame is, without changing the guest, to see what its instructions give:
 * reads memory, keeps what is written to itself, and follows calls of Lua functions. What it cannot know is UNKNOWN,
 * and of a test of that it takes one way, then the other; loops that count end after some rounds. So it may err; its
 * profiles are expectations.
 */
final class Rehearsal {
    private static final int MOST_INSTRUCTIONS = 6000;
    private static final int MOST_DEPTH = 6;
    /** Instructions of one function; others should have their turn. */
    static final int MOST_OF_ONE = 3000;

    /** Extra arguments of a function, and results of a call that gives all, that are looked at. */
    private static final int MOST_VALUES = 32;

    static final int UNKNOWN = -1;

    // What its activations share.

    final Memory memory;
    final HeapReader heap;
    final LibraryPlay library;
    final CreatedClosures created;

    private final Map<Integer, FunctionCode> functions = new LinkedHashMap<>();
    private final Map<Integer, Profile> profiles = new HashMap<>();
    /** A closure of each function. */
    private final Map<Integer, Integer> closures = new HashMap<>();
    /** By address of a TFORCALL in whose loop the function was found: what it gave last. */
    private final Map<Integer, Cells> given = new HashMap<>();

    private List<FunctionCode> withoutCaller;

    private int instructions;
    private boolean coin;

    Rehearsal(Memory memory) {
        this.memory = memory;
        this.heap = new HeapReader(memory);
        this.library = new LibraryPlay(heap, MOST_VALUES);
        this.created = new CreatedClosures(memory);
    }

    /** The functions that were played, the first of them first; without those that only a caller calls. */
    List<FunctionCode> functions() {
        return withoutCaller != null ? withoutCaller : List.copyOf(functions.values());
    }

    Profile profile(int prototype) {
        return profiles.get(prototype);
    }

    /** Reads a function without playing it: nothing is expected of it. */
    void read(int prototype) {
        function(prototype);
        profiles.get(prototype).expectNothing();
    }

    /**
     * Plays the function of a frame: on from its PC, and once more from the beginning.
     *
     * @param isCompiled whether it may have run compiled: then slots of registers that are dead say nothing
     */
    void play(int frame, boolean isCompiled) {
        int func = memory.getInt(frame + Frame.FUNCTION);
        int closure = memory.getInt(func);
        FunctionCode function = function(memory.getInt(closure + Closure.PROTOTYPE));
        int pc = memory.getInt(frame + Frame.PC) - function.codeAddress() >> 2;
        Cells registers = readSlots(func + Layout.SLOT, function.registers());
        Cells varargs = readVarargs(function, frame);
        if (pc >= 0 && pc < function.code().length) {
            if (pc > 0 && frame != memory.getInt(State.FRAME)) {
                // It waits for what the instruction before has called.
                int first = Instruction.a(function.code()[pc - 1]);
                for (int r = first;
                        r < first + MetaEvent.results(function.code()[pc - 1]) && r < registers.count();
                        r++) {
                    registers.set(r, UNKNOWN, 0);
                }
            }
            lookAtLoops(function, registers, pc);
            new Activation(this, function, closure, registers, varargs, 0).run(pc);
        }
        instructions = Math.min(instructions, MOST_OF_ONE);
        Cells fresh = new Cells(function.registers());
        Cells now = readSlots(func + Layout.SLOT, function.registers());
        Liveness liveness = isCompiled ? new Liveness(function, new Flow(function.code())) : null;
        for (int r = 0; r < function.parameters(); r++) {
            boolean isSeen = liveness == null || pc < 0 || pc >= function.code().length || liveness.isLive(r, pc);
            if (isSeen) {
                fresh.copy(r, now, r);
            } else {
                fresh.set(r, UNKNOWN, 0);
            }
        }
        new Activation(this, function, closure, fresh, varargs, 0).run(0);
        closures.forEach((prototype, first) -> guess(functions.get(prototype), first));
    }

    /**
     * What iterators have given last in the loops around an instruction: of those that cannot be played, that counts.
     */
    private void lookAtLoops(FunctionCode function, Cells registers, int pc) {
        int[] code = function.code();
        for (int call = pc; call + 1 < code.length; call++) {
            int beginning = call + 2 - Instruction.bx(code[call + 1]);
            if ((code[call] & 0xFF) == Op.TFORCALL && beginning <= pc) {
                int first = Instruction.a(code[call]) + 4;
                Cells values = new Cells(Math.min(Instruction.c(code[call]), registers.count() - first));
                for (int n = 0; n < values.count(); n++) {
                    values.copy(n, registers, first + n);
                }
                given.put(function.codeAddress() + 4 * call, values);
            }
        }
    }

    /**
     * What a function does where the play did not come: variables outside of it hold what they hold, and if that is a
     * function, a call of it calls that.
     */
    private void guess(FunctionCode function, int closure) {
        Profile profile = profiles.get(function.prototype());
        Cells registers = new Cells(function.registers());
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc++) {
            int i = code[pc];
            int op = i & 0xFF;
            int a = Instruction.a(i);
            if (op == Op.GETUPVAL) {
                created.upvalue(closure, Instruction.b(i), registers, a);
                if (!profile.isVisited(pc) && registers.tag(a) != UNKNOWN) {
                    profile.sawResult(pc, Kind.ofTag(registers.tag(a)));
                }
            } else if ((op == Op.CALL || op == Op.TAILCALL)
                    && !profile.isVisited(pc)
                    && registers.tag(a) == Tag.CLOSURE) {
                profile.sawCallee(pc, created.prototype((int) registers.payload(a)));
            } else {
                registers.set(a % registers.count(), UNKNOWN, 0);
            }
        }
    }

    /**
     * Plays the function that called the one that was played, since it may know more of the arguments than slots do.
     */
    void playCaller(int frame, boolean isCompiled) {
        withoutCaller = functions();
        play(frame, isCompiled);
    }

    private Cells readSlots(int first, int count) {
        Cells cells = new Cells(count);
        for (int r = 0; r < count; r++) {
            int slot = first + Layout.SLOT * r;
            cells.set(r, memory.getByte(slot + Layout.TAG), memory.getLong(slot));
        }
        return cells;
    }

    private Cells readVarargs(FunctionCode function, int frame) {
        int passed = (memory.getInt(frame + Frame.VARARG_BYTES) >> Layout.SLOT_SHIFT) - 1;
        int count = function.isVararg() ? Math.max(0, passed - function.parameters()) : 0;
        int first = memory.getInt(frame + Frame.FUNCTION) - Layout.SLOT * count;
        return readSlots(first, Math.min(MOST_VALUES, count));
    }

    FunctionCode function(int prototype) {
        return functions.computeIfAbsent(prototype, p -> {
            FunctionCode function = FunctionCode.read(memory, p);
            profiles.put(p, new Profile(function));
            return function;
        });
    }

    // --- for activations ---

    /** A closure of a function has been seen. */
    void sawClosure(int prototype, int closure) {
        closures.putIfAbsent(prototype, closure);
    }

    /** Takes one of the instructions that may be played; false if none is left. */
    boolean spend() {
        return instructions++ < MOST_INSTRUCTIONS;
    }

    /** Whether a call from this depth is played. */
    boolean mayFollow(int depth) {
        return depth < MOST_DEPTH && instructions < MOST_INSTRUCTIONS;
    }

    /** One way, then the other. */
    boolean toss() {
        coin = !coin;
        return coin;
    }

    /** Whether a function that has been played calls {@code yield}, or what does that. */
    boolean isLeaving(int prototype) {
        return profiles.get(prototype) != null && profiles.get(prototype).isLeaving();
    }

    /** What the TFORCALL at an address gave last where the guest is; null if it is not in that loop. */
    Cells lastGiven(int address) {
        return given.get(address);
    }
}
