package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import java.util.Arrays;

/**
 * The compiled functions of one guest, by number. Kernel code calls them through it; where the kernel is native, the
 * translator puts an indirect call through a table of functions in place of {@link #call}. On the JVM,
 * {@code chicory.ChicoryCode} puts them here.
 */
public final class CodeTable {
    private CompiledFunction[] functions = {};

    /** Compiled code of a guest's function, on the JVM. */
    @FunctionalInterface
    public interface CompiledFunction {
        /** Runs it in a frame; answers what {@code CompiledStatus} says. */
        int run(int frame);
    }

    /** Runs a function in a frame; answers a {@link CompiledStatus}. */
    public int call(int number, int frame) {
        return number < functions.length && functions[number] != null
                ? functions[number].run(frame)
                : CompiledStatus.DECLINED;
    }

    /** Gives a function a number, from 0. */
    public void put(int number, CompiledFunction function) {
        if (number >= functions.length) {
            functions = Arrays.copyOf(functions, Math.max(16, 2 * number));
        }
        functions[number] = function;
    }
}
