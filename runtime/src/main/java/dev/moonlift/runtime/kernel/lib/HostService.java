package dev.moonlift.runtime.kernel.lib;

/**
 * What builtins ask of the host, as numbers in REQUEST. Arguments are in slots above REQUEST_BASE, results go from
 * REQUEST_BASE on. Numbers from {@link #FIRST_FUNCTION} on are host functions: {@code FIRST_FUNCTION + id}.
 */
public final class HostService {
    /** (chunk: string, chunk name: string, environment: any, 1 if given: integer) → function | nil, message. */
    public static final int LOAD = 1;
    /** (text: string) written to standard output. */
    public static final int WRITE_OUTPUT = 2;
    /** (text: string) written to standard error. */
    public static final int WRITE_ERROR = 3;
    /** (format: string or integer) → what io.read gives for one format: "n", "l", "L", "a" or a count of bytes. */
    public static final int READ_INPUT = 4;
    /** () → seconds since the epoch, as an integer. */
    public static final int TIME = 5;
    /** () → processor seconds, as a float. */
    public static final int CLOCK = 6;
    /** (name: string) → string | nil. */
    public static final int GETENV = 7;
    /** (success or code: integer) ends the guest; does not return. */
    public static final int EXIT = 8;
    /** (module name: string) → text: string, chunk name: string | nil, message. */
    public static final int FIND_MODULE = 9;
    /** (file name: string) → text, chunk name | nil, message. */
    public static final int READ_FILE = 10;
    /** () flushes standard output. */
    public static final int FLUSH = 11;
    /**
     * (seconds: integer) → offset of local time from UTC in seconds, 1 if daylight saving time, the offset with and
     * without daylight saving time exchanged, an hour away where there is none.
     */
    public static final int TIME_ZONE = 12;

    public static final int FIRST_FUNCTION = 256;

    private HostService() {}
}
