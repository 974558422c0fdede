package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.kernel.Layout;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

    private static final System.Logger LOGGER = System.getLogger(Jit.class.getName());

    private static final ExecutorService COMPILER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(null, task, "moonlift-jit", 8 << 20);
        thread.setDaemon(true);
        return thread;
    });

    private final CodeEngine engine;
    private final Memory memory;
    private final Map<Integer, Integer> samples = new HashMap<>();
    private final Queue<Compiled> finished = new ConcurrentLinkedQueue<>();
    /** Compiled, but not seen running since. */
    private final List<Compiled> waiting = new ArrayList<>();

    private final JitOptions options;
    private int nextCode;
    private int quietSlices;

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

    private record Compiled(CodeModule code, EngineModule module) {}

    /** Units of fuel after which {@link #pause} is to be called. */
    public int slice(int usual) {
        return quietSlices < QUIET ? options.slice() : usual;
    }

    /** The guest is between two slices. On its carrier. */
    public void pause() {
        installFinished();
        quietSlices++;
        sample();
        if (options.isSynchronous()) {
            installFinished();
        }
    }

    private void installFinished() {
        for (Compiled compiled = finished.poll(); compiled != null; compiled = finished.poll()) {
            waiting.add(compiled);
        }
        waiting.removeIf(compiled -> isRunning(compiled.code().function().prototype()) && install(compiled));
    }

    private void sample() {
        int frame = memory.getInt(State.FRAME);
        for (int level = 0; level < DEPTH; level++) {
            if ((memory.getInt(frame + Frame.FLAGS) & (FrameFlag.BUILTIN | FrameFlag.ENTRY)) != 0) {
                return;
            }
            int prototype = prototype(frame);
            if (samples.merge(prototype, 1, Integer::sum) == options.samples()) {
                compile(prototype, frame);
            }
            frame -= Frame.BYTES;
        }
    }

    private void compile(int prototype, int frame) {
        FunctionCode function = FunctionCode.read(memory, prototype);
        Kind[] parameters = new Kind[function.parameters()];
        int base = memory.getInt(frame + Frame.FUNCTION) + Layout.SLOT;
        for (int r = 0; r < parameters.length; r++) {
            parameters[r] = Kind.ofTag(memory.getByte(base + Layout.SLOT * r + Layout.TAG));
        }
        int first = nextCode;
        nextCode += 1 + CodeModule.loopEnds(function).size();
        if (nextCode > ProgramTranslator.CODE_SLOTS) {
            return;
        }
        quietSlices = 0;
        if (options.isSynchronous()) {
            compileInBackground(function, parameters, first);
        } else {
            COMPILER.execute(() -> compileInBackground(function, parameters, first));
        }
    }

    private void compileInBackground(FunctionCode function, Kind[] parameters, int first) {
        try {
            CodeModule code = CodeModule.compile(function, parameters, first, engine.lowering());
            finished.add(new Compiled(code, engine.compile(code.bytes())));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "function at line " + function.lineDefined() + " stays interpreted",
                    e);
        }
    }

    /** Puts code in place; it is done with even if the function is no longer what was compiled. */
    private boolean install(Compiled compiled) {
        CodeModule code = compiled.code();
        FunctionCode function = code.function();
        if (!FunctionCode.read(memory, function.prototype()).isSame(function)) {
            samples.remove(function.prototype());
            return true;
        }
        engine.link("code" + code.first(), compiled.module());
        int extension = function.address(function.code().length);
        int enter = extension + Integer.BYTES * CodeExtension.ENTER;
        memory.putInt(enter, CompiledOp.ENTER_FUNCTION | code.first() << 8);
        memory.putInt(function.prototype() + Prototype.ENTRY, enter);
        var ends = CodeModule.loopEnds(function);
        for (int n = 0; n < code.loops().size(); n++) {
            int pc = code.loops().get(n);
            int loop = ends.indexOf(pc);
            int original = extension + Integer.BYTES * (CodeExtension.ORIGINALS + loop);
            memory.putInt(original, function.code()[pc]);
            memory.putInt(original + Integer.BYTES * ends.size(), code.first() + 1 + n);
            memory.putInt(function.address(pc), CompiledOp.ENTER_LOOP | loop << 8);
        }
        return true;
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
