package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IOR;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISHR;
import static org.objectweb.asm.Opcodes.ISUB;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import dev.moonlift.runtime.memory.DirectBytes;
import dev.moonlift.runtime.memory.HeapMemory;
import java.lang.invoke.MethodHandles;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * Loads and stores of numbers without views of arrays: a class that does what methods of {@link CodeSupport} do, with
 * {@link DirectBytes} behind a check of bounds.
 *
 * <p>HotSpot's second compiler counts the bytes that it puts in place of calls, and gives up at 8,000: a view costs a
 * hundred of them and dozens of nodes, so that most accesses of a long function would remain calls. Those here cost 40,
 * and compiled code is up to twice as fast. They have more than 35 for the first compiler, which would put them in
 * place everywhere, rare or not.
 */
final class DirectAccess {
    private static final String BYTES = Type.getDescriptor(byte[].class);
    private static final String NAME = Type.getInternalName(CodeSupport.class) + "Direct";
    private static final String MEMORY = Type.getInternalName(CodeMemory.class);

    /** Those of the methods, with their types; none where it is not used. */
    private static final Set<String> METHODS = define();

    private DirectAccess() {}

    /** Whether there is that class. */
    static boolean isUsed() {
        return !METHODS.isEmpty();
    }

    /** What pushes the Unsafe. */
    static FieldInsnNode pushUnsafe() {
        return new FieldInsnNode(GETSTATIC, NAME, DirectBytes.FIELD, DirectBytes.UNSAFE_TYPE);
    }

    /** The class with a method of a name and type: the one that is faster. */
    static String ownerOf(String nameAndType) {
        return METHODS.contains(nameAndType) ? NAME : Type.getInternalName(CodeSupport.class);
    }

    private static Set<String> define() {
        if (!DirectBytes.areUsable()) {
            return Set.of();
        }
        try {
            Set<String> methods = new TreeSet<>();
            MethodHandles.lookup().defineClass(write(methods));
            return methods;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Set.of();
        }
    }

    /** The class file. */
    private static byte[] write(Set<String> methods) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, NAME, null, "java/lang/Object", null);
        DirectBytes.writeField(writer, NAME);
        for (Type type : new Type[] {Type.SHORT_TYPE, Type.INT_TYPE, Type.LONG_TYPE, Type.DOUBLE_TYPE}) {
            methods.add(writeLoad(writer, type));
            methods.add(writeStore(writer, type));
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static String writeLoad(ClassWriter writer, Type type) {
        String name = "memoryRead" + DirectBytes.suffix(type);
        String descriptor = Type.getMethodDescriptor(type, Type.INT_TYPE, Type.INT_TYPE, CodeType.MEMORY);
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, name, descriptor, null, null);
        method.visitCode();
        writePlace(method, type, 1, 2);
        DirectBytes.load(method, type);
        method.visitInsn(type.getOpcode(IRETURN));
        method.visitMaxs(0, 0);
        method.visitEnd();
        return name + descriptor;
    }

    private static String writeStore(ClassWriter writer, Type type) {
        String name = "memoryWrite" + DirectBytes.suffix(type);
        String descriptor =
                Type.getMethodDescriptor(Type.VOID_TYPE, Type.INT_TYPE, type, Type.INT_TYPE, CodeType.MEMORY);
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, name, descriptor, null, null);
        method.visitCode();
        writePlace(method, type, 1 + type.getSize(), 2 + type.getSize());
        method.visitVarInsn(type.getOpcode(ILOAD), 1);
        DirectBytes.store(method, type);
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return name + descriptor;
    }

    /** Pushes the Unsafe, the array, and the place in it as the Unsafe wants it, which is in the array. */
    private static void writePlace(MethodVisitor method, Type type, int offset, int memory) {
        int bytes = memory + 1;
        method.visitVarInsn(ALOAD, memory);
        method.visitTypeInsn(CHECKCAST, MEMORY);
        method.visitFieldInsn(GETFIELD, MEMORY, "heap", Type.getDescriptor(HeapMemory.class));
        method.visitMethodInsn(INVOKEVIRTUAL, Type.getInternalName(HeapMemory.class), "bytes", "()" + BYTES, false);
        method.visitVarInsn(ASTORE, bytes);
        DirectBytes.pushUnsafe(method, NAME);
        method.visitVarInsn(ALOAD, bytes);
        writeAddress(method, offset);
        method.visitVarInsn(ALOAD, bytes);
        method.visitInsn(ARRAYLENGTH);
        method.visitIntInsn(BIPUSH, sizeOf(type) - 1);
        method.visitInsn(ISUB);
        DirectBytes.checkIndex(method);
    }

    /** Pushes the sum of base and offset; -1 if the base is that of no array, so that no offset leads back into it. */
    private static void writeAddress(MethodVisitor method, int offset) {
        method.visitVarInsn(ILOAD, 0);
        method.visitIntInsn(BIPUSH, Integer.SIZE - 1);
        method.visitInsn(ISHR);
        method.visitVarInsn(ILOAD, 0);
        method.visitVarInsn(ILOAD, offset);
        method.visitInsn(IADD);
        method.visitInsn(IOR);
    }

    /** In bytes. */
    private static int sizeOf(Type type) {
        return switch (type.getSort()) {
            case Type.SHORT -> Short.BYTES;
            case Type.INT -> Integer.BYTES;
            default -> Long.BYTES;
        };
    }
}
