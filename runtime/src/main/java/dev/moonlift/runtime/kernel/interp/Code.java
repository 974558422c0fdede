package dev.moonlift.runtime.kernel.interp;

/** Reading the fields of an instruction, whose encoding {@code Instruction} in the frontend draws. */
public final class Code {
    private Code() {}

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

    public static int bx(int instruction) {
        return instruction >>> 16;
    }

    public static int ax(int instruction) {
        return instruction >>> 8;
    }

    public static int sj(int instruction) {
        return instruction >> 8;
    }
}
