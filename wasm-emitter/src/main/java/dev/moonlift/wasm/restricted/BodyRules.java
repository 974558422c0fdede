package dev.moonlift.wasm.restricted;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The body of a method, an instruction at a time.
 *
 * <p>No data flow is needed to see that references only lead to collaborators. The instructions that could make another
 * reference (new, null, a parameter, an array's element, the result of a call, a string) are all refused, so whatever
 * {@code aload} finds in a local is {@code this}, a collaborator, or a caught signal; and nothing can be done with a
 * signal but to leave it there.
 */
record BodyRules(World world, Report report, ClassNode type, MethodNode method) {

    void check() {
        int line = 0;
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LineNumberNode mark) {
                line = mark.line;
            } else if (node.getOpcode() >= 0) {
                refuse(line, refused(node));
            }
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            refuse(lineAt(block.handler), refusedHandler(block));
        }
    }

    /** What this instruction is, if it is not of restricted Java; otherwise null. */
    private String refused(AbstractInsnNode node) {
        if (node instanceof MethodInsnNode call) {
            return refusedCall(call);
        }
        if (node instanceof FieldInsnNode access) {
            return refusedField(access);
        }
        if (node instanceof LdcInsnNode load) {
            return refusedConstant(load.cst);
        }
        return node.getOpcode() == ATHROW ? refusedThrow(node) : refusedOpcode(node.getOpcode());
    }

    private static String refusedOpcode(int opcode) {
        return switch (opcode) {
            case NEW -> "object creation";
            case NEWARRAY, ANEWARRAY, MULTIANEWARRAY -> "array creation";
            case ARRAYLENGTH -> "array length";
            case IALOAD, LALOAD, FALOAD, DALOAD, AALOAD, BALOAD, CALOAD, SALOAD -> "read of an array element";
            case IASTORE, LASTORE, FASTORE, DASTORE, AASTORE, BASTORE, CASTORE, SASTORE -> "write of an array element";
            case ACONST_NULL -> "null";
            case IFNULL, IFNONNULL, IF_ACMPEQ, IF_ACMPNE -> "comparison of references";
            case CHECKCAST -> "cast of a reference";
            case INSTANCEOF -> "instanceof";
            case ARETURN -> "return of a reference";
            case MONITORENTER, MONITOREXIT -> "synchronized block";
            case INVOKEDYNAMIC -> "invokedynamic (a lambda, or concatenation of strings)";
            case FCONST_0, FCONST_1, FCONST_2, FLOAD, FSTORE, FRETURN, FADD, FSUB, FMUL, FDIV, FREM, FNEG -> "float";
            case FCMPL, FCMPG, I2F, L2F, D2F, F2I, F2L, F2D -> "float";
            case DREM -> "remainder of doubles, which is no WebAssembly instruction";
            case JSR, RET -> "subroutine of bytecode";
            default -> null;
        };
    }

    private static String refusedConstant(Object constant) {
        if (constant instanceof Integer || constant instanceof Long || constant instanceof Double) {
            return null;
        }
        if (constant instanceof Float) {
            return "float";
        }
        return constant instanceof String ? "string" : "class or dynamic constant";
    }

    private String refusedCall(MethodInsnNode call) {
        if (call.getOpcode() == INVOKEINTERFACE) {
            return "call through an interface: " + name(call);
        }
        if (call.getOpcode() == INVOKESTATIC && Intrinsic.of(call.owner, call.name, call.desc) != null) {
            return null;
        }
        if (!world.isCallable(call.owner)) {
            return "call of " + name(call);
        }
        return hasValueTypes(call.desc) ? null : "call with references, or types smaller than int: " + name(call);
    }

    private static boolean hasValueTypes(String descriptor) {
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            if (!World.isValue(parameter)) {
                return false;
            }
        }
        return World.isValueOrVoid(Type.getReturnType(descriptor));
    }

    private String refusedField(FieldInsnNode access) {
        return switch (access.getOpcode()) {
            case GETFIELD -> world.classes().contains(access.owner) ? null : "read of field " + name(access);
            case PUTFIELD -> "write of field " + name(access);
            case PUTSTATIC -> "write of static field " + name(access);
            default -> refusedStaticRead(access);
        };
    }

    /** Constants are in the code already, so what remains to be read is a signal that is about to be thrown. */
    private String refusedStaticRead(FieldInsnNode access) {
        if (!isSignal(access)) {
            return "read of static field " + name(access);
        }
        AbstractInsnNode next = nextInstruction(access);
        return next != null && next.getOpcode() == ATHROW ? null : "signal that is not thrown at once";
    }

    private String refusedThrow(AbstractInsnNode athrow) {
        return previousInstruction(athrow) instanceof FieldInsnNode access && isSignal(access)
                ? null
                : "throw of something else than a constant of " + dotted(world.signal());
    }

    private boolean isSignal(FieldInsnNode access) {
        return access.getOpcode() == GETSTATIC
                && access.owner.equals(world.signal())
                && Type.getType(access.desc).getInternalName().equals(world.signal());
    }

    private String refusedHandler(TryCatchBlockNode block) {
        if (block.type == null) {
            return "finally";
        }
        return world.isSignal(block.type) ? null : "catch of " + dotted(block.type);
    }

    private static AbstractInsnNode previousInstruction(AbstractInsnNode node) {
        AbstractInsnNode previous = node.getPrevious();
        while (previous != null && previous.getOpcode() < 0) {
            previous = previous.getPrevious();
        }
        return previous;
    }

    private static AbstractInsnNode nextInstruction(AbstractInsnNode node) {
        AbstractInsnNode next = node.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }

    /** The line of the first instruction after a label: javac marks a line only where it changes. */
    private static int lineAt(LabelNode label) {
        AbstractInsnNode node = nextInstruction(label);
        while (node != null && !(node instanceof LineNumberNode)) {
            node = node.getPrevious();
        }
        return node == null ? 0 : ((LineNumberNode) node).line;
    }

    private void refuse(int line, String construct) {
        if (construct != null) {
            report.add(type, method.name, line, construct);
        }
    }

    private static String name(MethodInsnNode call) {
        return dotted(call.owner) + "." + call.name + call.desc;
    }

    private static String name(FieldInsnNode access) {
        return dotted(access.owner) + "." + access.name;
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
