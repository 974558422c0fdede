package dev.moonlift.wasm.translate;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Which kinds of signals each method may throw: the least solution over the graph of calls. */
final class ThrownSignals {
    private final Program program;
    private final Map<MethodRef, Integer> thrown = new HashMap<>();

    ThrownSignals(Program program, Map<MethodRef, MethodNode> methods) {
        this.program = program;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<MethodRef, MethodNode> method : methods.entrySet()) {
                int kinds = leaving(method.getValue());
                changed |= kinds != of(method.getKey());
                thrown.put(method.getKey(), kinds);
            }
        }
    }

    /** The kinds that a method may throw, as a mask. */
    int of(MethodRef method) {
        return thrown.getOrDefault(method, 0);
    }

    /** The kinds that an instruction may raise within its method. */
    int raisedBy(AbstractInsnNode node) {
        if (node instanceof MethodInsnNode call && program.isComponent(call.owner)) {
            return of(new MethodRef(call.owner, call.name, call.desc));
        }
        if (node instanceof FieldInsnNode access && node.getOpcode() == Opcodes.GETSTATIC) {
            int kind = program.signals().ofField(access.owner, access.name);
            return kind == 0 ? 0 : 1 << kind;
        }
        return 0;
    }

    private int leaving(MethodNode method) {
        int leaving = 0;
        for (AbstractInsnNode node : method.instructions) {
            int raised = raisedBy(node);
            if (raised != 0) {
                leaving |= raised & ~caughtAt(method, node);
            }
        }
        return leaving;
    }

    private int caughtAt(MethodNode method, AbstractInsnNode node) {
        int caught = 0;
        int index = method.instructions.indexOf(node);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (method.instructions.indexOf(block.start) <= index && index < method.instructions.indexOf(block.end)) {
                caught |= program.signals().caughtBy(block.type);
            }
        }
        return caught;
    }
}
