package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.Op;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where loops end and are entered, against what reading the program gives. */
class LoopEndsTest {
    private FunctionCode function;

    private LoopEnds of(String text) {
        function = PausedGuest.function("pause(" + text + ")");
        return new LoopEnds(function);
    }

    private List<Integer> opcodes(LoopEnds ends) {
        return ends.all().stream().map(pc -> function.code()[pc] & 0xFF).toList();
    }

    @Test
    void whatOnlyJumpsForwardsEndsNoLoop() {
        assertThat(of("function(x) if x then x = 1 else goto out end x = 2 ::out:: return x end")
                        .all())
                .isEmpty();
    }

    @Test
    void loopsOfEveryKindEndWhereTheyJumpBack() {
        LoopEnds ends = of("""
                function(n, t)
                  for i = 1, n do t[i] = i end
                  for k in next, t do n = n + k end
                  while n > 0 do n = n - 1 end
                  repeat n = n + 1 until n > 9
                  return n
                end""");
        assertThat(opcodes(ends)).containsExactly(Op.FORLOOP, Op.TFORLOOP, Op.JMP, Op.JMP);
        assertThat(ends.all()).allMatch(end -> ends.entrance(end) == end);
        assertThat(ends.beginning(ends.all().get(0))).isEqualTo(Units.find(function, Op.FORPREP, 0) + 1);
        assertThat(ends.beginning(ends.all().get(1))).isEqualTo(Units.find(function, Op.TFORPREP, 0) + 1);
    }

    /** A test at the end of the body jumps to the beginning by itself. */
    @Test
    void theCodeOfALoopWithSeveralEndsBeginsWithTheLast() {
        LoopEnds ends =
                of("function(n) while n > 0 do if n % 2 == 0 then n = n - 2 else n = n - 1 end end return n end");
        assertThat(ends.all()).hasSizeGreaterThan(1);
        int last = ends.all().get(ends.all().size() - 1);
        assertThat(ends.all()).allMatch(end -> ends.entrance(end) == last);
    }

    @Test
    void loopsWithinOneAnotherHaveEntrancesOfTheirOwn() {
        LoopEnds ends = of("function(n) while n > 0 do while n > 5 do n = n - 1 end n = n - 1 end return n end");
        assertThat(ends.all()).hasSize(2).allMatch(end -> ends.entrance(end) == end);
    }

    /** What is asked of one end is not looked for among all others. */
    @Test
    void thousandsOfLoopsAreEachEnteredAtTheirEnd() {
        int count = 3000;
        String loops = IntStream.range(0, count)
                .mapToObj(n -> "while s < x do s = s + 1 end")
                .collect(Collectors.joining(" "));
        LoopEnds ends = of("function(x) local s = 0 " + loops + " return s end");
        assertThat(ends.all()).hasSize(count);
        // Behind what sets s.
        int before = 0;
        for (int end : ends.all()) {
            assertThat(ends.entrance(end)).isEqualTo(end);
            assertThat(ends.beginning(end)).isEqualTo(before + 1);
            before = end;
        }
    }
}
