package dev.moonlift.runtime.cli;

import dev.moonlift.SandboxBuilder;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options about the compiler of hot code. */
final class JitFlags {
    @Option(
            names = "--opt",
            paramLabel = "LEVEL",
            defaultValue = "0",
            description =
                    "compile what is hot (new): 0 (default) interpret; 1 compile without assumptions; 2 expect the"
                            + " types, callees and places of fields that were seen; 3 inline small functions, too")
    private int optimization;

    @Option(
            names = "--trace",
            paramLabel = "WHAT",
            split = ",",
            description = "tell on standard error what happens: jit, what is compiled, why, and where code leaves")
    private Set<Traceable> traced = EnumSet.noneOf(Traceable.class);

    @Option(
            names = "--jit-samples",
            paramLabel = "N",
            description = "compile a function once it was seen running so often; default 2")
    private Integer samples;

    @Option(names = "--jit-slice", paramLabel = "N", description = "units of fuel between two looks; default 10000")
    private Integer slice;

    @Option(names = "--jit-wait", description = "have the program wait for the compiler, so that two runs do the same")
    private boolean waits;

    @Option(names = "--jit-strict", description = "end the program if something cannot be compiled")
    private boolean isStrict;

    /** What {@code --trace} can tell of. */
    enum Traceable {
        JIT
    }

    /**
     * Has a sandbox made like this.
     *
     * @throws IllegalArgumentException if a number is not in its range
     */
    void apply(SandboxBuilder builder, Terminal terminal) {
        builder.optimization(optimization).jitWait(waits).jitStrict(isStrict);
        if (samples != null) {
            builder.jitSamples(samples);
        }
        if (slice != null) {
            builder.jitSlice(slice);
        }
        if (traced.contains(Traceable.JIT)) {
            builder.jitTrace(line -> terminal.complain("jit: " + line));
        }
    }
}
