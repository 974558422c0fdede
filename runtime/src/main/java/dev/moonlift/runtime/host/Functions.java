package dev.moonlift.runtime.host;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.call.Closures;

/** Makes functions of main chunks. */
final class Functions {
    private static final int NIL = State.SCRATCH_SLOTS + 2 * Layout.SLOT;

    private Functions() {}

    /**
     * A closure of a prototype. Its first upvalue, if it has any, is {@code _ENV}, with the value of a slot; further
     * ones are nil.
     *
     * @throws dev.moonlift.runtime.kernel.Signal OUT_OF_MEMORY
     */
    static int create(JvmKernel kernel, int prototype, int environmentSlot) {
        Closures closures = kernel.closures;
        int count = kernel.memory.getInt(prototype + Prototype.UPVALUE_COUNT);
        int closure = closures.allocate(prototype, count);
        kernel.values.setNil(NIL);
        for (int i = 0; i < count; i++) {
            closures.setUpvalue(closure, i, closures.newUpvalue(i == 0 ? environmentSlot : NIL));
        }
        return closure;
    }
}
