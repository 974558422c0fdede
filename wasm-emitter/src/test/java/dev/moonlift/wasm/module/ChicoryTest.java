package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import org.junit.jupiter.api.Test;

/** An engine that knows nothing of this package understands what it writes. */
class ChicoryTest {

    @Test
    void runsAFunctionThatCallsItself() {
        Instance instance = Instance.builder(Parser.parse(ModuleWriter.write(Samples.fibonacci())))
                .build();
        assertThat(instance.export("fib").apply(20)).containsExactly(6765);
    }

    @Test
    void acceptsEveryKindOfSection() {
        assertThat(Parser.parse(ModuleWriter.write(Samples.everything()))
                        .exportSection()
                        .exportCount())
                .isEqualTo(4);
    }
}
