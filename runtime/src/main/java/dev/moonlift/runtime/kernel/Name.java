package dev.moonlift.runtime.kernel;

/**
 * The numbers of the strings that the kernel itself knows: metamethod events, type names, message templates. They are
 * made at boot, never collected, and found at {@link Layout#NAMES}. In a template {@code %1} to {@code %3} are filled
 * in, and {@code %%} is a percent sign.
 *
 * <p>The first eight are the events whose absence a metatable remembers, by bit number.
 */
public final class Name {
    @Text("__index")
    public static final int INDEX = 0;

    @Text("__newindex")
    public static final int NEWINDEX = 1;

    @Text("__gc")
    public static final int GC = 2;

    @Text("__mode")
    public static final int MODE = 3;

    @Text("__len")
    public static final int LEN = 4;

    @Text("__eq")
    public static final int EQ = 5;

    @Text("__call")
    public static final int CALL = 6;

    @Text("__close")
    public static final int CLOSE = 7;

    @Text("__add")
    public static final int ADD = 8;

    @Text("__sub")
    public static final int SUB = 9;

    @Text("__mul")
    public static final int MUL = 10;

    @Text("__mod")
    public static final int MOD = 11;

    @Text("__pow")
    public static final int POW = 12;

    @Text("__div")
    public static final int DIV = 13;

    @Text("__idiv")
    public static final int IDIV = 14;

    @Text("__band")
    public static final int BAND = 15;

    @Text("__bor")
    public static final int BOR = 16;

    @Text("__bxor")
    public static final int BXOR = 17;

    @Text("__shl")
    public static final int SHL = 18;

    @Text("__shr")
    public static final int SHR = 19;

    @Text("__unm")
    public static final int UNM = 20;

    @Text("__bnot")
    public static final int BNOT = 21;

    @Text("__concat")
    public static final int CONCAT = 22;

    @Text("__lt")
    public static final int LT = 23;

    @Text("__le")
    public static final int LE = 24;

    @Text("__name")
    public static final int NAME_FIELD = 25;

    @Text("__metatable")
    public static final int METATABLE = 26;

    @Text("__tostring")
    public static final int TOSTRING = 27;

    @Text("__pairs")
    public static final int PAIRS = 28;

    @Text("nil")
    public static final int TYPE_NIL = 29;

    @Text("boolean")
    public static final int TYPE_BOOLEAN = 30;

    @Text("number")
    public static final int TYPE_NUMBER = 31;

    @Text("string")
    public static final int TYPE_STRING = 32;

    @Text("table")
    public static final int TYPE_TABLE = 33;

    @Text("function")
    public static final int TYPE_FUNCTION = 34;

    @Text("userdata")
    public static final int TYPE_USERDATA = 35;

    @Text("thread")
    public static final int TYPE_THREAD = 36;

    @Text("light userdata")
    public static final int LIGHT_USERDATA = 37;

    @Text("no value")
    public static final int NO_VALUE = 38;

    @Text("true")
    public static final int TRUE = 39;

    @Text("false")
    public static final int FALSE = 40;

    @Text("")
    public static final int EMPTY = 41;

    @Text("?")
    public static final int QUESTION = 42;

    @Text("global")
    public static final int KIND_GLOBAL = 43;

    @Text("local")
    public static final int KIND_LOCAL = 44;

    @Text("method")
    public static final int KIND_METHOD = 45;

    @Text("field")
    public static final int KIND_FIELD = 46;

    @Text("upvalue")
    public static final int KIND_UPVALUE = 47;

    @Text("constant")
    public static final int KIND_CONSTANT = 48;

    @Text("metamethod")
    public static final int KIND_METAMETHOD = 49;

    @Text("for iterator")
    public static final int KIND_FOR_ITERATOR = 50;

    @Text("hook")
    public static final int KIND_HOOK = 51;

    @Text("_ENV")
    public static final int ENV = 52;

    @Text(" (%1 '%2')")
    public static final int VARIABLE_INFO = 53;

    @Text("attempt to %1 a %2 value%3")
    public static final int ERROR_OPERATE = 54;

    @Text("index")
    public static final int VERB_INDEX = 55;

    @Text("call")
    public static final int VERB_CALL = 56;

    @Text("perform arithmetic on")
    public static final int VERB_ARITHMETIC = 57;

    @Text("concatenate")
    public static final int VERB_CONCATENATE = 58;

    @Text("get length of")
    public static final int VERB_LENGTH = 59;

