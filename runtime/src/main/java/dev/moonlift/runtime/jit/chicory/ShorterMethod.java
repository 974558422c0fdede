package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.I2B;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.ICONST_5;
import static org.objectweb.asm.Opcodes.ICONST_M1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IF_ICMPEQ;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;

import com.dylibso.chicory.runtime.OpcodeImpl;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes a method of Chicory's shorter, as HotSpot likes it: comparisons that decide a branch are part of it, bytes that
 * are constants are not cut to a byte, and nothing is called that does nothing.
 */
final class ShorterMethod extends MethodNode {
    private static final String OPERATIONS = Type.getInternalName(OpcodeImpl.class);

    /** What branches where a comparison with 0 holds, by the end of the name of Chicory's method. */
    private static final Map<String, Integer> BRANCHES =
            Map.of("EQZ", IFEQ, "EQ", IFEQ, "NE", IFNE, "LT_S", IFLT, "GE_S", IFGE, "GT_S", IFGT, "LE_S", IFLE);

    private final MethodVisitor target;
    /** Whether a long is compared with one that was not on the stack before. */
    private boolean needsLong;

    private final AccessBudget accesses;

    /**
     * A method to be.
     *
     * @param accesses how many loads and stores are to be no calls, which makes it longer
     * @param target gets it when it has ended
     */
    ShorterMethod(
            int access,
            String name,
            String type,
            String signature,
            String[] thrown,
            AccessBudget accesses,
            MethodVisitor target) {
        super(ASM9, access, name, type, signature, thrown);
        this.accesses = accesses;
        this.target = target;
    }

    @Override
    public void visitEnd() {
        super.visitEnd();
        for (AbstractInsnNode node : instructions.toArray()) {
            if (node instanceof JumpInsnNode jump) {
                fuse(jump);
            } else if (isExtension(node)) {
                extend(node);
            } else if (node.getOpcode() == I2B && isByte(node.getPrevious()) || isIdle(node)) {
                instructions.remove(node);
            }
        }
        maxStack += needsLong ? Type.LONG_TYPE.getSize() : 0;
        AccessesInPlace.put(this, accesses);
        accept(target);
    }

    private static boolean isExtension(AbstractInsnNode node) {
        return node instanceof MethodInsnNode call
                && call.owner.equals(OPERATIONS)
                && call.name.equals("I64_EXTEND_I32_U");
    }

    private void extend(AbstractInsnNode call) {
        InsnList extension = new InsnList();
        extension.add(new InsnNode(I2L));
        extension.add(new LdcInsnNode(0xFFFF_FFFFL));
        extension.add(new InsnNode(LAND));
        instructions.insertBefore(call, extension);
        instructions.remove(call);
        needsLong = true;
    }

    private static boolean isIdle(AbstractInsnNode node) {
        return node instanceof MethodInsnNode call && call.name.equals("checkInterruption");
    }

    /** Whether an instruction pushes a constant that a byte holds. */
    private static boolean isByte(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        return opcode == BIPUSH || opcode >= ICONST_M1 && opcode <= ICONST_5;
    }

    private void fuse(JumpInsnNode jump) {
        int opcode = jump.getOpcode();
        if (opcode != IFEQ && opcode != IFNE
                || !(jump.getPrevious() instanceof MethodInsnNode call)
                || !call.owner.equals(OPERATIONS)) {
            return;
        }
        boolean isLong = call.name.startsWith("I64_");
        boolean isInt = call.name.startsWith("I32_");
        Integer branch = isLong || isInt ? BRANCHES.get(call.name.substring("I64_".length())) : null;
        if (branch == null) {
            return;
        }
        boolean isWithZero = call.name.endsWith("EQZ");
        InsnList comparison = new InsnList();
        if (isLong) {
            if (isWithZero) {
                comparison.add(new InsnNode(LCONST_0));
                needsLong = true;
            }
            comparison.add(new InsnNode(LCMP));
        }
        int taken = opcode == IFNE ? branch : opposite(branch);
        jump.setOpcode(isLong || isWithZero ? taken : taken - IFEQ + IF_ICMPEQ);
        instructions.insertBefore(call, comparison);
        instructions.remove(call);
    }

    /** Opcodes of a comparison and its opposite are neighbours. */
    private static int opposite(int branch) {
        return (branch - IFEQ ^ 1) + IFEQ;
    }
}
