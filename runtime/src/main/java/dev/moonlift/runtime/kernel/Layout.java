package dev.moonlift.runtime.kernel;

/**
 * Where everything lies in a guest's linear memory. Kernel code, the JIT, dumps and the heap verifier all take their
 * offsets from here.
 *
 * <pre>
 *  0        64         STATE            PAGE_MAP                   heap start, a page boundary
 *  | unused | boot names | {@link State} | page map, an int a page | pages of 4 KiB ...  | 64 unused bytes |
 * </pre>
 *
 * Address 0 is the null reference. A value slot is 16 bytes: payload at +0 (8 bytes), tag at +8 (1 byte, see
 * {@link Tag}), the rest unused. The payload of nil, false and true may be anything. Heap objects begin with a
 * {@link Header}. Sizes and offsets are in bytes, addresses are int (memories are smaller than 2 GiB).
 */
public final class Layout {
    /** Bytes of a value slot, and its shift. */
    public static final int SLOT = 16;

    public static final int SLOT_SHIFT = 4;
    /** Offset of the tag in a slot. */
    public static final int TAG = 8;

    public static final int PAGE = 4096;
    public static final int PAGE_SHIFT = 12;
    /** Engines may widen a load next to the end of memory: the last bytes stay unused. */
    public static final int TAIL_GUARD = 64;

    /** Table of the addresses of boot strings, an int for each number of {@link Name}. */
    public static final int NAMES = 64;

    public static final int MAX_NAMES = 448;
    public static final int STATE = NAMES + 4 * MAX_NAMES;
    public static final int PAGE_MAP = STATE + State.BYTES;

    private Layout() {}

    /** The first 8 bytes of every heap object. */
    public static final class Header {
        /**
         * int: of an object too large for a cell, the next such; of a short string, the next in the same bucket of the
         * intern table; else 0.
         */
        public static final int NEXT = 0;
        /** byte: its {@link Tag}; of a free cell 0. */
        public static final int KIND = 4;
        /** byte: colour bits, see {@code Color}. */
        public static final int MARK = 5;
        /** Two bytes that belong to the kind. */
        public static final int EXTRA = 6;

        public static final int EXTRA2 = 7;
        public static final int BYTES = 8;

        private Header() {}
    }

    /** A string: immutable bytes. EXTRA2 of a long string: 1 once its hash is computed. */
    public static final class Str {
        public static final int MAX_SHORT = 40;
        /** int: bytes. */
        public static final int LENGTH = 8;
        /** int: hash; of a long string only valid when EXTRA2 is 1. */
        public static final int HASH = 12;

        public static final int BYTES = 16;

        private Str() {}
    }

    /**
     * A table. EXTRA: a set bit n says that, as a metatable, it surely lacks the metamethod numbered n in {@link Name}
     * (the first eight); EXTRA2: log2 of the number of hash nodes.
     *
     * <pre>
     *   array storage, capacity n:      | payload n | ... | payload 2 | payload 1 | tag 1 | tag 2 | ... | tag n |
     *                                                                  ARRAY points here ^
     * </pre>
     *
     * Element i, 1-based, has its payload at {@code ARRAY - 8 * i} and its tag at {@code ARRAY + i - 1}: both need only
     * the one address. Storage begins at {@code ARRAY - 8 * CAPACITY}.
     *
     * <p>A table whose parts are small when it is made has them inside, nodes first. The room is given up with the
     * table, also if a part has got storage of its own meanwhile.
     *
     * <pre>
     *   | header and fields | storage of nodes | payload n | ... | payload 1 | tag 1 | ... | tag n | unused |
     * </pre>
     */
    public static final class Table {
        /**
         * int, in place of {@link Header#NEXT}, as no table is too large for a cell: a Bloom filter of the short
         * strings among its keys. A key's bit, see {@link #filterBit}, is set; that of a string which is no key may be.
         */
        public static final int FILTER = 0;
        /** int: metatable or 0. */
        public static final int METATABLE = 8;
        /** int: the middle of the array storage, 0 if there is none. */
        public static final int ARRAY = 12;
        /** int: elements that the array storage holds. */
        public static final int CAPACITY = 16;
        /** int: the first hash node; {@link State#EMPTY_NODE} when the hash part is empty. */
        public static final int NODES = 20;
        /** int: a hint for the border, between 0 and CAPACITY. */
        public static final int BORDER = 24;
        /** int: link of the collector's gray lists. */
        public static final int GRAY = 28;

