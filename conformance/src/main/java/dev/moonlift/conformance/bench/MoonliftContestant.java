package dev.moonlift.conformance.bench;

import dev.moonlift.LuaFunction;
import dev.moonlift.Sandbox;
import dev.moonlift.Source;
import java.io.ByteArrayOutputStream;

/** Moonlift, in this process: the processor time of calling the loaded chunk. */
final class MoonliftContestant implements Contestant {
    private static final long MEMORY = 512L << 20;

    private final String engine;

    MoonliftContestant(String engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "moonlift";
    }

    @Override
    public boolean warmsUp() {
        return true;
    }

    @Override
    public boolean canRun(BenchProgram program) {
        return true;
    }

    @Override
    public Run prepare(BenchProgram program) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Sandbox sandbox =
                Sandbox.builder().engine(engine).memory(MEMORY).output(output).build();
        LuaFunction chunk = sandbox.load(Source.of(program.name() + ".lua", program.text()));
        return new Run() {
            @Override
            public Lap lap() {
                return CpuClock.time(chunk::call, output);
            }

            @Override
            public void close() {
                sandbox.close();
            }
        };
    }
}
