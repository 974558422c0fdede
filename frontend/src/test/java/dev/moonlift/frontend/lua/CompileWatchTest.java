package dev.moonlift.frontend.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.frontend.bytecode.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompileWatchTest {
    private static final int LONG = 1 << 20;
    /** Between two reports, in bytes of text. */
    private static final int STRETCH = 4096;

    /** Counts, and stops after a number of reports. */
    private static final class Counter implements CompileWatch {
        private final int last;
        private int beginnings;
        private int reports;
        private int tokens;

        Counter(int last) {
            this.last = last;
        }

        @Override
        public void begin() {
            beginnings++;
        }

        @Override
        public void progress(int more) {
            tokens += more;
            if (++reports > last) {
                throw new IllegalStateException("stopped");
            }
        }
    }

    private static Counter watch(String text, int last) {
        Counter counter = new Counter(last);
        LuaCompiler.compile(Sources.bytes(text), ByteString.utf8("=x"), counter);
        return counter;
    }

    @Test
    void hearsOfEveryTokenAndOfTheEnd() {
        Counter counter = watch("a = 1", Integer.MAX_VALUE);
        assertThat(counter.tokens).isEqualTo(4);
        assertThat(counter.beginnings).isEqualTo(1);
        assertThat(watch("f()".repeat(LONG), Integer.MAX_VALUE).tokens).isEqualTo(3 * LONG + 1);
    }

    @Test
    void hearsOfASecondBeginningOnAStackOfItsOwn() {
        Counter counter = watch("return " + "(".repeat(100) + "a" + ")".repeat(100), Integer.MAX_VALUE);
        assertThat(counter.beginnings).isEqualTo(2);
        assertThat(counter.tokens).isGreaterThanOrEqualTo(203);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f()",
                "-- %s",
                "--[[ %s ]]",
                "return [==[ %s ]==]",
                "return '%s'",
                "return '\\z %b'",
                "%s = 1",
                "%b",
                "%n",
                "return %d",
                "return 0x%d",
                "return %d.%d"
            })
    void isToldOftenHoweverLongATokenIs(String pattern) {
        String text = pattern.equals("f()")
                ? pattern.repeat(LONG)
                : pattern.replace("%s", "s".repeat(LONG))
                        .replace("%b", " ".repeat(LONG))
                        .replace("%n", "\n".repeat(LONG))
                        .replace("%d", "1".repeat(LONG));
        assertThat(watch(text, Integer.MAX_VALUE).reports).isGreaterThanOrEqualTo(text.length() / STRETCH - 1);
        assertThatThrownBy(() -> watch(text, 100)).hasMessage("stopped");
    }

    @Test
    void isToldWhileCodeIsMade() {
        String text = "return {" + "a,".repeat(LONG) + "}";
        assertThat(watch(text, Integer.MAX_VALUE).reports).isGreaterThan(text.length() / STRETCH + LONG / 1024);
    }

    @Test
    void stopsWhatRunsOnAStackOfItsOwn() {
        String text = "f()".repeat(LONG) + "(".repeat(100) + "a" + ")".repeat(100) + "()";
        int reports = text.length() / STRETCH + 100;
        assertThatThrownBy(() -> watch(text, reports)).hasMessage("stopped");
    }
}