        public static final int BYTES = 32;
        /** A table with its parts inside has no more bytes than this, and what its cell has. */
        public static final int INLINE_LIMIT = 256;

        /** Added, then masked out: a table has asked for all of its cell. */
        public static final int ROUNDING = 15;

        private Table() {}

        /**
         * The bit of a short string in filters: its number is the hash's highest five bits, as the lowest choose nodes.
         */
        public static int filterBit(int hash) {
            return 1 << (hash >>> Integer.SIZE - 5);
        }

        /** Whether a part of a table lies inside it: cells of objects have pages of their own. */
        public static boolean isInline(int table, int part) {
            return (table ^ part) >>> PAGE_SHIFT == 0;
        }
    }

    /**
     * A node of a hash part. The storage of 2^n nodes has 8 bytes before the first node: the int at -8 is the address
     * from which the search for a free node goes down.
     */
    public static final class Node {
        public static final int VALUE = 0;
        public static final int KEY = 8;
        public static final int VALUE_TAG = 16;
        public static final int KEY_TAG = 17;
        /** int: address of the next node with the same main position, 0 at the end. */
        public static final int NEXT = 20;

        public static final int BYTES = 24;
        /** Bytes before the first node. */
        public static final int STORAGE_HEADER = 8;
        /** int, relative to the first node. */
        public static final int FREE_POINTER = -8;

        private Node() {}
    }

    /** A Lua function. EXTRA: number of upvalues (0 to 255). */
    public static final class Closure {
        /** int: address of its {@link Prototype}. */
        public static final int PROTOTYPE = 8;

        public static final int GRAY = 12;
        /** ints: addresses of {@link Upvalue} objects. */
        public static final int UPVALUES = 16;

        private Closure() {}
    }

    /** A library function with upvalues. EXTRA: number of upvalues. */
    public static final class BuiltinClosure {
        /** int: its number, as the payload of a {@link Tag#BUILTIN}. */
        public static final int ID = 8;

        public static final int GRAY = 12;
        /** Value slots. */
        public static final int UPVALUES = 16;

        private BuiltinClosure() {}
    }

    /** A variable that a closure captured. */
    public static final class Upvalue {
        /** int: address of its slot: in a coroutine's stack while open, then its own {@link #CLOSED}. */
        public static final int SLOT_ADDRESS = 8;
        /** int: next open upvalue of the coroutine, further down the stack. */
        public static final int NEXT_OPEN = 12;
        /** Value slot. */
        public static final int CLOSED = 16;

        public static final int BYTES = 32;

        private Upvalue() {}
    }

    /** An object of the host or the library: raw bytes with a metatable and one value that it keeps alive. */
    public static final class Userdata {
        public static final int METATABLE = 8;
        public static final int GRAY = 12;
        /** int: payload bytes. */
        public static final int SIZE = 16;
        /** Value slot. */
        public static final int VALUE = 24;

        public static final int PAYLOAD = 40;

        private Userdata() {}
    }

    /** A compiled function. EXTRA: number of parameters; EXTRA2: flags. */
    public static final class Prototype {
        /**
         * Bit of EXTRA2. The highest, so that both EXTRA bytes, as one unsigned number, are no more than a count of
         * arguments only if these are enough for a function that is not vararg.
         */
        public static final int IS_VARARG = 128;
        /** Both EXTRA bytes of a vararg function without parameters. */
        public static final int ONLY_EXTRA_ARGUMENTS = IS_VARARG << Byte.SIZE;
        /** Bit of EXTRA2: it passes for a builtin. */
        public static final int IS_PRELUDE = 2;
        /** int: storage of instructions, 4 bytes each. */
        public static final int CODE = 8;

