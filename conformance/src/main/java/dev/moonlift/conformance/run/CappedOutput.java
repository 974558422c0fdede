package dev.moonlift.conformance.run;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps the beginning of what is written to it, and lets the rest vanish: programs may print without end. */
final class CappedOutput extends OutputStream {
    private static final int KEPT = 4 << 20;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
        if (kept.size() < KEPT) {
            kept.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        kept.write(bytes, offset, Math.min(length, KEPT - kept.size()));
    }

    byte[] toByteArray() {
        return kept.toByteArray();
    }
}
