package dev.moonlift;

import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.memory.Memory;

/** What suites do with sandboxes and embedders cannot. */
public final class Backstage {
    private Backstage() {}

    /** Has the kernel of sandboxes run where it is told, whatever the engine. */
    public static SandboxBuilder place(SandboxBuilder builder, KernelPlacement placement) {
        return builder.placement(placement);
    }

    /** The memory of a sandbox, until it runs again. */
    public static Memory memory(Sandbox sandbox) {
        return sandbox.access().guest().memory();
    }
}
