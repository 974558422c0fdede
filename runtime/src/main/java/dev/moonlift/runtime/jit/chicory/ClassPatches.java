package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import com.dylibso.chicory.compiler.internal.Shaded;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.jit.CodeTable;
import dev.moonlift.runtime.kernel.interp.CompiledCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** What is different in the classes of compiled code from those that Chicory makes. */
final class ClassPatches {
    /** HotSpot compiles no longer methods, in bytes of bytecode. */
    private static final int MAX_METHOD = 8000;

    /**
     * Beginnings of the names of methods that belong to extensions of WebAssembly, which compiled code does without.
     */
    private static final List<String> UNUSED =
            List.of("memoryAtomic", "struct", "array", "ref", "i31", "cast", "heapType", "table", "data", "exception");

    /** The methods that each module has a copy of. */
    static final byte[] SHADED = shaded();

    private static final String KERNEL = Type.getInternalName(CompiledCode.class);
    private static final String MEMORY = Type.getInternalName(CodeMemory.class);
    private static final String TO_KERNEL =
            MethodType.methodType(CompiledCode.class).toMethodDescriptorString();
    private static final String MEMORY_FIELD = Memory.class.descriptorString();
    private static final String INSTANCE_FIELD = Instance.class.descriptorString();

    private ClassPatches() {}

    // --- the copied methods ---

    private static byte[] shaded() {
        ClassWriter writer = new ClassWriter(0);
        try (InputStream file = Shaded.class.getResourceAsStream("Shaded.class")) {
            new ClassReader(file.readAllBytes()).accept(new ShadedPatch(writer), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toByteArray();
    }

    private static final class ShadedPatch extends ClassVisitor {
        ShadedPatch(ClassVisitor target) {
            super(ASM9, target);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            if (UNUSED.stream().anyMatch(name::startsWith)) {
                return null;
            }
            MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
            if (!name.equals("checkInterruption")) {
                return method;
            }
            // Each round of a loop would ask; and the exception would leave the guest in an unknown state.
            method.visitCode();
            method.visitInsn(RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
            return null;
        }
    }

    // --- the module's functions ---

    /** Name of the method that Chicory makes of a function. */
    static String methodOf(int function) {
        return "func_" + function;
    }

    /**
     * A class of functions, of which the imported ones are to call methods of {@link CompiledCode} without more ado.
     *
     * @throws EngineException if one is longer than HotSpot compiles
     */
    static byte[] functions(byte[] file, List<ImportedMethod> imports) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(file).accept(new FunctionsPatch(writer, imports), 0);
        return writer.toByteArray();
    }

    private static final class FunctionsPatch extends ClassVisitor {
        private final List<ImportedMethod> imports;

        FunctionsPatch(ClassVisitor target, List<ImportedMethod> imports) {
            super(ASM9, target);
            this.imports = imports;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
            for (ImportedMethod imported : imports) {
                if (name.equals(imported.function())) {
                    callKernel(method, imported);
                    return null;
                }
            }
            return new CodeSizeEvaluator(ASM9, method) {
                @Override
                public void visitEnd() {
                    if (getMaxSize() > MAX_METHOD) {
                        throw new EngineException(name + " would have up to " + getMaxSize() + " bytes of bytecode");
                    }
                    super.visitEnd();
                }
            };
        }

        private static void callKernel(MethodVisitor method, ImportedMethod imported) {
            Type type = Type.getMethodType(imported.type().toMethodDescriptorString());
            int slots = (type.getArgumentsAndReturnSizes() >> 2) - 1;
            method.visitCode();
            method.visitVarInsn(ALOAD, slots);
            method.visitTypeInsn(CHECKCAST, MEMORY);
            method.visitMethodInsn(INVOKEVIRTUAL, MEMORY, "kernel", TO_KERNEL, false);
            int slot = 0;
            for (Type argument : type.getArgumentTypes()) {
                method.visitVarInsn(argument.getOpcode(ILOAD), slot);
                slot += argument.getSize();
            }
            method.visitMethodInsn(INVOKEVIRTUAL, KERNEL, imported.name(), type.getDescriptor(), false);
            method.visitInsn(type.getReturnType().getOpcode(IRETURN));
            method.visitMaxs(slots + 2, slots + 2);
            method.visitEnd();
        }
    }

    // --- entries ---

    /**
     * A class whose objects are a function of the module, as the kernel calls it.
     *
     * @param name of the class
     * @param owner class that the function is a method of, in the same package
     * @param function the method's name
     */
    static byte[] entry(String name, String owner, String function) {
        String internal = name.replace('.', '/');
        ClassWriter writer = new ClassWriter(0);
        writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, internal, null, "java/lang/Object", new String[] {
            Type.getInternalName(CodeTable.CompiledFunction.class)
        });
        writer.visitField(ACC_PRIVATE | ACC_FINAL, "memory", MEMORY_FIELD, null, null)
                .visitEnd();
        writer.visitField(ACC_PRIVATE | ACC_FINAL, "instance", INSTANCE_FIELD, null, null)
                .visitEnd();
        writeConstructor(writer, internal);
        writeRun(writer, internal, owner.replace('.', '/'), function);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void writeConstructor(ClassWriter writer, String internal) {
        MethodVisitor method =
                writer.visitMethod(ACC_PUBLIC, "<init>", "(" + MEMORY_FIELD + INSTANCE_FIELD + ")V", null, null);
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        method.visitVarInsn(ALOAD, 0);
        method.visitVarInsn(ALOAD, 1);
        method.visitFieldInsn(PUTFIELD, internal, "memory", MEMORY_FIELD);
        method.visitVarInsn(ALOAD, 0);
        method.visitVarInsn(ALOAD, 2);
        method.visitFieldInsn(PUTFIELD, internal, "instance", INSTANCE_FIELD);
        method.visitInsn(RETURN);
        method.visitMaxs(2, 3);
        method.visitEnd();
    }

    private static void writeRun(ClassWriter writer, String internal, String owner, String function) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "run", "(I)I", null, null);
        method.visitCode();
        method.visitVarInsn(ILOAD, 1);
        method.visitVarInsn(ALOAD, 0);
        method.visitFieldInsn(GETFIELD, internal, "memory", MEMORY_FIELD);
        method.visitVarInsn(ALOAD, 0);
        method.visitFieldInsn(GETFIELD, internal, "instance", INSTANCE_FIELD);
        method.visitMethodInsn(INVOKESTATIC, owner, function, "(I" + MEMORY_FIELD + INSTANCE_FIELD + ")I", false);
        method.visitInsn(IRETURN);
        method.visitMaxs(3, 2);
        method.visitEnd();
    }
}
