package dev.moonlift.runtime.memory;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Numbers in arrays of bytes by {@code sun.misc.Unsafe}: whether they may be read and written so, and what classes that
 * do have in common.
 *
 * <p>Only where the JVM lets that class be used without a warning, before Java 24, and where numbers may lie at any
 * address. Such classes are written as bytecode, since javac has a warning, too, and no way to turn it off.
 */
public final class DirectBytes {
    /** From this version of Java on, its use prints a warning. */
    private static final int FIRST_WARNING = 24;

    private static final Set<String> PROCESSORS = Set.of("amd64", "x86_64", "aarch64");

    /** The class's internal name. */
    public static final String UNSAFE = "sun/misc/Unsafe";

    /** Its descriptor. */
    public static final String UNSAFE_TYPE = "L" + UNSAFE + ";";

    /** Name of the field for it in classes that use it. */
    public static final String FIELD = "UNSAFE";

    /** Where an array's bytes begin, as the Unsafe counts; below 0 where it cannot be used. */
    private static final long FIRST = first();

    private DirectBytes() {}

    private static long first() {
        if (Runtime.version().feature() >= FIRST_WARNING
                || ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN
                || !PROCESSORS.contains(System.getProperty("os.arch"))) {
            return -1;
        }
        try {
            Object unsafe = unsafe();
            return (int)
                    unsafe.getClass().getMethod("arrayBaseOffset", Class.class).invoke(unsafe, byte[].class);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return -1;
        }
    }

    /** Whether classes may be written that use this. */
    public static boolean areUsable() {
        return FIRST >= 0;
    }

    /** Where an array's bytes begin, as the Unsafe counts. */
    public static long firstPlace() {
        return FIRST;
    }

    /**
     * The length of an array that has room for some bytes, in which a number may begin at any index. So one comparison
     * with the length is the check of every access, whatever its size, and HotSpot does one for several: what of the
     * last numbers is beyond the length is in the array still, since objects end at a multiple of eight bytes. Views
     * check where a number ends: for them it is just the bytes.
     */
    static int roomFor(int bytes) {
        if (!areUsable()) {
            return bytes;
        }
        int more = Math.floorMod(1 - (int) FIRST - bytes, Long.BYTES);
        return bytes <= Integer.MAX_VALUE - more ? bytes + more : Integer.MAX_VALUE;
    }

    /** What initializers of such classes ask for: public for them alone. */
    public static Object unsafe() throws ReflectiveOperationException {
        Field field = Class.forName(UNSAFE.replace('/', '.')).getDeclaredField("theUnsafe");
        field.setAccessible(true);
        return field.get(null);
    }

    /** Writes a class's field for the Unsafe, and the initializer that sets it. */
    public static void writeField(ClassWriter writer, String owner) {
        writer.visitField(ACC_PUBLIC | ACC_STATIC | ACC_FINAL, FIELD, UNSAFE_TYPE, null, null);
        MethodVisitor initializer = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        initializer.visitCode();
        initializer.visitMethodInsn(
                INVOKESTATIC, Type.getInternalName(DirectBytes.class), "unsafe", "()Ljava/lang/Object;", false);
        initializer.visitTypeInsn(CHECKCAST, UNSAFE);
        initializer.visitFieldInsn(PUTSTATIC, owner, FIELD, UNSAFE_TYPE);
        initializer.visitInsn(RETURN);
        initializer.visitMaxs(0, 0);
        initializer.visitEnd();
    }

    /** Pushes the Unsafe: then come the array, an index and how many indices there are. */
    public static void pushUnsafe(MethodVisitor method, String owner) {
        method.visitFieldInsn(GETSTATIC, owner, FIELD, UNSAFE_TYPE);
    }

    /** Checks the index and makes the place of it that the Unsafe wants. */
    public static void checkIndex(MethodVisitor method) {
        method.visitMethodInsn(INVOKESTATIC, "java/util/Objects", "checkIndex", "(II)I", false);
        method.visitInsn(I2L);
        method.visitLdcInsn(FIRST);
        method.visitInsn(LADD);
    }

    /** Reads a number from that place. */
    public static void load(MethodVisitor method, Type type) {
        method.visitMethodInsn(
                INVOKEVIRTUAL, UNSAFE, "get" + suffix(type), "(Ljava/lang/Object;J)" + type.getDescriptor(), false);
    }

    /** Writes the number on top to that place. */
    public static void store(MethodVisitor method, Type type) {
        String descriptor = "(Ljava/lang/Object;J" + type.getDescriptor() + ")V";
        method.visitMethodInsn(INVOKEVIRTUAL, UNSAFE, "put" + suffix(type), descriptor, false);
    }

    /** What names of methods for a type of numbers end in. */
    public static String suffix(Type type) {
        String name = type.getClassName();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
