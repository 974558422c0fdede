package dev.moonlift.runtime.host;

/** What a guest has only when the embedder says so. */
public enum Grant {
    /** The io library, on the sandbox's three streams. */
    IO,
    /** {@code os.getenv}. */
    ENVIRONMENT,
    /** The debug library beyond {@code debug.traceback}. */
    DEBUG,
    /** {@code require}, the package library, {@code dofile} and {@code loadfile}, all within one folder. */
    MODULES
}
