package dev.moonlift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.engine.Engine;
import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.engine.NativeKernel;
import dev.moonlift.runtime.host.SimulatedEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EngineChoiceTest {
    private final List<String> announcements = new ArrayList<>();

    private NativeKernel kernel(Engine... engines) {
        return new NativeKernel(List.of(engines), new byte[1], announcements::add);
    }

    @Test
    void findsWasmtime() {
        assertThat(ServiceLoader.load(Engine.class)).extracting(Engine::name).contains("wasmtime");
        assertThat(EngineChoice.of("wasmtime").isExplicit()).isTrue();
        assertThat(EngineChoice.of("auto").isExplicit()).isFalse();
        assertThat(EngineChoice.of("chicory").kernel()).isNull();
    }

    @Test
    void namesThoseThatThereAre() {
        assertThatThrownBy(() -> Sandbox.builder().engine("v8"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no engine 'v8'; there are auto, wasmtime, chicory");
    }

    @Test
    void runsTheKernelOnTheFirstEngineThatCan() {
        NativeKernel kernel = kernel(new SimulatedEngine().withProblem("it is broken"), new SimulatedEngine());
        assertThat(kernel.await()).isTrue();
        assertThat(kernel.problem()).isNull();
        assertThat(kernel.engineName()).isEqualTo("simulated");
        assertThat(announcements).containsExactly("engine simulated: the kernel runs as native code");
    }

    @Test
    void saysWhyNoEngineCan() {
        NativeKernel kernel = kernel(
                new SimulatedEngine().withProblem("it is broken"), new SimulatedEngine().withProblem("so is this"));
        assertThat(kernel.await()).isFalse();
        assertThat(kernel.isReady()).isFalse();
        assertThat(kernel.hasFailed()).isTrue();
        String problem = "simulated cannot be used: it is broken; simulated cannot be used: so is this";
        assertThat(kernel.problem()).isEqualTo(problem);
        assertThat(announcements).containsExactly("engine chicory: the kernel runs on the JVM, since " + problem);
    }

    @Test
    void getsReadyInTheBackgroundOnce() throws InterruptedException {
        NativeKernel kernel = kernel(new SimulatedEngine());
        while (!kernel.isReady()) {
            Thread.sleep(1);
        }
        assertThat(kernel.await()).isTrue();
        assertThat(announcements).hasSize(1);
    }

    @Test
    void saysThatThereIsNoKernel() {
        NativeKernel kernel = new NativeKernel(List.of(new SimulatedEngine()), null, announcements::add);
        assertThat(kernel.await()).isFalse();
        assertThat(kernel.problem()).isEqualTo("kernel.wasm is not part of this build");
    }
}
