package dev.moonlift.wasm.restricted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The check as a step of the build: {@code CheckMain CLASSES PACKAGE MEMORY SIGNAL [NATIVE ...]}, where CLASSES is the
 * folder of class files and PACKAGE the one that, with those below it, holds restricted Java.
 */
public final class CheckMain {
    private CheckMain() {}

    /** Throws if anything is refused: the build tool runs this inside itself, so it must not exit. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 4) {
            throw new IllegalArgumentException("usage: CheckMain CLASSES PACKAGE MEMORY SIGNAL [NATIVE ...]");
        }
        Path folder = Path.of(arguments[0], arguments[1].split("\\."));
        List<byte[]> classFiles = ClassFolder.read(folder);
        String[] natives = Arrays.copyOfRange(arguments, 4, arguments.length);
        Report report = RestrictedJava.check(classFiles, arguments[2], arguments[3], natives);
        int count = report.violations().size();
        if (count > 0) {
            throw new IllegalStateException(count + " violations of restricted Java\n" + report);
        }
    }
}
