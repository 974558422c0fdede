package dev.moonlift.runtime.kernel.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every test of the kernel over kernel.wasm on Wasmtime; where that cannot be used, the reason is one. */
class KernelOnWasmtimeTest {
    private final WasmtimeTwin engine = new WasmtimeTwin();

    @TestFactory
    Stream<DynamicTest> everyTestOfTheKernel() {
        String problem = engine.problem();
        if (problem != null) {
            return Stream.of(DynamicTest.dynamicTest(
                    "not on this machine: " + problem, () -> assertThat(problem).isNotBlank()));
        }
        return KernelTests.classNames().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> WasmtimeTwin.onCarrier(() -> run(name))));
    }

    private void run(String className) throws Throwable {
        try (TwinLoader loader = new TwinLoader(engine)) {
            KernelTests.run(className, loader);
        }
    }
}
