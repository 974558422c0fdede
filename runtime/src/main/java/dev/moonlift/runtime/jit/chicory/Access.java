package dev.moonlift.runtime.jit.chicory;

import dev.moonlift.runtime.memory.DirectBytes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A load from the memory or a store to it, as a call of a method that Chicory names.
 *
 * @param type what is loaded or stored
 */
record Access(Type type, boolean isStore) {
    private static final String READ = "memoryRead";
    private static final String WRITE = "memoryWrite";

    /** The access that an instruction does; null if it does none. */
    static Access of(AbstractInsnNode node) {
        if (!(node instanceof MethodInsnNode call)) {
            return null;
        }
        if (call.name.startsWith(READ)) {
            return new Access(Type.getReturnType(call.desc), false);
        }
        return call.name.startsWith(WRITE) ? new Access(Type.getArgumentTypes(call.desc)[1], true) : null;
    }

    /** The name of the Unsafe's method for it. */
    String unsafeName() {
        return (isStore ? "put" : "get") + DirectBytes.suffix(type);
    }

    /** That method's type. */
    String unsafeType() {
        return isStore
                ? "(Ljava/lang/Object;J" + type.getDescriptor() + ")V"
                : "(Ljava/lang/Object;J)" + type.getDescriptor();
    }
}
