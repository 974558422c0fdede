package dev.moonlift.conformance.run;

import dev.moonlift.Backstage;
import dev.moonlift.Sandbox;
import dev.moonlift.runtime.inspect.HeapVerifier;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;
import java.util.List;

/** Verifies the heap when a program has ended. */
public final class HeapInspection implements Inspection {
    /** What GC_STRESS is set to. */
    private final int stress;

    private HeapInspection(int stress) {
        this.stress = stress;
    }

    /** Only verifies. */
    public static Inspection verifying() {
        return new HeapInspection(0);
    }

    /** Has the sandbox collect fully at every safepoint, too. */
    public static Inspection stressing() {
        return new HeapInspection(1);
    }

    /** Has the sandbox do the least step of a collection at every safepoint, too. */
    public static Inspection creeping() {
        return new HeapInspection(2);
    }

    @Override
    public void begin(Sandbox sandbox) {
        if (stress != 0) {
            Memory memory = Backstage.memory(sandbox);
            memory.putInt(State.GC_STRESS, stress);
            memory.putInt(State.DEBT, 1);
        }
    }

    @Override
    public List<String> end(Sandbox sandbox) {
        return HeapVerifier.verify(Backstage.memory(sandbox));
    }
}
