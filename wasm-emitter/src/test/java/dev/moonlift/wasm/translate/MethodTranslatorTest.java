package dev.moonlift.wasm.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.wasm.module.ModuleWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Methods mean the same on the JVM and translated, for corner values and random ones. */
class MethodTranslatorTest {
    private static final int[] INTS = {
        0, 1, -1, 2, 7, 31, 32, 33, 63, 64, 100, -100, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE
    };
    private static final long[] LONGS = {
        0, 1, -1, 2, 31, 63, 64, 1L << 32, -(1L << 32), 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        1.5,
        2.5,
        1e10,
        -1e10,
        1e300,
        4.9e-324,
        2147483648.0,
        -9.3e18,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private static Twin members(String members) {
        return new Twin(members, "public int twice(int x) { return x + x; }");
    }

    private static void assertSameForInts(Twin twin, String... methods) {
        for (String method : methods) {
            for (int a : INTS) {
                for (int b : INTS) {
                    assertSame(twin, method, a, b);
                }
            }
        }
    }

    private static void assertSameForLongs(Twin twin, String... methods) {
        for (String method : methods) {
            for (long a : LONGS) {
                for (long b : LONGS) {
                    assertSame(twin, method, a, b);
                }
            }
        }
    }

    private static void assertSameForDoubles(Twin twin, String... methods) {
        for (String method : methods) {
            for (double a : DOUBLES) {
                for (double b : DOUBLES) {
                    assertSame(twin, method, a, b);
                }
            }
        }
    }

    private static void assertSame(Twin twin, String method, Object... arguments) {
        Object expected = twin.onJvm(method, arguments);
        Object wanted = "ArithmeticException".equals(expected) ? "trap" : expected;
        assertThat(twin.translated(method, arguments))
                .as("%s%s", method, List.of(arguments))
                .isEqualTo(wanted);
    }

    @Test
    void arithmeticOfInts() {
        Twin twin = members("""
                public int sum(int a, int b) { return a + b - a * b; }
                public int quotient(int a, int b) { return a / b; }
                public int remainder(int a, int b) { return a % b; }
                public int bits(int a, int b) { return (a & b) | (a ^ ~b); }
                public int shifts(int a, int b) { return (a << b) ^ (a >> b) ^ (a >>> b); }
                public int narrow(int a, int b) { return (byte) a + (short) b + (char) a; }
                public int negate(int a, int b) { return -a ^ -b; }
                public int relations(int a, int b) {
                    return (a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a > b ? 4 : 0) | (a >= b ? 8 : 0) | (a == b ? 16 : 0)
                            | (a != b ? 32 : 0) | (a < 0 ? 64 : 0) | (b >= 0 ? 128 : 0) | (a == 0 ? 256 : 0)
                            | (b != 0 ? 512 : 0) | (a > 0 ? 1024 : 0) | (b <= 0 ? 2048 : 0);
                }
                public boolean both(int a, int b) { return a > 0 && b > 0 || a == b; }""");
        assertSameForInts(
                twin, "sum", "quotient", "remainder", "bits", "shifts", "narrow", "negate", "relations", "both");
    }

    @Test
    void arithmeticOfLongs() {
        Twin twin = members("""
                public long sum(long a, long b) { return a + b - a * b; }
                public long quotient(long a, long b) { return a / b; }
                public long remainder(long a, long b) { return a % b; }
                public long bits(long a, long b) { return (a & b) | (a ^ ~b); }
                public long shifts(long a, long b) { int n = (int) b; return (a << n) ^ (a >> n) ^ (a >>> n); }
                public long negate(long a, long b) { return -a ^ -b; }
                public int relations(long a, long b) {
                    return (a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a > b ? 4 : 0) | (a >= b ? 8 : 0) | (a == b ? 16 : 0)
                            | (a != b ? 32 : 0);
                }
                public double toDouble(long a, long b) { return (double) a - (double) b; }
                public double intToDouble(long a, long b) { return (double) (int) a * (int) b; }""");
        assertSameForLongs(
                twin,
                "sum",
                "quotient",
                "remainder",
                "bits",
                "shifts",
                "negate",
                "relations",
                "toDouble",
                "intToDouble");
    }

    @Test
    void arithmeticOfDoubles() {
        Twin twin = members("""
                public double sum(double a, double b) { return a + b - a * b; }
                public double quotient(double a, double b) { return a / b; }
                public double negate(double a, double b) { return -a - b; }
                public int relations(double a, double b) {
                    return (a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a > b ? 4 : 0) | (a >= b ? 8 : 0) | (a == b ? 16 : 0)
                            | (a != b ? 32 : 0);
                }
                public int negated(double a, double b) {
                    return (!(a < b) ? 1 : 0) | (!(a <= b) ? 2 : 0) | (!(a > b) ? 4 : 0) | (!(a >= b) ? 8 : 0)
                            | (!(a == b) ? 16 : 0) | (!(a != b) ? 32 : 0);
                }
                public int toInt(double a, double b) { return (int) a ^ (int) b; }
                public long toLong(double a, double b) { return (long) a ^ (long) b; }
                public long rawBits(double a, double b) {
                    return Double.doubleToRawLongBits(Math.copySign(1.0, a));
                }""");
        assertSameForDoubles(twin, "sum", "quotient", "negate", "relations", "negated", "toInt", "toLong", "rawBits");
    }

    @Test
    void intrinsics() {
        Twin twin = members("""
                public int ints(int a, int b) {
                    return Math.abs(a) ^ Math.min(a, b) ^ Math.max(a, b) ^ Integer.numberOfLeadingZeros(a)
                            ^ Integer.numberOfTrailingZeros(b) ^ Integer.bitCount(a) ^ Integer.rotateLeft(a, b)
                            ^ Integer.rotateRight(b, a);
                }
                public int unsignedInts(int a, int b) {
                    return Integer.compareUnsigned(a, b) + (Integer.compareUnsigned(a, b) < 0 ? 10 : 20);
                }
                public int divideUnsigned(int a, int b) {
                    return Integer.divideUnsigned(a, b) ^ Integer.remainderUnsigned(a, b);
                }
                public long widen(int a, int b) { return Integer.toUnsignedLong(a) - Integer.toUnsignedLong(b); }
                public long longs(long a, long b) {
                    return Math.abs(a) ^ Math.min(a, b) ^ Math.max(a, b) ^ Long.numberOfLeadingZeros(a)
                            ^ Long.numberOfTrailingZeros(b) ^ Long.bitCount(a) ^ Long.rotateLeft(a, (int) b)
                            ^ Long.rotateRight(b, (int) a);
                }
                public long high(long a, long b) { return Math.multiplyHigh(a, b); }
                public int unsignedLongs(long a, long b) {
                    return Long.compareUnsigned(a, b) + (Long.compareUnsigned(a, b) >= 0 ? 10 : 20);
                }
                public long divideUnsignedLong(long a, long b) {
                    return Long.divideUnsigned(a, b) ^ Long.remainderUnsigned(a, b);
                }
                public double doubles(double a, double b) {
                    return Math.abs(a) + Math.sqrt(b) + Math.floor(a) + Math.ceil(b) + Math.rint(a);
                }
                public double sign(double a, double b) { return Double.isNaN(b) ? 0 : Math.copySign(a, b); }""");
        assertSameForInts(twin, "ints", "unsignedInts", "divideUnsigned", "widen");
        assertSameForLongs(twin, "longs", "high", "unsignedLongs", "divideUnsignedLong");
        assertSameForDoubles(twin, "doubles", "sign");
    }

    @Test
    void loopsSwitchesAndTheStackAcrossBranches() {
        Twin twin = members("""
                public int table(int a, int b) {
                    int r = 0;
                    for (int i = 0; i < 10; i++) {
                        switch (a + i & 7) {
                            case 1: r += 3; continue;
                            case 2: r ^= b; break;
                            case 3:
                            case 4: r -= i;
                            case 5: r *= 3; break;
                            case 7: if (b > 50) { return r; } break;
                            default: r++;
                        }
                        r += other.twice(i);
                    }
                    return r;
                }
                public int lookup(int a, int b) {
                    switch (a) {
                        case -100: return 1;
                        case -1: return 2;
                        case 7: return b;
                        case 65536: return 4;
                        case 2147483647: return 5;
                        default: return a == b ? 6 : 7;
                    }
                }
                public int nested(int a, int b) {
                    int r = a;
                    outer:
                    while (true) {
                        for (int i = 0; ; i++) {
                            if (i > (b & 15)) { break; }
                            if ((r += i) > 1000) { break outer; }
                        }
                        r = r * 2 + 1;
                        if (r < 0 || r > 100000) { break; }
                    }
                    return r;
                }
                public int ternaries(int a, int b) {
                    return a + (b > 0 ? a > 0 ? 1 : 2 : b + (a == 3 ? 4 : a)) * (a < b ? a++ : --b) + a + b;
                }""");
        assertSameForInts(twin, "table", "lookup", "nested", "ternaries");
    }

    @Test
    void signals() {
        Twin twin = new Twin("""
                public int thrown(int a, int b) { return other.check(a) + other.check(b); }
                public int caught(int a, int b) {
                    int r = 1;
                    try {
                        r = 2;
                        r += other.check(a);
                        r += 10;
                        r += other.check(b);
                    } catch (Signal.First first) {
                        return r + 100;
                    } catch (Signal.Second second) {
                        r += 1000;
                    }
                    return r;
                }
                public int partly(int a, int b) {
                    int r = b;
                    try {
                        r += other.check(a);
                    } catch (Signal.First first) {
                        r = other.check(b);
                    }
                    return r;
                }
                public int any(int a, int b) {
                    for (int i = 0; ; i++) {
                        try {
                            if (i == 2) { throw Signal.SECOND; }
                            other.check(a + i);
                            return i;
                        } catch (Signal all) {
                            if (i == 3) { return other.check(b); }
                        }
                    }
                }
                public int deep(int a, int b) {
                    if (a > 0 && a < 10) { return deep(a - 1, b) + 1; }
                    if (b == 7) { throw Signal.FIRST; }
                    return b;
                }""", """
                public int check(int x) {
                    if (x == 0) { throw Signal.FIRST; }
                    if (x == 1) { throw Signal.SECOND; }
                    return x;
                }""");
        assertSameForInts(twin, "thrown", "caught", "partly", "any", "deep");
    }

    @Test
    void memory() {
        Twin twin = members("""
                public long work(int a, long b) {
                    int at = (a & 1023) + 100;
                    mem.putLong(at, b);
                    mem.putInt(at + 9, a);
                    mem.putByte(at + 13, a);
                    mem.putDouble(at + 20, b);
                    mem.copy(at + 40, at, 30);
                    mem.copy(at + 45, at + 40, 30);
                    mem.fill(at + 80, a, 9);
                    return mem.getInt(at + 9) + mem.getByte(at + 13) * 3 + mem.getUnsignedByte(at + 13) * 5
                            + mem.getLong(at + 1) + (long) mem.getDouble(at + 20)
                            + (mem.compare(at, at + 40, 20) < 0 ? 1 : 0) + mem.grow(100) + mem.grow(1 << 30);
                }""");
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            int a = random.nextInt();
            long b = random.nextLong();
            assertSame(twin, "work", a, b);
        }
        assertThat(twin.wasmMemory()).isEqualTo(twin.javaMemory());
    }

    @Test
    void whatCannotBeTranslatedIsNamed() {
        assertThatThrownBy(() -> members("public int bad(int a) { return new int[a].length; }"))
                .isInstanceOf(UntranslatableException.class)
                .hasMessageContaining("k.K.bad(I)I, line 6")
                .hasMessageContaining("opcode 188");
    }

    @Test
    void theSameClassesGiveTheSameBytes() {
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Twin twin = members("public int f(int a, int b) { return a / b + other.twice(a); }");
            made.add(ModuleWriter.write(twin.module()));
        }
        assertThat(made.get(0)).isEqualTo(made.get(1));
    }
}
