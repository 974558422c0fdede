package dev.moonlift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.inspect.HeapObjects;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What functions count of themselves, and what the compiler makes of it. */
class CountersTest {
    /** The first function is the only one with so many parameters. */
    private static final String PROGRAM = """
            local function f(a, b, c, d, e, g, h)
              local n = 0
              for i = 1, a do n = n + i end
              while n > b do n = n - b end
              repeat n = n - 1 until n <= 0
              for _ in pairs(c) do n = n + 1 end
              ::again::
              if n < d then n = n + 1 goto again end
              return n
            end
            for _ = 1, 6 do f(0, 1 << 40, {}, -9, 0, 0, 0) end
            pcall(f, 0, 1 << 40, {}, -9, 0, 0, 0)
            local function last(...) return f(...) end
            last(0, 1 << 40, {}, -9, 0, 0, 0)
            f(4, 7, {1, 2, 3}, 5, 0, 0, 0)
            """;

    @Test
    void theInterpreterCountsCallsAndRounds() {
        try (Sandbox sandbox =
                Sandbox.builder().engine("chicory").optimization(0).build()) {
            sandbox.load(Source.of("f.lua", PROGRAM)).call();
            Memory memory = sandbox.access().guest().memory();
            int f = prototypeWithSevenParameters(memory);
            assertThat(memory.getInt(f + Prototype.CALLS)).isEqualTo(6 + 1 + 1 + 1);
            // Of the last call 3 of 4 rounds go back, then 1 of while, 2 of repeat, 3 of pairs, 2 of goto.
            assertThat(memory.getInt(f + Prototype.ROUNDS)).isEqualTo(3 + 1 + 2 + 3 + 2);
        }
    }

    private static int prototypeWithSevenParameters(Memory memory) {
        List<Integer> found = new ArrayList<>();
        HeapObjects.forEach(memory, object -> {
            boolean isPrototype = memory.getByte(object + Header.KIND) == Tag.PROTOTYPE;
            if (isPrototype && memory.getByte(object + Header.EXTRA) == 7) {
                found.add(object);
            }
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void whatHasDoneLittleIsNotCompiled() {
        assertThat(compilations(builder -> builder)).isPositive();
        assertThat(compilations(builder -> builder.jitIterations(200_000))).isZero();
        assertThat(compilations(builder -> builder.jitIterations(50_000))).isPositive();
        assertThat(compilations(builder -> builder.jitIterations(200_000).jitCalls(1)))
                .isPositive();
    }

    private static int compilations(UnaryOperator<SandboxBuilder> change) {
        SandboxBuilder builder = Sandbox.builder()
                .engine("chicory")
                .codeCache(CodeCache.builder().build())
                .jitWait(true);
        try (Sandbox sandbox = change.apply(builder).build()) {
            sandbox.load(Source.of("f.lua", "local n = 0 for i = 1, 100000 do n = n + i % 7 end"))
                    .call();
            return (int) sandbox.compilation().compilations();
        }
    }
}
