package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.POP2;

import com.dylibso.chicory.wasm.types.FunctionType;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.kernel.interp.CompiledCode;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/**
 * The methods that Chicory makes of a module, with other bodies for some: imported functions call methods of
 * {@link CompiledCode}, indirect calls those of {@link CodeFunction}.
 */
final class ModuleMethods extends ClassVisitor {
    /** HotSpot compiles no longer methods, in bytes of bytecode. */
    private static final int MAX_SIZE = 8000;

    private static final String FUNCTION = "func_";
    private static final String INDIRECT = "call_indirect_";

    private static final String KERNEL = Type.getInternalName(CompiledCode.class);
    private static final String MEMORY = Type.getInternalName(CodeMemory.class);
    private static final String CODE_FUNCTION = Type.getInternalName(CodeFunction.class);

    private final List<ImportedFunction> imports;
    private final FunctionType[] types;

    private ModuleMethods(ClassVisitor target, List<ImportedFunction> imports, FunctionType[] types) {
        super(ASM9, target);
        this.imports = imports;
        this.types = types;
    }

    /**
     * Changes a class.
     *
     * @param file one of those that Chicory has made
     * @param imports the functions with the first numbers
     * @param types the module's
     * @throws EngineException if a method is longer than HotSpot compiles
     */
    static byte[] change(byte[] file, List<ImportedFunction> imports, FunctionType[] types) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(file).accept(new ModuleMethods(writer, imports, types), 0);
        return writer.toByteArray();
    }

    /** Name of the method for a function. */
    static String nameOf(int function) {
        return FUNCTION + function;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
        MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
        if (name.startsWith(FUNCTION)) {
            int function = Integer.parseInt(name, FUNCTION.length(), name.length(), 10);
            return function < imports.size() ? callKernel(method, imports.get(function)) : limited(method, name);
        }
        if (name.startsWith(INDIRECT)) {
            CodeType called = CodeType.of(types[Integer.parseInt(name, INDIRECT.length(), name.length(), 10)]);
            return called.isCodeFunction() ? callIndirectly(method, called) : method;
        }
        return method;
    }

    private static MethodVisitor limited(MethodVisitor method, String name) {
        return new CodeSizeEvaluator(ASM9, method) {
            @Override
            public void visitEnd() {
                if (getMaxSize() > MAX_SIZE) {
                    throw new EngineException(name + " would have up to " + getMaxSize() + " bytes of bytecode");
                }
                super.visitEnd();
            }
        };
    }

    /** Parameters: those of the import, the memory, the instance. */
    private static MethodVisitor callKernel(MethodVisitor method, ImportedFunction imported) {
        CodeType type = CodeType.of(imported.type());
        method.visitCode();
        loadMemory(method, type.slots());
        method.visitMethodInsn(INVOKEVIRTUAL, MEMORY, "kernel", "()L" + KERNEL + ";", false);
        int slot = 0;
        for (Type parameter : type.parameters()) {
            method.visitVarInsn(parameter.getOpcode(ILOAD), slot);
            slot += parameter.getSize();
        }
        method.visitMethodInsn(INVOKEVIRTUAL, KERNEL, imported.name(), type.plain(), false);
        method.visitInsn(type.result().getOpcode(IRETURN));
        method.visitMaxs(slot + 2, slot + 2);
        method.visitEnd();
        return null;
    }

    /** Parameters: those of the function, its slot, the number of the table, which is one, the memory, the instance. */
    private static MethodVisitor callIndirectly(MethodVisitor method, CodeType type) {
        method.visitCode();
        int slots = type.slots();
        loadMemory(method, slots + 2);
        method.visitVarInsn(ILOAD, slots);
        method.visitMethodInsn(INVOKEVIRTUAL, MEMORY, "function", "(I)L" + CODE_FUNCTION + ";", false);
        int slot = 0;
        for (Type parameter : type.parameters()) {
            method.visitVarInsn(parameter.getOpcode(ILOAD), slot);
            CodeType.erase(method, parameter);
            slot += parameter.getSize();
        }
        method.visitMethodInsn(INVOKEVIRTUAL, CODE_FUNCTION, type.erasedName(), type.erased(), false);
        if (type.result().equals(Type.VOID_TYPE)) {
            method.visitInsn(POP2);
        } else if (!type.hasSeveralResults()) {
            CodeType.restore(method, type.result());
        }
        method.visitInsn(type.result().getOpcode(IRETURN));
        method.visitMaxs(2 * type.parameters().size() + 2, slots + 4);
        method.visitEnd();
        return null;
    }

    private static void loadMemory(MethodVisitor method, int slot) {
        method.visitVarInsn(ALOAD, slot);
        method.visitTypeInsn(CHECKCAST, MEMORY);
    }
}