    @Text("perform bitwise operation on")
    public static final int VERB_BITWISE = 60;

    @Text("attempt to compare two %1 values")
    public static final int ERROR_COMPARE_SAME = 61;

    @Text("attempt to compare %1 with %2")
    public static final int ERROR_COMPARE = 62;

    @Text("number%1 has no integer representation")
    public static final int ERROR_NO_INTEGER = 63;

    @Text("attempt to divide by zero")
    public static final int ERROR_DIVIDE_ZERO = 64;

    @Text("attempt to perform 'n%%0'")
    public static final int ERROR_MODULO_ZERO = 65;

    @Text("bad 'for' %1 (number expected, got %2)")
    public static final int ERROR_FOR = 66;

    @Text("'for' step is zero")
    public static final int ERROR_FOR_STEP_ZERO = 67;

    @Text("initial value")
    public static final int FOR_INITIAL = 68;

    @Text("limit")
    public static final int FOR_LIMIT = 69;

    @Text("step")
    public static final int FOR_STEP = 70;

    @Text("table index is nil")
    public static final int ERROR_INDEX_NIL = 71;

    @Text("table index is NaN")
    public static final int ERROR_INDEX_NAN = 72;

    @Text("'__index' chain too long; possible loop")
    public static final int ERROR_INDEX_LOOP = 73;

    @Text("'__newindex' chain too long; possible loop")
    public static final int ERROR_NEWINDEX_LOOP = 74;

    @Text("invalid key to 'next'")
    public static final int ERROR_INVALID_NEXT = 75;

    @Text("table overflow")
    public static final int ERROR_TABLE_OVERFLOW = 76;

    @Text("string length overflow")
    public static final int ERROR_STRING_OVERFLOW = 77;

    @Text("stack overflow")
    public static final int ERROR_STACK_OVERFLOW = 78;

    @Text("C stack overflow")
    public static final int ERROR_C_STACK_OVERFLOW = 79;

    @Text("error in error handling")
    public static final int ERROR_ERROR_HANDLING = 80;

    @Text("not enough memory")
    public static final int ERROR_MEMORY = 81;

    @Text("variable '%1' got a non-closable value")
    public static final int ERROR_NOT_CLOSABLE = 82;

    @Text("metamethod 'close'")
    public static final int ERROR_CLOSE_METHOD = 83;

    @Text("bad argument #%1 to '%2' (%3)")
    public static final int BAD_ARGUMENT = 84;

    @Text("calling '%1' on bad self (%2)")
    public static final int BAD_SELF = 85;

    @Text("%1 expected, got %2")
    public static final int EXPECTED = 86;

    @Text("value expected")
    public static final int VALUE_EXPECTED = 87;

    @Text("number has no integer representation")
    public static final int NUMBER_NO_INTEGER = 88;

    @Text("invalid option '%1'")
    public static final int INVALID_OPTION = 89;

    @Text("nil or table")
    public static final int NIL_OR_TABLE = 90;

    @Text("integer index")
    public static final int INTEGER_INDEX = 91;

    @Text("_LOADED")
    public static final int LOADED = 92;

    @Text("[string \"")
    public static final int CHUNK_TEXT_BEGIN = 93;

    @Text("\"]")
    public static final int CHUNK_TEXT_END = 94;

    @Text("...")
    public static final int ELLIPSIS = 95;

    @Text("%1:%2: ")
    public static final int POSITION = 96;

    @Text("attempt to %1 a '%2' with a '%3'")
    public static final int ERROR_STRING_ARITHMETIC = 97;

    @Text("_G.")
    public static final int GLOBALS_PREFIX = 98;

    @Text("stack traceback:")
    public static final int TRACE_HEAD = 99;

    @Text("\n\t...\t(skipping %1 levels)")
    public static final int TRACE_SKIPPED = 100;

    @Text("\n\t%1: in ")
    public static final int TRACE_AT = 101;

    @Text("\n\t%1:%2: in ")
    public static final int TRACE_AT_LINE = 102;

    @Text("\n\t(...tail calls...)")
    public static final int TRACE_TAIL_CALLS = 103;

    @Text("function '%1'")
    public static final int TRACE_FUNCTION = 104;

    @Text("%1 '%2'")
    public static final int TRACE_NAMED = 105;

    @Text("main chunk")
    public static final int TRACE_MAIN = 106;

    @Text("function <%1:%2>")
    public static final int TRACE_DEFINED = 107;

    /** Numbers end here. */
    public static final int COUNT = 108;

    private Name() {}
}
