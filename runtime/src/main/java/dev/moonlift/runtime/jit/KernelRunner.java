package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.interp.Entry;

/** A memory that has the whole kernel for methods: what the build makes of the kernel for the JVM. */
public interface KernelRunner {
    /** As {@link Entry#run}, with compiled code out of a table. */
    void run(CodeTable table);
}
