package dev.moonlift.runtime.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;

/** A guest's standard streams. Output is buffered until it is flushed, before a read, and when a call ends. */
public final class StandardStreams {
    private static final int BUFFER = 8192;
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_NUMERAL = 200;

    private final PushbackInputStream input;
    private final OutputStream output;
    private final OutputStream error;
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;

    /** Streams over those of the embedder, which are never closed. */
    public StandardStreams(InputStream input, OutputStream output, OutputStream error) {
        this.input = new PushbackInputStream(input);
        this.output = output;
        this.error = error;
    }

    void write(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER - buffered) {
            drain();
        }
        if (bytes.length > BUFFER) {
            output.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, buffered, bytes.length);
            buffered += bytes.length;
        }
    }

    void writeError(byte[] bytes) throws IOException {
        flush();
        error.write(bytes);
        error.flush();
    }

    private void drain() throws IOException {
        int count = buffered;
        buffered = 0;
        output.write(buffer, 0, count);
    }

    /** Hands what was written to the embedder's stream. */
    public void flush() throws IOException {
        if (buffered > 0) {
            drain();
            output.flush();
        }
    }

    private int next() throws IOException {
        return input.read();
    }

    private void unread(int c) throws IOException {
        if (c >= 0) {
            input.unread(c);
        }
    }

    /**
     * A line.
     *
     * @param limit bytes after which the line is taken to be too long
     * @return its bytes, with the line break if {@code keepBreak}; null at the end of the input
     */
    byte[] readLine(boolean keepBreak, int limit) throws IOException {
        flush();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = next();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            line.write(c);
            checkSize(line.size(), limit);
            c = next();
        }
        if (c == '\n' && keepBreak) {
            line.write(c);
        }
        return line.toByteArray();
    }

    /** All that is left. */
    byte[] readAll(int limit) throws IOException {
        flush();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
            all.write(chunk, 0, count);
            checkSize(all.size(), limit);
        }
        return all.toByteArray();
    }

    private static void checkSize(int size, int limit) throws TooLargeException {
        if (size > limit) {
            throw new TooLargeException();
        }
    }

    /** Up to {@code count} bytes; null at the end of the input. For 0, empty or null. */
    byte[] readBytes(int count) throws IOException {
        flush();
        int first = next();
        if (first < 0) {
            return null;
        }
        unread(first);
        return input.readNBytes(count);
    }

    /** The longest text that begins like a numeral, as C Lua's {@code io.read("n")} collects it. */
    byte[] readNumeral() throws IOException {
        flush();
        Numeral numeral = new Numeral();
        int c = next();
        while (c == ' ' || (c >= '\t' && c <= '\r')) {
            c = next();
        }
        while (numeral.accepts(c)) {
            c = next();
        }
        unread(c);
        return numeral.text();
    }

    /** What was to be read does not fit into the guest's memory. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Recognises a numeral byte by byte: sign, 0x, digits, point, digits, exponent. */
    private static final class Numeral {
        private enum Part {
            SIGN,
            ZERO,
            RADIX,
            DIGITS,
            FRACTION,
            EXPONENT_SIGN,
            EXPONENT
        }

        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private Part part = Part.SIGN;
        private boolean hexadecimal;
        private boolean digits;

        boolean accepts(int c) {
            if (c < 0 || text.size() >= LONGEST_NUMERAL || !advances(c)) {
                return false;
            }
            text.write(c);
            return true;
        }

        private boolean advances(int c) {
            switch (part) {
                case SIGN:
                    part = Part.ZERO;
                    return c == '-' || c == '+' || advances(c);
                case ZERO:
                    part = c == '0' ? Part.RADIX : Part.DIGITS;
                    digits = c == '0';
                    return c == '0' || advances(c);
                case RADIX:
                    part = Part.DIGITS;
                    hexadecimal = c == 'x' || c == 'X';
                    digits &= !hexadecimal;
                    return hexadecimal || advances(c);
                case DIGITS:
                    if (c == '.') {
                        part = Part.FRACTION;
                        return true;
                    }
                    return isDigit(c) || beginsExponent(c);
                case FRACTION:
                    return isDigit(c) || beginsExponent(c);
                case EXPONENT_SIGN:
                    part = Part.EXPONENT;
                    return c == '-' || c == '+' || advances(c);
                default:
                    return c >= '0' && c <= '9';
            }
        }

        private boolean isDigit(int c) {
            boolean digit = Character.digit(c, hexadecimal ? 16 : 10) >= 0 && c < 128;
            digits |= digit;
            return digit;
        }

        private boolean beginsExponent(int c) {
            boolean mark = hexadecimal ? c == 'p' || c == 'P' : c == 'e' || c == 'E';
            if (!mark || !digits) {
                return false;
            }
            part = Part.EXPONENT_SIGN;
            return true;
        }

        byte[] text() {
            return text.toByteArray();
        }
    }
}
