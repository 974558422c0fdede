package dev.moonlift.conformance.run;

import dev.moonlift.Backstage;
import dev.moonlift.SandboxBuilder;
import dev.moonlift.conformance.engine.ChicoryEngine;
import dev.moonlift.runtime.engine.Engine;
import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.KernelPlacement.Start;
import dev.moonlift.runtime.jit.JitOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What runs the kernel, and from when on: nothing that a program could notice. */
public enum Platform {
    /** The kernel's own Java. */
    CHICORY("chicory", () -> null, Start.WHEN_WORTHWHILE),
    /** The same, and what is hot is compiled to Java classes, as embedders may have it. */
    CHICORY_OPTIMIZED("chicory-optimized", () -> null, Start.WHEN_WORTHWHILE, JitOptions.ofLevel(JitOptions.INLINE)),
    /** The same, and every function and loop is compiled as soon as it is seen running. */
    CHICORY_COMPILED("chicory-compiled", () -> null, Start.AT_ONCE, JitOptions.eager(100)),
    /** The same without assumptions. */
    CHICORY_INFERRED("chicory-compiled-1", () -> null, Start.AT_ONCE, JitOptions.eager(JitOptions.INFER, 100)),
    /** The same with assumptions, but nothing is inlined. */
    CHICORY_EXPECTED("chicory-compiled-2", () -> null, Start.AT_ONCE, JitOptions.eager(JitOptions.EXPECT, 100)),
    /** At the highest level, and checks of compiled code fail at random. */
    CHICORY_GUARDS_FAIL("chicory-guards-fail", () -> null, Start.AT_ONCE, Platform.failing()),
    /** {@code kernel.wasm} on Wasmtime, to which programs move once they have shown that they have work to do. */
    WASMTIME("wasmtime", Platform::onWasmtime, Start.WHEN_WORTHWHILE),
    /** The same, and what is hot is compiled, as embedders may have it. */
    WASMTIME_OPTIMIZED(
            "wasmtime-optimized", Platform::onWasmtime, Start.WHEN_WORTHWHILE, JitOptions.ofLevel(JitOptions.INLINE)),
    /** {@code kernel.wasm} on Wasmtime from the first instruction on. */
    WASMTIME_AT_ONCE("wasmtime-at-once", Platform::onWasmtime, Start.AT_ONCE),
    /** The same, and every function and loop is compiled as soon as it is seen running. */
    WASMTIME_COMPILED("wasmtime-compiled", Platform::onWasmtime, Start.AT_ONCE, JitOptions.eager(100)),
    /** The same without assumptions. */
    WASMTIME_INFERRED(
            "wasmtime-compiled-1", Platform::onWasmtime, Start.AT_ONCE, JitOptions.eager(JitOptions.INFER, 100)),
    /** The same with assumptions, but nothing is inlined. */
    WASMTIME_EXPECTED(
            "wasmtime-compiled-2", Platform::onWasmtime, Start.AT_ONCE, JitOptions.eager(JitOptions.EXPECT, 100)),
    /** At the highest level, and checks of compiled code fail at random. */
    WASMTIME_GUARDS_FAIL("wasmtime-guards-fail", Platform::onWasmtime, Start.AT_ONCE, Platform.failing()),
    /** {@code kernel.wasm} on Chicory's compiler. */
    KERNEL_ON_CHICORY("kernel-on-chicory", Platform::onCompiler, Start.AT_ONCE),
    /** {@code kernel.wasm} on Chicory's interpreter. */
    KERNEL_ON_INTERPRETER("kernel-on-interpreter", Platform::onInterpreter, Start.AT_ONCE);

    private static final String KERNEL = "/dev/moonlift/kernel.wasm";

    private final String label;
    private final Supplier<NativeKernel> kernelMaker;
    private final Start start;
    private final JitOptions jit;
    private KernelPlacement placement;

    Platform(String label, Supplier<NativeKernel> kernelMaker, Start start) {
        this(label, kernelMaker, start, JitOptions.OFF);
    }

    Platform(String label, Supplier<NativeKernel> kernelMaker, Start start, JitOptions jit) {
        this.jit = jit;
        this.label = label;
        this.kernelMaker = kernelMaker;
        this.start = start;
    }

    /** One check in eight: few enough to get far into a loop's body, enough to fail everywhere in a while. */
    private static JitOptions failing() {
        return JitOptions.eager(100).withFailures(8);
    }

    private static NativeKernel onWasmtime() {
        return EngineChoice.of("wasmtime").kernel();
    }

    private static NativeKernel onCompiler() {
        return kernelOn(ChicoryEngine.compiler(KERNEL_ON_CHICORY.label));
    }

    private static NativeKernel onInterpreter() {
        return kernelOn(ChicoryEngine.interpreter(KERNEL_ON_INTERPRETER.label));
    }

    private static NativeKernel kernelOn(Engine engine) {
        return new NativeKernel(List.of(engine), kernelCode(), announcement -> {});
    }

    /** {@code kernel.wasm}; null if this build comes without. */
    public static byte[] kernelCode() {
        try (InputStream resource = NativeKernel.class.getResourceAsStream(KERNEL)) {
            return resource == null ? null : resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is compiled code: its stacks grow at other places, so that memory and collections may differ. */
    public boolean compiles() {
        return jit.isOn();
    }

    /** Its name on command lines and in reports. */
    public String label() {
        return label;
    }

    /** The platform of a name, if there is one. */
    public static Optional<Platform> labelled(String label) {
        return Arrays.stream(values())
                .filter(platform -> platform.label.equals(label))
                .findFirst();
    }

    /** The one on which most embedders' programs run here. */
    public static Platform usual() {
        return WASMTIME.obstacle().isEmpty() ? WASMTIME : CHICORY;
    }

    /** Why it cannot be used here; nothing if it can. The first call waits until the kernel is compiled. */
    public Optional<String> obstacle() {
        NativeKernel kernel = placement().kernel();
        return kernel == null || kernel.await() ? Optional.empty() : Optional.of(kernel.problem());
    }

    /**
     * Has sandboxes run here. The kernel is compiled by then, so that they move when it pays and not when it is ready.
     *
     * @throws IllegalStateException if there is an obstacle
     */
    public SandboxBuilder place(SandboxBuilder builder) {
        obstacle().ifPresent(reason -> {
            throw new IllegalStateException(label + ": " + reason);
        });
        return Backstage.place(builder, placement());
    }

    private synchronized KernelPlacement placement() {
        if (placement == null) {
            placement = new KernelPlacement(kernelMaker.get(), true, start, jit);
        }
        return placement;
    }
}
