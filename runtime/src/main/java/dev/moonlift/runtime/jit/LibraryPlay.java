package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.lib.Builtin;

/** Library functions as a {@link Rehearsal} plays them: what they give, as far as that is worth knowing. */
final class LibraryPlay {
    /** Elements that unpack gives at most. */
    private final int mostValues;

    private final HeapReader heap;

    LibraryPlay(HeapReader heap, int mostValues) {
        this.heap = heap;
        this.mostValues = mostValues;
    }

    /** What a call gives; one value that is UNKNOWN if that cannot be seen. */
    Cells results(int builtin, Cells arguments) {
        if (arguments.count() == 0) {
            return builtin == Builtin.OS_CLOCK || builtin == Builtin.MATH_RANDOM ? aFloat(0.5) : Cells.unknown();
        }
        return switch (builtin) {
            case Builtin.MATH_SQRT -> aFloat(Math.sqrt(arguments.number(0)));
            case Builtin.MATH_SIN, Builtin.MATH_COS, Builtin.MATH_EXP, Builtin.MATH_LOG, Builtin.MATH_TAN ->
                aFloat(Math.sin(arguments.number(0)));
            case Builtin.MATH_FLOOR, Builtin.MATH_CEIL -> integer((long) Math.floor(arguments.number(0)));
            case Builtin.MATH_RANDOM -> integer(1);
            case Builtin.MATH_ABS, Builtin.MATH_MAX, Builtin.MATH_MIN, Builtin.MATH_FMOD, Builtin.SETMETATABLE ->
                first(arguments);
            case Builtin.TONUMBER -> arguments.isNumber(0) ? first(arguments) : Cells.unknown();
            case Builtin.ASSERT -> arguments;
            case Builtin.SELECT -> select(arguments);
            case Builtin.STRING_BYTE -> integer(heap.byteOf(string(arguments), position(arguments)));
            case Builtin.STRING_LEN -> integer(heap.length(Tag.LONG_STRING, string(arguments)));
            case Builtin.TABLE_UNPACK -> unpack(arguments);
            case Builtin.IPAIRS -> iteration(Builtin.IPAIRS_NEXT, arguments, Tag.INTEGER);
            case Builtin.PAIRS ->
                heap.hasOwnPairs(arguments) ? Cells.unknown() : iteration(Builtin.NEXT, arguments, Tag.NIL);
            // Whoever calls that looks only for which function it is.
            case Builtin.COROUTINE_WRAP -> Cells.one(Tag.BUILTIN, Builtin.COROUTINE_WRAP_CALL);
            case Builtin.RAWGET -> rawGet(arguments);
            case Builtin.RAWLEN -> rawLength(arguments);
            default -> Cells.unknown();
        };
    }

    private static Cells integer(long value) {
        return Cells.one(Tag.INTEGER, value);
    }

    private static Cells aFloat(double value) {
        return Cells.one(Tag.FLOAT, Double.doubleToRawLongBits(value));
    }

    private static Cells first(Cells arguments) {
        return Cells.one(arguments.tag(0), arguments.payload(0));
    }

    private static Cells select(Cells arguments) {
        long n = arguments.payload(0);
        if (arguments.tag(0) == Tag.SHORT_STRING) {
            return integer(arguments.count() - 1L);
        }
        boolean isThere = arguments.tag(0) == Tag.INTEGER && n >= 1 && n < arguments.count();
        return isThere ? Cells.one(arguments.tag((int) n), arguments.payload((int) n)) : Cells.unknown();
    }

    private static int string(Cells arguments) {
        return (arguments.tag(0) | 1) == Tag.LONG_STRING ? (int) arguments.payload(0) : 0;
    }

    private static long position(Cells arguments) {
        return arguments.count() > 1 ? arguments.payload(1) : 1;
    }

    private Cells unpack(Cells arguments) {
        int count = arguments.count();
        boolean isTable = arguments.tag(0) == Tag.TABLE;
        if (!isTable || count > 1 && arguments.tag(1) != Tag.INTEGER || count > 2 && arguments.tag(2) != Tag.INTEGER) {
            return Cells.unknown();
        }
        int table = (int) arguments.payload(0);
        long first = position(arguments);
        long last = count > 2 ? arguments.payload(2) : heap.length(Tag.TABLE, table);
        return heap.elements(table, first, (int) Math.max(0, Math.min(last - first + 1, mostValues)));
    }

    /** What a generic loop takes: the iterator, the table, and with what it begins. */
    private static Cells iteration(int iterator, Cells arguments, int begin) {
        Cells results = new Cells(3);
        results.set(0, Tag.BUILTIN, iterator);
        results.copy(1, arguments, 0);
        results.set(2, begin, 0);
        return results;
    }

    private Cells rawLength(Cells arguments) {
        boolean isTable = arguments.tag(0) == Tag.TABLE;
        int object = isTable ? (int) arguments.payload(0) : string(arguments);
        return isTable || object != 0 ? integer(heap.length(arguments.tag(0), object)) : Cells.unknown();
    }

    private Cells rawGet(Cells arguments) {
        boolean isTable = arguments.count() > 1 && arguments.tag(0) == Tag.TABLE;
        return isTable && heap.has(arguments) ? heap.rawGet(arguments) : Cells.unknown();
    }
}