        public static final int CODE_COUNT = 12;
        /** int: storage of constants, a slot each. */
        public static final int CONSTANTS = 16;

        public static final int CONSTANT_COUNT = 20;
        /** int: storage of child prototypes, an address each. */
        public static final int CHILDREN = 24;

        public static final int CHILD_COUNT = 28;
        /** int: storage of {@link UpvalueInfo}. */
        public static final int UPVALUES = 32;

        public static final int UPVALUE_COUNT = 36;
        /** int: storage of {@link LocalInfo}. */
        public static final int LOCALS = 40;

        public static final int LOCAL_COUNT = 44;
        /** int: storage of line numbers, an int for each instruction; 0 when stripped. */
        public static final int LINES = 48;
        /** int: string with the chunk name. */
        public static final int SOURCE = 52;

        public static final int LINE_DEFINED = 56;
        public static final int LAST_LINE_DEFINED = 60;
        /** int: bytes of registers. */
        public static final int FRAME_BYTES = 64;

        public static final int GRAY = 68;
        /** int: how the code that DIRECT gives is called, see {@link dev.moonlift.runtime.jit.Signature}. */
        public static final int SIGNATURE = 72;
        /**
         * int: number of the code that compiled code calls without a frame; 0 if there is none. By the next number it
         * is called for a frame, by the one after that to go on where another coroutine has run.
         */
        public static final int DIRECT = 76;
        /** int: address of the instruction with which a call begins: CODE, or what enters compiled code. */
        public static final int ENTRY = 80;
        /** int: words of the storage at CODE: the instructions, and behind them what {@link CodeExtension} says. */
        public static final int CODE_WORDS = 84;
        /** int without sign: calls for which the kernel has made a frame. */
        public static final int CALLS = 88;
        /** int without sign: jumps back to the beginning of a loop, of the interpreter. */
        public static final int ROUNDS = 92;

        public static final int BYTES = 96;

        private Prototype() {}
    }

    /**
     * The words behind the CODE_COUNT instructions of a prototype, for compiled code. A loop is an instruction that
     * jumps backwards; they are numbered in the order of their addresses.
     *
     * <pre>
     *   | instructions | unused | enter function | original of loop 0 | ... | code of loop 0 | ... |
     * </pre>
     *
     * The first word is unused since the address behind a function's last instruction means that it has been done. They
     * are there from the start, used or not, so that compiling changes nothing that the guest can see.
     */
    public static final class CodeExtension {
        /** Word, counted from CODE_COUNT: the instruction that enters the function's compiled code. */
        public static final int ENTER = 1;
        /** Word: the first of the instructions that entrances of loops have replaced. */
        public static final int ORIGINALS = 2;

        /** Words for so many loops. */
        public static int words(int loops) {
            return ORIGINALS + 2 * loops;
        }

        private CodeExtension() {}
    }

    /** How a closure finds an upvalue. */
    public static final class UpvalueInfo {
        /** int: string or 0. */
        public static final int NAME = 0;
        /** int: 1 for a register of the enclosing function, 0 for one of its upvalues. */
        public static final int IN_STACK = 4;

        public static final int INDEX = 8;
        public static final int BYTES = 12;

        private UpvalueInfo() {}
    }

    /** A local variable's name and the instructions where it is active. */
    public static final class LocalInfo {
        public static final int NAME = 0;
        public static final int START_PC = 4;
        public static final int END_PC = 8;
        public static final int BYTES = 12;

        private LocalInfo() {}
    }

    /**
     * A coroutine: a stack of value slots and, apart from it, a stack of {@link Frame}s. Both are raw storage and move
     * when they grow; addresses into them are then relocated. EXTRA: its status, see {@code CoroutineStatus}.
     */
    public static final class Coroutine {
        /** int: first slot. */
        public static final int STACK = 8;
        /** int: end of the storage. */
        public static final int STACK_END = 12;
        /** int: first slot above the live ones, while the coroutine does not run. */
        public static final int TOP = 16;
        /** int: storage of frames. */
        public static final int FRAMES = 20;

