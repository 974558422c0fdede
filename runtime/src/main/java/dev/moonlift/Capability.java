package dev.moonlift;

/**
 * What a guest has only when the embedder allows it. Everything else that reaches outside the sandbox does not exist in
 * it.
 */
public enum Capability {
    /** The io library, on the three streams that the sandbox was given. There are no files. */
    IO,
    /** {@code os.getenv}, which sees the variables given to the builder, by default those of this process. */
    OS,
    /** The debug library beyond {@code debug.traceback}. */
    DEBUG
}
