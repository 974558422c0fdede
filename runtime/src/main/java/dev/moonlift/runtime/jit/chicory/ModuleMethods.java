package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.POP2;

import com.dylibso.chicory.wasm.types.FunctionType;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.jit.CodeRefusal;
import dev.moonlift.runtime.memory.HeapMemory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Changes the methods that Chicory makes of a module: imported functions call methods of the kernel, indirect calls
 * those of {@link CodeFunction}, and what more there is to do is in {@link CodeSupport}.
 */
final class ModuleMethods {
    /** HotSpot compiles no longer methods, in bytes of bytecode. */
    private static final int MAX_SIZE = 8000;

    /** Local variables of a method: as many calls as may be in progress within one another find room on a carrier. */
    private static final int MAX_LOCALS = 1000;

    private static final String FUNCTION = "func_";
    private static final String INDIRECT = "call_indirect_";

    /** Of the class that is kernel and memory in one, which the build makes. */
    private static final String KERNEL = "dev/moonlift/runtime/memory/KernelMemory";

    private static final String MEMORY = Type.getInternalName(CodeMemory.class);
    private static final String CODE_FUNCTION = Type.getInternalName(CodeFunction.class);

    /** Names of the methods of {@link CodeSupport}, with their types. */
    private static final Set<String> SUPPORTED = Arrays.stream(CodeSupport.class.getMethods())
            .map(method -> method.getName() + Type.getMethodDescriptor(method))
            .collect(Collectors.toUnmodifiableSet());

    private final String chicorySupport;
    private final List<ImportedFunction> imports;
    private final FunctionType[] types;

    /**
     * Changes for a module.
     *
     * @param chicorySupport the class in whose place {@link CodeSupport} is
     * @param imports the functions with the first numbers
     * @param types the module's
     */
    ModuleMethods(String chicorySupport, List<ImportedFunction> imports, FunctionType[] types) {
        this.chicorySupport = chicorySupport.replace('.', '/');
        this.imports = imports;
        this.types = types;
    }

    /**
     * Changes a class.
     *
     * @throws CodeRefusal if it has a method that HotSpot does not compile
     * @throws EngineException if it needs a method that is not supported
     */
    byte[] change(byte[] file) {
        ClassReader reader = new ClassReader(file);
        Map<String, AccessBudget> budgets = new HashMap<>();
        while (true) {
            ClassWriter writer = new ClassWriter(0);
            ChangedClass changes = new ChangedClass(writer, budgets);
            reader.accept(changes, ClassReader.EXPAND_FRAMES);
            try {
                byte[] changed = writer.toByteArray();
                if (!changes.shrink()) {
                    changes.checkSizes();
                    return changed;
                }
            } catch (MethodTooLargeException e) {
                AccessBudget budget = budgets.get(e.getMethodName());
                if (budget == null || !budget.shrink(e.getCodeSize() - MAX_SIZE)) {
                    throw e;
                }
            }
        }
    }

    private static int numberOf(String name) {
        return Integer.parseInt(name, FUNCTION.length(), name.length(), 10);
    }

    /** Name of the method for a function. */
    static String nameOf(int function) {
        return FUNCTION + function;
    }

    private final class ChangedClass extends ClassVisitor {
        /** By the names of functions. */
        private final Map<String, Label> ends = new LinkedHashMap<>();

        /** By the names of functions. */
        private final Map<String, AccessBudget> budgets;

        ChangedClass(ClassVisitor target, Map<String, AccessBudget> budgets) {
            super(ASM9, target);
            this.budgets = budgets;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
            if (name.startsWith(FUNCTION)) {
                int function = numberOf(name);
                return function < imports.size()
                        ? callKernel(method, imports.get(function))
                        : new ShorterMethod(
                                access,
                                name,
                                type,
                                signature,
                                thrown,
                                budgets.computeIfAbsent(name, key -> new AccessBudget()),
                                new Supported(limited(method, name)));
            }
            if (name.startsWith(INDIRECT)) {
                CodeType called = CodeType.of(types[Integer.parseInt(name, INDIRECT.length(), name.length(), 10)]);
                return called.isCodeFunction() ? callIndirectly(method, called) : new Supported(method);
            }
            return new Supported(method);
        }

        private MethodVisitor limited(MethodVisitor method, String name) {
            return new MethodVisitor(ASM9, method) {
                @Override
                public void visitMaxs(int stack, int locals) {
                    if (locals > MAX_LOCALS) {
                        throw new CodeRefusal(
                                name + " would have " + locals + " local variables", Set.of(numberOf(name)));
                    }
                    Label end = new Label();
                    visitLabel(end);
                    ends.put(name, end);
                    super.visitMaxs(stack, locals);
                }
            };
        }

        /** Whether functions that are too long can be shorter, once the class is written. */
        boolean shrink() {
            boolean isShorter = false;
            for (String name : ends.keySet()) {
                int over = ends.get(name).getOffset() - MAX_SIZE;
                isShorter |= over > 0 && budgets.get(name).shrink(over);
            }
            return isShorter;
        }

        void checkSizes() {
            List<String> tooLong = ends.keySet().stream()
                    .filter(name -> ends.get(name).getOffset() > MAX_SIZE)
                    .toList();
            if (!tooLong.isEmpty()) {
                String first = tooLong.get(0);
                throw new CodeRefusal(
                        first + " would have " + ends.get(first).getOffset() + " bytes of bytecode",
                        tooLong.stream().map(ModuleMethods::numberOf).collect(Collectors.toSet()));
            }
        }
    }

    private final class Supported extends MethodVisitor {
        Supported(MethodVisitor target) {
            super(ASM9, target);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            if (!owner.equals(chicorySupport)) {
                super.visitMethodInsn(opcode, owner, name, type, isInterface);
            } else if (SUPPORTED.contains(name + type)) {
                super.visitMethodInsn(opcode, DirectAccess.ownerOf(name + type), name, type, isInterface);
            } else {
                throw new EngineException("there is no support for " + name + type);
            }
        }
    }

    /** Parameters: those of the import, the memory, the instance. */
    private static MethodVisitor callKernel(MethodVisitor method, ImportedFunction imported) {
        CodeType type = CodeType.of(imported.type());
        method.visitCode();
        loadMemory(method, type.slots());
        method.visitFieldInsn(GETFIELD, MEMORY, "heap", Type.getDescriptor(HeapMemory.class));
        method.visitTypeInsn(CHECKCAST, KERNEL);
        int slot = 0;
        for (Type parameter : type.parameters()) {
            method.visitVarInsn(parameter.getOpcode(ILOAD), slot);
            slot += parameter.getSize();
        }
        method.visitMethodInsn(INVOKEVIRTUAL, KERNEL, imported.mergedName(), type.plain(), false);
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
