package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DCMPG;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.I2S;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ICONST_M1;
import static org.objectweb.asm.Opcodes.IINC;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INEG;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LDC;
import static org.objectweb.asm.Opcodes.LXOR;
import static org.objectweb.asm.Opcodes.POP;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What an instruction does to the stack.
 *
 * @param pops values, of one word or two, that it takes
 * @param pushes values that it leaves there
 */
record StackEffect(int pops, int pushes) {
    private static final StackEffect NONE = new StackEffect(0, 0);
    private static final StackEffect PUSH = new StackEffect(0, 1);
    private static final StackEffect POP_ONE = new StackEffect(1, 0);
    private static final StackEffect UNARY = new StackEffect(1, 1);
    private static final StackEffect BINARY = new StackEffect(2, 1);
    private static final StackEffect TWICE = new StackEffect(1, 2);

    /** Of an instruction in the middle of a block that computes; null of others. */
    static StackEffect of(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        if (opcode >= ICONST_M1 && opcode <= LDC || opcode >= ILOAD && opcode <= ALOAD || opcode == GETSTATIC) {
            return PUSH;
        }
        if (opcode >= ISTORE && opcode <= ASTORE || opcode == POP) {
            return POP_ONE;
        }
        boolean isNegation = opcode >= INEG && opcode <= DNEG;
        boolean isConversion = opcode >= I2L && opcode <= I2S;
        if (isNegation || isConversion || opcode == GETFIELD || opcode == ARRAYLENGTH || opcode == CHECKCAST) {
            return UNARY;
        }
        if (opcode >= IADD && opcode <= LXOR || opcode >= LCMP && opcode <= DCMPG) {
            return BINARY;
        }
        if (node instanceof MethodInsnNode call) {
            int arguments = Type.getArgumentTypes(call.desc).length + (opcode == INVOKESTATIC ? 0 : 1);
            return new StackEffect(arguments, Type.getReturnType(call.desc).equals(Type.VOID_TYPE) ? 0 : 1);
        }
        return switch (opcode) {
            case DUP -> TWICE;
            case IINC -> NONE;
            default -> null;
        };
    }

    /**
     * What pushed the value that has a number of others above it before an instruction: null if it cannot be said, or
     * if the instruction has pushed others as well.
     */
    static AbstractInsnNode producer(AbstractInsnNode node, int above) {
        int values = above;
        for (AbstractInsnNode before = node.getPrevious(); before != null; before = before.getPrevious()) {
            StackEffect effect = of(before);
            if (effect == null) {
                return null;
            }
            if (values < effect.pushes) {
                return values == 0 && effect.pushes == 1 ? before : null;
            }
            values += effect.pops - effect.pushes;
        }
        return null;
    }
}
