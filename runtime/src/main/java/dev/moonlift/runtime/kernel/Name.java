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

    @Text("[C]")
    public static final int NATIVE = 96;

    @Text("attempt to %1 a '%2' with a '%3'")
    public static final int ERROR_STRING_ARITHMETIC = 97;

    @Text("_G.")
    public static final int GLOBALS_PREFIX = 98;

    @Text("stack traceback:")
    public static final int TRACE_HEAD = 99;

    @Text("\n\t...\t(skipping %1 levels)")
    public static final int TRACE_SKIPPED = 100;

    @Text("\n\t")
    public static final int TRACE_LINE = 101;

    @Text(": in ")
    public static final int TRACE_IN = 102;

    @Text("\n\t(...tail calls...)")
    public static final int TRACE_TAIL_CALLS = 103;

    @Text("function '%1'")
    public static final int TRACE_FUNCTION = 104;

    @Text("%1 '%2'")
    public static final int TRACE_NAMED = 105;

    @Text("main chunk")
    public static final int TRACE_MAIN = 106;

    @Text("function <")
    public static final int TRACE_DEFINED = 107;

    @Text("pattern too complex")
    public static final int PATTERN_TOO_COMPLEX = 108;

    @Text("too many captures")
    public static final int TOO_MANY_CAPTURES = 109;

    @Text("invalid pattern capture")
    public static final int INVALID_PATTERN_CAPTURE = 110;

    @Text("unfinished capture")
    public static final int UNFINISHED_CAPTURE = 111;

    @Text("invalid capture index %%%1")
    public static final int INVALID_CAPTURE_INDEX = 112;

    @Text("malformed pattern (ends with '%%')")
    public static final int PATTERN_ENDS_IN_ESCAPE = 113;

    @Text("malformed pattern (missing ']')")
    public static final int PATTERN_UNCLOSED_SET = 114;

    @Text("malformed pattern (missing arguments to '%%b')")
    public static final int PATTERN_BALANCE_ARGUMENTS = 115;

    @Text("missing '[' after '%%f' in pattern")
    public static final int PATTERN_FRONTIER_SET = 116;

    @Text("string/function/table")
    public static final int REPLACEMENT_EXPECTED = 117;

    @Text("invalid use of '%%' in replacement string")
    public static final int INVALID_REPLACEMENT_ESCAPE = 118;

    @Text("invalid replacement value (a %1)")
    public static final int INVALID_REPLACEMENT_VALUE = 119;

    @Text("resulting string too large")
    public static final int RESULT_TOO_LARGE = 120;

    @Text("string slice too long")
    public static final int SLICE_TOO_LONG = 121;

    @Text("too many results")
    public static final int TOO_MANY_RESULTS = 122;

    @Text("stack overflow (%1)")
    public static final int STACK_OVERFLOW_BY = 123;

    @Text("value out of range")
    public static final int VALUE_OUT_OF_RANGE = 124;

    @Text("unable to dump given function")
    public static final int UNABLE_TO_DUMP = 125;

    @Text("invalid format (too long)")
    public static final int FORMAT_TOO_LONG = 126;

    @Text("invalid conversion specification: '%1'")
    public static final int FORMAT_SPECIFICATION = 127;

    @Text("invalid conversion '%1' to 'format'")
    public static final int FORMAT_CONVERSION = 128;

    @Text("specifier '%%q' cannot have modifiers")
    public static final int FORMAT_QUOTE_MODIFIERS = 129;

    @Text("value has no literal form")
    public static final int NO_LITERAL_FORM = 130;

    @Text("string contains zeros")
    public static final int CONTAINS_ZEROS = 131;

    @Text("(null)")
    public static final int NULL_POINTER = 132;

    @Text("1e9999")
    public static final int LITERAL_INFINITY = 133;

    @Text("-1e9999")
    public static final int LITERAL_MINUS_INFINITY = 134;

    @Text("(0/0)")
    public static final int LITERAL_NAN = 135;

    @Text("0x8000000000000000")
    public static final int LITERAL_MIN_INTEGER = 136;

    @Text("integral size (%1) out of limits [1,16]")
    public static final int PACK_SIZE_LIMITS = 137;

    @Text("missing size for format option 'c'")
    public static final int PACK_MISSING_SIZE = 138;

    @Text("invalid format option '%1'")
    public static final int PACK_INVALID_OPTION = 139;

    @Text("invalid next option for option 'X'")
    public static final int PACK_INVALID_NEXT = 140;

    @Text("format asks for alignment not power of 2")
    public static final int PACK_ALIGNMENT = 141;

    @Text("integer overflow")
    public static final int PACK_INTEGER_OVERFLOW = 142;

    @Text("unsigned overflow")
    public static final int PACK_UNSIGNED_OVERFLOW = 143;

    @Text("string longer than given size")
    public static final int PACK_STRING_LONGER = 144;

    @Text("string length does not fit in given size")
    public static final int PACK_STRING_LENGTH = 145;

    @Text("variable-length format")
    public static final int PACK_VARIABLE_LENGTH = 146;

    @Text("format result too large")
    public static final int PACK_RESULT_TOO_LARGE = 147;

    @Text("data string too short")
    public static final int PACK_DATA_SHORT = 148;

    @Text("unfinished string for format 'z'")
    public static final int PACK_UNFINISHED = 149;

    @Text("%1-byte integer does not fit into Lua Integer")
    public static final int PACK_INTEGER_WIDE = 150;

    @Text("initial position out of string")
    public static final int PACK_POSITION = 151;

    @Text("initial position out of bounds")
    public static final int UTF8_INITIAL_BOUNDS = 152;

    @Text("final position out of bounds")
    public static final int UTF8_FINAL_BOUNDS = 153;

    @Text("out of bounds")
    public static final int UTF8_BOUNDS = 154;

    @Text("position out of bounds")
    public static final int UTF8_POSITION_BOUNDS = 155;

    @Text("invalid UTF-8 code")
    public static final int UTF8_INVALID = 156;

    @Text("initial position is a continuation byte")
    public static final int UTF8_CONTINUATION = 157;

    @Text("'__tostring' must return a string")
    public static final int ERROR_TOSTRING = 158;

    @Text("cannot resume dead coroutine")
    public static final int ERROR_RESUME_DEAD = 159;

    @Text("cannot resume non-suspended coroutine")
    public static final int ERROR_RESUME_NON_SUSPENDED = 160;

    @Text("attempt to yield from outside a coroutine")
    public static final int ERROR_YIELD_OUTSIDE = 161;

    @Text("attempt to yield across a C-call boundary")
    public static final int ERROR_YIELD_BOUNDARY = 162;

    @Text("coroutine")
    public static final int TYPE_COROUTINE = 163;

    @Text("suspended")
    public static final int STATUS_SUSPENDED = 164;

    @Text("running")
    public static final int STATUS_RUNNING = 165;

    @Text("normal")
    public static final int STATUS_NORMAL = 166;

    @Text("dead")
    public static final int STATUS_DEAD = 167;

    @Text("cannot close a %1 coroutine")
    public static final int ERROR_CLOSE_COROUTINE = 168;

    @Text("assertion failed!")
    public static final int ERROR_ASSERTION = 169;

    @Text("cannot change a protected metatable")
    public static final int ERROR_PROTECTED_METATABLE = 170;

    @Text("index out of range")
    public static final int ERROR_RANGE_SELECT = 171;

    @Text("base out of range")
    public static final int ERROR_BASE_RANGE = 172;

    @Text("reader function must return a string")
    public static final int ERROR_READER = 173;

    @Text("too many results to unpack")
    public static final int ERROR_UNPACK = 174;

    @Text("table or string")
    public static final int ERROR_TABLE_OR_STRING = 175;

    @Text("attempt to load a binary chunk (mode is '%1')")
    public static final int ERROR_BINARY_CHUNK = 176;

    @Text("attempt to load a text chunk (mode is '%1')")
    public static final int ERROR_TEXT_CHUNK = 177;

    @Text("=(load)")
    public static final int DEFAULT_LOAD_NAME = 178;

    @Text("error in %1 (%2)")
    public static final int ERROR_IN_GC = 179;

    @Text("Lua warning: ")
    public static final int WARNING_PREFIX = 180;

    @Text("@on")
    public static final int WARN_ON = 181;

    @Text("@off")
    public static final int WARN_OFF = 182;

    @Text("collect")
    public static final int GC_COLLECT = 183;

    @Text("stop")
    public static final int GC_STOP = 184;

    @Text("restart")
    public static final int GC_RESTART = 185;

    @Text("count")
    public static final int GC_COUNT = 186;

    @Text("step")
    public static final int GC_STEP = 187;

    @Text("isrunning")
    public static final int GC_ISRUNNING = 188;

    @Text("incremental")
    public static final int GC_INCREMENTAL = 189;

    @Text("generational")
    public static final int GC_GENERATIONAL = 190;

    @Text("setpause")
    public static final int GC_SETPAUSE = 191;

    @Text("setstepmul")
    public static final int GC_SETSTEPMUL = 192;

    @Text("invalid value (%1) at index %2 in table for 'concat'")
    public static final int ERROR_CONCAT_VALUE = 193;

    @Text("\t")
    public static final int TAB = 194;

    @Text("\n")
    public static final int NEWLINE = 195;

    @Text("close")
    public static final int METHOD_CLOSE = 196;

    @Text("b")
    public static final int MODE_BINARY = 197;

    @Text("t")
    public static final int MODE_TEXT = 198;

    @Text("=[C]")
    public static final int NATIVE_SOURCE = 199;

    @Text("=?")
    public static final int UNKNOWN_SOURCE = 200;

    @Text("C")
    public static final int WHAT_NATIVE = 201;

    @Text("main")
    public static final int WHAT_MAIN = 202;

    @Text("Lua")
    public static final int WHAT_LUA = 203;

    @Text("flnSrtu")
    public static final int INFO_OPTIONS = 204;

    @Text("source")
    public static final int INFO_SOURCE = 205;

    @Text("short_src")
    public static final int INFO_SHORT_SOURCE = 206;

    @Text("what")
    public static final int INFO_WHAT = 207;

    @Text("linedefined")
    public static final int INFO_LINE_DEFINED = 208;

    @Text("lastlinedefined")
    public static final int INFO_LAST_LINE_DEFINED = 209;

    @Text("currentline")
    public static final int INFO_CURRENT_LINE = 210;

    @Text("nups")
    public static final int INFO_UPVALUES = 211;

    @Text("nparams")
    public static final int INFO_PARAMETERS = 212;

    @Text("isvararg")
    public static final int INFO_VARARG = 213;

    @Text("name")
    public static final int INFO_NAME = 214;

    @Text("namewhat")
    public static final int INFO_NAME_WHAT = 215;

    @Text("ftransfer")
    public static final int INFO_FIRST_TRANSFER = 216;

    @Text("ntransfer")
    public static final int INFO_TRANSFER_COUNT = 217;

    @Text("istailcall")
    public static final int INFO_TAIL_CALL = 218;

    @Text("activelines")
    public static final int INFO_ACTIVE_LINES = 219;

    @Text("func")
    public static final int INFO_FUNCTION = 220;

    @Text("invalid option")
    public static final int BARE_INVALID_OPTION = 221;

    @Text("invalid option '>'")
    public static final int INVALID_OPTION_QUERY = 222;

    @Text("integer")
    public static final int TYPE_INTEGER = 223;

    @Text("float")
    public static final int TYPE_FLOAT = 224;

    @Text("zero")
    public static final int ARGUMENT_ZERO = 225;

    @Text("interval is empty")
    public static final int INTERVAL_EMPTY = 226;

    @Text("wrong number of arguments")
    public static final int WRONG_ARGUMENT_COUNT = 227;

    @Text("error object is not a string")
    public static final int ERROR_NO_STRING = 228;

    @Text("object length is not an integer")
    public static final int LENGTH_NOT_INTEGER = 229;

    @Text("position out of bounds")
    public static final int POSITION_BOUNDS = 230;

    @Text("wrong number of arguments to 'insert'")
    public static final int INSERT_ARGUMENTS = 231;

    @Text("too many elements to move")
    public static final int TOO_MANY_TO_MOVE = 232;

    @Text("destination wrap around")
    public static final int DESTINATION_WRAP = 233;

    @Text("array too big")
    public static final int ARRAY_TOO_BIG = 234;

    @Text("invalid order function for sorting")
    public static final int INVALID_ORDER = 235;

    @Text("n")
    public static final int FIELD_N = 236;

    @Text("year")
    public static final int FIELD_YEAR = 237;

    @Text("month")
    public static final int FIELD_MONTH = 238;

    @Text("day")
    public static final int FIELD_DAY = 239;

    @Text("hour")
    public static final int FIELD_HOUR = 240;

    @Text("min")
    public static final int FIELD_MINUTE = 241;

    @Text("sec")
    public static final int FIELD_SECOND = 242;

    @Text("wday")
    public static final int FIELD_WEEKDAY = 243;

    @Text("yday")
    public static final int FIELD_YEAR_DAY = 244;

    @Text("isdst")
    public static final int FIELD_SUMMER = 245;

    @Text("field '%1' missing in date table")
    public static final int FIELD_MISSING = 246;

    @Text("field '%1' is not an integer")
    public static final int FIELD_NO_INTEGER = 247;

    @Text("field '%1' is out-of-bound")
    public static final int FIELD_BOUNDS = 248;

    @Text("time result cannot be represented in this installation")
    public static final int TIME_BOUNDS = 249;

    @Text("date result cannot be represented in this installation")
    public static final int DATE_BOUNDS = 250;

    @Text("invalid conversion specifier '%%%1'")
    public static final int DATE_CONVERSION = 251;

    @Text("aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%")
    public static final int DATE_PLAIN_CONVERSIONS = 252;

    @Text("cCxXyY")
    public static final int DATE_ERA_CONVERSIONS = 253;

    @Text("deHImMSuUVwWy")
    public static final int DATE_DIGIT_CONVERSIONS = 254;

    @Text("%a %b %e %H:%M:%S %Y")
    public static final int DATE_FORMAT_C = 255;

    @Text("%m/%d/%y")
    public static final int DATE_FORMAT_DATE = 256;

    @Text("%Y-%m-%d")
    public static final int DATE_FORMAT_ISO = 257;

    @Text("%I:%M:%S %p")
    public static final int DATE_FORMAT_HOUR12 = 258;

    @Text("%H:%M")
    public static final int DATE_FORMAT_MINUTES = 259;

    @Text("%H:%M:%S")
    public static final int DATE_FORMAT_TIME = 260;

    @Text("*t")
    public static final int DATE_TABLE = 261;

    @Text("Sunday   Monday   Tuesday  WednesdayThursday Friday   Saturday ")
    public static final int DATE_WEEKDAYS = 262;

    @Text("January  February March    April    May      June     "
            + "July     August   SeptemberOctober  November December ")
    public static final int DATE_MONTHS = 263;

    @Text("GMT")
    public static final int ZONE_GREENWICH = 264;

    @Text("UTC")
    public static final int ZONE_UNIVERSAL = 265;

    @Text("FILE*")
    public static final int FILE_TYPE = 266;

    @Text("file")
    public static final int FILE_KIND = 267;

    @Text("file (")
    public static final int FILE_TEXT_BEGIN = 268;

    @Text("Bad file descriptor")
    public static final int FILE_BAD_DESCRIPTOR = 269;

    @Text("Illegal seek")
    public static final int FILE_ILLEGAL_SEEK = 270;

    @Text("Operation not permitted")
    public static final int FILE_NOT_GRANTED = 271;

    @Text("cannot close standard file")
    public static final int FILE_CANNOT_CLOSE = 272;

    @Text("cannot open file '%1' (%2)")
    public static final int FILE_CANNOT_OPEN = 273;

    @Text("%1")
    public static final int FILE_MESSAGE = 274;

    @Text("invalid format")
    public static final int FILE_INVALID_FORMAT = 275;

    @Text("too many arguments")
    public static final int FILE_TOO_MANY_FORMATS = 276;

    @Text("_IO_input")
    public static final int FILE_DEFAULT_INPUT = 277;

    @Text("_IO_output")
    public static final int FILE_DEFAULT_OUTPUT = 278;

    @Text("l")
    public static final int FILE_FORMAT_LINE = 279;

    @Text("L")
    public static final int FILE_FORMAT_LINE_BREAK = 280;

    @Text("a")
    public static final int FILE_FORMAT_ALL = 281;

    @Text("n")
    public static final int FILE_FORMAT_NUMBER = 282;

    @Text("set")
    public static final int SEEK_SET = 283;

    @Text("cur")
    public static final int SEEK_CURRENT = 284;

    @Text("end")
    public static final int SEEK_END = 285;

    @Text("no")
    public static final int BUFFER_NONE = 286;

    @Text("full")
    public static final int BUFFER_FULL = 287;

    @Text("line")
    public static final int BUFFER_LINE = 288;

    @Text("_PACKAGE")
    public static final int REGISTRY_PACKAGE = 289;

    @Text("_PRELOAD")
    public static final int REGISTRY_PRELOAD = 290;

    @Text(":preload:")
    public static final int PRELOAD_MARK = 291;

    @Text("no field package.preload['%1']")
    public static final int PRELOAD_ABSENT = 292;

    @Text("invalid upvalue index")
    public static final int INVALID_UPVALUE = 293;

    @Text("Lua function expected")
    public static final int LUA_FUNCTION_EXPECTED = 294;

    @Text("'__call' chain too long")
    public static final int ERROR_CALL_CHAIN = 295;

    /** Numbers end here. */
    public static final int COUNT = 296;

    private Name() {}
}