        public static final int FRAMES_END = 24;
        /** int: the running frame. */
        public static final int FRAME = 28;
        /** int: first of the open upvalues, by falling address. */
        public static final int OPEN_UPVALUES = 32;
        /** int: address of the slot of the newest pending to-be-closed variable, 0 if none. */
        public static final int TO_CLOSE = 36;

        public static final int GRAY = 40;
        /** int: the coroutine that resumed this one, 0. */
        public static final int RESUMER = 44;
        /** int: while it does not run, how deep its builtins' calls are nested, see {@code Nesting}. */
        public static final int NESTING = 48;
        /** ints: see {@code StackGuard}: a frame, in bytes from FRAMES, and the cycle in which it was put there. */
        public static final int GUARD = 52;

        public static final int GUARD_CYCLE = 56;

        public static final int BYTES = 60;

        private Coroutine() {}
    }

    /** A call in progress. */
    public static final class Frame {
        /** int: slot of the function; registers begin one slot above. */
        public static final int FUNCTION = 0;
        /** int: address of the next instruction; for builtins the step at which to go on. */
        public static final int PC = 4;
        /** int: end of the registers that the call may use. */
        public static final int TOP = 8;
        /**
         * int: of a Lua function: bytes from the function's first slot to its copy above extra arguments, 0 if not
         * vararg.
         */
        public static final int VARARG_BYTES = 12;
        /** int: of a builtin: its arguments. */
        public static final int COUNT = 12;
        /** int: results that the caller wants, -1 for all. */
        public static final int WANTED = 16;
        /** int: flag bits, see {@code FrameFlag}; the upper half of a builtin that calls, see {@code Nesting}. */
        public static final int FLAGS = 20;
        /** int: a builtin that called: slot of the callee, where its results begin. */
        public static final int CALLEE = 24;
        /**
         * int: of a Lua function: address of its constants, so that the interpreter need not ask closure and prototype.
         */
        public static final int CONSTANTS = 24;
        /**
         * int: a builtin that calls: arguments of the callee, then results that it gave; of a Lua function that closes
         * variables or concatenates: values that wait.
         */
        public static final int RESULTS = 28;
        /**
         * int: of a Lua function whose compiled code is called directly and asks the kernel for nothing: the frame's
         * own address once the function has called itself last, else 0.
         */
        public static final int REPEATED = 28;

        public static final int BYTES = 32;

        private Frame() {}
    }

    /** What belongs to the guest as a whole. Offsets are absolute addresses. */
    public static final class State {
        private static final int S = STATE;

        // --- execution ---
        /** int: fuel left in this slice; below 0 it is used up. Library work may go further down, to FUEL_FLOOR. */
        public static final int FUEL = S;
        /** int: value of FUEL, zero or negative, below which library work is stopped at once. */
        public static final int FUEL_FLOOR = S + 4;
        /** int: not 0 when another thread wants the guest to stop. */
        public static final int INTERRUPT = S + 8;
        /** int: why STOP was thrown. */
        public static final int STOP_REASON = S + 12;
        /** int: the running coroutine. */
        public static final int COROUTINE = S + 16;
        /** int: the main coroutine. */
        public static final int MAIN = S + 20;
        /** int: first slot above the values of an operation with a variable number of them. */
        public static final int TOP = S + 24;
        /** int: the running frame, while the interpreter is not running it. */
        public static final int FRAME = S + 28;
        /** Slot: the error that GUEST_ERROR announces. */
        public static final int ERROR_VALUE = S + 32;
        /** Slot: the registry table: host references. */
        public static final int REGISTRY = S + 48;
        /** Slot: the globals. */
        public static final int GLOBALS = S + 64;
        /** Slot: the metatable of strings. */
        public static final int STRING_METATABLE = S + 80;
        /** Slot: the traceback of the error with which the host's last call ended; nil if there is none. */
        public static final int TRACEBACK = S + 96;
        /**
         * Slots for values in flight inside one kernel operation: the collector marks them, but a safepoint empties
         * them: what earlier operations left there would keep its objects alive.
         */
        public static final int SCRATCH_SLOTS = S + 112;

