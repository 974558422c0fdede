package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: string. */
public final class StringDispatch {
    private final StringLibrary strings;
    private final StringFind find;
    private final StringSubstitution substitution;
    private final StringFormat format;
    private final StringPack packing;
    private final StringArithmetic arithmetic;

    public StringDispatch(
            StringLibrary strings,
            StringFind find,
            StringSubstitution substitution,
            StringFormat format,
            StringPack packing,
            StringArithmetic arithmetic) {
        this.strings = strings;
        this.find = find;
        this.substitution = substitution;
        this.format = format;
        this.packing = packing;
        this.arithmetic = arithmetic;
    }

    /** See {@link Library#call}. */
    @SuppressWarnings("checkstyle:methodlength")
    public int call(int id, int func, int count) {
        switch (id) {
            case Builtin.STRING_BYTE:
                return strings.byteValues(func, count);
            case Builtin.STRING_CHAR:
                return strings.character(func, count);
            case Builtin.STRING_DUMP:
                return strings.dump(func, count);
            case Builtin.STRING_FIND:
                return find.find(func, count);
            case Builtin.STRING_FORMAT:
                return format.format(func, count);
            case Builtin.STRING_GMATCH:
                return find.gmatch(func, count);
            case Builtin.STRING_GSUB:
                return substitution.gsub(func, count);
            case Builtin.STRING_LEN:
                return strings.len(func, count);
            case Builtin.STRING_LOWER:
                return strings.lower(func, count);
            case Builtin.STRING_MATCH:
                return find.match(func, count);
            case Builtin.STRING_PACK:
                return packing.pack(func, count);
            case Builtin.STRING_PACKSIZE:
                return packing.packsize(func, count);
            case Builtin.STRING_REP:
                return strings.rep(func, count);
            case Builtin.STRING_REVERSE:
                return strings.reverse(func, count);
            case Builtin.STRING_SUB:
                return strings.sub(func, count);
            case Builtin.STRING_UNPACK:
                return packing.unpack(func, count);
            case Builtin.STRING_UPPER:
                return strings.upper(func, count);
            case Builtin.STRING_GMATCH_NEXT:
                return find.gmatchNext(func, count);
            default:
                return arithmetic.call(id, func, count);
        }
    }

    /** See {@link Library#step}. */
    public int step(int id, int func, int count, int step, int callee, int results) {
        switch (id) {
            case Builtin.STRING_FORMAT:
                return format.formatStep(func, count, step, callee, results);
            case Builtin.STRING_GSUB:
                return substitution.gsubStep(func, count, step, callee, results);
            default:
                return arithmetic.callStep(func, callee, results);
        }
    }
}
