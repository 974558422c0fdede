package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphEvaluator;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.GraphVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedLoopsTest {
    private static final String TESTS_AT_THE_END = """
            b0(n: i64, f: i32):
              start = i64.const 0
              jump b1(n, f, start)
            b1(r: i64, b: i32, s: i64):
              t = i64.add s, r
              zero = i64.eqz r
              branch zero b4(b, t), b2
            b2:
              one = i64.const -1
              minus = i32.const -1
              q = i64.add r, one
              c = i32.add b, minus
              none = i32.const 0
              left = i32.ge_s c, none
              branch left b1(q, c, t), b3
            b3:
              k = i64.add q, t
              return c, k
            b4(d: i32, u: i64): return d, u
            """;

    /** As where a loop is entered at its end: what is left in a round comes behind the tests. */
    private static final String TESTS_AT_THE_BEGINNING = """
            b0(n: i64, f: i32):
              start = i64.const 0
              jump b1(n, f, start)
            b1(r: i64, b: i32, s: i64):
              zero = i64.eqz r
              branch zero b6, b2
            b2:
              one = i64.const -1
              minus = i32.const -1
              q = i64.add r, one
              c = i32.add b, minus
              none = i32.const 0
              left = i32.ge_s c, none
              branch left b3, b5
            b3:
              two = i64.const 2
              odd = i64.rem_u q, two
              even = i64.eqz odd
              branch even b1(q, c, s), b4
            b4:
              t = i64.add s, q
              jump b1(q, c, t)
            b5: return c, q
            b6: return b, s
            """;

    @Test
    void roundsAndBudgetAreTestedWhereTheirSmallerIsUsedUp() {
        PassTesting.assertChange(new CountedLoops(), "i32, i64", TESTS_AT_THE_END, """
                b0(n: i64, f: i32):
                  start = i64.const 0
                  z = i32.const 0
                  positive = i32.gt_s f, z
                  g: i32 = select f, z, positive
                  h = i64.extend_i32_u g
                  fewer = i64.lt_u n, h
                  branch fewer b5(n), b5(h)
                b1(r: i64, b: i32, s: i64, m: i64):
                  t = i64.add s, r
                  zero = i64.eqz r
                  stop = i64.eqz m
                  branch stop b6, b2
                b2:
                  one = i64.const -1
                  minus = i32.const -1
                  q = i64.add r, one
                  c = i32.add b, minus
                  none = i32.const 0
                  left = i32.ge_s c, none
                  by = i64.const -1
                  next = i64.add m, by
                  jump b1(q, c, t, next)
                b3:
                  k = i64.add q2, t
                  return c2, k
                b4(d: i32, u: i64): return d, u
                b5(m0: i64): jump b1(n, f, start, m0)
                b6:
                  why = i64.eqz r
                  branch why b4(b, t), b7
                b7:
                  one2 = i64.const -1
                  minus2 = i32.const -1
                  q2 = i64.add r, one2
                  c2 = i32.add b, minus2
                  none2 = i32.const 0
                  left2 = i32.ge_s c2, none2
                  jump b3
                """);
    }

    @Test
    void loopsEndAsBefore() {
        for (String blocks : List.of(TESTS_AT_THE_END, TESTS_AT_THE_BEGINNING)) {
            for (long rounds : new long[] {0, 1, 2, 7, 8, 9, 1L << 40, -1}) {
                for (int budget : new int[] {-5, -1, 0, 1, 2, 7, 8, 9, 20}) {
                    assertSameEnd(blocks, rounds, budget);
                }
            }
        }
    }

    private static void assertSameEnd(String blocks, long rounds, int budget) {
        Graph before = graph(blocks);
        Graph after = graph(blocks);
        assertThat(new CountedLoops().run(after)).isTrue();
        GraphVerifier.verify(after);
        assertThat(GraphEvaluator.run(List.of(after), rounds, budget))
                .as("%d rounds, %d left", rounds, budget)
                .isEqualTo(GraphEvaluator.run(List.of(before), rounds, budget));
        new InductionVariables().run(after);
        GraphVerifier.verify(after);
        assertThat(GraphEvaluator.run(List.of(after), rounds, budget))
                .isEqualTo(GraphEvaluator.run(List.of(before), rounds, budget));
    }

    private static Graph graph(String blocks) {
        return GraphParser.parse("func $f -> i32, i64 {\n" + blocks + "\n}\n");
    }

    @Test
    void leavesALoopWhoseBudgetOthersUseToo() {
        assertNoChange(TESTS_AT_THE_BEGINNING.replace("jump b1(q, c, t)", """
                  d = i32.add c, minus
                  jump b1(q, d, t)
                """));
    }

    @Test
    void leavesALoopThatTakesTwo() {
        assertNoChange(TESTS_AT_THE_END.replace("one = i64.const -1", "one = i64.const -2"));
        assertNoChange(TESTS_AT_THE_END.replace("minus = i32.const -1", "minus = i32.const -2"));
    }

    @Test
    void leavesALoopThatDoesSomethingBetweenTheTests() {
        assertNoChange(TESTS_AT_THE_END.replace("one = i64.const -1", """
                  one = i64.const -1
                  i32.store none2, none2
                """).replace("start = i64.const 0", """
                  start = i64.const 0
                  none2 = i32.const 0
                """));
    }

    @Test
    void leavesALoopWhoseWayOutIsSharedOrGoesOn() {
        assertNoChange(TESTS_AT_THE_BEGINNING
                .replace("branch zero b6, b2", "branch zero b5(b, s), b2")
                .replace("branch left b3, b5", "branch left b3, b5(c, q)")
                .replace("b5: return c, q", "b5(x: i32, y: i64): return x, y")
                .replace("b6: return b, s\n", ""));
        assertNoChange(TESTS_AT_THE_BEGINNING.replace("b5: return c, q", "b5: jump b7(c)\nb7(x: i32): return x, q"));
    }

    private static void assertNoChange(String blocks) {
        PassTesting.assertNoChange(new CountedLoops(), "i32, i64", blocks);
    }
}
