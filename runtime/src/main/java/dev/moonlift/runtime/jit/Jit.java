package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.CodeExtension;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.interp.CompiledOp;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.translate.ProgramTranslator;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * The compiler of one guest: finds out what is hot, has it compiled in the background, and puts the code in place.
 *
 * <p>It looks at the guest when a slice of fuel ends. Whoever runs then has probably used most of it: so nothing needs
 * to be counted in the interpreter.
 */
public final class Jit {
    /** Slices in which nothing hot was found, after which the guest is looked at only at the end of usual slices. */
    private static final int QUIET = 50;

    /** Frames that a sample looks at: a hot loop may do its work in what it calls. */
    private static final int DEPTH = 3;

    /** Number 0 stands for no code. */
    private static final int FIRST_CODE = 1;
    /** Functions that are compiled together, and their instructions. */
    private static final int MOST_FUNCTIONS = 16;

    private static final int MOST_INSTRUCTIONS = 3000;
    /** Instructions of a function that is compiled once more for each caller. */
    private static final int MOST_BORROWED = 40;
    /** Times that a function is compiled; if the last code leaves often, it does. */
    private static final int MOST_COMPILATIONS = 8;

    private static final System.Logger LOGGER = System.getLogger(Jit.class.getName());

    private static final ExecutorService COMPILER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(null, task, "moonlift-jit", 8 << 20);
        thread.setDaemon(true);
        return thread;
    });

    private final CodeEngine engine;
    private final Memory memory;
    private final JitOptions options;
    private final Map<Integer, Integer> samples = new HashMap<>();
    private final Queue<Compiled> finished = new ConcurrentLinkedQueue<>();
    /** Functions that have code, by the addresses of their prototypes. */
    private final Map<Integer, Installed> installed = new HashMap<>();
    /** The same by the numbers of their code. */
    private final Map<Integer, Installed> byNumber = new HashMap<>();
    /** Functions that are to be compiled once more when they are seen running. */
    private final Set<Integer> stale = new HashSet<>();
    /** Functions whose code is on its way. */
    private final Set<Integer> pending = new HashSet<>();

    private int nextCode = FIRST_CODE;
    private int quietSlices;
    private int freedBefore;

    /**
     * The compiler of a guest.
     *
     * @param engine what its code runs on
     * @param memory the guest's, for good
     */
    public Jit(CodeEngine engine, Memory memory, JitOptions options) {
        this.engine = engine;
        this.memory = memory;
        this.options = options;
    }

    private record Compiled(List<CodeModule.CompiledFunction> functions, CachedCode code, int freed) {}

    /** Code that is in place. */
    private static final class Installed {
        private final CodeUnit unit;
        private final Map<Integer, Integer> exits = new HashMap<>();
        private int compilations = 1;
        private boolean isRemoved;
        /** Whether its profile has changed since it was compiled. */
        private boolean isOutdated;

        Installed(CodeUnit unit) {
            this.unit = unit;
        }
    }

    /** Units of fuel after which {@link #pause} is to be called. */
    public int slice(int usual) {
        return quietSlices < QUIET ? options.slice() : usual;
    }

    /** The guest is between two slices. On its carrier. */
    public void pause() {
        forgetFreed();
        installFinished();
        quietSlices++;
        learn();
        sample();
        if (options.isSynchronous()) {
            installFinished();
        }
    }

    /** Forgets functions that are gone: something else may lie where they were. */
    private void forgetFreed() {
        int freed = memory.getInt(State.FREED_PROTOTYPES);
        if (freed == freedBefore) {
            return;
        }
        freedBefore = freed;
        installed.values().removeIf(code -> !code.isRemoved && !isInPlace(code.unit));
        byNumber.values().removeIf(code -> !installed.containsValue(code));
        samples.keySet().retainAll(installed.keySet());
    }

    private boolean isInPlace(CodeUnit unit) {
        return memory.getInt(unit.function().prototype() + Prototype.DIRECT) == unit.number()
                && memory.getInt(enterAddress(unit.function())) == enterInstruction(unit);
    }

    private static int enterAddress(FunctionCode function) {
        return function.address(function.code().length) + Integer.BYTES * CodeExtension.ENTER;
    }

    private static int enterInstruction(CodeUnit unit) {
        return CompiledOp.ENTER_FUNCTION | unit.number() + 1 << 8;
    }

    // --- what to compile ---

    private void sample() {
        int frame = memory.getInt(State.FRAME);
        for (int level = 0; level < DEPTH; level++) {
            if ((memory.getInt(frame + Frame.FLAGS) & (FrameFlag.BUILTIN | FrameFlag.ENTRY)) != 0) {
                return;
            }
            int prototype = prototype(frame);
            boolean isHot = samples.merge(prototype, 1, Integer::sum) == options.samples() && codeOf(prototype) == null;
            if (stale.remove(prototype) || isHot) {
                compileOrRemove(prototype, frame);
            }
            frame -= Frame.BYTES;
        }
    }

    private void compileOrRemove(int prototype, int frame) {
        Installed code = codeOf(prototype);
        if (code == null || code.compilations < MOST_COMPILATIONS) {
            compile(prototype, frame);
        } else if (!code.isRemoved) {
            remove(code);
        }
    }

    /**
     * The code of a function that is certainly there; null if it has none, or that is of one which was there before.
     */
    private Installed codeOf(int prototype) {
        Installed code = installed.get(prototype);
        if (code == null) {
            return null;
        }
        boolean isItsOwn = (code.isRemoved || isInPlace(code.unit))
                && FunctionCode.read(memory, prototype).isSame(code.unit.function());
        if (!isItsOwn) {
            installed.remove(prototype);
            byNumber.remove(code.unit.number());
        }
        return isItsOwn ? code : null;
    }

    /** Looks where code has left since the last time because something was not as expected. */
    private void learn() {
        int report = memory.getInt(State.LAST_EXIT);
        if (report == 0) {
            return;
        }
        memory.putInt(State.LAST_EXIT, 0);
        Installed code = byNumber.get(ExitReport.number(report));
        int pc = ExitReport.pc(report);
        int prototype = code == null ? 0 : code.unit.function().prototype();
        if (code == null || pending.contains(prototype) || stale.contains(prototype)) {
            return;
        }
        if (code.exits.merge(pc, 1, Integer::sum) < options.samples()) {
            return;
        }
        code.exits.remove(pc);
        LOGGER.log(Level.DEBUG, () -> code.unit.name() + " left at instruction " + pc + ", not as expected");
        if (!hasNewCallee(code.unit, pc)) {
            Profile profile = code.unit.expectations().profile();
            if (profile.isRefuted(pc)) {
                profile.setImpure();
            }
            profile.refute(pc);
            code.isOutdated = true;
        }
        stale.add(prototype);
        quietSlices = 0;
    }

    /**
     * Leaves a function, which runs, to the interpreter for good: what is expected of it is never so for long. Of one
     * that does not run it would not be known whether something else lies where it was.
     */
    private void remove(Installed code) {
        FunctionCode function = code.unit.function();
        memory.putInt(function.prototype() + Prototype.DIRECT, 0);
        memory.putInt(function.prototype() + Prototype.ENTRY, function.codeAddress());
        for (int pc : Compilation.loopEnds(function)) {
            memory.putInt(function.address(pc), function.code()[pc]);
        }
        code.isRemoved = true;
    }

    /** Whether an instruction calls a function directly that has other code meanwhile. */
    private boolean hasNewCallee(CodeUnit unit, int pc) {
        return unit.expectations().targets(pc).stream().anyMatch(target -> {
            Installed callee = installed.get(target.prototype());
            return callee != null && callee.unit.number() != target.number();
        });
    }

    private void compile(int prototype, int frame) {
        if (pending.contains(prototype)) {
            return;
        }
        Rehearsal rehearsal = new Rehearsal(memory);
        rehearsal.play(frame);
        if (rehearsal.functions().stream().anyMatch(function -> pending.contains(function.prototype()))) {
            // What it calls is being compiled: with that code in place, this can call it directly.
            stale.add(prototype);
            return;
        }
        Map<Integer, CallTarget> known = new HashMap<>();
        installed.forEach((address, code) -> {
            if (code.unit.signature() != null && address != prototype && !code.isRemoved) {
                known.put(address, new CallTarget(address, code.unit.number(), code.unit.signature(), null));
            }
        });
        Compilation compilation = new Compilation(known, nextCode);
        compilation.failChecks(options.failsOneIn());
        int instructions = 0;
        List<Integer> together = new ArrayList<>();
        for (FunctionCode function : rehearsal.functions()) {
            boolean isRoot = function.prototype() == prototype;
            boolean isWanted = codeOf(function.prototype()) == null
                    && !pending.contains(function.prototype())
                    && together.size() < MOST_FUNCTIONS
                    && instructions + function.code().length < MOST_INSTRUCTIONS;
            if (isRoot || isWanted) {
                together.add(function.prototype());
                instructions += function.code().length;
                compilation.add(function, profile(rehearsal, function.prototype()));
            }
        }
        borrow(compilation, rehearsal, together);
        compilation.settleSignatures();
        if (!options.isSynchronous() && !compilation.isWorthwhile(prototype)) {
            return;
        }
        if (compilation.nextNumber() > ProgramTranslator.CODE_SLOTS) {
            return;
        }
        pending.addAll(together);
        nextCode = compilation.nextNumber();
        quietSlices = 0;
        LOGGER.log(Level.DEBUG, () -> "compiles " + compilation.describe());
        int freed = memory.getInt(State.FREED_PROTOTYPES);
        String key = compilation.key(engine.lowering());
        CachedCode cached = CodeCache.shared().find(key);
        if (cached != null) {
            finished.add(new Compiled(compilation.adopt(cached), cached, freed));
        } else if (options.isSynchronous()) {
            compileInBackground(compilation, key, freed);
        } else {
            COMPILER.execute(() -> compileInBackground(compilation, key, freed));
        }
    }

    /** Has small functions that call no others directly put in place of calls. */
    private void borrow(Compilation compilation, Rehearsal rehearsal, List<Integer> together) {
        for (FunctionCode function : rehearsal.functions()) {
            Installed code = codeOf(function.prototype());
            if (code != null && !together.contains(function.prototype()) && isBorrowed(code)) {
                compilation.borrow(code.unit);
            }
        }
    }

    private static boolean isBorrowed(Installed code) {
        int instructions = code.unit.function().code().length;
        return !code.isRemoved
                && !code.isOutdated
                && code.unit.signature() != null
                && instructions <= MOST_BORROWED
                && IntStream.range(0, instructions)
                        .allMatch(pc -> code.unit.expectations().targets(pc).isEmpty());
    }

    private Profile profile(Rehearsal rehearsal, int prototype) {
        Profile profile = rehearsal.profile(prototype);
        Installed before = codeOf(prototype);
        if (before != null) {
            profile.inherit(before.unit.expectations().profile());
        }
        return profile;
    }

    private void compileInBackground(Compilation compilation, String key, int freed) {
        try {
            CodeModule code = compilation.compile(engine.lowering());
            byte[] bytes = code.bytes();
            CachedCode compiled = code.cached(engine.compile(bytes), bytes.length);
            CodeCache.shared().put(key, compiled);
            finished.add(new Compiled(code.functions(), compiled, freed));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOGGER.log(Level.WARNING, compilation.describe() + " stays interpreted", e);
        }
    }

    // --- putting code in place ---

    private void installFinished() {
        for (Compiled compiled = finished.poll(); compiled != null; compiled = finished.poll()) {
            install(compiled);
        }
    }

    /** Puts code in place, of those functions that are there still. */
    private void install(Compiled compiled) {
        boolean isRecent = memory.getInt(State.FREED_PROTOTYPES) == compiled.freed();
        List<CodeModule.CompiledFunction> present = new ArrayList<>();
        for (CodeModule.CompiledFunction function : compiled.functions()) {
            FunctionCode code = function.unit().function();
            pending.remove(code.prototype());
            boolean isThere = (isRecent || isRunning(code.prototype()))
                    && FunctionCode.read(memory, code.prototype()).isSame(code);
            if (isThere) {
                present.add(function);
            } else {
                samples.remove(code.prototype());
            }
        }
        if (!present.isEmpty()) {
            int number = compiled.functions().get(0).unit().number();
            engine.link("code" + number, compiled.code().module());
            present.forEach(this::install);
        }
        compiled.code().release();
    }

    private void install(CodeModule.CompiledFunction compiled) {
        CodeUnit unit = compiled.unit();
        FunctionCode function = unit.function();
        Installed code = new Installed(unit);
        Installed before = installed.put(function.prototype(), code);
        if (before != null) {
            byNumber.remove(before.unit.number());
            code.compilations = before.compilations + 1;
        }
        byNumber.put(unit.number(), code);
        memory.putInt(function.prototype() + Prototype.DIRECT, unit.number());
        int extension = function.address(function.code().length);
        int enter = enterAddress(function);
        memory.putInt(enter, enterInstruction(unit));
        boolean isEntered = options.isSynchronous() || new Worth(unit).isWorthEntering();
        memory.putInt(function.prototype() + Prototype.ENTRY, isEntered ? enter : function.codeAddress());
        List<Integer> ends = Compilation.loopEnds(function);
        for (int loop = 0; loop < ends.size(); loop++) {
            installLoop(compiled, extension, ends, loop);
        }
    }

    private void installLoop(CodeModule.CompiledFunction compiled, int extension, List<Integer> ends, int loop) {
        CodeUnit unit = compiled.unit();
        int pc = ends.get(loop);
        int original = extension + Integer.BYTES * (CodeExtension.ORIGINALS + loop);
        int instruction = unit.function().code()[pc];
        memory.putInt(original, instruction);
        int n = compiled.loops().indexOf(pc);
        if (n >= 0) {
            memory.putInt(original + Integer.BYTES * ends.size(), unit.number() + 2 + n);
            instruction = CompiledOp.ENTER_LOOP | loop << 8;
        }
        memory.putInt(unit.function().address(pc), instruction);
    }

    /**
     * Whether a function is among those that run: then it is certainly in use. Of others it is not known whether
     * something else lies where they were.
     */
    private boolean isRunning(int prototype) {
        int first = memory.getInt(memory.getInt(State.COROUTINE) + Coroutine.FRAMES);
        for (int frame = memory.getInt(State.FRAME); frame > first; frame -= Frame.BYTES) {
            boolean isLua = (memory.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) == 0;
            if (isLua && prototype(frame) == prototype) {
                return true;
            }
        }
        return false;
    }

    private int prototype(int frame) {
        return memory.getInt(memory.getInt(memory.getInt(frame + Frame.FUNCTION)) + Closure.PROTOTYPE);
    }
}
