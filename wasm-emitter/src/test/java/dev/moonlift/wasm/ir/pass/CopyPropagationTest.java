package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class CopyPropagationTest {

    @Test
    void removesAParameterThatIsAlwaysTheSame() {
        assertChange("""
                b0(c: i32, x: i32): branch c b1(x), b1(x)
                b1(y: i32): return y
                """, """
                b0(c: i32, x: i32): branch c b1, b1
                b1: return x
                """);
    }

    @Test
    void removesAParameterThatALoopPassesToItself() {
        assertChange("""
                b0(x: i32): jump b1(x, x)
                b1(y: i32, z: i32):
                  w = i32.sub z, y
                  branch w b1(y, w), b2
                b2: return y
                """, """
                b0(x: i32): jump b1(x)
                b1(z: i32):
                  w = i32.sub z, x
                  branch w b1(w), b2
                b2: return x
                """);
    }

    /** Neither parameter is trivial by itself. */
    @Test
    void removesParametersThatPassEachOtherOnInACircle() {
        assertChange("""
                b0(c: i32, x: i32): branch c b1(x), b2(x)
                b1(y: i32): branch c b2(y), b3
                b2(z: i32): jump b1(z)
                b3: return y
                """, """
                b0(c: i32, x: i32): branch c b1, b2
                b1: branch c b2, b3
                b2: jump b1
                b3: return x
                """);
    }

    @Test
    void leavesParametersThatDiffer() {
        PassTesting.assertNoChange(new CopyPropagation(), "i32", """
                b0(c: i32, x: i32): branch c b1(x), b1(c)
                b1(y: i32): return y
                """);
    }

    @Test
    void removesASelectionBetweenEqualValues() {
        assertChange("""
                b0(c: i32, x: i32): jump b1(x)
                b1(y: i32): z: i32 = select x, y, c return z
                """, """
                b0(c: i32, x: i32): jump b1
                b1: return x
                """);
    }

    private static void assertChange(String before, String after) {
        PassTesting.assertChange(new CopyPropagation(), "i32", before, after);
    }
}
