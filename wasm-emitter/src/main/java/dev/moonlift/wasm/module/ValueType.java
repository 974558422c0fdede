package dev.moonlift.wasm.module;

/** A type of values (WebAssembly 2.0, §2.3.1): numbers only. */
public enum ValueType {
    I32(0x7F),
    I64(0x7E),
    F32(0x7D),
    F64(0x7C);

    private final int code;

    ValueType(int code) {
        this.code = code;
    }

    /** Its byte in the binary format. */
    public int code() {
        return code;
    }

    /** Its name in the text format. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The type with this byte.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ValueType of(int code) {
        for (ValueType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("no value type 0x" + Integer.toHexString(code));
    }
}
