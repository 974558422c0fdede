package dev.moonlift.wasm.ir.pass;

import org.junit.jupiter.api.Test;

class ConstantFoldingTest {
    private static final Pass FOLDING = new ConstantFolding(false);

    /** Folding leaves operands that nobody needs any more, so both passes run. */
    private static final Pass CLEAN = graph -> FOLDING.run(graph) | new DeadCode().run(graph);

    private static final Pass ADDRESSES = graph -> new ConstantFolding(true).run(graph) | new DeadCode().run(graph);

    @Test
    void computesConstants() {
        assertFolds("f64", "b0: x = f64.const 0.1 y = f64.const 0.2 z = f64.add x, y @7 return z", """
                b0: z = f64.const 0.30000000000000004 @7
                  return z
                """);
        assertFolds("i32", "b0: x = i32.const -7 y = i32.const 2 z = i32.div_s x, y return z", """
                b0: z = i32.const -3
                  return z
                """);
    }

    @Test
    void leavesTraps() {
        assertSame("i32", "b0: x = i32.const 1 y = i32.const 0 z = i32.div_s x, y return z");
        assertSame("i32", "b0: x = f64.const 1.0E10 z = i32.trunc_f64_s x return z");
    }

    @Test
    void leavesWhatMakesANaN() {
        assertSame("f64", "b0: x = f64.const 0.0 z = f64.div x, x return z");
        assertSame("f64", "b0: x = f64.const nan:0x8000000000000 y = f64.const 1.0 z = f64.add x, y return z");
        assertFolds("f64", "b0: x = f64.const nan:0x1 z = f64.neg x return z", "b0: z = f64.const -nan:0x1 return z");
        assertFolds("i32", "b0: x = f64.const nan:0x1 z = f64.eq x, x return z", "b0: z = i32.const 0 return z");
    }

    @Test
    void multipliesByTheReciprocalOfAPowerOfTwo() {
        String multiply = "b0(x: f64): y = f64.const %s z = f64.mul x, y return z";
        String divide = "b0(x: f64): y = f64.const %s z = f64.div x, y return z";
        assertFolds("f64", divide.formatted("2.0"), multiply.formatted("0.5"));
        assertFolds("f64", divide.formatted("-0.25"), multiply.formatted("-4.0"));
        assertFolds("f64", divide.formatted(0x1p1022), multiply.formatted(0x1p-1022));
        for (double divisor : new double[] {3, 0x1p1023, 0x1p-1023, Double.MIN_VALUE, 0, Double.POSITIVE_INFINITY}) {
            assertSame("f64", divide.formatted(divisor));
        }
        assertSame("f64", divide.formatted("nan:0x8000000000000"));
    }

    @Test
    void appliesNoLawsToNumbersThatCanBeNaN() {
        assertSame("i32", "b0(x: f64): y = f64.eq x, x return y");
        assertSame("i32", "b0(x: f64, y: f64): z = f64.lt x, y w = i32.eqz z return w");
        assertSame("f64", "b0(x: f64): y = f64.const 0.0 z = f64.add x, y return z");
        assertSame("f64", "b0(x: f64): y = f64.const 1.0 z = f64.mul x, y return z");
    }

    @Test
    void leavesOutWhatChangesNothing() {
        assertFolds("i32", "b0(x: i32): c = i32.const 0 y = i32.add x, c return y", "b0(x: i32): return x");
        assertFolds("i32", "b0(x: i32): c = i32.const 32 y = i32.shl x, c return y", "b0(x: i32): return x");
        assertFolds("i64", "b0(x: i64): c = i64.const -1 y = i64.and c, x return y", "b0(x: i64): return x");
        assertFolds("i32", "b0(x: i32): y = i64.extend_i32_s x z = i32.wrap_i64 y return z", "b0(x: i32): return x");
    }

    @Test
    void masksOnlyWhereBitsCanBeSet() {
        assertFolds(
                "i32",
                "b0(x: i32): y = i32.load8_u x c = i32.const 255 z = i32.and y, c return z",
                "b0(x: i32): y = i32.load8_u x return y");
        assertFolds(
                "i64",
                "b0(x: i32): y = i64.load32_u x c = i64.const 4294967295 z = i64.and y, c return z",
                "b0(x: i32): y = i64.load32_u x return y");
        assertSame("i64", "b0(x: i32): y = i64.load32_u x c = i64.const 255 z = i64.and y, c return z");
        assertSame("i64", "b0(x: i32): y = i64.extend_i32_s x c = i64.const 4294967295 z = i64.and y, c return z");
        assertSame("i32", "b0(x: i32): y = i32.load8_s x c = i32.const 255 z = i32.and y, c return z");
        assertSame("i32", "b0(x: i64): y = i32.wrap_i64 x c = i32.const 255 z = i32.and y, c return z");
    }

