package dev.moonlift.frontend.bytecode;

/**
 * The numbers of the opcodes, as compile-time constants so that interpreters can switch on them. What each one does is
 * said in {@link Opcode}, whose order this is; nothing else assigns a number to an opcode.
 */
public final class Op {
    public static final int MOVE = 0;
    public static final int LOADI = 1;
    public static final int LOADF = 2;
    public static final int LOADK = 3;
    public static final int LOADKX = 4;
    public static final int LOADFALSE = 5;
    public static final int LFALSESKIP = 6;
    public static final int LOADTRUE = 7;
    public static final int LOADNIL = 8;
    public static final int GETUPVAL = 9;
    public static final int SETUPVAL = 10;
    public static final int GETTABUP = 11;
    public static final int SETTABUP = 12;
    public static final int SETTABUPK = 13;
    public static final int GETTABLE = 14;
    public static final int GETI = 15;
    public static final int GETFIELD = 16;
    public static final int SETTABLE = 17;
    public static final int SETTABLEK = 18;
    public static final int SETI = 19;
    public static final int SETIK = 20;
    public static final int SETFIELD = 21;
    public static final int SETFIELDK = 22;
    public static final int NEWTABLE = 23;
    public static final int SELF = 24;
    public static final int ADDI = 25;
    public static final int SUBI = 26;
    public static final int ADDK = 27;
    public static final int SUBK = 28;
    public static final int MULK = 29;
    public static final int MODK = 30;
    public static final int POWK = 31;
    public static final int DIVK = 32;
    public static final int IDIVK = 33;
    public static final int BANDK = 34;
    public static final int BORK = 35;
    public static final int BXORK = 36;
    public static final int SHLK = 37;
    public static final int SHRK = 38;
    public static final int ADD = 39;
    public static final int SUB = 40;
    public static final int MUL = 41;
    public static final int MOD = 42;
    public static final int POW = 43;
    public static final int DIV = 44;
    public static final int IDIV = 45;
    public static final int BAND = 46;
    public static final int BOR = 47;
    public static final int BXOR = 48;
    public static final int SHL = 49;
    public static final int SHR = 50;
    public static final int UNM = 51;
    public static final int BNOT = 52;
    public static final int NOT = 53;
    public static final int LEN = 54;
    public static final int CONCAT = 55;
    public static final int CLOSE = 56;
    public static final int TBC = 57;
    public static final int JMP = 58;
    public static final int EQ = 59;
    public static final int LT = 60;
    public static final int LE = 61;
    public static final int EQK = 62;
    public static final int EQI = 63;
    public static final int LTI = 64;
    public static final int LEI = 65;
    public static final int GTI = 66;
    public static final int GEI = 67;
    public static final int TEST = 68;
    public static final int TESTSET = 69;
    public static final int CALL = 70;
    public static final int TAILCALL = 71;
    public static final int RETURN = 72;
    public static final int RETURN0 = 73;
    public static final int RETURN1 = 74;
    public static final int FORPREP = 75;
    public static final int FORLOOP = 76;
    public static final int TFORPREP = 77;
    public static final int TFORCALL = 78;
    public static final int TFORLOOP = 79;
    public static final int SETLIST = 80;
    public static final int CLOSURE = 81;
    public static final int VARARG = 82;
    public static final int VARARGPREP = 83;
    public static final int EXTRAARG = 84;

    private Op() {}
}
