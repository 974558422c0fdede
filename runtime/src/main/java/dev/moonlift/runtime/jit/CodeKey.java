package dev.moonlift.runtime.jit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.HexFormat;

/**
 * Gathers all that a compilation depends on: two with the same key give the same code. Addresses are part of it; guests
 * that run the same program have the same.
 */
final class CodeKey {
    private final MessageDigest digest = Checksum.sha256();

    CodeKey add(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (values.length + 1));
        bytes.putInt(values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        digest.update(bytes.array());
        return this;
    }

    CodeKey add(long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    CodeKey add(boolean value) {
        return add(value ? 1 : 0);
    }

    CodeKey add(BitSet bits) {
        return add(bits.toString());
    }

    CodeKey add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    CodeKey add(Kind... kinds) {
        for (Kind kind : kinds) {
            add(kind == null ? -1 : kind.ordinal());
        }
        return add(kinds.length);
    }

    /** The key, in hexadecimal digits. Nothing can be added after that. */
    String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
