package dev.moonlift.runtime.jit;

import java.time.Duration;
import java.time.Instant;

/** Code as it is kept in a file: what it is, and how it came about. */
record StoredCode(CompilationRecord record, CodeImage image) {
    /** The same code under another key. */
    StoredCode withKey(String key) {
        return new StoredCode(
                new CompilationRecord(key, record.engine(), record.level(), record.at(), record.duration()), image);
    }

    void writeTo(CodeWriter out) {
        out.text(record.key()).text(record.engine()).number(record.level());
        out.number(record.at().toEpochMilli())
                .number(record.duration().toNanos())
                .image(image);
    }

    static StoredCode read(CodeReader in) throws CodeFormatException {
        String key = in.text();
        String engine = in.text();
        int level = in.number();
        Instant at = Instant.ofEpochMilli(in.longNumber());
        return new StoredCode(
                new CompilationRecord(key, engine, level, at, Duration.ofNanos(in.longNumber())), in.image());
    }
}