    @Test
    void joinsConstants() {
        assertFolds(
                "i32",
                "b0(x: i32): c = i32.const 3 y = i32.add x, c d = i32.const 5 z = i32.sub y, d return z",
                "b0(x: i32): c = i32.const -2 z = i32.add x, c return z");
    }

    @Test
    void invertsComparisons() {
        assertFolds(
                "i32",
                "b0(x: i64, y: i64): c = i64.lt_u x, y z = i32.eqz c return z",
                "b0(x: i64, y: i64): z = i64.ge_u x, y return z");
    }

    @Test
    void takesConditionsForWhatTheyAre() {
        assertFolds("", """
                b0(x: i32): c = i32.eqz x d = i32.eqz c e = i32.const 0 f = i32.ne d, e
                  branch f b1, b2
                b1: return
                b2: trap
                """, "b0(x: i32): branch x b1, b2\nb1: return\nb2: trap");
        assertFolds(
                "",
                "b0(x: i32): c = i32.eqz x branch c b1, b2\nb1: return\nb2: trap",
                "b0(x: i32): branch x b2, b1\nb1: return\nb2: trap");
        assertFolds(
                "i64",
                "b0(x: i32, y: i64, z: i64): c = i32.eqz x s: i64 = select y, z, c return s",
                "b0(x: i32, y: i64, z: i64): s: i64 = select z, y, x return s");
    }

    @Test
    void decidesBranchesAndSwitches() {
        assertFolds("", "b0: c = i32.const 2 branch c b1, b2\nb1: return\nb2: trap", "b0: jump b1\nb1: return");
        assertFolds("", "b0: c = i32.const 1 switch c [b1, b2], b1\nb1: return\nb2: trap", "b0: jump b2\nb2: trap");
        assertFolds("", "b0: c = i32.const -1 switch c [b1, b1], b2\nb1: return\nb2: trap", "b0: jump b2\nb2: trap");
    }

    @Test
    void movesConstantsIntoOffsetsOnRequest() {
        String before = "b0(x: i32): c = i32.const 8 y = i32.add x, c z = i32.load offset=4 y return z";
        assertSame("i32", before);
        PassTesting.assertChange(ADDRESSES, "i32", before, "b0(x: i32): z = i32.load offset=12 x return z");
    }

    @Test
    void movesNoNegativeOrLargeConstantsIntoOffsets() {
        assertAddressStays("b0(x: i32): c = i32.const -8 y = i32.add x, c z = i32.load offset=12 y return z");
        assertAddressStays("b0(x: i32): c = i32.const 8 y = i32.add x, c z = i32.load offset=2147483640 y return z");
    }

    @Test
    void keepsAnAddressThatIsComputedAnyway() {
        assertAddressStays("b0(x: i32): c = i32.const 8 y = i32.add x, c z = i32.load y i32.store z, y return z");
    }

    @Test
    void leavesOutAnExclusiveOrOfBitsThatDoNotCount() {
        assertFolds(
                "i32",
                "b0(x: i32): c = i32.const 70 y = i32.xor x, c d = i32.const 16 z = i32.shr_s y, d return z",
                "b0(x: i32): d = i32.const 16 z = i32.shr_s x, d return z");
        assertFolds(
                "i32",
                "b0(x: i32): c = i32.const 70 y = i32.xor x, c d = i32.const 4 z = i32.shr_u y, d"
                        + " m = i32.const 4080 w = i32.and z, m return w",
                "b0(x: i32): d = i32.const 4 z = i32.shr_u x, d m = i32.const 4080 w = i32.and z, m return w");
        assertSame("i32", "b0(x: i32): c = i32.const 70 y = i32.xor x, c d = i32.const 6 z = i32.shr_u y, d return z");
    }

    private static void assertAddressStays(String blocks) {
        PassTesting.assertNoChange(ADDRESSES, "i32", blocks);
    }

    private static void assertSame(String results, String blocks) {
        PassTesting.assertNoChange(FOLDING, results, blocks);
    }

    private static void assertFolds(String results, String before, String after) {
        PassTesting.assertChange(CLEAN, results, before, after);
    }
}
