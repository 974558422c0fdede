package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class RedundantLoadsTest {

    @Test
    void knowsWhatWasLoaded() {
        assertChange("b0(a: i32): x = i32.load a y = i32.load a return y", "b0(a: i32): x = i32.load a return x");
    }

    @Test
    void knowsWhatWasStored() {
        assertChange(
                "b0(a: i32, x: i32): i32.store offset=4 a, x\n y = i32.load offset=4 a return y",
                "b0(a: i32, x: i32): i32.store offset=4 a, x\n return x");
    }

    @Test
    void passesOnWhatItHasFound() {
        assertChange(
                "b0(a: i32): x = i32.load a y = i32.load a z = i32.load x w = i32.load y return w",
                "b0(a: i32): x = i32.load a z = i32.load x return z");
    }

    @Test
    void tellsOffsetsOfOneBaseApart() {
        assertChange(
                "b0(a: i32, l: i64): x = i32.load a\n i64.store offset=4 a, l\n y = i32.load a return y",
                "b0(a: i32, l: i64): x = i32.load a\n i64.store offset=4 a, l\n return x");
        assertNoChange("b0(a: i32, l: i64): x = i32.load offset=8 a\n i64.store offset=4 a, l\n"
                + " y = i32.load offset=8 a return y");
        assertNoChange("b0(a: i32, i: i32): x = i32.load a\n i32.store8 offset=3 a, i\n y = i32.load a return y");
    }

    @Test
    void takesDifferentBasesForTheSame() {
        assertNoChange("b0(a: i32, b: i32): x = i32.load a\n i32.store b, b\n y = i32.load a return y");
    }

    @Test
    void tellsConstantAddressesApart() {
        assertChange("""
                b0: a = i32.const 8 b = i32.const 16 x = i32.load a
                  i32.store b, x
                  y = i32.load a
                  return y
                """, """
                b0: a = i32.const 8 b = i32.const 16 x = i32.load a
                  i32.store b, x
                  return x
                """);
        assertNoChange("""
                b0: a = i32.const 8 b = i32.const 4 x = i32.load a
                  i32.store8 offset=7 b, b
                  y = i32.load a
                  z = i32.add x, y
                  return z
                """);
    }

    @Test
    void takesNoPartForTheWhole() {
        assertNoChange("b0(a: i32, x: i32): i32.store8 a, x\n y = i32.load8_u a return y");
        assertNoChange("b0(a: i32): x = i32.load8_u a y = i32.load8_s a return y");
    }

    @Test
    void forgetsMemoryAtCallsAndBulkOperations() {
        assertNoChange("b0(a: i32): x = i32.load a\n call $g()\n y = i32.load a return y");
        assertNoChange("b0(a: i32): x = i32.load a\n call_indirect a()\n y = i32.load a return y");
        assertNoChange("b0(a: i32): x = i32.load a\n memory.fill a, a, a\n y = i32.load a return y");
    }

    @Test
    void knowsGlobals() {
        assertChange(
                "b0(a: i32): global.set $g, a\n x: i32 = global.get $g return x",
                "b0(a: i32): global.set $g, a\n return a");
        assertChange(
                "b0(a: i32): x: i32 = global.get $g\n i32.store a, x\n y: i32 = global.get $g return y",
                "b0(a: i32): x: i32 = global.get $g\n i32.store a, x\n return x");
        assertNoChange("b0: x: i32 = global.get $g\n call $g()\n y: i32 = global.get $g return y");
        assertNoChange("b0(a: i32): x: i32 = global.get $g\n global.set $h, a\n y: i32 = global.get $i return x");
    }

    @Test
    void knowsAtAJoinWhatAllPredecessorsKnow() {
        assertChange("""
                b0(a: i32): x = i32.load a branch x b1, b2
                b1: jump b3
                b2: jump b3
                b3: y = i32.load a return y
                """, """
                b0(a: i32): x = i32.load a branch x b1, b2
                b1: jump b3
                b2: jump b3
                b3: return x
                """);
        assertNoChange("""
                b0(a: i32): x = i32.load a branch x b1, b2
                b1: call $g()
                  jump b3
                b2: jump b3
                b3: y = i32.load a return y
                """);
    }

    @Test
    void knowsNothingAtTheBeginningOfALoop() {
        assertNoChange("""
                b0(a: i32): x = i32.load a jump b1
                b1: y = i32.load a
                  call $g()
                  branch y b1, b2
                b2: return y
                """);
    }

    @Test
    void keepsInALoopWhatTheLoopDoesNotOverwrite() {
        assertChange("""
                b0(a: i32): x = i32.load a jump b1
                b1: i32.store offset=4 a, x
                  y = i32.load a
                  branch y b1, b2
                b2: return y
                """, """
                b0(a: i32): x = i32.load a jump b1
                b1: i32.store offset=4 a, x
                  branch x b1, b2
                b2: return x
                """);
        assertNoChange("""
                b0(a: i32): x = i32.load a jump b1
                b1: y = i32.load a
                  i32.store a, a
                  branch y b1, b2
                b2: return y
                """);
        assertNoChange("""
                b0(a: i32): x = i32.load a jump b1
                b1: y = i32.load a
                  jump b2
                b2: memory.fill a, a, a
                  branch y b1, b3
                b3: return y
                """);
    }

    @Test
    void tellsClassesApart() {
        assertChange("""
                b0(a: i32, b: i32): x = i32.load part=one a
                  i32.store part=two b, b
                  y = i32.load part=one a return y
                """, """
                b0(a: i32, b: i32): x = i32.load part=one a
                  i32.store part=two b, b
                  return x
                """);
        assertNoChange("b0(a: i32, b: i32): x = i32.load part=one a\n i32.store part=one b, b\n"
                + " y = i32.load part=one a return y");
        assertNoChange(
                "b0(a: i32, b: i32): x = i32.load part=one a\n i32.store b, b\n y = i32.load part=one a return y");
    }

    @Test
    void knowsConstantBytes() {
        assertChange("""
                b0(a: i32): c = i32.const -3
                  i32.store8 a, c
                  x = i32.load8_s a return x
                """, """
                b0(a: i32): c = i32.const -3
                  i32.store8 a, c
                  return c
                """);
        assertNoChange("b0(a: i32): c = i32.const 200\n i32.store8 a, c\n x = i32.load8_s a return x");
    }

    private static void assertChange(String before, String after) {
        PassTesting.assertChange(new RedundantLoads(), "i32", before, after);
    }

    private static void assertNoChange(String blocks) {
        PassTesting.assertNoChange(new RedundantLoads(), "i32", blocks);
    }
}
