package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moonlift.compilation.CompilationException;
import dev.moonlift.compilation.CompilationStatistics.Failure;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.SimulatedEngine;
import dev.moonlift.runtime.jit.CodeRefusal;
import dev.moonlift.runtime.jit.JitOptions;
import dev.moonlift.runtime.jit.ModuleCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of guests whose code cannot be compiled. */
@Timeout(60)
class CompilationFailureTest {
    private static final String LOOP = "local s = 0 for i = 1, 50000 do s = s + i end return s";
    private static final String MAIN = "main chunk (prog.lua)";

    private static Sandbox sandbox(JitOptions options, RuntimeException codeProblem) {
        ModuleCache cache = new ModuleCache(1, 1, null);
        SimulatedEngine engine = new SimulatedEngine().withCodeProblem(codeProblem);
        return Sandbox.builder()
                .memory(4, MiB)
                .placement(new KernelPlacement(engine.kernel(), true, KernelPlacement.Start.AT_ONCE, options, cache))
                .build();
    }

    private static Object run(Sandbox sandbox) {
        return sandbox.load(Source.of("prog.lua", LOOP)).call();
    }

    @Test
    void theGuestGoesOnInterpretedUnlessThatIsAnError() {
        JitOptions lenient = JitOptions.eager(100).withStrict(false);
        try (Sandbox sandbox = sandbox(lenient, new EngineException("no such instruction"))) {
            assertThat(run(sandbox)).isEqualTo(1250025000L);
            assertThat(sandbox.compilation().failed()).containsExactly(new Failure(MAIN, "no such instruction", false));
            assertThat(sandbox.compilation().failures()).isEqualTo(1);
            assertThat(sandbox.compilation().functionsInPlace()).isZero();
        }
    }

    @Test
    void strictGuestsEndWithTheFunctionAndTheReason() {
        EngineException problem = new EngineException("no such instruction");
        try (Sandbox sandbox = sandbox(JitOptions.eager(100), problem)) {
            CompilationException failure = catchThrowableOfType(CompilationException.class, () -> run(sandbox));
            assertThat(failure.function()).isEqualTo(MAIN);
            assertThat(failure.reason()).isEqualTo("no such instruction");
            assertThat(failure)
                    .hasMessage(MAIN + " cannot be compiled: no such instruction")
                    .hasCause(problem);
            assertThat(sandbox.load(Source.of("later.lua", "return 1")).call()).isEqualTo(1L);
        }
    }

    @Test
    void strictGuestsAreEndedByFailuresInTheBackground() {
        JitOptions background = JitOptions.eager(100).withSynchronous(false);
        try (Sandbox sandbox = sandbox(background, new EngineException("no such instruction"))) {
            CompilationException failure = null;
            while (failure == null) {
                failure = catchThrowableOfType(CompilationException.class, () -> run(sandbox));
            }
            assertThat(failure.function()).isEqualTo(MAIN);
        }
    }

    @Test
    void aRefusalIsNoFailure() {
        try (Sandbox sandbox = sandbox(JitOptions.eager(100), new CodeRefusal("too long"))) {
            assertThat(run(sandbox)).isEqualTo(1250025000L);
            assertThat(sandbox.compilation().failed()).containsExactly(new Failure(MAIN, "too long", true));
        }
    }
}
