package dev.moonlift.runtime.kernel.lib;

/**
 * The numbers of the builtins: the payload of a {@code Tag.BUILTIN}. The high byte is the library, which
 * {@link Library} dispatches on. Those without a name are reached only from within.
 */
public final class Builtin {
    /** The library of a number: {@code number >> LIBRARY_SHIFT}. */
    public static final int LIBRARY_SHIFT = 8;

    // --- base ---

    public static final int LIBRARY_BASE = 0;

    @LibraryFunction("assert")
    public static final int ASSERT = 0x000;

    @LibraryFunction("collectgarbage")
    public static final int COLLECTGARBAGE = 0x001;

    @LibraryFunction("error")
    public static final int ERROR = 0x002;

    @LibraryFunction("getmetatable")
    public static final int GETMETATABLE = 0x003;

    @LibraryFunction("ipairs")
    public static final int IPAIRS = 0x004;

    @LibraryFunction("load")
    public static final int LOAD = 0x005;

    @LibraryFunction("next")
    public static final int NEXT = 0x006;

    @LibraryFunction("pairs")
    public static final int PAIRS = 0x007;

    @LibraryFunction("pcall")
    public static final int PCALL = 0x008;

    @LibraryFunction("print")
    public static final int PRINT = 0x009;

    @LibraryFunction("rawequal")
    public static final int RAWEQUAL = 0x00A;

    @LibraryFunction("rawget")
    public static final int RAWGET = 0x00B;

    @LibraryFunction("rawlen")
    public static final int RAWLEN = 0x00C;

    @LibraryFunction("rawset")
    public static final int RAWSET = 0x00D;

    @LibraryFunction("select")
    public static final int SELECT = 0x00E;

    @LibraryFunction("setmetatable")
    public static final int SETMETATABLE = 0x00F;

    @LibraryFunction("tonumber")
    public static final int TONUMBER = 0x010;

    @LibraryFunction("tostring")
    public static final int TOSTRING = 0x011;

    @LibraryFunction("type")
    public static final int TYPE = 0x012;

    @LibraryFunction("warn")
    public static final int WARN = 0x013;

    @LibraryFunction("xpcall")
    public static final int XPCALL = 0x014;

    @LibraryFunction("dofile")
    public static final int DOFILE = 0x015;

    @LibraryFunction("loadfile")
    public static final int LOADFILE = 0x016;

    @LibraryFunction("require")
    public static final int REQUIRE = 0x017;

    public static final int IPAIRS_NEXT = 0x080;

    public static final int HOST_ENTRY = 0x081;

    public static final int FINALIZE = 0x082;

    public static final int MESSAGE_HANDLER = 0x083;

    // --- coroutine ---

    public static final int LIBRARY_COROUTINE = 1;

    @LibraryFunction("coroutine.close")
    public static final int COROUTINE_CLOSE = 0x100;

    @LibraryFunction("coroutine.create")
    public static final int COROUTINE_CREATE = 0x101;

    @LibraryFunction("coroutine.isyieldable")
    public static final int COROUTINE_ISYIELDABLE = 0x102;

    @LibraryFunction("coroutine.resume")
    public static final int COROUTINE_RESUME = 0x103;

    @LibraryFunction("coroutine.running")
    public static final int COROUTINE_RUNNING = 0x104;

    @LibraryFunction("coroutine.status")
    public static final int COROUTINE_STATUS = 0x105;

    @LibraryFunction("coroutine.wrap")
    public static final int COROUTINE_WRAP = 0x106;

    @LibraryFunction("coroutine.yield")
    public static final int COROUTINE_YIELD = 0x107;

    public static final int COROUTINE_BODY = 0x180;

    public static final int COROUTINE_WRAP_CALL = 0x181;

    // --- string ---

    public static final int LIBRARY_STRING = 2;

    @LibraryFunction("string.byte")
    public static final int STRING_BYTE = 0x200;

    @LibraryFunction("string.char")
    public static final int STRING_CHAR = 0x201;

    @LibraryFunction("string.dump")
    public static final int STRING_DUMP = 0x202;

    @LibraryFunction("string.find")
    public static final int STRING_FIND = 0x203;

    @LibraryFunction("string.format")
    public static final int STRING_FORMAT = 0x204;

    @LibraryFunction("string.gmatch")
    public static final int STRING_GMATCH = 0x205;