        public static final int SCRATCH_SLOTS_END = SCRATCH_SLOTS + 7 * SLOT;

        // --- strings ---
        private static final int STRINGS = SCRATCH_SLOTS_END;
        /** int: storage of the intern table, an address a bucket. */
        public static final int INTERN_TABLE = STRINGS;
        /** int: buckets, a power of two. */
        public static final int INTERN_SIZE = STRINGS + 4;
        /** int: strings in it. */
        public static final int INTERN_COUNT = STRINGS + 8;
        /** int: seed of string hashes. */
        public static final int HASH_SEED = STRINGS + 12;
        /** int: storage of the text buffer. */
        public static final int BUFFER = STRINGS + 16;
        /** int: its capacity. */
        public static final int BUFFER_CAPACITY = STRINGS + 20;
        /** int: bytes in it. */
        public static final int BUFFER_LENGTH = STRINGS + 24;
        /** int: storage of {@link #BYTE_STRINGS_BYTES}: for each byte the string of it, or 0. */
        public static final int BYTE_STRINGS = STRINGS + 28;

        public static final int BYTE_STRINGS_BYTES = 4 * 256;

        // --- heap ---
        private static final int HEAP = STRINGS + 32;
        /** int: first page of the heap (its number). */
        public static final int FIRST_PAGE = HEAP;
        /** int: pages that exist so far end here (a page number). */
        public static final int END_PAGE = HEAP + 4;
        /** int: pages may exist up to here. */
        public static final int LIMIT_PAGE = HEAP + 8;
        /** int: bytes in use by objects and storage, as their owners asked for them. */
        public static final int USED = HEAP + 12;
        /** int: the most that USED had been when it became less. */
        public static final int PEAK = HEAP + 16;
        /** int: bytes allocated beyond what the collector's pace allows; above 0 a step is due. */
        public static final int DEBT = HEAP + 20;
        /** int: pages in use. */
        public static final int PAGES_IN_USE = HEAP + 24;
        /** Heads of the allocator's lists: 64 classes of small cells, 24 classes of free page runs, an int each. */
        public static final int SMALL_LISTS = HEAP + 32;

        public static final int SMALL_CLASSES = 64;
        public static final int RUN_LISTS = SMALL_LISTS + 4 * SMALL_CLASSES;
        public static final int RUN_CLASSES = 24;

        // --- collector ---
        private static final int GC = RUN_LISTS + 4 * RUN_CLASSES;
        /** int: phase of the collector. */
        public static final int GC_PHASE = GC;
        /** int: the current white. */
        public static final int CURRENT_WHITE = GC + 4;
        /** int: all objects that are too large for a cell. */
        public static final int LARGE_OBJECTS = GC + 8;
        /** int: number of objects with a finalizer; their addresses lie in FINALIZERS. */
        public static final int FINALIZABLE = GC + 12;
        /** int: number of unreachable objects whose finalizer is due; their addresses lie in FINALIZERS, too. */
        public static final int TO_FINALIZE = GC + 16;
        /** int: gray lists, see {@code Collector}. */
        public static final int GRAY = GC + 20;

        public static final int GRAY_AGAIN = GC + 24;
        /** ints: lists of tables with entries in doubt, see {@code WeakTables}. */
        public static final int WEAK = GC + 28;

        public static final int EPHEMERON = GC + 32;
        /** int: page where sweeping of cells goes on; a run begins there. 0 when there is nothing to sweep. */
        public static final int SWEEP_PAGE = GC + 36;
        /** int: address of the link where sweeping of strings, or of large objects, goes on. */
        public static final int SWEEP = GC + 40;
        /** int: bucket of the intern table where sweeping goes on. */
        public static final int SWEEP_BUCKET = GC + 44;
        /** int: object being traversed in parts, and how far. */
        public static final int TRAVERSED = GC + 48;

