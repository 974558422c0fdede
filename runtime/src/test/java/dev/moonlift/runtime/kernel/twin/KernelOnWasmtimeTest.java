package dev.moonlift.runtime.kernel.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.engine.Carriers;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every test of the kernel over kernel.wasm on Wasmtime; where that cannot be used, the reason is one. */
class KernelOnWasmtimeTest {
    private final TwinEngine engine = new WasmtimeTwin();

    @TestFactory
    Stream<DynamicTest> everyTestOfTheKernel() {
        String problem = engine.problem();
        if (problem != null) {
            return Stream.of(DynamicTest.dynamicTest(
                    "not on this machine: " + problem, () -> assertThat(problem).isNotBlank()));
        }
        return KernelTests.classNames().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> runOnCarrier(name)));
    }

    /** Native code runs on threads with a stack of known size only. */
    private void runOnCarrier(String className) throws Throwable {
        Throwable[] failure = new Throwable[1];
        boolean ran = Carriers.run(
                () -> {
                    try (TwinLoader loader = new TwinLoader(engine)) {
                        KernelTests.run(className, loader);
                    } catch (Throwable e) {
                        failure[0] = e;
                    }
                },
                () -> {});
        assertThat(ran).isTrue();
        if (failure[0] != null) {
            throw failure[0];
        }
    }
}
