package dev.moonlift.wasm.module;

/** The sections of a module, in the order in which they appear, but for custom ones, which appear anywhere. */
enum SectionId {
    CUSTOM(0),
    TYPE(1),
    IMPORT(2),
    FUNCTION(3),
    TABLE(4),
    MEMORY(5),
    GLOBAL(6),
    EXPORT(7),
    START(8),
    ELEMENT(9),
    DATA_COUNT(12),
    CODE(10),
    DATA(11);

    private final int code;

    SectionId(int code) {
        this.code = code;
    }

    /** Its byte in the binary format. */
    int code() {
        return code;
    }

    /** The section with this byte, or null. */
    static SectionId of(int code) {
        for (SectionId id : values()) {
            if (id.code == code) {
                return id;
            }
        }
        return null;
    }
}
