package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: utf8. */
public final class Utf8Dispatch {
    private final Utf8Library utf8;

    public Utf8Dispatch(Utf8Library utf8) {
        this.utf8 = utf8;
    }

    /** See {@link Library#call}. */
    @SuppressWarnings("checkstyle:methodlength")
    public int call(int id, int func, int count) {
        switch (id) {
            case Builtin.UTF8_CHAR:
                return utf8.character(func, count);
            case Builtin.UTF8_CODEPOINT:
                return utf8.codepoint(func, count);
            case Builtin.UTF8_LEN:
                return utf8.len(func, count);
            case Builtin.UTF8_OFFSET:
                return utf8.offset(func, count);
            case Builtin.UTF8_CODES:
                return utf8.codes(func, count);
            case Builtin.UTF8_CODES_NEXT:
                return utf8.codesNext(func, count);
            case Builtin.UTF8_CODES_NEXT_LAX:
                return utf8.codesNextLax(func, count);
            default:
                return 0;
        }
    }
}
