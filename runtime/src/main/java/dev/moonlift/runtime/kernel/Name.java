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

    @Text("_ENV")
    public static final int ENV = 51;

    @Text(" (%1 '%2')")
    public static final int VARIABLE_INFO = 52;

    @Text("attempt to %1 a %2 value%3")
    public static final int ERROR_OPERATE = 53;

    @Text("index")
    public static final int VERB_INDEX = 54;

    @Text("call")
    public static final int VERB_CALL = 55;

    @Text("perform arithmetic on")
    public static final int VERB_ARITHMETIC = 56;

    @Text("concatenate")
    public static final int VERB_CONCATENATE = 57;

    @Text("get length of")
    public static final int VERB_LENGTH = 58;

    @Text("perform bitwise operation on")
    public static final int VERB_BITWISE = 59;

    @Text("attempt to compare two %1 values")
    public static final int ERROR_COMPARE_SAME = 60;

    @Text("attempt to compare %1 with %2")
    public static final int ERROR_COMPARE = 61;

    @Text("number%1 has no integer representation")
    public static final int ERROR_NO_INTEGER = 62;

    @Text("attempt to divide by zero")
    public static final int ERROR_DIVIDE_ZERO = 63;

    @Text("attempt to perform 'n%%0'")
    public static final int ERROR_MODULO_ZERO = 64;

    @Text("bad 'for' %1 (number expected, got %2)")
    public static final int ERROR_FOR = 65;

    @Text("'for' step is zero")
    public static final int ERROR_FOR_STEP_ZERO = 66;

    @Text("initial value")
    public static final int FOR_INITIAL = 67;

    @Text("limit")
    public static final int FOR_LIMIT = 68;

    @Text("step")
    public static final int FOR_STEP = 69;

    @Text("table index is nil")
    public static final int ERROR_INDEX_NIL = 70;

    @Text("table index is NaN")
    public static final int ERROR_INDEX_NAN = 71;

    @Text("'__index' chain too long; possible loop")
    public static final int ERROR_INDEX_LOOP = 72;

    @Text("'__newindex' chain too long; possible loop")
    public static final int ERROR_NEWINDEX_LOOP = 73;

    @Text("invalid key to 'next'")
    public static final int ERROR_INVALID_NEXT = 74;

    @Text("string length overflow")
    public static final int ERROR_STRING_OVERFLOW = 75;

    @Text("stack overflow")
    public static final int ERROR_STACK_OVERFLOW = 76;

    @Text("C stack overflow")
    public static final int ERROR_C_STACK_OVERFLOW = 77;

    @Text("error in error handling")
    public static final int ERROR_ERROR_HANDLING = 78;

    @Text("not enough memory")
    public static final int ERROR_MEMORY = 79;

    @Text("variable '%1' got a non-closable value")
    public static final int ERROR_NOT_CLOSABLE = 80;

    @Text("bad argument #%1 to '%2' (%3)")
    public static final int BAD_ARGUMENT = 81;

    @Text("calling '%1' on bad self (%2)")
    public static final int BAD_SELF = 82;

    @Text("%1 expected, got %2")
    public static final int EXPECTED = 83;

    @Text("value expected")
    public static final int VALUE_EXPECTED = 84;

    @Text("number has no integer representation")
    public static final int NUMBER_NO_INTEGER = 85;

    @Text("invalid option '%1'")
    public static final int INVALID_OPTION = 86;

    @Text("nil or table")
    public static final int NIL_OR_TABLE = 87;

    @Text("integer index")
    public static final int INTEGER_INDEX = 88;

    @Text("_LOADED")
    public static final int LOADED = 89;

    @Text("[string \"")
    public static final int CHUNK_TEXT_BEGIN = 90;

    @Text("\"]")
    public static final int CHUNK_TEXT_END = 91;

    @Text("...")
    public static final int ELLIPSIS = 92;

    @Text("[C]")
    public static final int NATIVE = 93;

    @Text("attempt to %1 a '%2' with a '%3'")
    public static final int ERROR_STRING_ARITHMETIC = 94;

    @Text("_G.")
    public static final int GLOBALS_PREFIX = 95;

    @Text("stack traceback:")
    public static final int TRACE_HEAD = 96;

    @Text("\n\t...\t(skipping %1 levels)")
    public static final int TRACE_SKIPPED = 97;

    @Text("\n\t")
    public static final int TRACE_LINE = 98;

    @Text(": in ")
    public static final int TRACE_IN = 99;

    @Text("\n\t(...tail calls...)")
    public static final int TRACE_TAIL_CALLS = 100;

    @Text("function '%1'")
    public static final int TRACE_FUNCTION = 101;

    @Text("%1 '%2'")
    public static final int TRACE_NAMED = 102;

    @Text("main chunk")
    public static final int TRACE_MAIN = 103;

    @Text("function <")
    public static final int TRACE_DEFINED = 104;

    @Text("pattern too complex")
    public static final int PATTERN_TOO_COMPLEX = 105;

    @Text("too many captures")
    public static final int TOO_MANY_CAPTURES = 106;

    @Text("invalid pattern capture")
    public static final int INVALID_PATTERN_CAPTURE = 107;

    @Text("unfinished capture")
    public static final int UNFINISHED_CAPTURE = 108;

    @Text("invalid capture index %%%1")
    public static final int INVALID_CAPTURE_INDEX = 109;

    @Text("malformed pattern (ends with '%%')")
    public static final int PATTERN_ENDS_IN_ESCAPE = 110;

    @Text("malformed pattern (missing ']')")
    public static final int PATTERN_UNCLOSED_SET = 111;

    @Text("malformed pattern (missing arguments to '%%b')")
    public static final int PATTERN_BALANCE_ARGUMENTS = 112;

    @Text("missing '[' after '%%f' in pattern")
    public static final int PATTERN_FRONTIER_SET = 113;

    @Text("string/function/table")
    public static final int REPLACEMENT_EXPECTED = 114;

    @Text("invalid use of '%%' in replacement string")
    public static final int INVALID_REPLACEMENT_ESCAPE = 115;

    @Text("invalid replacement value (a %1)")
    public static final int INVALID_REPLACEMENT_VALUE = 116;

    @Text("resulting string too large")
    public static final int RESULT_TOO_LARGE = 117;

    @Text("string slice too long")
    public static final int SLICE_TOO_LONG = 118;

    @Text("too many results")
    public static final int TOO_MANY_RESULTS = 119;

    @Text("stack overflow (%1)")
    public static final int STACK_OVERFLOW_BY = 120;

    @Text("value out of range")
    public static final int VALUE_OUT_OF_RANGE = 121;

    @Text("unable to dump given function")
    public static final int UNABLE_TO_DUMP = 122;

    @Text("invalid format (too long)")
    public static final int FORMAT_TOO_LONG = 123;

    @Text("invalid conversion specification: '%1'")
    public static final int FORMAT_SPECIFICATION = 124;

    @Text("invalid conversion '%1' to 'format'")
    public static final int FORMAT_CONVERSION = 125;

    @Text("specifier '%%q' cannot have modifiers")
    public static final int FORMAT_QUOTE_MODIFIERS = 126;

    @Text("value has no literal form")
    public static final int NO_LITERAL_FORM = 127;

    @Text("string contains zeros")
    public static final int CONTAINS_ZEROS = 128;

    @Text("(null)")
    public static final int NULL_POINTER = 129;

    @Text("1e9999")
    public static final int LITERAL_INFINITY = 130;

    @Text("-1e9999")
    public static final int LITERAL_MINUS_INFINITY = 131;

    @Text("(0/0)")
    public static final int LITERAL_NAN = 132;

    @Text("0x8000000000000000")
    public static final int LITERAL_MIN_INTEGER = 133;

    @Text("integral size (%1) out of limits [1,16]")
    public static final int PACK_SIZE_LIMITS = 134;

    @Text("missing size for format option 'c'")
    public static final int PACK_MISSING_SIZE = 135;

    @Text("invalid format option '%1'")
    public static final int PACK_INVALID_OPTION = 136;

    @Text("invalid next option for option 'X'")
    public static final int PACK_INVALID_NEXT = 137;

    @Text("format asks for alignment not power of 2")
    public static final int PACK_ALIGNMENT = 138;

    @Text("integer overflow")
    public static final int PACK_INTEGER_OVERFLOW = 139;

    @Text("unsigned overflow")
    public static final int PACK_UNSIGNED_OVERFLOW = 140;

    @Text("string longer than given size")
    public static final int PACK_STRING_LONGER = 141;

    @Text("string length does not fit in given size")
    public static final int PACK_STRING_LENGTH = 142;

    @Text("variable-length format")
    public static final int PACK_VARIABLE_LENGTH = 143;

    @Text("format result too large")
    public static final int PACK_RESULT_TOO_LARGE = 144;

    @Text("data string too short")
    public static final int PACK_DATA_SHORT = 145;

    @Text("unfinished string for format 'z'")
    public static final int PACK_UNFINISHED = 146;

    @Text("%1-byte integer does not fit into Lua Integer")
    public static final int PACK_INTEGER_WIDE = 147;

    @Text("initial position out of string")
    public static final int PACK_POSITION = 148;

    @Text("initial position out of bounds")
    public static final int UTF8_INITIAL_BOUNDS = 149;

    @Text("final position out of bounds")
    public static final int UTF8_FINAL_BOUNDS = 150;

    @Text("out of bounds")
    public static final int UTF8_BOUNDS = 151;

    @Text("position out of bounds")
    public static final int UTF8_POSITION_BOUNDS = 152;

    @Text("invalid UTF-8 code")
    public static final int UTF8_INVALID = 153;

    @Text("initial position is a continuation byte")
    public static final int UTF8_CONTINUATION = 154;

    @Text("'__tostring' must return a string")
    public static final int ERROR_TOSTRING = 155;

    @Text("cannot resume dead coroutine")
    public static final int ERROR_RESUME_DEAD = 156;

    @Text("cannot resume non-suspended coroutine")
    public static final int ERROR_RESUME_NON_SUSPENDED = 157;

    @Text("attempt to yield from outside a coroutine")
    public static final int ERROR_YIELD_OUTSIDE = 158;

    @Text("attempt to yield across a C-call boundary")
    public static final int ERROR_YIELD_BOUNDARY = 159;

    @Text("suspended")
    public static final int STATUS_SUSPENDED = 160;

    @Text("running")
    public static final int STATUS_RUNNING = 161;

    @Text("normal")
    public static final int STATUS_NORMAL = 162;

    @Text("dead")
    public static final int STATUS_DEAD = 163;

    @Text("cannot close a %1 coroutine")
    public static final int ERROR_CLOSE_COROUTINE = 164;

    @Text("assertion failed!")
    public static final int ERROR_ASSERTION = 165;

    @Text("cannot change a protected metatable")
    public static final int ERROR_PROTECTED_METATABLE = 166;

    @Text("index out of range")
    public static final int ERROR_RANGE_SELECT = 167;

    @Text("base out of range")
    public static final int ERROR_BASE_RANGE = 168;

    @Text("reader function must return a string")
    public static final int ERROR_READER = 169;

    @Text("too many results to unpack")
    public static final int ERROR_UNPACK = 170;

    @Text("table or string")
    public static final int ERROR_TABLE_OR_STRING = 171;

    @Text("attempt to load a binary chunk (mode is '%1')")
    public static final int ERROR_BINARY_CHUNK = 172;

    @Text("attempt to load a text chunk (mode is '%1')")
    public static final int ERROR_TEXT_CHUNK = 173;

    @Text("=(load)")
    public static final int DEFAULT_LOAD_NAME = 174;

    @Text("error in %1 (%2)")
    public static final int ERROR_IN_GC = 175;

    @Text("Lua warning: ")
    public static final int WARNING_PREFIX = 176;

    @Text("@on")
    public static final int WARN_ON = 177;

    @Text("@off")
    public static final int WARN_OFF = 178;

    @Text("collect")
    public static final int GC_COLLECT = 179;

    @Text("stop")
    public static final int GC_STOP = 180;

    @Text("restart")
    public static final int GC_RESTART = 181;

    @Text("count")
    public static final int GC_COUNT = 182;

    @Text("step")
    public static final int GC_STEP = 183;

    @Text("isrunning")
    public static final int GC_ISRUNNING = 184;

    @Text("incremental")
    public static final int GC_INCREMENTAL = 185;

    @Text("generational")
    public static final int GC_GENERATIONAL = 186;

    @Text("setpause")
    public static final int GC_SETPAUSE = 187;

    @Text("setstepmul")
    public static final int GC_SETSTEPMUL = 188;

    @Text("invalid value (%1) at index %2 in table for 'concat'")
    public static final int ERROR_CONCAT_VALUE = 189;

    @Text("t")
    public static final int MODE_TEXT = 190;

    @Text("=[C]")
    public static final int NATIVE_SOURCE = 191;

    @Text("=?")
    public static final int UNKNOWN_SOURCE = 192;

    @Text("C")
    public static final int WHAT_NATIVE = 193;

    @Text("main")
    public static final int WHAT_MAIN = 194;

    @Text("Lua")
    public static final int WHAT_LUA = 195;

    @Text("flnSrtu")
    public static final int INFO_OPTIONS = 196;

    @Text("source")
    public static final int INFO_SOURCE = 197;

    @Text("short_src")
    public static final int INFO_SHORT_SOURCE = 198;

    @Text("what")
    public static final int INFO_WHAT = 199;

    @Text("linedefined")
    public static final int INFO_LINE_DEFINED = 200;

    @Text("lastlinedefined")
    public static final int INFO_LAST_LINE_DEFINED = 201;

    @Text("currentline")
    public static final int INFO_CURRENT_LINE = 202;

    @Text("nups")
    public static final int INFO_UPVALUES = 203;

    @Text("nparams")
    public static final int INFO_PARAMETERS = 204;

    @Text("isvararg")
    public static final int INFO_VARARG = 205;

    @Text("name")
    public static final int INFO_NAME = 206;

    @Text("namewhat")
    public static final int INFO_NAME_WHAT = 207;

    @Text("ftransfer")
    public static final int INFO_FIRST_TRANSFER = 208;

    @Text("ntransfer")
    public static final int INFO_TRANSFER_COUNT = 209;

    @Text("istailcall")
    public static final int INFO_TAIL_CALL = 210;

    @Text("activelines")
    public static final int INFO_ACTIVE_LINES = 211;

    @Text("func")
    public static final int INFO_FUNCTION = 212;

    @Text("invalid option")
    public static final int BARE_INVALID_OPTION = 213;

    @Text("invalid option '>'")
    public static final int INVALID_OPTION_QUERY = 214;

    @Text("integer")
    public static final int TYPE_INTEGER = 215;

    @Text("float")
    public static final int TYPE_FLOAT = 216;

    @Text("zero")
    public static final int ARGUMENT_ZERO = 217;

    @Text("interval is empty")
    public static final int INTERVAL_EMPTY = 218;

    @Text("wrong number of arguments")
    public static final int WRONG_ARGUMENT_COUNT = 219;

    @Text("error object is not a string")
    public static final int ERROR_NO_STRING = 220;

    @Text("object length is not an integer")
    public static final int LENGTH_NOT_INTEGER = 221;

    @Text("position out of bounds")
    public static final int POSITION_BOUNDS = 222;

    @Text("wrong number of arguments to 'insert'")
    public static final int INSERT_ARGUMENTS = 223;

    @Text("too many elements to move")
    public static final int TOO_MANY_TO_MOVE = 224;

    @Text("destination wrap around")
    public static final int DESTINATION_WRAP = 225;

    @Text("array too big")
    public static final int ARRAY_TOO_BIG = 226;

    @Text("invalid order function for sorting")
    public static final int INVALID_ORDER = 227;

    @Text("n")
    public static final int FIELD_N = 228;

    @Text("year")
    public static final int FIELD_YEAR = 229;

    @Text("month")
    public static final int FIELD_MONTH = 230;

    @Text("day")
    public static final int FIELD_DAY = 231;

    @Text("hour")
    public static final int FIELD_HOUR = 232;

    @Text("min")
    public static final int FIELD_MINUTE = 233;

    @Text("sec")
    public static final int FIELD_SECOND = 234;

    @Text("wday")
    public static final int FIELD_WEEKDAY = 235;

    @Text("yday")
    public static final int FIELD_YEAR_DAY = 236;

    @Text("isdst")
    public static final int FIELD_SUMMER = 237;

    @Text("field '%1' missing in date table")
    public static final int FIELD_MISSING = 238;

    @Text("field '%1' is not an integer")
    public static final int FIELD_NO_INTEGER = 239;

    @Text("field '%1' is out-of-bound")
    public static final int FIELD_BOUNDS = 240;

    @Text("time result cannot be represented in this installation")
    public static final int TIME_BOUNDS = 241;

    @Text("date result cannot be represented in this installation")
    public static final int DATE_BOUNDS = 242;

    @Text("invalid conversion specifier '%%%1'")
    public static final int DATE_CONVERSION = 243;

    @Text("aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%")
    public static final int DATE_PLAIN_CONVERSIONS = 244;

    @Text("cCxXyY")
    public static final int DATE_ERA_CONVERSIONS = 245;

    @Text("deHImMSuUVwWy")
    public static final int DATE_DIGIT_CONVERSIONS = 246;

    @Text("%a %b %e %H:%M:%S %Y")
    public static final int DATE_FORMAT_C = 247;

    @Text("%m/%d/%y")
    public static final int DATE_FORMAT_DATE = 248;

    @Text("%Y-%m-%d")
    public static final int DATE_FORMAT_ISO = 249;

    @Text("%I:%M:%S %p")
    public static final int DATE_FORMAT_HOUR12 = 250;

    @Text("%H:%M")
    public static final int DATE_FORMAT_MINUTES = 251;

    @Text("%H:%M:%S")
    public static final int DATE_FORMAT_TIME = 252;

    @Text("*t")
    public static final int DATE_TABLE = 253;

    @Text("Sunday   Monday   Tuesday  WednesdayThursday Friday   Saturday ")
    public static final int DATE_WEEKDAYS = 254;

    @Text("January  February March    April    May      June     "
            + "July     August   SeptemberOctober  November December ")
    public static final int DATE_MONTHS = 255;

    @Text("GMT")
    public static final int ZONE_GREENWICH = 256;

    @Text("UTC")
    public static final int ZONE_UNIVERSAL = 257;

    @Text("FILE*")
    public static final int FILE_TYPE = 258;

    @Text("file")
    public static final int FILE_KIND = 259;

    @Text("file (")
    public static final int FILE_TEXT_BEGIN = 260;

    @Text("Bad file descriptor")
    public static final int FILE_BAD_DESCRIPTOR = 261;

    @Text("Illegal seek")
    public static final int FILE_ILLEGAL_SEEK = 262;

    @Text("Operation not permitted")
    public static final int FILE_NOT_GRANTED = 263;

    @Text("cannot close standard file")
    public static final int FILE_CANNOT_CLOSE = 264;

    @Text("cannot open file '%1' (%2)")
    public static final int FILE_CANNOT_OPEN = 265;

    @Text("%1")
    public static final int FILE_MESSAGE = 266;

    @Text("invalid format")
    public static final int FILE_INVALID_FORMAT = 267;

    @Text("too many arguments")
    public static final int FILE_TOO_MANY_FORMATS = 268;

    @Text("_IO_input")
    public static final int FILE_DEFAULT_INPUT = 269;

    @Text("_IO_output")
    public static final int FILE_DEFAULT_OUTPUT = 270;

    @Text("l")
    public static final int FILE_FORMAT_LINE = 271;

    @Text("L")
    public static final int FILE_FORMAT_LINE_BREAK = 272;

    @Text("a")
    public static final int FILE_FORMAT_ALL = 273;

    @Text("n")
    public static final int FILE_FORMAT_NUMBER = 274;

    @Text("set")
    public static final int SEEK_SET = 275;

    @Text("cur")
    public static final int SEEK_CURRENT = 276;

    @Text("end")
    public static final int SEEK_END = 277;

    @Text("no")
    public static final int BUFFER_NONE = 278;

    @Text("full")
    public static final int BUFFER_FULL = 279;

    @Text("line")
    public static final int BUFFER_LINE = 280;

    @Text("_PACKAGE")
    public static final int REGISTRY_PACKAGE = 281;

    @Text("_PRELOAD")
    public static final int REGISTRY_PRELOAD = 282;

    @Text(":preload:")
    public static final int PRELOAD_MARK = 283;

    @Text("no field package.preload['%1']")
    public static final int PRELOAD_ABSENT = 284;

    @Text("invalid upvalue index")
    public static final int INVALID_UPVALUE = 285;

    @Text("Lua function expected")
    public static final int LUA_FUNCTION_EXPECTED = 286;

    @Text("'__call' chain too long")
    public static final int ERROR_CALL_CHAIN = 287;

    @Text("C")
    public static final int LOCALE_C = 288;

    @Text("POSIX")
    public static final int LOCALE_POSIX = 289;

    @Text("all")
    public static final int LOCALE_ALL = 290;

    @Text("collate")
    public static final int LOCALE_COLLATE = 291;

    @Text("ctype")
    public static final int LOCALE_CTYPE = 292;

    @Text("monetary")
    public static final int LOCALE_MONETARY = 293;

    @Text("numeric")
    public static final int LOCALE_NUMERIC = 294;

    @Text("time")
    public static final int LOCALE_TIME = 295;

    /** Numbers end here. */
    public static final int COUNT = 296;

    private Name() {}
}
