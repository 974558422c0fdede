package dev.moonlift.wasm.merge;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes the one class: of all methods that are called from some, or from one another. */
final class ClassMerger {
    private static final String CODE_TABLE = "codeTable";
    private static final String CONSTRUCTOR = "<init>";
    private static final String RUN = "run";

    private final MergedNames names;
    private final Map<String, ClassNode> classes = new HashMap<>();
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final Set<Method> known = new HashSet<>();
    private final Deque<Method> waiting = new ArrayDeque<>();
    /** By the names that methods of a class begin with, that class. */
    private final Map<String, String> owners = new HashMap<>();

    private record Method(String owner, String name, String type) {}

    ClassMerger(MergedNames names, Iterable<byte[]> classFiles) {
        this.names = names;
        for (byte[] file : classFiles) {
            ClassNode node = new ClassNode();
            new ClassReader(file).accept(node, ClassReader.SKIP_DEBUG);
            classes.put(node.name, node);
        }
    }

    /**
     * The class file.
     *
     * @param entry the class whose method {@code run} is what the interface's does
     * @param roots other classes of which all public methods are called from outside
     */
    byte[] merge(String entry, List<String> roots) {
        int access = ACC_PUBLIC | ACC_FINAL | ACC_SUPER;
        writer.visit(V17, access, names.merged(), null, names.parent(), new String[] {names.runner()});
        writer.visitField(ACC_PRIVATE, CODE_TABLE, descriptor(names.codeTable()), null, null);
        writeConstructor();
        writeRun(entry);
        roots.forEach(this::askForPublicMethods);
        while (!waiting.isEmpty()) {
            write(waiting.remove());
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void askForPublicMethods(String root) {
        for (MethodNode method : classOf(root).methods) {
            if ((method.access & ACC_PUBLIC) != 0 && !method.name.equals(CONSTRUCTOR)) {
                ask(root, method.name, method.desc);
            }
        }
    }

    private static String descriptor(String name) {
        return "L" + name + ";";
    }

    private ClassNode classOf(String name) {
        ClassNode node = classes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("no class " + name);
        }
        return node;
    }

    private void writeConstructor() {
        String type = "([BI)V";
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, CONSTRUCTOR, type, null, null);
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitVarInsn(ALOAD, 1);
        method.visitVarInsn(ILOAD, 2);
        method.visitMethodInsn(INVOKESPECIAL, names.parent(), CONSTRUCTOR, type, false);
        end(method);
    }

    private void writeRun(String entry) {
        String table = descriptor(names.codeTable());
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, RUN, "(" + table + ")V", null, null);
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitVarInsn(ALOAD, 1);
        method.visitFieldInsn(PUTFIELD, names.merged(), CODE_TABLE, table);
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(INVOKEVIRTUAL, names.merged(), ask(entry, RUN, "()V"), "()V", false);
        end(method);
    }

    private static void end(MethodVisitor method) {
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** Has a method written; its new name. */
    private String ask(String owner, String name, String type) {
        Method method = new Method(owner, name, type);
        if (known.add(method)) {
            waiting.add(method);
        }
        String merged = names.method(owner, name);
        String other = owners.putIfAbsent(merged + type, owner);
        if (other != null && !other.equals(owner)) {
            throw new IllegalArgumentException("both " + other + " and " + owner + " have " + merged);
        }
        return merged;
    }

    private void write(Method method) {
        MethodNode node = classOf(method.owner()).methods.stream()
                .filter(any -> any.name.equals(method.name()) && any.desc.equals(method.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no method " + method));
        int access = ACC_PUBLIC | ACC_FINAL | node.access & ACC_STATIC;
        MethodVisitor target =
                writer.visitMethod(access, names.method(method.owner(), method.name()), method.type(), null, null);
        node.accept(new Body(target));
    }

    /** What was another object is this one. */
    private final class Body extends MethodVisitor {
        Body(MethodVisitor target) {
            super(ASM9, target);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            if (opcode != GETFIELD || !names.isProgram(owner)) {
                super.visitFieldInsn(opcode, owner, name, type);
            } else if (type.equals(descriptor(names.codeTable()))) {
                super.visitFieldInsn(GETFIELD, names.merged(), CODE_TABLE, type);
            } else if (!names.isMerged(Type.getType(type).getInternalName())) {
                throw new IllegalArgumentException(owner + "." + name + " is a " + type);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            if (names.isProgram(owner)) {
                int call = opcode == INVOKESTATIC ? INVOKESTATIC : INVOKEVIRTUAL;
                super.visitMethodInsn(call, names.merged(), ask(owner, name, type), type, false);
            } else {
                String target = owner.equals(names.memory()) ? names.merged() : owner;
                super.visitMethodInsn(opcode, target, name, type, isInterface);
            }
        }

        @Override
        public void visitFrame(int kind, int localCount, Object[] locals, int stackCount, Object[] stack) {
            super.visitFrame(kind, localCount, merged(locals), stackCount, merged(stack));
        }

        private Object[] merged(Object[] types) {
            Object[] changed = types == null ? null : types.clone();
            for (int i = 0; changed != null && i < changed.length; i++) {
                if (changed[i] instanceof String name && names.isMerged(name) && isCollaborator(name)) {
                    changed[i] = names.merged();
                }
            }
            return changed;
        }
    }

    /** Not so are signals. */
    private boolean isCollaborator(String name) {
        return name.equals(names.memory()) || classOf(name).superName.equals("java/lang/Object");
    }
}
