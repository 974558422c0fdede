package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class SimplifyControlFlowTest {

    @Test
    void mergesBlocksInARow() {
        assertChange("""
                b0(x: i32): jump b1(x)
                b1(y: i32): z = i32.eqz y jump b2
                b2: return z
                """, "b0(x: i32): z = i32.eqz x return z");
    }

    @Test
    void leadsEdgesPastEmptyBlocks() {
        assertChange("""
                b0(x: i32): switch x [b1, b2, b3], b4(x)
                b1: jump b4(x)
                b2: y = i32.eqz x jump b4(y)
                b3: trap
                b4(z: i32): jump b5(z)
                b5(w: i32): v = i32.eqz w return v
                """, """
                b0(x: i32): switch x [b5(x), b2, b3], b5(x)
                b2: y = i32.eqz x jump b5(y)
                b3: trap
                b5(w: i32): v = i32.eqz w return v
                """);
    }

    /** A condition that an inlined method has made of constants. */
    @Test
    void selectsBetweenConstantsOfBlocksOfTheirOwn() {
        assertChange("""
                b0(x: i32): branch x b1, b2
                b1: one = i32.const 1 jump b3(one)
                b2: two = i32.const 2 jump b3(two)
                b3(c: i32): return c
                """, """
                b0(x: i32): one = i32.const 1 two = i32.const 2 c: i32 = select one, two, x
                  return c
                """);
    }

    @Test
    void leadsEdgesPastAChoiceThatTheyDecide() {
        assertChange("""
                b0(x: i32): branch x b1, b2
                b1: a = i32.load x one = i32.const 1
                  branch a b3(one), b3(a)
                b2: zero = i32.const 0
                  i32.store x, x
                  jump b3(zero)
                b3(c: i32): branch c b4, b5
                b4: return x
                b5: trap
                """, """
                b0(x: i32): branch x b1, b2
                b1: a = i32.load x one = i32.const 1
                  branch a b4, b3(a)
                b2: zero = i32.const 0
                  i32.store x, x
                  jump b5
                b3(c: i32): branch c b4, b5
                b4: return x
                b5: trap
                """);
    }

    /** What follows an inlined call, which asks whether the call has succeeded. */
    @Test
    void leadsEdgesPastAChoiceWhoseParametersAreUsedBehindIt() {
        assertChange("""
                b0(x: i32): zero = i32.const 0 one = i32.const 1
                  a = i32.load x
                  branch a b1, b2
                b1: y = i32.load offset=4 x
                  jump b3(y, zero)
                b2: i32.store x, x
                  jump b3(zero, one)
                b3(result: i32, failed: i32): branch failed b4, b5
                b4: i32.store offset=8 x, failed
                  return x
                b5: i32.store offset=12 x, result
                  jump b6
                b6: return result
                """, """
                b0(x: i32): zero = i32.const 0 one = i32.const 1
                  a = i32.load x
                  branch a b1, b2
                b1: y = i32.load offset=4 x
                  i32.store offset=12 x, y
                  return y
                b2: i32.store x, x
                  i32.store offset=8 x, one
                  return x
                """);
    }

    @Test
    void passesParametersOnAlsoWhereOneEdgeIsNotDecided() {
        assertChange("""
                b0(x: i32): zero = i32.const 0
                  branch x b1, b2
                b1: y = i32.load x
                  jump b3(y, zero)
                b2: i32.store x, x
                  z = i32.load offset=4 x
                  jump b3(x, z)
                b3(result: i32, failed: i32): branch failed b4, b5
                b4: i32.store offset=8 x, failed
                  return result
                b5: i32.store offset=12 x, result
                  return result
                """, """
                b0(x: i32): zero = i32.const 0
                  branch x b1, b2
                b1: y = i32.load x
                  jump b5(y)
                b2: i32.store x, x
                  z = i32.load offset=4 x
                  branch z b4(x, z), b5(x)
                b4(result: i32, failed: i32): i32.store offset=8 x, failed
                  return result
                b5(other: i32): i32.store offset=12 x, other
                  return other
                """);
    }

    @Test
    void passesParametersOnToAChoiceBehindAChoice() {
        assertChange("""
                b0(x: i32): zero = i32.const 0 one = i32.const 1
                  branch x b1, b2
                b1: y = i32.load x
                  jump b3(y, zero)
                b2: i32.store x, x
                  z = i32.load offset=4 x
                  jump b3(x, z)
                b3(result: i32, failed: i32): branch failed b4(one), b5
                b4(again: i32): branch again b6, b7
                b5: i32.store offset=12 x, result
                  return result
                b6: i32.store offset=16 again, result
                  return failed
                b7: i32.store offset=20 x, result
                  return again
                """, """
                b0(x: i32): zero = i32.const 0 one = i32.const 1
                  branch x b1, b2
                b1: y = i32.load x
                  jump b5(y)
                b2: i32.store x, x
                  z = i32.load offset=4 x
                  branch z b4(one, x, z), b5(x)
                b4(again: i32, result: i32, failed: i32): branch again b6(again), b7(again)
                b5(other: i32): i32.store offset=12 x, other
                  return other
                b6(c: i32): i32.store offset=16 c, result
                  return failed
                b7(d: i32): i32.store offset=20 x, result
                  return d
                """);
    }

    @Test
    void leadsNoEdgePastABlockWhoseParameterIsUsedBehindBothWays() {
        PassTesting.assertNoChange(new SimplifyControlFlow(), "i32", """
                b0(x: i32): y = i32.eqz x
                  zero = i32.const 0
                  branch x b1, b2(x, zero)
                b1: i32.store x, x
                  jump b2(y, y)
                b2(result: i32, c: i32): branch c b3, b4
                b3: i32.store x, c
                  jump b5
                b4: i32.store offset=4 x, x
                  jump b5
                b5: return result
                """);
    }

    @Test
    void leadsNoEdgePastABlockBehindWhichOthersComeAsWell() {
        PassTesting.assertNoChange(new SimplifyControlFlow(), "i32", """
                b0(x: i32): y = i32.eqz x
                  zero = i32.const 0
                  switch x [b1, b2(x, zero)], b4
                b1: i32.store x, x
                  jump b2(y, y)
                b2(result: i32, c: i32): branch c b3, b4
                b3: i32.store x, result
                  return result
                b4: i32.store offset=4 x, x
                  return x
                """);
    }

    @Test
    void leadsNoEdgePastABlockWhoseParameterIsUsedBehindIt() {
        PassTesting.assertNoChange(new SimplifyControlFlow(), "i32", """
                b0(x: i32): y = i32.eqz x branch x b1, b2(x)
                b1: i32.store x, x
                  jump b2(y)
                b2(c: i32): branch c b3, b4
                b3: return c
                b4: trap
                """);
    }

    @Test
    void leavesACircleOfEmptyBlocks() {
        assertChange("b0(x: i32): jump b1\nb1: jump b2\nb2: jump b1", "b0(x: i32): jump b1\nb1: jump b1");
    }

    @Test
    void selectsBetweenValues() {
        assertChange("""
                b0(x: i32, y: i32): branch x b1, b2
                b1: jump b3(x, x)
                b2: jump b3(x, y)
                b3(a: i32, b: i32): c = i32.sub a, b return c
                """, """
                b0(x: i32, y: i32): s: i32 = select x, y, x c = i32.sub x, s return c
                """);
    }

    @Test
    void leavesAChoiceBetweenManyValues() {
        PassTesting.assertNoChange(new SimplifyControlFlow(), "i32", """
                b0(x: i32, y: i32, z: i32): branch x b3(x, y, z), b3(y, z, x)
                b3(a: i32, b: i32, c: i32): d = i32.sub a, b e = i32.sub d, c return e
                """);
    }

    @Test
    void shortensSwitches() {
        assertChange("""
                b0(x: i32): switch x [b1, b2, b2], b2
                b1: return x
                b2: trap
                """, """
                b0(x: i32): branch x b2, b1
                b1: return x
                b2: trap
                """);
        assertChange("b0(x: i32): switch x [b1], b1\nb1: return x", "b0(x: i32): return x");
        assertChange("b0(x: i32): switch x [b1, b2, b1], b1\nb1: return x\nb2: trap", """
                b0(x: i32): switch x [b1, b2], b1
                b1: return x
                b2: trap
                """);
    }

    private static void assertChange(String before, String after) {
        PassTesting.assertChange(new SimplifyControlFlow(), "i32", before, after);
    }
}
