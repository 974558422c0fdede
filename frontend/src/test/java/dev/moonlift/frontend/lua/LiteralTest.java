package dev.moonlift.frontend.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.bytecode.Prototype;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of literals, and of constant expressions. */
class LiteralTest {
    /** The value that {@code return expression} loads, if that is one load; else null. */
    private static Object valueOf(String expression) {
        Prototype main = Sources.compile("return " + expression);
        int load = main.code()[1];
        if (main.code().length != 4) {
            return null;
        }
        switch (Instruction.op(load)) {
            case Op.LOADI:
                return (long) Instruction.sbx(load);
            case Op.LOADF:
                return (double) Instruction.sbx(load);
            case Op.LOADK:
                return main.constants().get(Instruction.bx(load));
            case Op.LOADTRUE:
                return true;
            case Op.LOADFALSE:
                return false;
            default:
                return null;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "123, 123",
        "9223372036854775807, 9223372036854775807",
        "0x10, 16",
        "0XfF, 255",
        "0x7fffffffffffffff, 9223372036854775807",
        "0xffffffffffffffff, -1",
        "0x1ffffffffffffffff, -1",
        "0x123456789abcdef01, 2541551405711093505",
        "1 << 63, -9223372036854775808",
        "1 << 64, 0",
        "-1 >> 1, 9223372036854775807",
        "2 >> -1, 4",
        "7 // -2, -4",
        "-7 % 3, 2",
        "7 % -3, -2",
        "~0, -1",
        "3 | 4.0, 7",
        "-9223372036854775807 - 2, 9223372036854775807",
        "5 * (2 + 3), 25",
    })
    void integers(String expression, long value) {
        assertThat(valueOf(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "3., 3.0",
        ".5, 0.5",
        "1e2, 100.0",
        "1E+2, 100.0",
        "314.16e-2, 3.1416",
        "9223372036854775808, 9.223372036854775808e18",
        "1e308, 1e308",
        "5e-324, 5e-324",
        "2e-324, 0.0",
        "0x.1, 0.0625",
        "0x1p4, 16.0",
        "0xA.8p-1, 5.25",
        "0x1p-1074, 4.9e-324",
        "0x1p-1075, 0.0",
        "0x1.8p-1075, 4.9e-324",
        "0x0.8000000000001p-1074, 4.9e-324",
        "0x1.fffffffffffff7p1023, 1.7976931348623157e308",
        "0x1.00000000000008p0, 1.0",
        "0x1.000000000000080000000000000000000001p0, 1.0000000000000002",
        "0x1.00000000000018p0, 1.0000000000000004",
        "0x1p99999999999999999999, Infinity",
        "0x1p-99999999999999999999, 0.0",
        "0xffffffffffffffff.0, 1.8446744073709552e19",
        "1e999999999999, Infinity",
        "7 / 2, 3.5",
        "2 ^ 10, 1024.0",
        "7.5 // 2, 3.0",
        "-7.5 % 2, 0.5",
        "5 % -3.5, -2.0",
        "1e308 * 10, Infinity",
    })
    void floats(String expression, double value) {
        assertThat(valueOf(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 // 0", "1 % 0", "1 / 0", "0.0 * -1", "-0.0", "0 / 5", "1 | 1.5", "1e999 - 1e999", "#'x'"})
    void whatRunTimeMustDecideIsNotFolded(String expression) {
        assertThat(valueOf(expression)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"not nil, true", "not 0, false", "not 'x', false", "not not nil, false"})
    void negatedConstants(String expression, boolean value) {
        assertThat(valueOf(expression)).isEqualTo(value);
    }

    @Property
    void everyHexadecimalFloatIsExact(@ForAll double value) {
        double magnitude = Math.abs(value);
        if (magnitude > Short.MAX_VALUE || magnitude != Math.rint(magnitude)) {
            assertThat(valueOf(Double.toHexString(magnitude))).isEqualTo(magnitude);
        }
    }

    @Property
    void everyIntegerKeepsItsValue(@ForAll long value) {
        assertThat(valueOf(value < 0 ? "0x" + Long.toHexString(value) : Long.toString(value)))
                .isEqualTo(value);
    }

    @Property
    void everyByteCanBeEscaped(@ForAll @Size(max = 60) byte[] bytes) {
        StringBuilder literal = new StringBuilder("'");
        for (int i = 0; i < bytes.length; i++) {
            literal.append(i % 2 == 0 ? "\\" + String.format("%03d", bytes[i] & 0xFF) : "\\x" + hex(bytes[i]));
        }
        assertThat(valueOf(literal.append("'").toString())).isEqualTo(ByteString.of(bytes));
    }

    private static String hex(byte value) {
        return String.format("%02x", value & 0xFF);
    }

    @Test
    void escapes() {
        assertThat(valueOf("'\\a\\b\\f\\n\\r\\t\\v\\\\\\\"\\''"))
                .isEqualTo(ByteString.of(new byte[] {7, 8, 12, 10, 13, 9, 11, '\\', '"', '\''}));
        assertThat(valueOf("'a\\z \t\r\n\n b'")).isEqualTo(ByteString.utf8("ab"));
        assertThat(valueOf("'a\\\r\nb'")).isEqualTo(ByteString.utf8("a\nb"));
        assertThat(valueOf("'\\u{48}\\u{20ac}\\u{10FFFF}'")).isEqualTo(ByteString.utf8("H\u20ac\udbff\udfff"));
        assertThat(valueOf("'\\u{7FFFFFFF}'"))
                .isEqualTo(ByteString.of(Sources.bytes("\u00fd\u00bf\u00bf\u00bf\u00bf\u00bf")));
    }

    @Test
    void longStrings() {
        assertThat(valueOf("[[\na\r\nb\rc\n\rd]]")).isEqualTo(ByteString.utf8("a\nb\nc\nd"));
        assertThat(valueOf("[==[]]]=]]==]")).isEqualTo(ByteString.utf8("]]]=]"));
        assertThat(valueOf("[[\\n]]")).isEqualTo(ByteString.utf8("\\n"));
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i == '\r' ? '.' : i);
        }
        String text = new String(all, StandardCharsets.ISO_8859_1);
        assertThat(valueOf("[=[" + text + "]=]")).isEqualTo(ByteString.of(all));
    }
}
