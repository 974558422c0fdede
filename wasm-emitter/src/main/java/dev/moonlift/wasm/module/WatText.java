package dev.moonlift.wasm.module;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small parts of the text format. */
final class WatText {
    private WatText() {}

    /** A string literal. */
    static String quote(String text) {
        return quote(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A string literal; what is not printable ASCII is escaped. */
    static String quote(byte[] bytes) {
        StringBuilder text = new StringBuilder("\"");
        for (byte b : bytes) {
            if (b >= ' ' && b <= '~' && b != '"' && b != '\\') {
                text.append((char) b);
            } else {
                text.append('\\').append(hexDigit(b >> 4)).append(hexDigit(b));
            }
        }
        return text.append('"').toString();
    }

    private static char hexDigit(int nibble) {
        return Character.forDigit(nibble & 0xF, 16);
    }

    /** Parameters and results, with a space in front. */
    static String signature(FunctionType type) {
        return types("param", type.parameters()) + types("result", type.results());
    }

    /** {@code (keyword type …)} with a space in front; empty without types. */
    static String types(String keyword, List<ValueType> types) {
        if (types.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(" (").append(keyword);
        for (ValueType type : types) {
            text.append(' ').append(type.text());
        }
        return text.append(')').toString();
    }

    static String limits(Limits limits) {
        return limits.hasMax() ? limits.min() + " " + limits.max() : Long.toString(limits.min());
    }

    static String globalType(GlobalType type) {
        return type.mutable() ? "(mut " + type.type().text() + ")" : type.type().text();
    }

    /** A number as the instruction that makes it takes it. */
    static String number(WasmOp op, long bits) {
        return switch (op) {
            case I32_CONST -> Integer.toString((int) bits);
            case I64_CONST -> Long.toString(bits);
            case F32_CONST -> FloatText.ofFloat((int) bits);
            case F64_CONST -> FloatText.ofDouble(bits);
            default -> throw new IllegalArgumentException(op.text());
        };
    }

    /** A text that cannot end the comment in which it appears. */
    static String comment(String text) {
        return text.replaceAll("\\p{Cntrl}", "_");
    }
}
