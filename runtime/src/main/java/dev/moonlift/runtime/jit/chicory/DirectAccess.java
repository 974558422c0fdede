package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
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
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IOR;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISHR;
import static org.objectweb.asm.Opcodes.ISUB;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import dev.moonlift.runtime.memory.HeapMemory;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Loads and stores of numbers without views of arrays: a class that does what methods of {@link CodeSupport} do, with
 * {@code sun.misc.Unsafe} behind a check of bounds.
 *
 * <p>HotSpot's second compiler counts the bytes that it puts in place of calls, and gives up at 8,000: a view costs a
 * hundred of them and dozens of nodes, so that most accesses of a long function would remain calls. Those here cost 40,
 * and compiled code is up to twice as fast. They have more than 35 for the first compiler, which would put them in
 * place everywhere, rare or not.
 *
 * <p>Only where the JVM lets that class be used without a warning, before Java 24. Written as bytecode, since javac has
 * a warning, too, and no way to turn it off.
 */
final class DirectAccess {
    /** From this version of Java on, its use prints a warning. */
    private static final int FIRST_WARNING = 24;

    private static final String UNSAFE = "sun/misc/Unsafe";
    private static final String UNSAFE_TYPE = "L" + UNSAFE + ";";
    private static final String FIELD = "UNSAFE";
    private static final String BYTES = Type.getDescriptor(byte[].class);
    private static final String NAME = Type.getInternalName(CodeSupport.class) + "Direct";
    private static final String MEMORY = Type.getInternalName(CodeMemory.class);

    /** Those of the methods, with their types; none where it is not used. */
    private static final Set<String> METHODS = define();

    private DirectAccess() {}

    /** The class with a method of a name and type: the one that is faster. */
    static String ownerOf(String nameAndType) {
        return METHODS.contains(nameAndType) ? NAME : Type.getInternalName(CodeSupport.class);
    }

    /** What the class's initializer asks for. */
    static Object unsafe() throws ReflectiveOperationException {
        Field field = Class.forName(UNSAFE.replace('/', '.')).getDeclaredField("theUnsafe");
        field.setAccessible(true);
        return field.get(null);
    }

    private static Set<String> define() {
        if (Runtime.version().feature() >= FIRST_WARNING || ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
            return Set.of();
        }
        try {
            Object unsafe = unsafe();
            long first = (int)
                    unsafe.getClass().getMethod("arrayBaseOffset", Class.class).invoke(unsafe, byte[].class);
            Set<String> methods = new TreeSet<>();
            byte[] file = write(first, methods);
            MethodHandles.lookup().defineClass(file);
            return methods;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Set.of();
        }
    }

    /** The class file. */
    private static byte[] write(long first, Set<String> methods) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, NAME, null, "java/lang/Object", null);
        writer.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, FIELD, UNSAFE_TYPE, null, null);
        MethodVisitor initializer = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        initializer.visitCode();
        String owner = Type.getInternalName(DirectAccess.class);
        initializer.visitMethodInsn(INVOKESTATIC, owner, "unsafe", "()Ljava/lang/Object;", false);
        initializer.visitTypeInsn(CHECKCAST, UNSAFE);
        initializer.visitFieldInsn(PUTSTATIC, NAME, FIELD, UNSAFE_TYPE);
        initializer.visitInsn(RETURN);
        initializer.visitMaxs(0, 0);
        initializer.visitEnd();
        for (Type type : new Type[] {Type.SHORT_TYPE, Type.INT_TYPE, Type.LONG_TYPE, Type.DOUBLE_TYPE}) {
            methods.add(writeLoad(writer, type, first));
            methods.add(writeStore(writer, type, first));
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static String writeLoad(ClassWriter writer, Type type, long first) {
        String name = "memoryRead" + suffix(type);
        String descriptor = Type.getMethodDescriptor(type, Type.INT_TYPE, Type.INT_TYPE, CodeType.MEMORY);
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, name, descriptor, null, null);
        method.visitCode();
        writePlace(method, type, first, 1, 2);
        method.visitMethodInsn(
                INVOKEVIRTUAL, UNSAFE, "get" + suffix(type), "(Ljava/lang/Object;J)" + type.getDescriptor(), false);
        method.visitInsn(type.getOpcode(IRETURN));
        method.visitMaxs(0, 0);
        method.visitEnd();
        return name + descriptor;
    }

    private static String writeStore(ClassWriter writer, Type type, long first) {
        String name = "memoryWrite" + suffix(type);
        String descriptor =
                Type.getMethodDescriptor(Type.VOID_TYPE, Type.INT_TYPE, type, Type.INT_TYPE, CodeType.MEMORY);
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, name, descriptor, null, null);
        method.visitCode();
        writePlace(method, type, first, 1 + type.getSize(), 2 + type.getSize());
        method.visitVarInsn(type.getOpcode(ILOAD), 1);
        method.visitMethodInsn(
                INVOKEVIRTUAL,
                UNSAFE,
                "put" + suffix(type),
                "(Ljava/lang/Object;J" + type.getDescriptor() + ")V",
                false);
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return name + descriptor;
    }

    /** Pushes the Unsafe, the array, and the place in it as the Unsafe wants it, which is in the array. */
    private static void writePlace(MethodVisitor method, Type type, long first, int offset, int memory) {
        int bytes = memory + 1;
        method.visitVarInsn(ALOAD, memory);
        method.visitTypeInsn(CHECKCAST, MEMORY);
        method.visitFieldInsn(GETFIELD, MEMORY, "heap", Type.getDescriptor(HeapMemory.class));
        method.visitMethodInsn(INVOKEVIRTUAL, Type.getInternalName(HeapMemory.class), "bytes", "()" + BYTES, false);
        method.visitVarInsn(ASTORE, bytes);
        method.visitFieldInsn(GETSTATIC, NAME, FIELD, UNSAFE_TYPE);
        method.visitVarInsn(ALOAD, bytes);
        writeAddress(method, offset);
        method.visitVarInsn(ALOAD, bytes);
        method.visitInsn(ARRAYLENGTH);
        method.visitIntInsn(BIPUSH, sizeOf(type) - 1);
        method.visitInsn(ISUB);
        method.visitMethodInsn(INVOKESTATIC, "java/util/Objects", "checkIndex", "(II)I", false);
        method.visitInsn(I2L);
        method.visitLdcInsn(first);
        method.visitInsn(LADD);
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

    private static String suffix(Type type) {
        String name = type.getClassName();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
