package dev.moonlift.runtime.kernel.lib;

/** Kinds of bytes, as C's ctype.h has them in the "C" locale: a byte above 127 is of no kind. */
public final class CharClass {
    private CharClass() {}

    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    public static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    public static boolean isLetter(int c) {
        return isLower(c | 0x20);
    }

    public static boolean isHexDigit(int c) {
        return isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
    }

    public static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    public static boolean isControl(int c) {
        return c < ' ' || c == 0x7F;
    }

    /** What prints and is no space. */
    public static boolean isGraphic(int c) {
        return c > ' ' && c < 0x7F;
    }

    public static boolean isPunctuation(int c) {
        return isGraphic(c) && !isLetter(c) && !isDigit(c);
    }

    /**
     * Whether a byte is of the class that a letter names behind {@code %} in a pattern (manual §6.4.1): a lower-case
     * letter names a class, the upper-case one all other bytes. The {@code %z} of Lua 5.1 is still understood.
     */
    static boolean isOfClass(int c, int letter) {
        return isLower(letter) == isOfLowerClass(c, letter | 0x20);
    }

    /** Whether a letter names a class. */
    static boolean isClassLetter(int letter) {
        switch (letter | 0x20) {
            case 'a', 'c', 'd', 'g', 'l', 'p', 's', 'u', 'w', 'x', 'z':
                return isLetter(letter);
            default:
                return false;
        }
    }

    private static boolean isOfLowerClass(int c, int letter) {
        switch (letter) {
            case 'a':
                return isLetter(c);
            case 'c':
                return isControl(c);
            case 'd':
                return isDigit(c);
            case 'g':
                return isGraphic(c);
            case 'l':
                return isLower(c);
            case 'p':
                return isPunctuation(c);
            case 's':
                return isSpace(c);
            case 'u':
                return isUpper(c);
            case 'w':
                return isLetter(c) || isDigit(c);
            case 'x':
                return isHexDigit(c);
            default:
                return c == 0;
        }
    }
}
