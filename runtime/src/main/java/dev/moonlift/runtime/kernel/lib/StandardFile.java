package dev.moonlift.runtime.kernel.lib;

/** Which stream a file of the io library is: the int at the beginning of its userdata's payload. */
public final class StandardFile {
    public static final int INPUT = 0;
    public static final int OUTPUT = 1;
    public static final int ERROR = 2;

    private StandardFile() {}
}
