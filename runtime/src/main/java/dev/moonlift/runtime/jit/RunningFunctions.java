package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/** What a guest that pauses is doing: the frames of its running coroutine. */
final class RunningFunctions {
    private final Memory memory;

    RunningFunctions(Memory memory) {
        this.memory = memory;
    }

    /** The frames of Lua functions since the host's last call, the innermost first. */
    List<Integer> frames(int most) {
        List<Integer> frames = new ArrayList<>();
        int first = firstFrame();
        int frame = memory.getInt(State.FRAME);
        while (frame > first && frames.size() < most) {
            int flags = memory.getInt(frame + Frame.FLAGS);
            if ((flags & FrameFlag.ENTRY) != 0) {
                break;
            }
            if ((flags & FrameFlag.BUILTIN) == 0) {
                frames.add(frame);
            }
            frame -= Frame.BYTES;
        }
        return frames;
    }

    /** The frame of the Lua function below one of these; 0 if there is none among them. */
    int callerOf(int frame, int most) {
        List<Integer> frames = frames(most);
        int index = frames.indexOf(frame);
        return index >= 0 && index + 1 < frames.size() ? frames.get(index + 1) : 0;
    }

    /** The prototype of the function of a frame. */
    int prototype(int frame) {
        return memory.getInt(memory.getInt(memory.getInt(frame + Frame.FUNCTION)) + Closure.PROTOTYPE);
    }

    /** Whether the counters of a function are high enough. */
    boolean hasReached(Thresholds thresholds, int prototype) {
        return thresholds.areReached(
                memory.getInt(prototype + Prototype.CALLS),
                memory.getInt(prototype + Prototype.ROUNDS),
                memory.getInt(prototype + Prototype.CODE_COUNT));
    }

    /** The number of the instruction with which a frame of a function goes on. */
    int pc(int frame, FunctionCode function) {
        return memory.getInt(frame + Frame.PC) - function.codeAddress() >> 2;
    }

    /**
     * Whether a function is among those that run: then it is certainly in use. Of others it is not known whether
     * something else lies where they were.
     */
    boolean isRunning(int prototype) {
        int first = firstFrame();
        for (int frame = memory.getInt(State.FRAME); frame > first; frame -= Frame.BYTES) {
            boolean isLua = (memory.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) == 0;
            if (isLua && prototype(frame) == prototype) {
                return true;
            }
        }
        return false;
    }

    /** The kinds of what the first registers of a frame hold. */
    Kind[] kinds(int frame, int registers) {
        Kind[] kinds = new Kind[registers];
        int slot = memory.getInt(frame + Frame.FUNCTION) + Layout.SLOT;
        for (int r = 0; r < registers; r++) {
            kinds[r] = Kind.ofTag(memory.getByte(slot + Layout.SLOT * r + Layout.TAG));
        }
        return kinds;
    }

    private int firstFrame() {
        return memory.getInt(memory.getInt(State.COROUTINE) + Coroutine.FRAMES);
    }
}
