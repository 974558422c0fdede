package dev.moonlift.runtime.kernel.twin;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Puts calls of the translation in place of the bodies of a kernel class's methods. Constructors stay; in addition they
 * keep the {@link TwinKernel} of their first collaborator, which is that of the memory in the end.
 */
final class BodyReplacer {
    private static final String KERNEL = Type.getInternalName(TwinKernel.class);
    private static final String HOLDER = Type.getInternalName(TwinKernel.Holder.class);
    private static final String LOADER = Type.getInternalName(TwinLoader.class);
    private static final String FIELD = "$twin";

    private final ClassNode type = new ClassNode();
    private final Translation translation;

    private BodyReplacer(byte[] classFile, Translation translation) {
        new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG);
        this.translation = translation;
    }

    /** The class file changed, or as it is if the class's methods are not part of the translation. */
    static byte[] replace(byte[] classFile, Translation translation) {
        BodyReplacer replacer = new BodyReplacer(classFile, translation);
        return translation.isComponent(replacer.type.name) ? replacer.replace() : classFile;
    }

    private byte[] replace() {
        type.interfaces.add(HOLDER);
        type.fields.add(
                new FieldNode(ACC_PRIVATE, FIELD, Type.getObjectType(KERNEL).getDescriptor(), null, null));
        for (MethodNode method : type.methods) {
            int function = translation.numberOf(type.name, method.name, method.desc);
            if (function >= 0) {
                method.tryCatchBlocks.clear();
                method.instructions = call(method, function);
            } else if (method.name.equals("<init>")) {
                extend(method);
            }
        }
        type.methods.add(getter());
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.accept(writer);
        return writer.toByteArray();
    }

    private FieldInsnNode field(int opcode) {
        return new FieldInsnNode(
                opcode, type.name, FIELD, Type.getObjectType(KERNEL).getDescriptor());
    }

    private MethodNode getter() {
        MethodNode getter = new MethodNode(ACC_PUBLIC, "twin", "()L" + KERNEL + ";", null, null);
        getter.instructions.add(new VarInsnNode(ALOAD, 0));
        getter.instructions.add(field(GETFIELD));
        getter.instructions.add(new InsnNode(ARETURN));
        return getter;
    }

    private void extend(MethodNode constructor) {
        if (Type.getArgumentTypes(constructor.desc).length == 0) {
            return;
        }
        for (AbstractInsnNode node : constructor.instructions.toArray()) {
            if (node.getOpcode() == RETURN) {
                InsnList keep = new InsnList();
                keep.add(new VarInsnNode(ALOAD, 0));
                keep.add(new VarInsnNode(ALOAD, 1));
                keep.add(new MethodInsnNode(INVOKESTATIC, LOADER, "twinOf", "(Ljava/lang/Object;)L" + KERNEL + ";"));
                keep.add(field(PUTFIELD));
                constructor.instructions.insertBefore(node, keep);
            }
        }
    }

    private InsnList call(MethodNode method, int function) {
        InsnList code = new InsnList();
        boolean isStatic = (method.access & ACC_STATIC) != 0;
        if (isStatic) {
            code.add(new LdcInsnNode(Type.getObjectType(type.name)));
            code.add(new MethodInsnNode(INVOKESTATIC, LOADER, "twinFor", "(Ljava/lang/Class;)L" + KERNEL + ";"));
        } else {
            code.add(new VarInsnNode(ALOAD, 0));
            code.add(field(GETFIELD));
        }
        int local = isStatic ? 0 : 1;
        List<Type> parameters = List.of(Type.getArgumentTypes(method.desc));
        for (int i = 0; i < parameters.size(); i++) {
            Type parameter = parameters.get(i);
            code.add(new InsnNode(DUP));
            code.add(new LdcInsnNode(i));
            code.add(new VarInsnNode(parameter.getOpcode(ILOAD), local));
            code.add(new MethodInsnNode(INVOKEVIRTUAL, KERNEL, "argument", "(I" + carrier(parameter) + ")V"));
            local += parameter.getSize();
        }
        Type result = Type.getReturnType(method.desc);
        code.add(new LdcInsnNode(function));
        code.add(new MethodInsnNode(INVOKEVIRTUAL, KERNEL, runner(result), "(I)" + carrier(result)));
        code.add(new InsnNode(result.getOpcode(IRETURN)));
        return code;
    }

    private static String carrier(Type type) {
        return type.getSort() == Type.BOOLEAN ? "I" : type.getDescriptor();
    }

    private static String runner(Type result) {
        return switch (result.getSort()) {
            case Type.VOID -> "run";
            case Type.INT, Type.BOOLEAN -> "runInt";
            case Type.LONG -> "runLong";
            case Type.DOUBLE -> "runDouble";
            default -> throw new IllegalArgumentException("result " + result);
        };
    }
}
