package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class InductionVariablesTest {

    @Test
    void whatCountsDownFollowsFromWhatCountsUp() {
        assertChange("""
                b0(n: i64, f: i32): jump b1(n, f)
                b1(i: i64, g: i32):
                  one = i64.const 1
                  minus = i32.const -1
                  j = i64.add i, one
                  h = i32.add g, minus
                  branch h b1(j, h), b2
                b2: return g
                """, """
                b0(n: i64, f: i32):
                  m = i32.wrap_i64 n
                  k = i32.add f, m
                  jump b1(n, f)
                b1(i: i64, g: i32):
                  one = i64.const 1
                  minus = i32.const -1
                  j = i64.add i, one
                  l = i32.wrap_i64 j
                  h = i32.sub k, l
                  branch h b1(j, h), b2
                b2:
                  o = i32.wrap_i64 i
                  p = i32.sub k, o
                  return p
                """);
    }

    @Test
    void whatIsFoundLaterIsNotUsedBefore() {
        assertChange("""
                b0(n: i64, f: i32): jump b1(n, f)
                b1(i: i64, g: i32):
                  one = i64.const 1
                  two = i32.const 1
                  h = i32.add g, two
                  j = i64.add i, one
                  branch h b1(j, h), b2
                b2: return h
                """, """
                b0(n: i64, f: i32):
                  m = i32.wrap_i64 n
                  k = i32.sub f, m
                  jump b1(n, f)
                b1(i: i64, g: i32):
                  l = i32.wrap_i64 i
                  p = i32.add k, l
                  one = i64.const 1
                  two = i32.const 1
                  h = i32.add p, two
                  j = i64.add i, one
                  branch h b1(j, h), b2
                b2: return h
                """);
    }

    @Test
    void leavesWhatChangesByAnotherNumberOrOnOneWayOnly() {
        PassTesting.assertNoChange(new InductionVariables(), "i32", """
                b0(n: i64, f: i32, x: i32): jump b1(n, f, x)
                b1(i: i64, g: i32, y: i32):
                  one = i64.const 1
                  two = i32.const 2
                  j = i64.add i, one
                  h = i32.add g, two
                  branch h b2, b3
                b2: jump b1(j, h, y)
                b3:
                  z = i32.add y, two
                  branch z b1(j, h, z), b4
                b4: return g
                """);
    }

    private static void assertChange(String before, String after) {
        PassTesting.assertChange(new InductionVariables(), "i32", before, after);
    }
}
