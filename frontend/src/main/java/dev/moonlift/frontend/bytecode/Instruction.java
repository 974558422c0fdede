package dev.moonlift.frontend.bytecode;

/**
 * The encoding of one instruction in 32 bits.
 *
 * <pre>
 *   31      24 23      16 15       8 7        0
 *  +----------+----------+----------+----------+
 *  |    C     |    B     |    A     |    op    |   A, B, C: 0..255; sB, sC: -128..127
 *  |         Bx          |    A     |    op    |   Bx: 0..65535; sBx: -32768..32767
 *  |               Ax               |    op    |   Ax: 0..2^24-1; sJ: -2^23..2^23-1
 *  +----------+----------+----------+----------+
 * </pre>
 */
public final class Instruction {
    public static final int MAX_A = 255;
    public static final int MAX_B = 255;
    public static final int MAX_C = 255;
    public static final int MAX_BX = 65535;
    public static final int MAX_AX = (1 << 24) - 1;
    public static final int MAX_SJ = (1 << 23) - 1;
    public static final int MIN_SJ = -(1 << 23);

    private Instruction() {}

    public static int abc(int op, int a, int b, int c) {
        return op | (a & 0xFF) << 8 | (b & 0xFF) << 16 | c << 24;
    }

    /** Both for the unsigned and the signed 16-bit operand. */
    public static int abx(int op, int a, int bx) {
        return op | (a & 0xFF) << 8 | bx << 16;
    }

    /** Both for the unsigned and the signed 24-bit operand. */
    public static int ax(int op, int ax) {
        return op | ax << 8;
    }

    public static int op(int instruction) {
        return instruction & 0xFF;
    }

    public static int a(int instruction) {
        return instruction >>> 8 & 0xFF;
    }

    public static int b(int instruction) {
        return instruction >>> 16 & 0xFF;
    }

    public static int c(int instruction) {
        return instruction >>> 24;
    }

    public static int sb(int instruction) {
        return (byte) (instruction >> 16);
    }

    public static int sc(int instruction) {
        return instruction >> 24;
    }

    public static int bx(int instruction) {
        return instruction >>> 16;
    }

    public static int sbx(int instruction) {
        return instruction >> 16;
    }

    public static int ax(int instruction) {
        return instruction >>> 8;
    }

    public static int sj(int instruction) {
        return instruction >> 8;
    }
}
