package dev.moonlift.wasm.restricted;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A constructor stores its parameters in fields, and that is all: the translator runs none, it only reads here which
 * field is which collaborator.
 */
record ConstructorRules(Report report, ClassNode type, MethodNode method) {

    void check() {
        int line = 0;
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LineNumberNode mark) {
                line = mark.line;
            } else if (node.getOpcode() >= 0 && !isAllowed(node)) {
                report.add(type, method.name, line, "constructor that does more than store its parameters");
            }
        }
    }

    private static boolean isAllowed(AbstractInsnNode node) {
        return switch (node.getOpcode()) {
            case ALOAD, PUTFIELD, RETURN -> true;
            case INVOKESPECIAL -> ((MethodInsnNode) node).owner.equals("java/lang/Object");
            default -> false;
        };
    }
}
