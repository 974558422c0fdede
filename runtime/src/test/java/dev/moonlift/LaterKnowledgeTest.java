package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When functions are compiled once more, and what for. */
@Timeout(60)
class LaterKnowledgeTest {
    private final List<String> lines = new ArrayList<>();

    /** Runs a program with a compiler for which it waits, so that the same happens always. */
    private Object run(String program) {
        try (Sandbox sandbox = Sandbox.builder()
                .memory(16, MiB)
                .engine("chicory")
                .optimization(3)
                .jitCalls(1)
                .jitSamples(2)
                .jitSlice(1000)
                .jitWait(true)
                .jitTrace(lines::add)
                .build()) {
            return sandbox.load(Source.of("prog.lua", program)).call();
        }
    }

    private List<String> recompiled(String function) {
        return lines.stream()
                .filter(line -> line.startsWith("recompiled " + function))
                .toList();
    }

    @Test
    void aFunctionIsCompiledAgainWhenMoreIsKnownOfIt() {
        Object result = run("""
                local data = {}
                local function work(n, filled)
                  local s = 0
                  for i = 1, n do
                    s = s + i % 3
                    if filled then s = s + data[i % 10 + 1].value end
                  end
                  return s
                end
                for _ = 1, 4 do work(20000, false) end
                for i = 1, 10 do data[i] = { value = i } end
                local s
                for _ = 1, 40 do s = work(20000, true) end
                return s
                """);
        assertThat(result).isEqualTo(130_001L);
        assertThat(recompiled("work")).anyMatch(line -> line.contains("more is known of it"));
    }

    @Test
    void aFunctionOfManyKindsIsNotGivenUp() {
        Object result = run("""
                local values = { 1, 0.5, "2", true, {}, print, 7, 2.25 }
                local function kinds(list, n)
                  local last, changes = nil, 0
                  for i = 1, n do
                    local v = list[i % #list + 1]
                    if v ~= last then changes = changes + 1 end
                    last = v
                  end
                  return changes
                end
                local sum = 0
                for round = 1, 300 do
                  local list = {}
                  for i = 1, 8 do list[i] = values[(i * round + round // 8) % 8 + 1] end
                  sum = sum + kinds(list, 2000)
                end
                return sum
                """);
        assertThat(result).isInstanceOf(Long.class);
        assertThat(lines).noneMatch(line -> line.startsWith("gave up"));
        assertThat(recompiled("kinds")).hasSizeLessThan(8);
    }
}