    @LibraryFunction("string.gsub")
    public static final int STRING_GSUB = 0x206;

    @LibraryFunction("string.len")
    public static final int STRING_LEN = 0x207;

    @LibraryFunction("string.lower")
    public static final int STRING_LOWER = 0x208;

    @LibraryFunction("string.match")
    public static final int STRING_MATCH = 0x209;

    @LibraryFunction("string.pack")
    public static final int STRING_PACK = 0x20A;

    @LibraryFunction("string.packsize")
    public static final int STRING_PACKSIZE = 0x20B;

    @LibraryFunction("string.rep")
    public static final int STRING_REP = 0x20C;

    @LibraryFunction("string.reverse")
    public static final int STRING_REVERSE = 0x20D;

    @LibraryFunction("string.sub")
    public static final int STRING_SUB = 0x20E;

    @LibraryFunction("string.unpack")
    public static final int STRING_UNPACK = 0x20F;

    @LibraryFunction("string.upper")
    public static final int STRING_UPPER = 0x210;

    public static final int STRING_GMATCH_NEXT = 0x280;

    /** Metamethods of strings, in the order of the events from {@code Name.ADD} to {@code Name.IDIV}, then negation. */
    public static final int STRING_ADD = 0x290;

    public static final int STRING_NEGATE = 0x297;

    // --- table ---

    public static final int LIBRARY_TABLE = 3;

    @LibraryFunction("table.concat")
    public static final int TABLE_CONCAT = 0x300;

    @LibraryFunction("table.insert")
    public static final int TABLE_INSERT = 0x301;

    @LibraryFunction("table.move")
    public static final int TABLE_MOVE = 0x302;

    @LibraryFunction("table.pack")
    public static final int TABLE_PACK = 0x303;

    @LibraryFunction("table.remove")
    public static final int TABLE_REMOVE = 0x304;

    @LibraryFunction("table.sort")
    public static final int TABLE_SORT = 0x305;

    @LibraryFunction("table.unpack")
    public static final int TABLE_UNPACK = 0x306;

    // --- math ---

    public static final int LIBRARY_MATH = 4;

    @LibraryFunction("math.abs")
    public static final int MATH_ABS = 0x400;

    @LibraryFunction("math.acos")
    public static final int MATH_ACOS = 0x401;

    @LibraryFunction("math.asin")
    public static final int MATH_ASIN = 0x402;

    @LibraryFunction("math.atan")
    public static final int MATH_ATAN = 0x403;

    @LibraryFunction("math.ceil")
    public static final int MATH_CEIL = 0x404;

    @LibraryFunction("math.cos")
    public static final int MATH_COS = 0x405;

    @LibraryFunction("math.exp")
    public static final int MATH_EXP = 0x406;

    @LibraryFunction("math.floor")
    public static final int MATH_FLOOR = 0x407;

    @LibraryFunction("math.fmod")
    public static final int MATH_FMOD = 0x408;

    @LibraryFunction("math.log")
    public static final int MATH_LOG = 0x409;

    @LibraryFunction("math.max")
    public static final int MATH_MAX = 0x40A;

    @LibraryFunction("math.min")
    public static final int MATH_MIN = 0x40B;

    @LibraryFunction("math.modf")
    public static final int MATH_MODF = 0x40C;

    @LibraryFunction("math.random")
    public static final int MATH_RANDOM = 0x40D;

    @LibraryFunction("math.randomseed")
    public static final int MATH_RANDOMSEED = 0x40E;

    @LibraryFunction("math.sin")
    public static final int MATH_SIN = 0x40F;

    @LibraryFunction("math.sqrt")
    public static final int MATH_SQRT = 0x410;

    @LibraryFunction("math.tan")
    public static final int MATH_TAN = 0x411;

    @LibraryFunction("math.tointeger")
    public static final int MATH_TOINTEGER = 0x412;

    @LibraryFunction("math.type")
    public static final int MATH_TYPE = 0x413;

    @LibraryFunction("math.ult")
    public static final int MATH_ULT = 0x414;

    @LibraryFunction("math.deg")
    public static final int MATH_DEG = 0x415;

    @LibraryFunction("math.rad")
    public static final int MATH_RAD = 0x416;

    // --- utf8 ---

    public static final int LIBRARY_UTF8 = 5;

    @LibraryFunction("utf8.char")
    public static final int UTF8_CHAR = 0x500;

