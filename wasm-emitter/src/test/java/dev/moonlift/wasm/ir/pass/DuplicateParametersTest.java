package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class DuplicateParametersTest {

    @Test
    void makesOneOfTwoCountersOfALoop() {
        assertChange("""
                b0(x: i32): jump b1(x, x)
                b1(y: i32, z: i32):
                  w = i32.sub y, z
                  v = i32.sub y, x
                  branch w b1(v, v), b2
                b2: return z
                """, """
                b0(x: i32): jump b1(x)
                b1(y: i32):
                  w = i32.sub y, y
                  v = i32.sub y, x
                  branch w b1(v), b2
                b2: return y
                """);
    }

    @Test
    void seesThatParametersAreTheSameBecauseThoseBeforeAre() {
        assertChange("""
                b0(c: i32, x: i32): branch c b1(x, x), b1(c, c)
                b1(y: i32, z: i32): branch c b2(y, z), b2(x, x)
                b2(u: i32, v: i32): w = i32.add u, v return w
                """, """
                b0(c: i32, x: i32): branch c b1(x), b1(c)
                b1(y: i32): branch c b2(y), b2(x)
                b2(u: i32): w = i32.add u, u return w
                """);
    }

    @Test
    void leavesParametersThatDifferOnOneWay() {
        PassTesting.assertNoChange(new DuplicateParameters(), "i32", """
                b0(c: i32, x: i32): branch c b1(x, x), b1(x, c)
                b1(y: i32, z: i32): w = i32.add y, z return w
                """);
    }

    private static void assertChange(String before, String after) {
        PassTesting.assertChange(new DuplicateParameters(), "i32", before, after);
    }
}
