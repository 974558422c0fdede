package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphEvaluator;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.GraphVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopVersionsTest {
    /** Start, step, rounds, size and what is asked of in each round, though it is always the same. */
    private static final String CHECK_BEFORE_THE_END = """
            b0(a: i64, t: i64, n: i64, size: i32, odd: i32):
              zero = i64.const 0
              jump b1(a, n, zero)
            b1(i: i64, m: i64, s: i64):
              one = i64.const -1
              index = i64.add i, one
              limit = i64.extend_i32_u size
              inside = i64.lt_u index, limit
              branch inside b2, b6
            b2: branch odd b3, b4(s)
            b3:
              double = i64.add s, s
              jump b4(double)
            b4(u: i64):
              v = i64.add u, i
              stop = i64.eqz m
              branch stop b7, b5
            b5:
              minus = i64.const -1
              r = i64.add m, minus
              j = i64.add i, t
              jump b1(j, r, v)
            b6:
              mark = i64.const 7
              x = i64.add i, mark
              return x, s
            b7: return i, v
            """;

    private static final String CHECK_BEHIND_THE_END = """
            b0(a: i64, t: i64, n: i64, size: i32, odd: i32):
              zero = i64.const 0
              limit = i64.extend_i32_u size
              jump b1(a, n, zero)
            b1(i: i64, m: i64, s: i64):
              stop = i64.eqz m
              branch stop b4, b2
            b2:
              minus = i64.const -1
              r = i64.add m, minus
              j = i64.add i, t
              inside = i64.lt_u j, limit
              branch inside b3, b5
            b3:
              v = i64.add s, j
              jump b1(j, r, v)
            b4: return i, s
            b5: return j, s
            """;

    @Test
    void aCheckOfEachRoundIsMadeBeforeTheFirstForTheFirstAndTheLast() {
        PassTesting.assertChange(new LoopVersions(), "i64, i64", CHECK_BEHIND_THE_END, """
                b0(a: i64, t: i64, n: i64, size: i32, odd: i32):
                  zero = i64.const 0
                  limit = i64.extend_i32_u size
                  none = i64.const 0
                  rounds = i64.sub n, none
                  single = i64.const 1
                  whole = i64.sub rounds, single
                  most = i64.const 4294967295
                  few = i64.lt_u whole, most
                  limit2 = i64.extend_i32_u size
                  first = i64.add a, t
                  by = i64.mul t, whole
                  last = i64.add a, by
                  last2 = i64.add last, t
                  low = i64.lt_u first, limit2
                  high = i64.lt_u last2, limit2
                  both = i32.and low, high
                  all = i32.and few, both
                  half = i64.const 2147483648
                  moved = i64.add t, half
                  span = i64.const 4294967296
                  small = i64.lt_u moved, span
                  holds = i32.and all, small
                  branch holds b6(a, n, zero), b1(a, n, zero)
                b1(i: i64, m: i64, s: i64):
                  stop = i64.eqz m
                  branch stop b4(i, s), b2
                b2:
                  minus = i64.const -1
                  r = i64.add m, minus
                  j = i64.add i, t
                  inside = i64.lt_u j, limit
                  branch inside b3, b5(j, s)
                b3:
                  v = i64.add s, j
                  jump b1(j, r, v)
                b4(i1: i64, s1: i64): return i1, s1
                b5(j1: i64, s2: i64): return j1, s2
                b6(i2: i64, m2: i64, s3: i64):
                  stop2 = i64.eqz m2
                  branch stop2 b4(i2, s3), b7
                b7:
                  minus2 = i64.const -1
                  r2 = i64.add m2, minus2
                  j2 = i64.add i2, t
                  inside2 = i64.lt_u j2, limit
                  jump b8
                b8:
                  v2 = i64.add s3, j2
                  jump b6(j2, r2, v2)
                """);
    }

    @Test
    void loopsDoAsBeforeWhereverTheyBeginAndEnd() {
        long[] numbers = {0, 1, 2, 3, 8, 9, -1, -2, -8, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE};
        for (String blocks : List.of(CHECK_BEFORE_THE_END, CHECK_BEHIND_THE_END)) {
            Graph before = graph(blocks);
            Graph after = graph(blocks);
            assertThat(new LoopVersions().run(after)).isTrue();
            GraphVerifier.verify(after);
            for (long start : numbers) {
                for (long step : numbers) {
                    for (long rounds : new long[] {0, 1, 2, 7, 8, 9, -1}) {
                        assertSame(before, after, start, step, rounds, 8, 0);
                        assertSame(before, after, start, step, rounds, 9, 1);
                        assertSame(before, after, start, step, rounds, 0, 0);
                    }
                }
            }
        }
    }

    /** Steps of 0 take all rounds that there are: of few only. */
    private static void assertSame(Graph before, Graph after, long start, long step, long rounds, int size, int isOdd) {
        if (step == 0 && rounds < 0) {
            return;
        }
        assertThat(GraphEvaluator.run(List.of(after), start, step, rounds, size, isOdd))
                .as("from %d by %d, %d rounds, %d elements", start, step, rounds, size)
                .isEqualTo(GraphEvaluator.run(List.of(before), start, step, rounds, size, isOdd));
    }

    @Test
    void aLoopMayUseWhatAnotherHasLeft() {
        String both = CHECK_BEHIND_THE_END
                .replace("b4: return i, s", """
                  b4: jump b8(s, i, i)
                b8(i8: i64, m8: i64, s8: i64):
                  ten = i64.const 10
                  stop8 = i64.eq m8, ten
                  branch stop8 b10, b9
                b9:
                  r8 = i64.add m8, one8
                  j8 = i64.add i8, i
                  inside8 = i64.lt_u j8, limit
                  branch inside8 b11, b5(j8)
                b11: jump b8(j8, r8, j8)
                b10: return i8, s8
                """)
                .replace("b5: return j, s", "b5(e: i64): return e, e")
                .replace("branch inside b3, b5", "branch inside b3, b5(j)")
                .replace("zero = i64.const 0", "zero = i64.const 0\n  one8 = i64.const 1");
        Graph before = graph(both);
        Graph after = graph(both);
        assertThat(new LoopVersions().run(after)).isTrue();
        GraphVerifier.verify(after);
        for (long start = -1; start < 5; start++) {
            for (long step = -1; step < 4; step++) {
                assertSame(before, after, start, step, 3, 8, 0);
                assertSame(before, after, start, step, 3, 80, 0);
            }
        }
    }

    @Test
    void leavesALoopWhoseLimitOrStepChanges() {
        assertNoChange(CHECK_BEFORE_THE_END
                .replace("extend_i32_u size", "extend_i32_u narrow")
                .replace("limit = ", "narrow = i32.wrap_i64 m\n  limit = "));
        assertNoChange(CHECK_BEFORE_THE_END.replace("j = i64.add i, t", "j = i64.add i, m"));
    }

    @Test
    void leavesALoopWhoseRoundsAreNotKnown() {
        assertNoChange(CHECK_BEFORE_THE_END.replace("stop = i64.eqz m", "stop = i64.eqz v"));
        assertNoChange(CHECK_BEFORE_THE_END.replace("minus = i64.const -1", "minus = i64.const -2"));
    }

    @Test
    void leavesACheckThatNotEveryRoundMakes() {
        assertNoChange(CHECK_BEFORE_THE_END
                .replace("branch inside b2, b6", "branch odd b8, b2")
                .replace("b2: branch", "b8: branch inside b2, b6\nb2: branch"));
    }

    @Test
    void leavesACheckThatTheLoopGoesOnFrom() {
        assertNoChange(CHECK_BEFORE_THE_END
                .replace("return x, s", "jump b4(x)")
                .replace("branch odd b3, b4(s)", "jump b4(s)")
                .replace("b3:\n  double = i64.add s, s\n  jump b4(double)\n", ""));
    }

    @Test
    void waysOutOfALoopMayMeet() {
        assertStaysTheSame(
                CHECK_BEFORE_THE_END.replace("return x, s", "jump b8(x)").replace("return i, v", "jump b8(v)")
                        + "b8(w: i64): return w, i\n");
    }

    /** One way out leads to where the loop is left as well, with values of the loop, and goes round there. */
    @Test
    void aWayOutMayLeadToAnother() {
        assertStaysTheSame(CHECK_BEFORE_THE_END
                        .replace("branch inside b2, b6", "branch inside b2, b6(i)")
                        .replace("b6:", "b6(p: i64):")
                        .replace("return x, s", "big = i64.gt_s p, mark\n  branch big b9, b10")
                        .replace("b7: return i, v", "b7: branch odd b6(v), b9")
                + "b9: return i, s\nb10:\n  more = i64.add p, mark\n  jump b6(more)\n");
    }

    private static void assertStaysTheSame(String blocks) {
        Graph before = graph(blocks);
        Graph after = graph(blocks);
        assertThat(new LoopVersions().run(after)).isTrue();
        GraphVerifier.verify(after);
        for (long start = -1; start < 5; start++) {
            for (long step = -1; step < 4; step++) {
                for (int odd = 0; odd < 2; odd++) {
                    assertSame(before, after, start, step, 3, 8, odd);
                    assertSame(before, after, start, step, 3, 80, odd);
                    assertSame(before, after, start, step, 0, 3, odd);
                }
            }
        }
    }

    private static void assertNoChange(String blocks) {
        PassTesting.assertNoChange(new LoopVersions(), "i64, i64", blocks);
    }

    private static Graph graph(String blocks) {
        return GraphParser.parse("func $f -> i64, i64 {\n" + blocks + "\n}\n");
    }
}
