package dev.moonlift.runtime.host;

import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.jit.JitOptions;
import dev.moonlift.runtime.jit.ModuleCache;

/**
 * Where a guest's kernel is to run.
 *
 * @param kernel native code for it; null to stay on the JVM, with compiled code if {@code jit} says so
 * @param isRequired whether it is an error when that code cannot be had; if not, the guest stays on the JVM
 * @param start when the guest moves there
 * @param jit whether hot code is compiled, there or, if the guest is on the JVM for good, beside the kernel on the JVM
 * @param codeCache what compiled code is shared through
 */
public record KernelPlacement(
        NativeKernel kernel, boolean isRequired, Start start, JitOptions jit, ModuleCache codeCache) {
    /** On the JVM. */
    public static final KernelPlacement JVM = new KernelPlacement(null, false, Start.WHEN_WORTHWHILE);

    /** Without compiling hot code. */
    public KernelPlacement(NativeKernel kernel, boolean isRequired, Start start) {
        this(kernel, isRequired, start, JitOptions.OFF);
    }

    /** With the code cache of the process. */
    public KernelPlacement(NativeKernel kernel, boolean isRequired, Start start, JitOptions jit) {
        this(kernel, isRequired, start, jit, ModuleCache.shared());
    }

    /** When a guest moves to native code. */
    public enum Start {
        /** When it has done so much work that moving pays; short stretches run on the JVM even then. */
        WHEN_WORTHWHILE,
        /** Before it does anything, and every stretch, with compiled code on the JVM as well: for tests. */
        AT_ONCE;

        /** The system property that has all guests of native engines start at once. */
        private static final String PROPERTY = "moonlift.native.atOnce";

        /** As the system property {@value #PROPERTY} says; false unless set. */
        public static Start usual() {
            return Boolean.getBoolean(PROPERTY) ? AT_ONCE : WHEN_WORTHWHILE;
        }
    }

    boolean isAtOnce() {
        return start == Start.AT_ONCE && (kernel != null || jit.isOn());
    }
}
