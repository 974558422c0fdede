package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.lib.PreludeFunctions;
import dev.moonlift.runtime.memory.Memory;

/**
 * What a frame runs, and where it is; and which frames count as levels.
 *
 * <p>A library function may be written in Lua, as part of the prelude. Programs see no difference: its frame has no
 * line, and the frames of the prelude's own helpers above it are not there at all. So of several frames of the prelude
 * in a row, which called each other, only the lowest is a level. The kernel's own builtins that call message handlers
 * and finalizers are no levels either.
 */
public final class FrameInfo {
    /** Slot in which a function is handed out that lies nowhere. */
    private static final int RESULT = State.SCRATCH_SLOTS + 4 * Layout.SLOT;

    private final Memory mem;

    public FrameInfo(Memory mem) {
        this.mem = mem;
    }

    // --- one frame ---

    /** Whether a frame runs bytecode, be it the program's or the prelude's. */
    public boolean hasCode(int frame) {
        return (mem.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) == 0;
    }

    /** Whether a frame runs a Lua function of the program. */
    public boolean isLua(int frame) {
        return hasCode(frame) && !isPrelude(prototype(frame));
    }

    /** Whether functions of this prototype pass for library functions. */
    public boolean isPrelude(int prototype) {
        return (mem.getByte(prototype + Header.EXTRA2) & Prototype.IS_PRELUDE) != 0;
    }

    /** The slot of the function that a frame runs. */
    public int function(int frame) {
        return mem.getInt(frame + Frame.FUNCTION);
    }

    /** A slot with the function that a frame runs for all that a program sees: of the prelude's it sees the builtin. */
    public int seenFunction(int frame) {
        if (!isPreludeFrame(frame)) {
            return function(frame);
        }
        mem.putLong(RESULT, preludeBuiltin(mem.getInt(function(frame))));
        mem.putByte(RESULT + Layout.TAG, Tag.BUILTIN);
        return RESULT;
    }

    /** The number of the builtin whose place a function of the prelude takes. */
    private int preludeBuiltin(int closure) {
        int first = mem.getInt(State.PRELUDE);
        int index = mem.getInt(State.PRELUDE_COUNT) - 1;
        while (index > 0 && mem.getInt(first + (index << Layout.SLOT_SHIFT)) != closure) {
            index--;
        }
        return PreludeFunctions.builtin(index);
    }

    /** The prototype of a frame that has code. */
    public int prototype(int frame) {
        int closure = mem.getInt(function(frame));
        return mem.getInt(closure + Closure.PROTOTYPE);
    }

    /** Number of the instruction that a frame with code is at; the first, when it has not begun. */
    public int currentInstruction(int frame) {
        int prototype = prototype(frame);
        int done = (mem.getInt(frame + Frame.PC) - mem.getInt(prototype + Prototype.CODE) >> 2) - 1;
        return done < 0 || done >= mem.getInt(prototype + Prototype.CODE_COUNT) ? 0 : done;
    }

    /** The line that a frame is at, -1 when that is not known. */
    public int currentLine(int frame) {
        return isLua(frame) ? line(prototype(frame), currentInstruction(frame)) : -1;
    }

    /** The line of an instruction, -1 when the prototype does not know its lines. */
    public int line(int prototype, int instruction) {
        int lines = mem.getInt(prototype + Prototype.LINES);
        return lines == 0 ? -1 : mem.getInt(lines + 4 * instruction);
    }

    /** Whether the function of a frame took the place of its caller. */
    public boolean isTailCall(int frame) {
        return (mem.getInt(frame + Frame.FLAGS) & FrameFlag.TAIL) != 0;
    }

    // --- levels ---

    /** The frame that runs. */
    public int running() {
        return mem.getInt(State.FRAME);
    }

    /** The frame of a level of the running coroutine, 0 if there is none. Level 0 runs, level 1 called it. */
    public int level(int level) {
        return level(mem.getInt(State.COROUTINE), level);
    }

    /** The frame of a level of any coroutine, 0 if there is none. */
    public int level(int coroutine, int level) {
        int frame = level < 0 ? 0 : top(coroutine);
        for (int left = level; frame != 0 && left > 0; left--) {
            frame = below(coroutine, frame);
        }
        return frame;
    }

    /** The frame of level 0, 0 if the coroutine runs nothing. */
    public int top(int coroutine) {
        boolean isRunning = coroutine == mem.getInt(State.COROUTINE);
        int frame = isRunning ? running() : mem.getInt(coroutine + Coroutine.FRAME);
        return visible(coroutine, frame);
    }

    /** The frame that called a level of the running coroutine, 0 if there is none. */
    public int caller(int frame) {
        return below(mem.getInt(State.COROUTINE), frame);
    }

    /** The frame one level below, 0 if there is none. */
    public int below(int coroutine, int frame) {
        return visible(coroutine, frame - Frame.BYTES);
    }

    /** This frame or the next one below that is a level, 0 if there is none: the first frame of all is only a base. */
    private int visible(int coroutine, int frame) {
        int base = mem.getInt(coroutine + Coroutine.FRAMES);
        int candidate = frame;
        while (candidate > base && (isGoBetween(candidate) || isHelper(candidate))) {
            candidate -= Frame.BYTES;
        }
        return candidate > base ? candidate : 0;
    }

    /** Whether a frame is the kernel's own and does nothing but call a message handler or finalizers. */
    public boolean isGoBetween(int frame) {
        return runsBuiltin(frame, Builtin.MESSAGE_HANDLER) || isFinalizing(frame);
    }

    /** Whether a frame is the one that calls finalizers. */
    public boolean isFinalizing(int frame) {
        return runsBuiltin(frame, Builtin.FINALIZE);
    }

    private boolean runsBuiltin(int frame, int number) {
        int function = function(frame);
        return mem.getByte(function + Layout.TAG) == Tag.BUILTIN && mem.getInt(function) == number;
    }

    private boolean isHelper(int frame) {
        return isPreludeFrame(frame) && isPreludeFrame(frame - Frame.BYTES);
    }

    private boolean isPreludeFrame(int frame) {
        return hasCode(frame) && isPrelude(prototype(frame));
    }
}
