package dev.moonlift.runtime.memory;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * The class between {@link HeapMemory} and the one of which every memory on the Java heap is: reads and writes numbers
 * as {@link DirectBytes} behind a check of bounds, or is just a {@link ViewedMemory}.
 *
 * <p>HotSpot's second compiler counts the bytes and nodes that it puts in place of calls, and gives up at 8,000 and
 * 18,000. Those of a view are twice as many, so that in the interpreter's loop half of the accesses would remain calls.
 */
final class DirectMemory {
    private static final String BYTES = Type.getDescriptor(byte[].class);
    private static final String MEMORY = Type.getInternalName(HeapMemory.class);
    private static final String NAME = MEMORY + "Direct";
    private static final String CONSTRUCTOR = "(" + BYTES + "I)V";

    /** The subclass of this one that the build makes: memory and kernel in one. Not even loaded before this one is. */
    private static final String WITH_KERNEL = "dev.moonlift.runtime.memory.KernelMemory";

    private DirectMemory() {}

    /** From an array and a maximum to a memory. */
    static MethodHandle constructor() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodType type = MethodType.fromMethodDescriptorString(CONSTRUCTOR, null);
            lookup.defineClass(write());
            return lookup.findConstructor(Class.forName(WITH_KERNEL), type)
                    .asType(MethodType.methodType(HeapMemory.class, byte[].class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the build is incomplete", e);
        }
    }

    /** The class file. */
    private static byte[] write() {
        String parent = DirectBytes.areUsable() ? MEMORY : Type.getInternalName(ViewedMemory.class);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_ABSTRACT | ACC_SUPER, NAME, null, parent, null);
        writeConstructor(writer, parent);
        if (DirectBytes.areUsable()) {
            writeAccesses(writer);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void writeAccesses(ClassWriter writer) {
        DirectBytes.writeField(writer, NAME);
        for (Type type : new Type[] {Type.INT_TYPE, Type.LONG_TYPE, Type.DOUBLE_TYPE}) {
            writeLoad(writer, type);
            writeStore(writer, type);
        }
    }

    private static void writeConstructor(ClassWriter writer, String parent) {
        MethodVisitor method = writer.visitMethod(ACC_PROTECTED, "<init>", CONSTRUCTOR, null, null);
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitVarInsn(ALOAD, 1);
        method.visitVarInsn(ILOAD, 2);
        method.visitMethodInsn(INVOKESPECIAL, parent, "<init>", CONSTRUCTOR, false);
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void writeLoad(ClassWriter writer, Type type) {
        String name = "get" + DirectBytes.suffix(type);
        MethodVisitor method =
                writer.visitMethod(ACC_PUBLIC | ACC_FINAL, name, "(I)" + type.getDescriptor(), null, null);
        method.visitCode();
        writePlace(method, type);
        DirectBytes.load(method, type);
        method.visitInsn(type.getOpcode(IRETURN));
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void writeStore(ClassWriter writer, Type type) {
        String name = "put" + DirectBytes.suffix(type);
        MethodVisitor method =
                writer.visitMethod(ACC_PUBLIC | ACC_FINAL, name, "(I" + type.getDescriptor() + ")V", null, null);
        method.visitCode();
        writePlace(method, type);
        method.visitVarInsn(type.getOpcode(ILOAD), 2);
        DirectBytes.store(method, type);
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /**
     * Pushes the Unsafe, the array, and the place in it as the Unsafe wants it. The number of addresses that begin a
     * number is never negative, as it would be in a short array: HotSpot would test that as well.
     */
    private static void writePlace(MethodVisitor method, Type type) {
        DirectBytes.pushUnsafe(method, NAME);
        writeBytes(method);
        method.visitVarInsn(ILOAD, 1);
        writeBytes(method);
        method.visitInsn(ARRAYLENGTH);
        DirectBytes.checkIndex(method);
    }

    private static void writeBytes(MethodVisitor method) {
        method.visitVarInsn(ALOAD, 0);
        method.visitFieldInsn(GETFIELD, MEMORY, "bytes", BYTES);
    }
}
