package dev.moonlift.runtime.jit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** Writes what {@link CodeReader} reads. Numbers are big-endian; what has a length begins with it, as an int. */
public final class CodeWriter {
    /** In place of a length or a kind: there is none. */
    static final int NONE = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Begins with nothing. */
    public CodeWriter() {}

    /** An int. */
    public CodeWriter number(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        return this;
    }

    /** A long. */
    public CodeWriter number(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    CodeWriter truth(boolean value) {
        bytes.write(value ? 1 : 0);
        return this;
    }

    /** Bytes of any number. */
    public CodeWriter bytes(byte[] value) {
        number(value.length);
        bytes.writeBytes(value);
        return this;
    }

    /** Text, in UTF-8. */
    public CodeWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CodeWriter bits(BitSet value) {
        return bytes(value.toByteArray());
    }

    /** @param values may be null */
    CodeWriter numbers(int[] values) {
        number(values == null ? NONE : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            number(values[i]);
        }
        return this;
    }

    /** @param value may be null */
    CodeWriter kind(Kind value) {
        bytes.write(value == null ? NONE : value.ordinal());
        return this;
    }

    /** @param values may be null, and so may any of them */
    CodeWriter kinds(Kind[] values) {
        number(values == null ? NONE : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            kind(values[i]);
        }
        return this;
    }

    /** @param value may be null */
    CodeWriter signature(Signature value) {
        truth(value != null);
        if (value != null) {
            kinds(value.parameters().toArray(new Kind[0])).kind(value.result());
            number(value.results().ordinal()).truth(value.isPure());
        }
        return this;
    }

    CodeWriter image(CodeImage image) {
        List<CodeImage.Function> functions = image.functions();
        number(functions.size());
        for (CodeImage.Function function : functions) {
            text(function.name()).number(function.number()).signature(function.signature());
            numbers(function.loops().stream().mapToInt(Integer::intValue).toArray());
        }
        return number(image.slots()).number(image.instructions()).bytes(image.wasm());
    }

    /** All that was written. */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
