package dev.moonlift.runtime.jit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Bytes with their SHA-256 behind them, which tells damage; not that somebody meant harm. */
public final class Checksum {
    private static final int BYTES = 32;

    private Checksum() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The bytes with their checksum. */
    public static byte[] append(byte[] bytes) {
        byte[] whole = Arrays.copyOf(bytes, bytes.length + BYTES);
        System.arraycopy(sha256().digest(bytes), 0, whole, bytes.length, BYTES);
        return whole;
    }

    /**
     * The bytes before the checksum.
     *
     * @throws CodeFormatException if it is not theirs
     */
    public static byte[] check(byte[] whole) throws CodeFormatException {
        if (whole.length < BYTES) {
            throw new CodeFormatException("it ends too early");
        }
        byte[] bytes = Arrays.copyOf(whole, whole.length - BYTES);
        byte[] found = Arrays.copyOfRange(whole, bytes.length, whole.length);
        if (!Arrays.equals(sha256().digest(bytes), found)) {
            throw new CodeFormatException("it is damaged: its checksum is wrong");
        }
        return bytes;
    }
}
