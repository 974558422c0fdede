package dev.moonlift.runtime.cli;

import dev.moonlift.SandboxBuilder;
import dev.moonlift.compilation.DumpStage;
import dev.moonlift.runtime.jit.JitOptions;
import dev.moonlift.runtime.jit.Thresholds;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options about the compiler of hot code. */
final class JitFlags {
    @Option(
            names = "--opt",
            paramLabel = "LEVEL",
            description = "compile what is hot: 0 only interpret; 1 compile without assumptions; 2 expect the types,"
                    + " callees and places of fields that were seen; 3 (default) inline small functions, too")
    private Integer optimization;

    @Option(
            names = "--trace",
            paramLabel = "WHAT",
            split = ",",
            description = "tell on standard error what happens: jit, what is compiled, why, and where code leaves")
    private Set<Traceable> traced = EnumSet.noneOf(Traceable.class);

    @Option(
            names = "--jit-samples",
            paramLabel = "N",
            description = "compile a function once it was seen running so often; default " + Thresholds.USUAL_SAMPLES)
    private Integer samples;

    @Option(
            names = "--jit-calls",
            paramLabel = "N",
            description = "and was called so often, for each " + Thresholds.INSTRUCTIONS
                    + " of its instructions; default " + Thresholds.USUAL_CALLS)
    private Integer calls;

    @Option(
            names = "--jit-iterations",
            paramLabel = "N",
            description = "or its loops have done so many rounds; default " + Thresholds.USUAL_ROUNDS)
    private Integer iterations;

    @Option(
            names = "--jit-slice",
            paramLabel = "N",
            description = "units of fuel between two looks; default " + JitOptions.SLICE)
    private Integer slice;

    @Option(names = "--jit-wait", description = "have the program wait for the compiler, so that two runs do the same")
    private boolean waits;

    @Option(names = "--jit-strict", description = "end the program if something cannot be compiled")
    private boolean isStrict;

    @Option(
            names = "--dump",
            paramLabel = "STAGES[:FUNCTION]",
            description = "show on standard error what is compiled, as bytecode, ir, wat, wasm (in files), or several"
                    + " with commas; only what is compiled with a function that has FUNCTION in its name")
    private String dumped;

    @Option(names = "--dump-to", paramLabel = "DIR", description = "folder for the files of --dump wasm")
    private Path folder;

    /** What {@code --trace} can tell of. */
    enum Traceable {
        JIT
    }

    /**
     * Has a sandbox made like this.
     *
     * @throws IllegalArgumentException if a number is not in its range, or options do not fit together
     */
    void apply(SandboxBuilder builder, Terminal terminal) {
        builder.jitWait(waits).jitStrict(isStrict);
        if (optimization != null) {
            builder.optimization(optimization);
        }
        if (samples != null) {
            builder.jitSamples(samples);
        }
        if (calls != null) {
            builder.jitCalls(calls);
        }
        if (iterations != null) {
            builder.jitIterations(iterations);
        }
        if (slice != null) {
            builder.jitSlice(slice);
        }
        if (traced.contains(Traceable.JIT)) {
            builder.jitTrace(line -> terminal.complain("jit: " + line));
        }
        if (dumped != null) {
            dump(builder, terminal);
        } else if (folder != null) {
            throw new IllegalArgumentException("--dump-to needs --dump");
        }
    }

    private void dump(SandboxBuilder builder, Terminal terminal) {
        if (optimization != null && optimization == 0) {
            throw new IllegalArgumentException("--dump shows what is compiled: it needs --opt 1, 2 or 3");
        }
        int colon = dumped.indexOf(':');
        String stages = colon < 0 ? dumped : dumped.substring(0, colon);
        String function = colon < 0 ? "" : dumped.substring(colon + 1);
        Set<DumpStage> chosen = EnumSet.noneOf(DumpStage.class);
        for (String stage : stages.split(",", -1)) {
            chosen.add(stage(stage));
        }
        if (chosen.contains(DumpStage.WASM) && folder == null) {
            throw new IllegalArgumentException("--dump wasm needs --dump-to");
        }
        builder.jitDump(chosen, function, folder, terminal::complain);
    }

    private static DumpStage stage(String name) {
        return Arrays.stream(DumpStage.values())
                .filter(stage -> stage.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--dump does not know '" + name + "'; there are bytecode, ir, wat, wasm"));
    }
}