    @LibraryFunction("utf8.codepoint")
    public static final int UTF8_CODEPOINT = 0x501;

    @LibraryFunction("utf8.len")
    public static final int UTF8_LEN = 0x502;

    @LibraryFunction("utf8.offset")
    public static final int UTF8_OFFSET = 0x503;

    @LibraryFunction("utf8.codes")
    public static final int UTF8_CODES = 0x504;

    public static final int UTF8_CODES_NEXT = 0x580;

    public static final int UTF8_CODES_NEXT_LAX = 0x581;

    // --- os ---

    public static final int LIBRARY_OS = 6;

    @LibraryFunction("os.clock")
    public static final int OS_CLOCK = 0x600;

    @LibraryFunction("os.date")
    public static final int OS_DATE = 0x601;

    @LibraryFunction("os.difftime")
    public static final int OS_DIFFTIME = 0x602;

    @LibraryFunction("os.exit")
    public static final int OS_EXIT = 0x603;

    @LibraryFunction("os.getenv")
    public static final int OS_GETENV = 0x604;

    @LibraryFunction("os.time")
    public static final int OS_TIME = 0x605;

    @LibraryFunction("os.setlocale")
    public static final int OS_SETLOCALE = 0x606;

    // --- io ---

    public static final int LIBRARY_IO = 7;

    @LibraryFunction("io.read")
    public static final int IO_READ = 0x700;

    @LibraryFunction("io.write")
    public static final int IO_WRITE = 0x701;

    @LibraryFunction("io.lines")
    public static final int IO_LINES = 0x702;

    @LibraryFunction("io.close")
    public static final int IO_CLOSE = 0x703;

    @LibraryFunction("io.flush")
    public static final int IO_FLUSH = 0x704;

    @LibraryFunction("io.input")
    public static final int IO_INPUT = 0x705;

    @LibraryFunction("io.output")
    public static final int IO_OUTPUT = 0x706;

    @LibraryFunction("io.type")
    public static final int IO_TYPE = 0x707;

    public static final int IO_FILE_WRITE = 0x780;

    public static final int IO_FILE_READ = 0x781;

    public static final int IO_FILE_LINES = 0x782;

    public static final int IO_FILE_CLOSE = 0x783;

    public static final int IO_FILE_FLUSH = 0x784;

    public static final int IO_FILE_SEEK = 0x785;

    public static final int IO_FILE_SETVBUF = 0x786;

    public static final int IO_FILE_TOSTRING = 0x787;

    public static final int IO_LINES_NEXT = 0x788;

    public static final int IO_FILE_RELEASE = 0x789;

    // --- debug ---

    public static final int LIBRARY_DEBUG = 8;

    @LibraryFunction("debug.traceback")
    public static final int DEBUG_TRACEBACK = 0x800;

    @LibraryFunction("debug.getinfo")
    public static final int DEBUG_GETINFO = 0x801;

    @LibraryFunction("debug.getmetatable")
    public static final int DEBUG_GETMETATABLE = 0x802;

    @LibraryFunction("debug.getupvalue")
    public static final int DEBUG_GETUPVALUE = 0x803;

    @LibraryFunction("debug.setupvalue")
    public static final int DEBUG_SETUPVALUE = 0x804;

    @LibraryFunction("debug.upvalueid")
    public static final int DEBUG_UPVALUEID = 0x805;

    @LibraryFunction("debug.upvaluejoin")
    public static final int DEBUG_UPVALUEJOIN = 0x806;

    @LibraryFunction("debug.setmetatable")
    public static final int DEBUG_SETMETATABLE = 0x807;

    @LibraryFunction("debug.getuservalue")
    public static final int DEBUG_GETUSERVALUE = 0x808;

    @LibraryFunction("debug.setuservalue")
    public static final int DEBUG_SETUSERVALUE = 0x809;

    // --- modules ---

    public static final int LIBRARY_MODULES = 9;

    /** In the environment of the prelude only. */
    @LibraryFunction("prelude.findmodule")
    public static final int FIND_MODULE = 0x900;

    /** In the environment of the prelude only. */
    @LibraryFunction("prelude.readfile")
    public static final int READ_FILE = 0x901;

    public static final int SEARCH_PRELOAD = 0x980;

    public static final int SEARCH_FOLDER = 0x981;

    private Builtin() {}
}
