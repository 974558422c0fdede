package dev.moonlift.wasm.module;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a range of bytes in the encodings of the binary format (WebAssembly 2.0, §5.2). Whatever is not as it must be
 * is a {@link MalformedModuleException}.
 */
final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    /** Reads from {@code start}, inclusive, to {@code end}, exclusive. */
    ByteReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** Offset of the next byte. */
    int position() {
        return position;
    }

    boolean hasMore() {
        return position < end;
    }

    MalformedModuleException malformed(String message) {
        return new MalformedModuleException(position, message);
    }

    void expectEnd() {
        if (hasMore()) {
            throw malformed((end - position) + " bytes too many");
        }
    }

    int u8() {
        if (position >= end) {
            throw malformed("unexpected end");
        }
        return bytes[position++] & 0xFF;
    }

    /** A byte that has only one right value. */
    void expect(int value, String what) {
        int found = u8();
        if (found != value) {
            position--;
            throw malformed(
                    what + ": expected 0x" + Integer.toHexString(value) + ", found 0x" + Integer.toHexString(found));
        }
    }

    /** An unsigned number of 32 bits. */
    long u32() {
        long result = 0;
        for (int shift = 0; ; shift += 7) {
            int next = u8();
            if (shift == 28 && next > 0x0F) {
                throw malformed("number above 32 bits");
            }
            result |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return result;
            }
        }
    }

    /** An index, length or count. One that no array could have is refused. */
    int index() {
        long value = u32();
        if (value > Integer.MAX_VALUE) {
            throw malformed("number " + value + " is too large");
        }
        return (int) value;
    }

    /** The length of a row whose elements take a byte or more each: bounded by what is left to read. */
    int count() {
        long value = u32();
        if (value > end - position) {
            throw malformed("length " + value + " is more than the " + (end - position) + " bytes left");
        }
        return (int) value;
    }

    /** A signed number of this many bits, 64 at most. */
    long signed(int bits) {
        long result = 0;
        for (int shift = 0; ; shift += 7) {
            int next = u8();
            result |= (long) (next & 0x7F) << shift;
            int left = bits - shift;
            if (left <= 7) {
                checkLastByte(next, left);
                return signExtend(result, bits);
            }
            if (next < 0x80) {
                return signExtend(result, shift + 7);
            }
        }
    }

    /** The bits of the last possible byte above the {@code left} ones that count must repeat the sign. */
    private void checkLastByte(int last, int left) {
        int signAndAbove = last << 25 >> 25 >> left - 1;
        if (last >= 0x80 || signAndAbove != 0 && signAndAbove != -1) {
            throw malformed("signed number has too many bits");
        }
    }

    private static long signExtend(long value, int bits) {
        int unused = Math.max(0, Long.SIZE - bits);
        return value << unused >> unused;
    }

    long littleEndian(int count) {
        long result = 0;
        for (int i = 0; i < count; i++) {
            result |= (long) u8() << 8 * i;
        }
        return result;
    }

    /** Length and UTF-8. */
    String name() {
        int length = count();
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, position, length))
                    .toString();
            position += length;
            return name;
        } catch (CharacterCodingException e) {
            throw malformed("name is not UTF-8");
        }
    }

    Bytes raw(int length) {
        Bytes raw = Bytes.of(bytes, position, position + length);
        position += length;
        return raw;
    }

    /** All bytes that are left. */
    Bytes rest() {
        return raw(end - position);
    }

    /** A reader of the next bytes, which this one skips. */
    ByteReader slice(int length) {
        ByteReader slice = new ByteReader(bytes, position, position + length);
        position += length;
        return slice;
    }
}
