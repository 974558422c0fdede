package dev.moonlift.runtime.engine.wasmtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.engine.Carriers;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineFunction;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.EngineTrap;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.runtime.memory.NativePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WasmtimeEngineTest {
    private static final int MAXIMUM = 1 << 20;

    private final WasmtimeEngine engine = new WasmtimeEngine();

    @BeforeEach
    void canBeUsedHere() {
        assertThat(engine.problem()).isNull();
    }

    private EngineStore newStore() {
        EngineStore store = engine.newStore(1000, MAXIMUM);
        try (EngineModule module = engine.compile(StubModule.code())) {
            store.link("kernel", module);
        }
        return store;
    }

    private static void run(EngineStore store, int what) {
        store.memory().putInt(StubModule.WHAT, what);
        EngineFunction function = store.function("kernel", "run");
        assertThat(Carriers.run(function::run, () -> {})).isTrue();
    }

    @Test
    void sharesItsMemory() {
        try (EngineStore store = newStore()) {
            Memory memory = store.memory();
            assertThat(memory.size()).isEqualTo(NativePages.PAGE);
            memory.putInt(5000, 0x1234_5678);
            memory.putInt(StubModule.OPERAND, 5000);
            run(store, StubModule.LOAD);
            assertThat(memory.getInt(StubModule.OPERAND)).isEqualTo(0x1234_5678);
            assertThat(memory.getInt(StubModule.COUNTER)).isEqualTo(1);
        }
    }

    @Test
    void growsFromBothSidesToTheLimit() {
        try (EngineStore store = newStore()) {
            Memory memory = store.memory();
            memory.putInt(100, 77);
            assertThat(memory.grow(NativePages.PAGE + 1)).isEqualTo(1);
            assertThat(memory.size()).isEqualTo(2 * NativePages.PAGE);
            memory.putInt(StubModule.OPERAND, 3);
            run(store, StubModule.GROW);
            assertThat(memory.getInt(StubModule.OPERAND)).isEqualTo(2);
            assertThat(memory.size()).isEqualTo(2 * NativePages.PAGE);
            assertThat(memory.grow(5 * NativePages.PAGE)).isEqualTo(1);
            assertThat(memory.size()).isEqualTo(5 * NativePages.PAGE);
            assertThat(memory.grow(MAXIMUM)).isEqualTo(1);
            assertThat(memory.grow(MAXIMUM + 1)).isZero();
            memory.putInt(StubModule.OPERAND, 1);
            run(store, StubModule.GROW);
            assertThat(memory.getInt(StubModule.OPERAND)).isEqualTo(-1);
            assertThat(memory.getInt(100)).isEqualTo(77);
        }
    }

    @Test
    void keepsAnOddLimitToTheByte() {
        try (EngineStore store = engine.newStore(1000, 100_001)) {
            assertThat(store.memory().maximum()).isEqualTo(100_001);
            assertThat(store.memory().grow(100_001)).isEqualTo(1);
            assertThat(store.memory().grow(100_002)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {StubModule.TRAP, StubModule.RECURSE, StubModule.LOAD})
    void turnsTrapsIntoExceptions(int what) {
        try (EngineStore store = newStore()) {
            for (int i = 0; i < 20; i++) {
                store.memory().putInt(StubModule.OPERAND, 1 << 30);
                assertThatThrownBy(() -> run(store, what))
                        .isInstanceOf(EngineTrap.class)
                        .hasMessageStartingWith("native code trapped: ");
            }
            run(store, StubModule.NOTHING);
            assertThat(store.memory().getInt(StubModule.COUNTER)).isEqualTo(1);
        }
    }

    @Test
    void leavesJavasOwnSignalsAlone() {
        turnsTrapsIntoExceptions(StubModule.RECURSE);
        for (int i = 0; i < 20_000; i++) {
            assertThat(lengthOf(i % 2 == 0 ? null : "x")).isEqualTo(i % 2 == 0 ? -1 : 1);
        }
        assertThatThrownBy(WasmtimeEngineTest::recurse).isInstanceOf(StackOverflowError.class);
    }

    /** Compiled, it finds out that there is no text by a signal. */
    private static int lengthOf(String text) {
        try {
            return text.length();
        } catch (NullPointerException e) {
            return -1;
        }
    }

    private static int recurse() {
        return recurse() + 1;
    }

    @Test
    void seesWhatAnotherThreadStores() throws InterruptedException {
        try (EngineStore store = newStore()) {
            Thread other = new Thread(() -> store.memory().putIntRelease(StubModule.FLAG, 1));
            other.start();
            run(store, StubModule.AWAIT_FLAG);
            assertThat(store.memory().getInt(StubModule.COUNTER)).isEqualTo(1);
            other.join();
        }
    }

    @Test
    void linksFurtherModulesToALivingStore() {
        try (EngineStore store = newStore()) {
            run(store, StubModule.NOTHING);
            try (EngineModule module = engine.compile(StubModule.codeThatCallsTwice())) {
                store.link("later", module);
            }
            EngineFunction twice = store.function("later", "twice");
            Carriers.run(twice::run, () -> {});
            assertThat(store.memory().getInt(StubModule.COUNTER)).isEqualTo(3);
        }
    }

    @Test
    void compilesWhileOtherCodeRuns() throws InterruptedException {
        try (EngineStore store = newStore()) {
            Thread guest = new Thread(() -> run(store, StubModule.AWAIT_FLAG));
            guest.start();
            for (int i = 0; i < 20; i++) {
                engine.compile(StubModule.codeThatCallsTwice()).close();
            }
            store.memory().putIntRelease(StubModule.FLAG, 1);
            guest.join();
            assertThat(store.memory().getInt(StubModule.COUNTER)).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatItCannotUse() {
        assertThatThrownBy(() -> engine.compile(new byte[] {1, 2, 3})).isInstanceOf(EngineException.class);
        try (EngineStore store = newStore();
                EngineStore empty = engine.newStore(0, MAXIMUM);
                EngineModule module = engine.compile(StubModule.codeThatCallsTwice())) {
            assertThatThrownBy(() -> store.function("kernel", "none"))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("kernel exports no none");
            assertThatThrownBy(() -> store.function(EngineStore.MEMORY_MODULE, EngineStore.MEMORY_NAME))
                    .isInstanceOf(EngineException.class);
            assertThatThrownBy(() -> empty.link("later", module))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("later");
        }
    }

    @Test
    void refusesAccessOnceItIsClosed() {
        EngineStore store = newStore();
        Memory memory = store.memory();
        store.close();
        assertThatThrownBy(() -> memory.getInt(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> memory.putByte(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        store.close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void givesMemoryBack() throws IOException {
        openAndClose(200);
        long before = residentKilobytes();
        openAndClose(1000);
        assertThat(residentKilobytes() - before).isLessThan(200_000);
    }

    private void openAndClose(int times) {
        for (int i = 0; i < times; i++) {
            try (EngineStore store = newStore()) {
                store.memory().grow(MAXIMUM);
                store.memory().fill(0, 1, MAXIMUM);
                run(store, StubModule.NOTHING);
            }
        }
    }

    private static long residentKilobytes() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        String line = status.stream()
                .filter(candidate -> candidate.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
