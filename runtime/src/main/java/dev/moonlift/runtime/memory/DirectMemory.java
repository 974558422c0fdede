package dev.moonlift.runtime.memory;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISUB;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * A class of {@link HeapMemory} that reads and writes numbers with {@code sun.misc.Unsafe} behind a check of bounds.
 *
 * <p>HotSpot's second compiler counts the bytes and nodes that it puts in place of calls, and gives up at 8,000 and
 * 18,000. Those of a view are twice as many, so that in the interpreter's loop half of the accesses would remain calls.
 *
 * <p>Only where the JVM lets that class be used without a warning, before Java 24, and where numbers may lie at any
 * address. Written as bytecode, since javac has a warning, too, and no way to turn it off.
 */
final class DirectMemory {
    /** From this version of Java on, its use prints a warning. */
    private static final int FIRST_WARNING = 24;

    private static final Set<String> PROCESSORS = Set.of("amd64", "x86_64", "aarch64");

    private static final String UNSAFE = "sun/misc/Unsafe";
    private static final String UNSAFE_TYPE = "L" + UNSAFE + ";";
    private static final String FIELD = "UNSAFE";
    private static final String BYTES = Type.getDescriptor(byte[].class);
    private static final String MEMORY = Type.getInternalName(HeapMemory.class);
    private static final String NAME = MEMORY + "Direct";
    private static final String CONSTRUCTOR = "(" + BYTES + "I)V";

    private DirectMemory() {}

    /** From an array and a maximum to a memory; null where such a memory cannot be. */
    static MethodHandle constructor() {
        if (Runtime.version().feature() >= FIRST_WARNING
                || ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN
                || !PROCESSORS.contains(System.getProperty("os.arch"))) {
            return null;
        }
        try {
            Object unsafe = unsafe();
            long first = (int)
                    unsafe.getClass().getMethod("arrayBaseOffset", Class.class).invoke(unsafe, byte[].class);
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            return lookup.findConstructor(
                            lookup.defineClass(write(first)), MethodType.fromMethodDescriptorString(CONSTRUCTOR, null))
                    .asType(MethodType.methodType(HeapMemory.class, byte[].class, int.class));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return null;
        }
    }

    /** What the class's initializer asks for. */
    static Object unsafe() throws ReflectiveOperationException {
        Field field = Class.forName(UNSAFE.replace('/', '.')).getDeclaredField("theUnsafe");
        field.setAccessible(true);
        return field.get(null);
    }

    /** The class file. */
    private static byte[] write(long first) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_FINAL | ACC_SUPER, NAME, null, MEMORY, null);
        writer.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, FIELD, UNSAFE_TYPE, null, null);
        writeInitializers(writer);
        for (Type type : new Type[] {Type.INT_TYPE, Type.LONG_TYPE, Type.DOUBLE_TYPE}) {
            writeLoad(writer, type, first);
            writeStore(writer, type, first);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void writeInitializers(ClassWriter writer) {
        MethodVisitor ofClass = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        ofClass.visitCode();
        String owner = Type.getInternalName(DirectMemory.class);
        ofClass.visitMethodInsn(INVOKESTATIC, owner, "unsafe", "()Ljava/lang/Object;", false);
        ofClass.visitTypeInsn(CHECKCAST, UNSAFE);
        ofClass.visitFieldInsn(PUTSTATIC, NAME, FIELD, UNSAFE_TYPE);
        ofClass.visitInsn(RETURN);
        ofClass.visitMaxs(0, 0);
        ofClass.visitEnd();
        MethodVisitor method = writer.visitMethod(0, "<init>", CONSTRUCTOR, null, null);
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitVarInsn(ALOAD, 1);
        method.visitVarInsn(ILOAD, 2);
        method.visitMethodInsn(INVOKESPECIAL, MEMORY, "<init>", CONSTRUCTOR, false);
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void writeLoad(ClassWriter writer, Type type, long first) {
        String name = "get" + suffix(type);
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, name, "(I)" + type.getDescriptor(), null, null);
        method.visitCode();
        writePlace(method, type, first);
        method.visitMethodInsn(INVOKEVIRTUAL, UNSAFE, name, "(Ljava/lang/Object;J)" + type.getDescriptor(), false);
        method.visitInsn(type.getOpcode(IRETURN));
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void writeStore(ClassWriter writer, Type type, long first) {
        String name = "put" + suffix(type);
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, name, "(I" + type.getDescriptor() + ")V", null, null);
        method.visitCode();
        writePlace(method, type, first);
        method.visitVarInsn(type.getOpcode(ILOAD), 2);
        method.visitMethodInsn(
                INVOKEVIRTUAL, UNSAFE, name, "(Ljava/lang/Object;J" + type.getDescriptor() + ")V", false);
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /**
     * Pushes the Unsafe, the array, and the place in it as the Unsafe wants it. The number of addresses that begin a
     * number is never negative, as it would be in a short array: HotSpot would test that as well.
     */
    private static void writePlace(MethodVisitor method, Type type, long first) {
        method.visitFieldInsn(GETSTATIC, NAME, FIELD, UNSAFE_TYPE);
        writeBytes(method);
        method.visitVarInsn(ILOAD, 1);
        writeBytes(method);
        method.visitInsn(ARRAYLENGTH);
        method.visitIntInsn(BIPUSH, (type.equals(Type.INT_TYPE) ? Integer.BYTES : Long.BYTES) - 1);
        method.visitInsn(ISUB);
        method.visitInsn(ICONST_0);
        method.visitMethodInsn(INVOKESTATIC, "java/lang/Math", "max", "(II)I", false);
        method.visitMethodInsn(INVOKESTATIC, "java/util/Objects", "checkIndex", "(II)I", false);
        method.visitInsn(I2L);
        method.visitLdcInsn(first);
        method.visitInsn(LADD);
    }

    private static void writeBytes(MethodVisitor method) {
        method.visitVarInsn(ALOAD, 0);
        method.visitFieldInsn(GETFIELD, MEMORY, "bytes", BYTES);
    }

    private static String suffix(Type type) {
        String name = type.getClassName();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