        public static final int TRAVERSED_INDEX = GC + 52;
        /** int: percent; as in the manual (§2.5.1). */
        public static final int PAUSE = GC + 56;

        public static final int STEP_MULTIPLIER = GC + 60;
        /** int: log2 of bytes between steps. */
        public static final int STEP_SIZE = GC + 64;
        /** int: not 0 when collection is stopped: bit 0 by the guest, bit 1 by the kernel. */
        public static final int GC_STOPPED = GC + 68;
        /** int: 1 = incremental, 2 = generational (as the guest asked; the same collector). */
        public static final int GC_MODE = GC + 72;
        /** int: completed collections. */
        public static final int COLLECTIONS = GC + 76;
        /** int: USED when the last collection ended. */
        public static final int ESTIMATE = GC + 80;
        /** int: 1 to collect fully at every safepoint, 2 to do the least step possible. */
        public static final int GC_STRESS = GC + 84;
        /** int: storage of two lists of addresses: objects with a finalizer, and those whose finalizer is due. */
        public static final int FINALIZERS = GC + 88;
        /** int: addresses for which each of the two lists has room. */
        public static final int FINALIZER_CAPACITY = GC + 92;
        /** int: index in the second list of the next object due. */
        public static final int TO_FINALIZE_FIRST = GC + 96;
        /** int: marking has still to visit the due objects below this index. */
        public static final int TO_FINALIZE_CURSOR = GC + 100;
        /** ints: about the table that is TRAVERSED, see {@code Tracer}. */
        public static final int TRAVERSED_CAPACITY = GC + 104;

        public static final int TRAVERSED_NODES = GC + 108;
        public static final int TRAVERSED_NODE = GC + 112;
        public static final int TRAVERSED_END = GC + 116;
        public static final int TRAVERSED_FREE = GC + 120;
        public static final int TRAVERSED_MODE = GC + 124;
        /** int: entries of ephemeron tables whose key has been marked and whose value has not. */
        public static final int AWAKE = GC + 128;
        /** int: rounds of marking done in this cycle, and the work of the round under way. */
        public static final int MARK_ROUND = GC + 132;

        public static final int MARK_ROUND_WORK = GC + 136;
        /** int: not 0 if the visit of a table has left an entry in doubt. */
        public static final int SAW_DOUBT = GC + 140;
        /** int: 1 while a finalizer runs: then no other is called, and the guest cannot control the collector. */
        public static final int FINALIZING = GC + 144;
        /** int: number of the cycle under way or, between two, of the last. */
        public static final int CYCLE = GC + 148;
        /** int: the whites that marking turns gray. */
        public static final int MARKABLE = GC + 152;
        /** int: the open upvalue at which the visit of the coroutine that is TRAVERSED goes on, 0 behind the last. */
        public static final int TRAVERSED_UPVALUE = GC + 156;
        /** int: how often the table that is TRAVERSED had to be cleared anew. */
        public static final int CLEARED_ANEW = GC + 160;
        /** int: number of dead objects behind the due ones in FINALIZERS, to become due when they are all revived. */
        public static final int SEPARATED = GC + 164;
        /** int: index in the first list of FINALIZERS from which on there are the objects kept by the separation. */
        public static final int SEPARATED_KEPT = GC + 168;
        /** int: strings in the intern table when the last sweep of it began. */
        public static final int STRINGS_BEFORE_SWEEP = GC + 172;

        // --- exchange with the host ---
        private static final int HOST = GC + 176;
        /** int: why the kernel returned to the host, see {@code Exit}. */
        public static final int ENTRY_EXIT = HOST;
        /** int: number of the host function or service asked for. */
        public static final int REQUEST = HOST + 4;
        /** int: its function slot; arguments follow; results go there. */
        public static final int REQUEST_BASE = HOST + 8;
        /** int: its number of arguments, then of results. */
        public static final int REQUEST_COUNT = HOST + 12;

