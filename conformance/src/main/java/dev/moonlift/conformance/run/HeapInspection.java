package dev.moonlift.conformance.run;

import dev.moonlift.Backstage;
import dev.moonlift.Sandbox;
import dev.moonlift.runtime.inspect.HeapVerifier;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;
import java.util.List;

/** Verifies the heap when a program has ended. */
public final class HeapInspection implements Inspection {
    private final boolean stress;

    private HeapInspection(boolean stress) {
        this.stress = stress;
    }

    /** Only verifies. */
    public static Inspection verifying() {
        return new HeapInspection(false);
    }

    /** Has the sandbox collect fully at every safepoint, too. */
    public static Inspection stressing() {
        return new HeapInspection(true);
    }

    @Override
    public void begin(Sandbox sandbox) {
        if (stress) {
            Memory memory = Backstage.memory(sandbox);
            memory.putInt(State.GC_STRESS, 1);
            memory.putInt(State.DEBT, 1);
        }
    }

    @Override
    public List<String> end(Sandbox sandbox) {
        return HeapVerifier.verify(Backstage.memory(sandbox));
    }
}
