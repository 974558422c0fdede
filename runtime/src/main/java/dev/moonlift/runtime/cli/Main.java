package dev.moonlift.runtime.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The entry point of the command line. */
public final class Main {
    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("dev.moonlift");

    private Main() {}

    /** Runs a command line and ends this process with its exit code. */
    public static void main(String[] arguments) {
        LOGGER.setLevel(Level.WARNING);
        Terminal terminal = new Terminal(
                // Not bare: Java 17 asks a file for its position to read all of it, which a pipe has not got.
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        System.exit(MoonliftCommand.run(terminal, arguments));
    }
}
