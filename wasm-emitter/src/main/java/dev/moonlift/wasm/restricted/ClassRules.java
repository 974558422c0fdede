package dev.moonlift.wasm.restricted;

import static org.objectweb.asm.Opcodes.ACC_ENUM;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

/** The shape of a class: what its header says. */
record ClassRules(Report report) {

    /** Whether this is a class at all. If not, the other rules would only say so again, in many ways. */
    boolean check(ClassNode type) {
        String kind = otherKind(type);
        if (kind != null) {
            refuse(type, kind);
            return false;
        }
        if ((type.access & ACC_FINAL) == 0) {
            refuse(type, "class is not final");
        }
        if (!type.superName.equals("java/lang/Object")) {
            refuse(type, "extends " + type.superName.replace('/', '.'));
        }
        for (String implemented : type.interfaces) {
            refuse(type, "implements " + implemented.replace('/', '.'));
        }
        if (type.signature != null && type.signature.startsWith("<")) {
            refuse(type, "generic class");
        }
        if (isInner(type)) {
            refuse(type, "inner class");
        }
        return true;
    }

    private static String otherKind(ClassNode type) {
        if ((type.access & ACC_INTERFACE) != 0) {
            return "interface";
        }
        if ((type.access & ACC_ENUM) != 0) {
            return "enum";
        }
        return type.superName.equals("java/lang/Record") ? "record" : null;
    }

    /** Whether an object of the class could hold on to an outer one: a member that is not static, or a local class. */
    private static boolean isInner(ClassNode type) {
        for (InnerClassNode inner : type.innerClasses) {
            if (inner.name.equals(type.name) && (inner.access & ACC_STATIC) == 0) {
                return true;
            }
        }
        return false;
    }

    private void refuse(ClassNode type, String construct) {
        report.add(type, "", 0, construct);
    }
}
