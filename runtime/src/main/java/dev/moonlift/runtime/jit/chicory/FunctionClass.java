package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LRETURN;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.moonlift.runtime.jit.CodeTable;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes a subclass of {@link CodeFunction} for a function of a module. If the kernel can call it, it is a
 * {@link CodeTable.CompiledFunction}, too.
 */
final class FunctionClass {
    private static final CodeType ENTRY = CodeType.of(FunctionType.of(List.of(ValType.I32), List.of(ValType.I32)));

    private static final String SUPER = Type.getInternalName(CodeFunction.class);
    private static final String CONSTRUCTOR =
            Type.getMethodDescriptor(Type.VOID_TYPE, CodeType.MEMORY, CodeType.INSTANCE);

    private final String name;
    private final String owner;
    private final String function;
    private final CodeType type;

    /**
     * A class to be.
     *
     * @param name its name
     * @param owner class in the same package that the function is a static method of
     * @param function the method's name
     * @param type the function's
     */
    FunctionClass(String name, String owner, String function, CodeType type) {
        this.name = name.replace('.', '/');
        this.owner = owner.replace('.', '/');
        this.function = function;
        this.type = type;
    }

    /** The class file. */
    byte[] write() {
        ClassWriter writer = new ClassWriter(0);
        boolean isEntry = type.equals(ENTRY);
        String[] interfaces = isEntry ? new String[] {Type.getInternalName(CodeTable.CompiledFunction.class)} : null;
        writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, SUPER, interfaces);
        writeConstructor(writer);
        writeCall(writer);
        if (isEntry) {
            writeRun(writer);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void writeConstructor(ClassWriter writer) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "<init>", CONSTRUCTOR, null, null);
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitVarInsn(ALOAD, 1);
        method.visitVarInsn(ALOAD, 2);
        method.visitMethodInsn(INVOKESPECIAL, SUPER, "<init>", CONSTRUCTOR, false);
        method.visitInsn(RETURN);
        method.visitMaxs(3, 3);
        method.visitEnd();
    }

    private void writeCall(ClassWriter writer) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, type.erasedName(), type.erased(), null, null);
        method.visitCode();
        int slot = 1;
        for (Type parameter : type.parameters()) {
            method.visitVarInsn(LLOAD, slot);
            CodeType.restore(method, parameter);
            slot += 2;
        }
        callFunction(method);
        if (type.result().equals(Type.VOID_TYPE)) {
            method.visitInsn(LCONST_0);
        } else if (!type.hasSeveralResults()) {
            CodeType.erase(method, type.result());
        }
        method.visitInsn(type.hasSeveralResults() ? ARETURN : LRETURN);
        method.visitMaxs(slot + 2, slot);
        method.visitEnd();
    }

    private void writeRun(ClassWriter writer) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "run", ENTRY.plain(), null, null);
        method.visitCode();
        method.visitVarInsn(ILOAD, 1);
        callFunction(method);
        method.visitInsn(IRETURN);
        method.visitMaxs(3, 2);
        method.visitEnd();
    }

    private void callFunction(MethodVisitor method) {
        method.visitVarInsn(ALOAD, 0);
        method.visitFieldInsn(GETFIELD, name, "memory", CodeType.MEMORY.getDescriptor());
        method.visitVarInsn(ALOAD, 0);
        method.visitFieldInsn(GETFIELD, name, "instance", CodeType.INSTANCE.getDescriptor());
        method.visitMethodInsn(INVOKESTATIC, owner, function, type.function(), false);
    }
}
