package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.Engine;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.CodeExtension;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.interp.CompiledOp;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.translate.ProgramTranslator;
import java.util.HashMap;
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
    /** Units of a slice as long as there is something to find out. */
    private static final int SAMPLING_SLICE = Integer.getInteger("moonlift.jit.slice", 20_000);

    /** Samples after which a function is hot. */
    private static final int HOT = Integer.getInteger("moonlift.jit.hot", 2);

    /** Frames that a sample looks at: a hot loop may do its work in what it calls. */
    private static final int DEPTH = 3;

    private static final ExecutorService COMPILER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(null, task, "moonlift-jit", 8 << 20);
        thread.setDaemon(true);
        return thread;
    });

    private final Engine engine;
    private final EngineStore store;
    private final Memory memory;
    private final Map<Integer, Integer> samples = new HashMap<>();
    private final Queue<Compiled> finished = new ConcurrentLinkedQueue<>();
    private int nextCode;
    private int quietSlices;

    public Jit(Engine engine, EngineStore store) {
        this.engine = engine;
        this.store = store;
        this.memory = store.memory();
    }

    private record Compiled(CodeModule code, EngineModule module) {}

    /** Units of fuel after which {@link #pause} is to be called. */
    public int slice(int usual) {
        return quietSlices < 50 ? SAMPLING_SLICE : usual;
    }

    /** The guest is between two slices. On its carrier. */
    public void pause() {
        for (Compiled compiled = finished.poll(); compiled != null; compiled = finished.poll()) {
            install(compiled);
        }
        quietSlices++;
        sample();
        if (Boolean.getBoolean("moonlift.jit.sync")) {
            for (Compiled compiled = finished.poll(); compiled != null; compiled = finished.poll()) {
                install(compiled);
            }
        }
    }

    private void sample() {
        int frame = memory.getInt(State.FRAME);
        for (int level = 0; level < DEPTH; level++) {
            if ((memory.getInt(frame + Frame.FLAGS) & (FrameFlag.BUILTIN | FrameFlag.ENTRY)) != 0) {
                return;
            }
            int closure = memory.getInt(memory.getInt(frame + Frame.FUNCTION));
            int prototype = memory.getInt(closure + Closure.PROTOTYPE);
            if (samples.merge(prototype, 1, Integer::sum) == HOT) {
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
        if (Boolean.getBoolean("moonlift.jit.sync")) {
            compileInBackground(function, parameters, first);
        } else {
            COMPILER.execute(() -> compileInBackground(function, parameters, first));
        }
    }

    private void compileInBackground(FunctionCode function, Kind[] parameters, int first) {
        try {
            CodeModule code = CodeModule.compile(function, parameters, first);
            byte[] bytes = code.bytes();
            if (System.getProperty("moonlift.jit.dump") != null) {
                code.graphs().forEach(g -> System.err.println(dev.moonlift.wasm.ir.GraphPrinter.print(g)));
                java.nio.file.Files.write(
                        java.nio.file.Path.of(System.getProperty("moonlift.jit.dump"), "f" + first + ".wasm"), bytes);
            }
            finished.add(new Compiled(code, engine.compile(bytes)));
        } catch (Exception e) {
            e.printStackTrace();
        }
    }

    private void install(Compiled compiled) {
        CodeModule code = compiled.code();
        FunctionCode function = code.function();
        store.link("code" + code.first(), compiled.module());
        if (System.getProperty("moonlift.jit.dump") != null)
            System.err.println(
                    "INSTALL " + code.first() + " loops " + code.loops() + " ends " + CodeModule.loopEnds(function));
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
    }
}
