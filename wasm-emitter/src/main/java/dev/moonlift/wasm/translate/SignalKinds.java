package dev.moonlift.wasm.translate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The kinds of signals: nested classes of the signals' class, each with one preallocated instance in a static field of
 * it. Numbered from 1 in the order in which the class initialiser makes them; a set of kinds is a mask with bit
 * {@code 1 << number}.
 */
final class SignalKinds {
    private final String signal;
    private final Map<String, Integer> byField = new LinkedHashMap<>();
    private final Map<String, Integer> byClass = new HashMap<>();

    SignalKinds(ClassNode type) {
        this.signal = type.name;
        for (MethodNode method : type.methods) {
            if (method.name.equals("<clinit>")) {
                readInitialiser(method);
            }
        }
    }

    private void readInitialiser(MethodNode initialiser) {
        String made = null;
        for (AbstractInsnNode node : initialiser.instructions) {
            if (node.getOpcode() == Opcodes.NEW) {
                made = ((TypeInsnNode) node).desc;
            } else if (node.getOpcode() == Opcodes.PUTSTATIC) {
                int kind = byField.size() + 1;
                byField.put(((FieldInsnNode) node).name, kind);
                byClass.put(made, kind);
            }
        }
    }

    /** Whether a class is that of all signals or of a kind; null is no class. */
    boolean isSignal(String type) {
        return type != null && (type.equals(signal) || type.startsWith(signal + "$"));
    }

    /** The number of the kind whose instance a static field holds, 0 if it holds none. */
    int ofField(String owner, String field) {
        return owner.equals(signal) ? byField.getOrDefault(field, 0) : 0;
    }

    /** The kinds that a handler for this class catches; null stands for {@code finally}. */
    int caughtBy(String type) {
        if (signal.equals(type)) {
            return all();
        }
        Integer kind = byClass.get(type);
        return kind == null ? 0 : 1 << kind;
    }

    /** The set of all kinds. */
    int all() {
        return (1 << byField.size() + 1) - 2;
    }

    int count() {
        return byField.size();
    }
}
