package dev.moonlift.wasm.restricted;

import java.util.Set;
import org.objectweb.asm.Type;

/**
 * The classes that restricted Java may name. All names are internal ones, with slashes.
 *
 * @param classes the classes of restricted Java themselves: a closed world
 * @param memory the class whose methods are loads, stores and block operations on the linear memory
 * @param signal the class of everything that is thrown
 * @param natives other classes that the translator puts something else in place of
 */
record World(Set<String> classes, String memory, String signal, Set<String> natives) {

    boolean isCallable(String owner) {
        return classes.contains(owner) || owner.equals(memory) || natives.contains(owner);
    }

    /** Signals in general, or one kind of them: a class within the signals' class. */
    boolean isSignal(String name) {
        return isSignal(name, signal);
    }

    static boolean isSignal(String name, String signal) {
        return name.equals(signal) || name.startsWith(signal + "$");
    }

    boolean isCollaborator(Type type) {
        return type.getSort() == Type.OBJECT && isCallable(type.getInternalName());
    }

    /** Whether values of this type can be parameters and constants: the types that WebAssembly has, and boolean. */
    static boolean isValue(Type type) {
        return switch (type.getSort()) {
            case Type.INT, Type.LONG, Type.DOUBLE, Type.BOOLEAN -> true;
            default -> false;
        };
    }

    static boolean isValueOrVoid(Type type) {
        return type.getSort() == Type.VOID || isValue(type);
    }
}
