package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class LoopInvariantsTest {

    @Test
    void loadsBeforeTheLoop() {
        assertChange("""
                b0(a: i32, n: i32): jump b1(n)
                b1(i: i32): x = i32.load offset=8 stable=object a
                  y = i32.load stable=object x
                  i32.store part=slot i, y
                  j = i32.sub i, x
                  branch j b1(j), b2
                b2: return n
                """, """
                b0(a: i32, n: i32): x = i32.load offset=8 stable=object a
                  y = i32.load stable=object x
                  jump b1(n)
                b1(i: i32): i32.store part=slot i, y
                  j = i32.sub i, x
                  branch j b1(j), b2
                b2: return n
                """);
    }

    @Test
    void makesABlockForThatWhereThereIsNone() {
        assertChange("""
                b0(a: i32, n: i32): branch n b1(n), b2
                b1(i: i32): x = i32.load stable=object a
                  branch x b1(x), b2
                b2: return n
                """, """
                b0(a: i32, n: i32): branch n b3(n), b2
                b1(i: i32): branch x b1(x), b2
                b2: return n
                b3(k: i32): x = i32.load stable=object a
                  jump b1(k)
                """);
    }

    /** Out of one loop at a time; the block that is made for the outer one is not in the inner. */
    @Test
    void makesBlocksForLoopsWithinOthers() {
        assertChange("""
                b0(a: i32, n: i32): branch n b1(n), b4
                b1(i: i32): x = i32.load stable=object a
                  branch x b2(x), b3
                b2(j: i32): y = i32.load stable=object i
                  branch y b2(y), b3
                b3: branch i b1(i), b4
                b4: return n
                """, """
                b0(a: i32, n: i32): branch n b5(n), b4
                b1(i: i32): branch x b6(x), b3
                b2(j: i32): branch y b2(y), b3
                b3: branch i b1(i), b4
                b4: return n
                b5(k: i32): x = i32.load stable=object a
                  jump b1(k)
                b6(l: i32): y = i32.load stable=object i
                  jump b2(l)
                """);
    }

    @Test
    void leavesWhatTheLoopMayChange() {
        assertNoChange("b0(a: i32): jump b1\n b1: x = i32.load stable=object a\n i32.store stable=object a, x\n"
                + " branch x b1, b2\n b2: return x");
        assertNoChange("b0(a: i32): jump b1\n b1: x = i32.load stable=object a\n i32.store a, x\n"
                + " branch x b1, b2\n b2: return x");
        assertNoChange(
                "b0(a: i32): jump b1\n b1: x = i32.load stable=object a\n call $g()\n branch x b1, b2\n b2: return x");
    }

    @Test
    void leavesWhatMayTrapOrHasNoFixedAddress() {
        assertNoChange("b0(a: i32): jump b1\n b1: x = i32.load part=field a\n branch x b1, b2\n b2: return x");
        assertNoChange("b0(a: i32): jump b1\n b1: x = i32.load a\n branch x b1, b2\n b2: return x");
        assertNoChange("b0(a: i32): jump b1(a)\n b1(b: i32): x = i32.load stable=object b\n"
                + " branch x b1(x), b2\n b2: return x");
    }

    private static void assertChange(String before, String after) {
        PassTesting.assertChange(new LoopInvariants(), "i32", before, after);
    }

    private static void assertNoChange(String blocks) {
        PassTesting.assertNoChange(new LoopInvariants(), "i32", blocks);
    }
}
