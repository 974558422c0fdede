package dev.moonlift.runtime.inspect;

import dev.moonlift.runtime.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks all that must be true of a guest's heap at a safepoint, in any phase of the collector: that the allocator's
 * records agree with each other and with what objects say they own, that lists are whole, that references lead to
 * living objects of the right kind, that colours fit the phase, that tables and the intern table are well formed.
 *
 * <p>It relies on little but {@link dev.moonlift.runtime.kernel.Layout}, and takes time in proportion to the heap.
 */
public final class HeapVerifier {
    /** Of what is broken in one place much follows in others. */
    private static final int MOST_PROBLEMS = 50;

    private HeapVerifier() {}

    /** What is wrong, a line each; empty if all is well. Changes nothing. */
    public static List<String> verify(Memory memory) {
        return verify(memory, Map.of());
    }

    /** As {@link #verify(Memory)}, with storage that the caller owns: addresses and sizes. */
    public static List<String> verify(Memory memory, Map<Integer, Integer> owned) {
        List<String> problems = new ArrayList<>();
        StorageMap storage = new StorageMap(memory, problem -> add(problems, problem));
        ObjectCensus census = new ObjectCensus(memory, storage, problem -> add(problems, problem));
        try {
            storage.survey();
            census.take();
            owned.forEach((address, bytes) -> storage.claim(address, bytes, "the caller"));
            storage.finish();
            new ReferenceCheck(memory, census, problem -> add(problems, problem)).check();
        } catch (IndexOutOfBoundsException beyond) {
            problems.add("an address beyond the end of memory: " + beyond.getMessage());
        }
        return problems;
    }

    private static void add(List<String> problems, String problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }
}
