package dev.moonlift.conformance.bench;

import java.io.IOException;

/** An implementation of Lua. */
interface Contestant {
    String name();

    /** Whether it becomes faster from one run to the next, and is to be measured when it no longer does. */
    boolean warmsUp();

    /** Whether it understands a program. */
    boolean canRun(BenchProgram program);

    /** Makes a program ready to be run again and again. */
    Run prepare(BenchProgram program) throws IOException;

    /** A program in one contestant. */
    interface Run extends AutoCloseable {
        /** Runs it once. */
        Lap lap() throws IOException, InterruptedException;

        @Override
        void close();
    }

    /**
     * What one run brought.
     *
     * @param nanos processor time that it took
     * @param output what it printed
     */
    record Lap(long nanos, String output) {}
}
