package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class CommonSubexpressionsTest {

    @Test
    void computesOnceInOneBlock() {
        assertChange(
                "b0(x: i32, y: i32): a = i32.add x, y b = i32.add y, x c = i32.sub a, b return c",
                "b0(x: i32, y: i32): a = i32.add x, y c = i32.sub a, a return c");
    }

    @Test
    void usesWhatDominates() {
        assertChange("""
                b0(x: i32): a = i32.div_u x, x branch a b1, b2
                b1: b = i32.div_u x, x return b
                b2: return x
                """, """
                b0(x: i32): a = i32.div_u x, x branch a b1, b2
                b1: return a
                b2: return x
                """);
    }

    @Test
    void usesNothingOfAnotherBranch() {
        assertNoChange("""
                b0(x: i32): branch x b1, b2
                b1: a = i32.eqz x return a
                b2: b = i32.eqz x return b
                """);
    }

    @Test
    void tellsConstantsAndOrderApart() {
        assertNoChange("""
                b0(x: i32, y: i32): a = i32.const 1 b = i32.const 2
                  c = i32.sub x, y
                  d = i32.sub y, x
                  e = f64.const 0.0
                  f = f64.const -0.0
                  return d
                """);
    }

    @Test
    void leavesCallsAndLoads() {
        assertNoChange("b0(x: i32): a: i32 = call $g(x) b: i32 = call $g(x) c = i32.load x d = i32.load x return d");
    }

    private static void assertChange(String before, String after) {
        PassTesting.assertChange(new CommonSubexpressions(), "i32", before, after);
    }

    private static void assertNoChange(String blocks) {
        PassTesting.assertNoChange(new CommonSubexpressions(), "i32", blocks);
    }
}
