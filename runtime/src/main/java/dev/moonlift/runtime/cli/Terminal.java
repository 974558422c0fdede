package dev.moonlift.runtime.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a process.
 *
 * @param input standard input
 * @param output standard output, unbuffered
 * @param error standard error, unbuffered
 */
record Terminal(InputStream input, OutputStream output, OutputStream error) {
    /** Writes a text to standard output, in UTF-8. */
    void print(String text) {
        write(output, text);
    }

    /** Writes a line to standard error, in UTF-8. */
    void complain(String line) {
        write(error, line + "\n");
    }

    private static void write(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
