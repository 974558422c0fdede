package dev.moonlift.frontend.lua;

/**
 * Watches over the compilation of a text that may be long: it is told of progress every few thousand bytes or
 * instructions, and ends the compilation by throwing. Deep texts are compiled on a thread of their own, while the
 * caller waits: then the watch is called on that thread, and hears of the caller's interruption by its own.
 */
public interface CompileWatch {
    /** Lets everything pass. */
    CompileWatch NONE = new CompileWatch() {
        @Override
        public void begin() {
            // nothing to watch
        }

        @Override
        public void progress(int tokens) {
            // nothing to watch
        }
    };

    /** The compilation begins, or begins anew: what it has used until now is given back. */
    void begin();

    /**
     * The compilation goes on.
     *
     * @param tokens how many were read since the last time; memory and time are proportional to their number
     */
    void progress(int tokens);
}
