package dev.moonlift.runtime.kernel.twin;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every test of the kernel over kernel.wasm on Chicory. */
class KernelOnChicoryTest {
    /** Classes whose tests make few calls. */
    private static final List<String> QUICK = List.of("HeapVerifierTest", "MathLibraryTest", "PowerOfTenTest");

    @TestFactory
    Stream<DynamicTest> everyTestOfTheKernel() {
        TwinEngine compiler = ChicoryTwin.compiler();
        return KernelTests.classNames().stream().map(name -> test(name, compiler));
    }

    @TestFactory
    Stream<DynamicTest> quickOnesOnTheInterpreter() {
        TwinEngine interpreter = ChicoryTwin.interpreter();
        return KernelTests.classNames().stream()
                .filter(name -> QUICK.contains(name.substring(name.lastIndexOf('.') + 1)))
                .map(name -> test(name, interpreter));
    }

    private static DynamicTest test(String className, TwinEngine engine) {
        return DynamicTest.dynamicTest(className, () -> {
            try (TwinLoader loader = new TwinLoader(engine)) {
                KernelTests.run(className, loader);
            }
        });
    }
}
