package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class DecidedBranchesTest {

    @Test
    void jumpsWhereABranchOnTheWayHasDecided() {
        assertChange("""
                b0(x: i32): branch x b1, b2
                b1: branch x b3, b4
                b2: branch x b4, b5
                b3: one = i32.const 1 return one
                b4: two = i32.const 2 return two
                b5: three = i32.const 3 return three
                """, """
                b0(x: i32): branch x b1, b2
                b1: jump b3
                b2: jump b5
                b3: one = i32.const 1 return one
                b4: two = i32.const 2 return two
                b5: three = i32.const 3 return three
                """);
    }

    @Test
    void knowsNothingWhereWaysMeet() {
        assertNoChange("""
                b0(x: i32): branch x b1, b2
                b1: jump b3
                b2: jump b3
                b3: branch x b4, b5
                b4: one = i32.const 1 return one
                b5: two = i32.const 2 return two
                """);
        assertNoChange("""
                b0(x: i32): branch x b1, b1
                b1: branch x b2, b3
                b2: one = i32.const 1 return one
                b3: two = i32.const 2 return two
                """);
    }

    @Test
    void forgetsWhatWasDecidedOnOtherWays() {
        assertNoChange("""
                b0(x: i32, y: i32): branch y b1, b4
                b1: branch x b2, b3
                b2: one = i32.const 1 return one
                b3: two = i32.const 2 return two
                b4: branch x b2, b3
                """);
    }

    private static void assertChange(String before, String after) {
        PassTesting.assertChange(new DecidedBranches(), "i32", before, after);
    }

    private static void assertNoChange(String blocks) {
        PassTesting.assertNoChange(new DecidedBranches(), "i32", blocks);
    }
}
