package dev.moonlift.runtime.kernel.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.heap.Pages;
import dev.moonlift.runtime.kernel.number.Arithmetic;
import dev.moonlift.runtime.memory.HeapMemory;
import java.lang.reflect.InvocationTargetException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the translation does not return but ends in is thrown as the kernel on the JVM throws it. */
class ThrownByTwinsTest {
    private static final int MIB = 1 << 20;

    @Test
    void onWasmtime() throws Throwable {
        WasmtimeTwin engine = new WasmtimeTwin();
        engine.ifThere(() -> assertThrown(engine));
    }

    @Test
    void onChicory() throws Throwable {
        assertThrown(ChicoryTwin.interpreter());
    }

    private static void assertThrown(TwinEngine engine) throws Throwable {
        try (TwinLoader loader = new TwinLoader(engine)) {
            Object memory = loader.loadClass(HeapMemory.class.getName())
                    .getMethod("of", int.class, int.class)
                    .invoke(null, 0, MIB);
            Object value = construct(loader, Value.class, memory);
            Object heap = construct(loader, Heap.class, memory, construct(loader, Pages.class, memory));

            assertCauses(
                    ArithmeticException.class,
                    () -> loader.loadClass(Arithmetic.class.getName())
                            .getMethod("idiv", long.class, long.class)
                            .invoke(null, 1L, 0L));
            assertCauses(IndexOutOfBoundsException.class, () -> call(value, "tag", -100));
            call(heap, "boot", MIB);
            assertThatThrownBy(() -> call(heap, "allocate", 2 * MIB)).cause().isSameAs(signal(loader));
            assertThat((int) call(heap, "allocate", 100)).isPositive();
        }
    }

    private static void assertCauses(Class<? extends Throwable> type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvocationTargetException.class).hasCauseInstanceOf(type);
    }

    private static Object construct(TwinLoader loader, Class<?> type, Object... collaborators) throws Exception {
        return loader.loadClass(type.getName()).getConstructors()[0].newInstance(collaborators);
    }

    private static Object call(Object object, String method, int argument) throws Exception {
        return object.getClass().getMethod(method, int.class).invoke(object, argument);
    }

    private static Throwable signal(TwinLoader loader) throws Exception {
        return (Throwable) loader.loadClass(Signal.class.getName())
                .getField("OUT_OF_MEMORY")
                .get(null);
    }
}
