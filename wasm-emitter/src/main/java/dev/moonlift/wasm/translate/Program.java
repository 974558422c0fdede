package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.restricted.Inline;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A closed set of classes of restricted Java, the memory that they work on and the signals that they throw. */
final class Program {
    private static final String INLINE = Type.getDescriptor(Inline.class);

    private final Map<String, ClassNode> classes = new TreeMap<>();
    private final Map<MethodRef, MethodNode> methods = new HashMap<>();
    private final String memory;
    private final String codeTable;
    private final SignalKinds signals;
    private final String commonPackage;

    /** @param classFiles contents of the class files, the signal's and its kinds' among them */
    Program(Collection<byte[]> classFiles, World world) {
        this.commonPackage = world.commonPackage();
        this.memory = world.memory();
        this.codeTable = world.codeTable();
        for (byte[] classFile : classFiles) {
            ClassNode type = new ClassNode();
            new ClassReader(classFile).accept(type, ClassReader.SKIP_FRAMES);
            classes.put(type.name, type);
        }
        this.signals = new SignalKinds(classes.get(world.signal()));
        for (ClassNode type : classes.values()) {
            boolean isInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
            if (!signals.isSignal(type.name) && !isInterface) {
                for (MethodNode method : type.methods) {
                    methods.put(new MethodRef(type.name, method.name, method.desc), method);
                }
            }
        }
    }

    SignalKinds signals() {
        return signals;
    }

    boolean isMemory(String owner) {
        return owner.equals(memory);
    }

    boolean isCodeTable(String owner) {
        return owner.equals(codeTable);
    }

    /** Whether this is one of the classes, so that an object of it is a collaborator. */
    boolean isComponent(String owner) {
        return classes.containsKey(owner) && !signals.isSignal(owner);
    }

    /** The code of a method, or null if there is no such method. */
    MethodNode method(MethodRef method) {
        return methods.get(method);
    }

    String sourceFile(MethodRef method) {
        return classes.get(method.owner()).sourceFile;
    }

    /** Its name as a function: unique, and the same in every build. */
    String functionName(MethodRef method) {
        String owner = method.owner().startsWith(commonPackage + "/")
                ? method.owner().substring(commonPackage.length() + 1)
                : method.owner();
        String name = owner.replace('/', '.') + "." + method.name();
        return isOverloaded(method) ? name + method.descriptor() : name;
    }

    private boolean isOverloaded(MethodRef method) {
        return classes.get(method.owner()).methods.stream()
                        .filter(other -> other.name.equals(method.name()))
                        .count()
                > 1;
    }

    /** Whether a method is marked with {@link Inline}. */
    static boolean isInlined(MethodNode method) {
        return method.invisibleAnnotations != null
                && method.invisibleAnnotations.stream().anyMatch(annotation -> annotation.desc.equals(INLINE));
    }

    /** All methods of components but the private ones, in the order of their names: what a test may want to call. */
    Collection<MethodRef> accessibleMethods() {
        Map<String, MethodRef> found = new TreeMap<>();
        methods.forEach((method, node) -> {
            boolean isPrivate = (node.access & Opcodes.ACC_PRIVATE) != 0;
            if (!isPrivate && !method.name().startsWith("<")) {
                found.put(functionName(method), method);
            }
        });
        return found.values();
    }

    /** These methods and all that they call, in the order in which they are met. */
    Map<MethodRef, MethodNode> reachable(Collection<MethodRef> roots) {
        Map<MethodRef, MethodNode> reached = new LinkedHashMap<>();
        Deque<MethodRef> waiting = new ArrayDeque<>(roots);
        while (!waiting.isEmpty()) {
            MethodRef method = waiting.remove();
            MethodNode node = methods.get(method);
            if (node == null) {
                throw new UntranslatableException(method, 0, "no such method");
            }
            if (reached.put(method, node) == null) {
                for (AbstractInsnNode instruction : node.instructions) {
                    if (instruction instanceof MethodInsnNode call && isComponent(call.owner)) {
                        MethodRef callee = new MethodRef(call.owner, call.name, call.desc);
                        if (!reached.containsKey(callee)) {
                            waiting.add(callee);
                        }
                    }
                }
            }
        }
        return reached;
    }
}
