package dev.moonlift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LuaTableTest {
    private final Sandbox sandbox = Sandbox.builder().build();
    private final LuaTable table = sandbox.newTable();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void carriesEveryKindOfValue() {
        byte[] binary = {(byte) 0xFF, 0, 'x'};
        table.set("nil", null)
                .set("boolean", true)
                .set("byte", (byte) -1)
                .set("long", Long.MIN_VALUE)
                .set("float", 0.5f)
                .set("double", 1e300)
                .set("text", "grün ✓")
                .set("binary", binary);
        assertThat(table.get("nil")).isNull();
        assertThat(table.get("boolean")).isEqualTo(true);
        assertThat(table.get("byte")).isEqualTo(-1L);
        assertThat(table.get("long")).isEqualTo(Long.MIN_VALUE);
        assertThat(table.get("float")).isEqualTo(0.5);
        assertThat(table.get("double")).isEqualTo(1e300);
        assertThat(table.get("text")).isEqualTo("grün ✓");
        assertThat(table.get("binary")).isEqualTo(LuaString.of(binary));
        assertThat(table.get("binary", byte[].class)).isEqualTo(binary);
        assertThat(table.get("text", LuaString.class)).isEqualTo(LuaString.of("grün ✓"));
    }

    @Test
    void refusesWhatLuaDoesNotHave() {
        assertThatThrownBy(() -> table.set("x", new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.set(null, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.set(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.set(Map.of(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.set("x", BigInteger.ONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void convertsToTheTypeAskedFor() {
        table.set("n", 7).set("f", 2.0).set("half", 0.5);
        assertThat(table.get("n", Integer.class)).isEqualTo(7);
        assertThat(table.get("n", Double.class)).isEqualTo(7.0);
        assertThat(table.get("f", Long.class)).isEqualTo(2L);
        assertThat(table.get("missing", String.class)).isNull();
        assertThatThrownBy(() -> table.get("half", Long.class))
                .isInstanceOf(ClassCastException.class)
                .hasMessage("field 'half': number has no integer representation");
        assertThatThrownBy(() -> table.get("n", String.class))
                .isInstanceOf(ClassCastException.class)
                .hasMessage("field 'n': string expected, got number");
    }

    @Test
    void treatsIntegralFloatsAsIntegers() {
        table.set(1, "one").set(2.0, "two");
        assertThat(table.get(1.0)).isEqualTo("one");
        assertThat(table.get(2)).isEqualTo("two");
        assertThat(table.length()).isEqualTo(2);
        assertThat(table.toList()).containsExactly("one", "two");
    }

    @Test
    void listsItsEntries() {
        table.set(1, "a").set("k", true).set(2.5, "b");
        assertThat(table.toMap()).containsOnly(Map.entry(1L, "a"), Map.entry("k", true), Map.entry(2.5, "b"));
    }

    @Test
    void runsNoCodeOfTheGuest() {
        String program = "local no = error return setmetatable({}, {__index = no, __newindex = no, __len = no})";
        LuaTable guarded = (LuaTable) sandbox.load(Source.of("t", program)).call();
        assertThat(guarded.get("x")).isNull();
        guarded.set("x", 1);
        assertThat(guarded.toMap()).containsOnly(Map.entry("x", 1L));
        assertThat(guarded.length()).isZero();
        assertThat(guarded.metatable().get("__len")).isInstanceOf(LuaFunction.class);
        assertThat(table.metatable()).isNull();
    }

    @Test
    void keepsWhatIsNeitherTableNorFunctionOpaque() {
        LuaObject thread = (LuaObject)
                sandbox.load(Source.of("t", "return coroutine.create(print)")).call();
        assertThat(thread.type()).isEqualTo("thread");
        assertThat(sandbox.load(Source.of("t", "return coroutine.status(...)")).call(thread))
                .isEqualTo("suspended");
    }
}
