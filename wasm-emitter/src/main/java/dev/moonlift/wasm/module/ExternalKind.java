package dev.moonlift.wasm.module;

/** What can be imported and exported (WebAssembly 2.0, §2.5.10). */
public enum ExternalKind {
    FUNCTION("func"),
    TABLE("table"),
    MEMORY("memory"),
    GLOBAL("global");

    private final String text;

    ExternalKind(String text) {
        this.text = text;
    }

    /** Its byte in the binary format. */
    public int code() {
        return ordinal();
    }

    /** Its keyword in the text format. */
    public String text() {
        return text;
    }

    /** The kind with this byte, or null. */
    public static ExternalKind of(int code) {
        return code >= 0 && code < values().length ? values()[code] : null;
    }
}
