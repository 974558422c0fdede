package dev.moonlift.runtime.host;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.lua.syntax.ChunkName;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.interp.FrameInfo;

/** Where a guest is, as {@code chunk:line}. */
final class GuestPosition {
    private GuestPosition() {}

    /** The innermost line of the program that is running; empty if there is none. */
    static String current(JvmKernel kernel) {
        FrameInfo frames = kernel.frames;
        int level = 0;
        int frame = frames.level(level);
        while (frame != 0 && !frames.isLua(frame)) {
            level++;
            frame = frames.level(level);
        }
        return frame == 0 ? "" : position(kernel, frame);
    }

    /** The line that called the library or host function that is running; empty if no program did. */
    static String caller(JvmKernel kernel) {
        int frame = kernel.frames.level(1);
        return frame == 0 || !kernel.frames.isLua(frame) ? "" : position(kernel, frame);
    }

    private static String position(JvmKernel kernel, int frame) {
        int source = kernel.memory.getInt(kernel.frames.prototype(frame) + Prototype.SOURCE);
        ByteString chunk = ChunkName.display(ByteString.of(kernel.text.bytes(source)));
        return chunk + ":" + kernel.frames.currentLine(frame);
    }
}
