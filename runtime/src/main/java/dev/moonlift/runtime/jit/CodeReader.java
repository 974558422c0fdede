package dev.moonlift.runtime.jit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Reads what {@link CodeWriter} has written. Whatever the bytes are, it ends, takes no more memory than some times
 * their number, and throws nothing but a CodeFormatException that says what is wrong.
 */
public final class CodeReader {
    private static final Kind[] KINDS = Kind.values();

    private final ByteBuffer bytes;

    /** Begins at the beginning. */
    public CodeReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** An int. */
    public int number() throws CodeFormatException {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    /** A long. */
    public long longNumber() throws CodeFormatException {
        require(Long.BYTES);
        return bytes.getLong();
    }

    boolean truth() throws CodeFormatException {
        return octet() != 0;
    }

    private int octet() throws CodeFormatException {
        require(1);
        return bytes.get();
    }

    private void require(int count) throws CodeFormatException {
        if (bytes.remaining() < count) {
            throw new CodeFormatException("it ends too early");
        }
    }

    /** A number of elements, of which each takes a byte at least. */
    int count() throws CodeFormatException {
        int count = number();
        if (count < 0) {
            throw new CodeFormatException("it has a negative length");
        }
        require(count);
        return count;
    }

    /** Bytes of any number. */
    public byte[] bytes() throws CodeFormatException {
        byte[] value = new byte[count()];
        bytes.get(value);
        return value;
    }

    /** Text, in UTF-8. */
    public String text() throws CodeFormatException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    BitSet bits() throws CodeFormatException {
        return BitSet.valueOf(bytes());
    }

    /** Numbers; null if there are none. */
    int[] numbers() throws CodeFormatException {
        if (isNone()) {
            return null;
        }
        int[] values = new int[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number();
        }
        return values;
    }

    private boolean isNone() throws CodeFormatException {
        require(Integer.BYTES);
        boolean isNone = bytes.getInt(bytes.position()) == CodeWriter.NONE;
        if (isNone) {
            number();
        }
        return isNone;
    }

    Kind kind() throws CodeFormatException {
        int ordinal = octet();
        if (ordinal < CodeWriter.NONE || ordinal >= KINDS.length) {
            throw new CodeFormatException("it names a kind of values that there is not");
        }
        return ordinal == CodeWriter.NONE ? null : KINDS[ordinal];
    }

    /** Kinds; null if there are none. */
    Kind[] kinds() throws CodeFormatException {
        if (isNone()) {
            return null;
        }
        Kind[] values = new Kind[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = kind();
        }
        return values;
    }

    Signature signature() throws CodeFormatException {
        if (!truth()) {
            return null;
        }
        Kind[] parameters = kinds();
        if (parameters == null || Arrays.asList(parameters).contains(null)) {
            throw new CodeFormatException("it has a function without parameters");
        }
        Kind result = kind();
        int results = number();
        if (results < 0 || results >= Signature.Results.values().length) {
            throw new CodeFormatException("it has a function that returns something else");
        }
        return new Signature(List.of(parameters), result, Signature.Results.values()[results], truth());
    }

    CodeImage image() throws CodeFormatException {
        List<CodeImage.Function> functions = new ArrayList<>();
        int count = count();
        for (int n = 0; n < count; n++) {
            String name = text();
            int number = number();
            Signature signature = signature();
            int[] loops = numbers();
            if (loops == null) {
                throw new CodeFormatException("it has a function without loops");
            }
            functions.add(new CodeImage.Function(
                    name, number, signature, Arrays.stream(loops).boxed().toList()));
        }
        return new CodeImage(functions, number(), number(), bytes());
    }

    /** Sees to it that nothing follows. */
    public void end() throws CodeFormatException {
        if (bytes.hasRemaining()) {
            throw new CodeFormatException("it has more bytes than it should");
        }
    }
}