        /** int: 1 when the host's last call ended with an error. */
        public static final int HOST_FAILED = HOST + 16;
        /** int: the function that a call came to through {@code __call}. */
        public static final int CALLEE = HOST + 20;
        /** int: the frame that threw the error that a protected frame is being told of. */
        public static final int FAILED_FRAME = HOST + 60;

        /** int: what the kernel is to do when the host enters it, see {@code EntryRequest}. */
        public static final int ENTRY_REQUEST = HOST + 24;
        /** int: for a call, the function's slot. */
        public static final int ENTRY_FUNCTION = HOST + 28;
        /** int: for a call, the number of arguments; after a host function, of results. */
        public static final int ENTRY_COUNT = HOST + 32;

        // --- compiled code ---
        /** int: calls of compiled code that may still nest: each needs some of the native stack. */
        public static final int COMPILED_ROOM = HOST + 36;
        /** int: of a direct call, what it has to say but that it returned, see {@code CompiledStatus}; else 0. */
        public static final int COMPILED_STATUS = HOST + 44;
        /** int: where compiled code left last because something was not as expected, see {@code ExitReport}; 0. */
        public static final int LAST_EXIT = HOST + 40;

        /** int: prototypes that were freed; who holds addresses of some sees whether they are good still. */
        public static final int FREED_PROTOTYPES = HOST + 48;
        /** int: the last random number of code whose checks fail now and then, see {@code RandomFailures}. */
        public static final int DICE = HOST + 52;

        /** int: a frame that is left while the status is passed on, and in which a function had called its last; 0. */
        public static final int TAILED_FRAME = HOST + 56;

        // --- library ---
        private static final int LIBRARY = HOST + 64;
        /** Four longs: state of math.random. */
        public static final int RANDOM = LIBRARY;
        /** int: 1 when warnings are on. */
        public static final int WARNINGS = LIBRARY + 32;
        /** int: storage for scratch numbers of conversions, allocated at boot. */
        public static final int NUMBER_SCRATCH = LIBRARY + 36;
        /** int: bytes there. */
        public static final int NUMBER_SCRATCH_BYTES = 4096;
        /** int: first of the prelude's functions, a slot each, see {@code Prelude}. */
        public static final int PRELUDE = LIBRARY + 40;

        public static final int PRELUDE_COUNT = LIBRARY + 44;
        /** int: scratch memory of the string library, see {@code StringScratch}. */
        public static final int STRING_SCRATCH = LIBRARY + 48;
        /** int: message handlers in progress, which may use stack beyond its limit. */
        public static final int HANDLING = LIBRARY + 52;
        /** int: the frame that has already been repeated after a collection for want of memory, and its instruction. */
        public static final int REPEATED_FRAME = LIBRARY + 56;

        public static final int REPEATED_PC = LIBRARY + 60;
        /** ints: how deep builtins' calls are nested, see {@code Nesting}. */
        public static final int NESTING = LIBRARY + 64;

        public static final int NESTING_BELOW = LIBRARY + 68;
        /** ints: by tag, the metatable that all values of a type share, but for strings, see {@code Metatables}. */
        public static final int TYPE_METATABLES = LIBRARY + 72;

        public static final int TYPE_METATABLE_COUNT = 16;
        /** int: node that every empty hash part shares: key and value nil. */
        private static final int NODE_AREA = LIBRARY + 72 + 4 * TYPE_METATABLE_COUNT;

        public static final int EMPTY_NODE = NODE_AREA + Node.STORAGE_HEADER;
        /** long: fuel that was paid for collections that the guest asked for, since the beginning. */
        public static final int COLLECTION_FUEL = EMPTY_NODE + Node.BYTES;
        /** Ints: counts while a table decides on its sizes. */
        public static final int HISTOGRAM = NODE_AREA + 64;

        public static final int HISTOGRAM_BINS = 32;
        public static final int BYTES = HISTOGRAM + 4 * HISTOGRAM_BINS - S;

        private State() {}
    }
}
