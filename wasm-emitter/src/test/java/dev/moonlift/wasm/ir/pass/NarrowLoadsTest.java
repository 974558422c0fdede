package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class NarrowLoadsTest {
    private static final Pass CLEAN = graph -> new NarrowLoads().run(graph) | new DeadCode().run(graph);

    @Test
    void loadsTheByteThatAMaskLeaves() {
        assertChange(
                "b0(a: i32): x = i32.load offset=8 a m = i32.const 255 y = i32.and x, m return y",
                "b0(a: i32): y = i32.load8_u offset=8 a return y");
    }

    @Test
    void shiftsTheByteToWhereTheMaskWasAppliedToIt() {
        assertChange("""
                b0(a: i32):
                  x = i32.load a
                  d = i32.const 12
                  s = i32.shr_u x, d
                  m = i32.const 0xFF0
                  y = i32.and s, m
                  return y
                """, """
                b0(a: i32):
                  l = i32.load8_u offset=2 a
                  f = i32.const 4
                  y = i32.shl l, f
                  return y
                """);
    }

    @Test
    void loadsTheHighestByteWithItsSignOrWithout() {
        assertChange(
                "b0(a: i32): x = i32.load a d = i32.const 24 y = i32.shr_u x, d return y",
                "b0(a: i32): y = i32.load8_u offset=3 a return y");
        assertChange(
                "b0(a: i32): x = i32.load a d = i32.const 24 y = i32.shr_s x, d return y",
                "b0(a: i32): y = i32.load8_s offset=3 a return y");
    }

    @Test
    void loadsAByteWhoseSignIsExtended() {
        assertChange("""
                b0(a: i32):
                  x = i32.load a
                  d = i32.const 16
                  s = i32.shr_s x, d
                  y = i32.extend8_s s
                  return y
                """, "b0(a: i32): y = i32.load8_s offset=2 a return y");
    }

    @Test
    void leavesWhatIsNotOneWholeByte() {
        assertNoChange("b0(a: i32): x = i32.load a m = i32.const 127 y = i32.and x, m return y");
        assertNoChange("b0(a: i32): x = i32.load a m = i32.const 0xFF0 y = i32.and x, m return y");
        assertNoChange("b0(a: i32): x = i32.load a d = i32.const 20 y = i32.shr_u x, d return y");
    }

    @Test
    void doesNotLoadAgainWhatMayHaveBeenWritten() {
        assertNoChange("""
                b0(a: i32, b: i32):
                  x = i32.load a
                  i32.store b, b
                  m = i32.const 255
                  y = i32.and x, m
                  return y
                """);
    }

    @Test
    void knowsWhatWasLoadedInAllPredecessors() {
        assertChange("""
                b0(a: i32):
                  x = i32.load a
                  branch a b1, b2
                b1:
                  m = i32.const 255
                  y = i32.and x, m
                  return y
                b2:
                  return x
                """, """
                b0(a: i32):
                  x = i32.load a
                  branch a b1, b2
                b1:
                  y = i32.load8_u a
                  return y
                b2:
                  return x
                """);
    }

    private static void assertChange(String before, String after) {
        PassTesting.assertChange(CLEAN, "i32", before, after);
    }

    private static void assertNoChange(String blocks) {
        PassTesting.assertNoChange(CLEAN, "i32", blocks);
    }
}
