package dev.moonlift.runtime.jit;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Reads what {@link CodeWriter} has written. Whatever the bytes are, it ends, takes no more memory than some times
 * their number, and throws nothing but an IOException that says what is wrong.
 */
final class CodeReader {
    private static final Kind[] KINDS = Kind.values();

    private final ByteBuffer bytes;

    CodeReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int number() throws IOException {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    long longNumber() throws IOException {
        require(Long.BYTES);
        return bytes.getLong();
    }

    boolean truth() throws IOException {
        return octet() != 0;
    }

    private int octet() throws IOException {
        require(1);
        return bytes.get();
    }

    private void require(int count) throws IOException {
        if (bytes.remaining() < count) {
            throw new IOException("it ends too early");
        }
    }

    /** A number of elements, of which each takes a byte at least. */
    int count() throws IOException {
        int count = number();
        if (count < 0) {
            throw new IOException("it has a negative length");
        }
        require(count);
        return count;
    }

    byte[] bytes() throws IOException {
        byte[] value = new byte[count()];
        try {
            bytes.get(value);
        } catch (BufferUnderflowException e) {
            throw new IOException("it ends too early", e);
        }
        return value;
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    BitSet bits() throws IOException {
        return BitSet.valueOf(bytes());
    }

    /** Numbers; null if there are none. */
    int[] numbers() throws IOException {
        if (isNone()) {
            return null;
        }
        int[] values = new int[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number();
        }
        return values;
    }

    private boolean isNone() throws IOException {
        require(Integer.BYTES);
        boolean isNone = bytes.getInt(bytes.position()) == CodeWriter.NONE;
        if (isNone) {
            number();
        }
        return isNone;
    }

    Kind kind() throws IOException {
        int ordinal = octet();
        if (ordinal < CodeWriter.NONE || ordinal >= KINDS.length) {
            throw new IOException("it names a kind of values that there is not");
        }
        return ordinal == CodeWriter.NONE ? null : KINDS[ordinal];
    }

    /** Kinds; null if there are none. */
    Kind[] kinds() throws IOException {
        if (isNone()) {
            return null;
        }
        Kind[] values = new Kind[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = kind();
        }
        return values;
    }

    Signature signature() throws IOException {
        if (!truth()) {
            return null;
        }
        Kind[] parameters = kinds();
        if (parameters == null || Arrays.asList(parameters).contains(null)) {
            throw new IOException("it has a function without parameters");
        }
        Kind result = kind();
        return new Signature(List.of(parameters), result, truth(), truth());
    }

    CodeImage image() throws IOException {
        List<CodeImage.Function> functions = new ArrayList<>();
        int count = count();
        for (int n = 0; n < count; n++) {
            String name = text();
            Signature signature = signature();
            int[] loops = numbers();
            if (loops == null) {
                throw new IOException("it has a function without loops");
            }
            functions.add(new CodeImage.Function(
                    name, signature, Arrays.stream(loops).boxed().toList()));
        }
        return new CodeImage(functions, number(), bytes());
    }

    /** Sees to it that nothing follows. */
    void end() throws IOException {
        if (bytes.hasRemaining()) {
            throw new IOException("it has more bytes than it should");
        }
    }
}
