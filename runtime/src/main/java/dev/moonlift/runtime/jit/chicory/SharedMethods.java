package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import com.dylibso.chicory.compiler.internal.Shaded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** The methods of Chicory's that each module gets a copy of. */
final class SharedMethods extends ClassVisitor {
    /** Beginnings of the names of those that belong to extensions of WebAssembly, which compiled code does without. */
    private static final List<String> UNUSED =
            List.of("memoryAtomic", "struct", "array", "ref", "i31", "cast", "heapType", "table", "data", "exception");

    private static final Type ANSWER = Type.getType(long[].class);
    private static final String CALL_INDIRECT =
            Type.getMethodDescriptor(ANSWER, ANSWER, Type.INT_TYPE, CodeType.INSTANCE);
    private static final String CALL_INDIRECT_CHECKED =
            Type.getMethodDescriptor(ANSWER, ANSWER, Type.INT_TYPE, Type.INT_TYPE, CodeType.INSTANCE);

    /** The class that holds them. */
    static final byte[] FILE = file();

    private SharedMethods(ClassVisitor target) {
        super(ASM9, target);
    }

    private static byte[] file() {
        ClassWriter writer = new ClassWriter(0);
        try (InputStream file = Shaded.class.getResourceAsStream("Shaded.class")) {
            new ClassReader(file.readAllBytes()).accept(new SharedMethods(writer), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
        if (UNUSED.stream().anyMatch(name::startsWith)) {
            return null;
        }
        MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
        if (name.equals("checkInterruption")) {
            return doNothing(method);
        }
        return type.equals(CALL_INDIRECT_CHECKED) ? callUnchecked(method) : method;
    }

    /** Each round of a loop would ask; and the exception would leave the guest in an unknown state. */
    private static MethodVisitor doNothing(MethodVisitor method) {
        method.visitCode();
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return null;
    }

    /** The check takes the number of a type in one module for that in another. */
    private static MethodVisitor callUnchecked(MethodVisitor method) {
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitVarInsn(ILOAD, 2);
        method.visitVarInsn(ALOAD, 3);
        method.visitMethodInsn(INVOKESTATIC, Type.getInternalName(Shaded.class), "callIndirect", CALL_INDIRECT, false);
        method.visitInsn(ARETURN);
        method.visitMaxs(3, 4);
        method.visitEnd();
        return null;
    }
}
