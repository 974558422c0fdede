package dev.moonlift.runtime.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/** The entry point of the command line. */
public final class Main {
    private Main() {}

    /** Runs a command line and ends this process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        System.exit(MoonliftCommand.run(terminal, arguments));
    }
}
