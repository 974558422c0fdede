package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guests that work for a short while at a time, and hundreds of times, have their hot code found all the same. */
@Timeout(60)
class ShortCallsTest {
    private static final int SLICE = 10_000;
    private static final int ROUNDS = SLICE / 20;
    private static final int CALLS = 400;

    private final List<String> lines = new ArrayList<>();

    private Sandbox sandbox() {
        return Sandbox.builder()
                .memory(16, MiB)
                .engine("chicory")
                .optimization(3)
                .jitCalls(1)
                .jitSamples(2)
                .jitSlice(SLICE)
                .jitWait(true)
                .jitTrace(lines::add)
                .build();
    }

    @Test
    void callsOfTheHostThatAreShorterThanASlice() {
        try (Sandbox sandbox = sandbox()) {
            LuaFunction work =
                    (LuaFunction) sandbox.load(Source.of("prog.lua", """
                    return function(n)
                      local s = 0
                      for i = 1, n do s = s + i % 7 * 3 end
                      return s
                    end
                    """)).call();
            Object sum = null;
            for (int n = 0; n < CALLS; n++) {
                sum = work.call(ROUNDS);
            }
            assertThat(sum).isEqualTo(4_491L);
        }
        assertThat(lines).anyMatch(line -> line.startsWith("compiled function (prog.lua:1)"));
    }

    @Test
    void callsOfTheHostByTheGuestMoreOftenThanOnceASlice() {
        List<Long> seen = new ArrayList<>();
        try (Sandbox sandbox = sandbox()) {
            sandbox.globals().set("tell", HostFunction.of((Long sum) -> seen.add(sum)));
            sandbox.load(Source.of("prog.lua", """
                            local rounds, calls = ...
                            local function work(n)
                              local s = 0
                              for i = 1, n do s = s + i % 5 * 2 end
                              return s
                            end
                            for i = 1, calls do tell(work(rounds)) end
                            """)).call(ROUNDS, CALLS);
        }
        assertThat(seen).hasSize(CALLS).containsOnly(2_000L);
        assertThat(lines).anyMatch(line -> line.startsWith("compiled work"));
    }
}
