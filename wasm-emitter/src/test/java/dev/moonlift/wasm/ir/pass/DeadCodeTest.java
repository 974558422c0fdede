package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class DeadCodeTest {

    @Test
    void removesWhatNobodyUses() {
        assertChange(
                "b0(x: i32): a = i32.load x b = i32.eqz a c: i32 = global.get $g return x", "b0(x: i32): return x");
    }

    @Test
    void keepsWhatHasAnEffect() {
        PassTesting.assertNoChange(new DeadCode(), "i32", """
                b0(x: i32):
                  a = i32.div_u x, x
                  b: i32 = call $g(x)
                  i32.store x, x
                  c = memory.grow x
                  global.set $g, x
                  return x
                """);
    }

    @Test
    void removesParametersThatOnlyGoRoundInALoop() {
        assertChange("""
                b0(x: i32): jump b1(x, x)
                b1(y: i32, z: i32):
                  w = i32.add z, y
                  branch y b1(x, w), b2
                b2: return x
                """, """
                b0(x: i32): jump b1(x)
                b1(y: i32): branch y b1(x), b2
                b2: return x
                """);
    }

    @Test
    void removesBlocksThatCannotBeReached() {
        assertChange("b0(x: i32): return x\nb1: jump b2\nb2: jump b1", "b0(x: i32): return x");
    }

    private static void assertChange(String before, String after) {
        PassTesting.assertChange(new DeadCode(), "i32", before, after);
    }
}
