package dev.moonlift.conformance.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;

/** LuaJ's interpreter, in this process: the processor time of calling the loaded chunk. */
final class LuaJContestant implements Contestant {
    /** It recurses on the Java stack. */
    private static final long STACK = 512L << 20;

    @Override
    public String name() {
        return "luaj";
    }

    @Override
    public boolean warmsUp() {
        return true;
    }

    @Override
    public boolean canRun(BenchProgram program) {
        return !program.needsLua54();
    }

    @Override
    public Run prepare(BenchProgram program) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Globals globals = JsePlatform.standardGlobals();
        globals.STDOUT = new PrintStream(output, true, StandardCharsets.ISO_8859_1);
        LuaValue chunk = globals.load(new ByteArrayInputStream(program.text()), program.name() + ".lua", "t", globals);
        return new Run() {
            @Override
            public Lap lap() throws IOException, InterruptedException {
                return onLargeStack(chunk, output);
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private static Lap onLargeStack(LuaValue chunk, ByteArrayOutputStream output)
            throws IOException, InterruptedException {
        FutureTask<Lap> task = new FutureTask<>(() -> CpuClock.time(chunk::call, output));
        new Thread(null, task, "luaj", STACK).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause().getMessage()), e);
        }
    }
}
