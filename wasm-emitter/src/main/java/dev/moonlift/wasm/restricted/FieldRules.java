package dev.moonlift.wasm.restricted;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/** What a class may keep: constants, which are static, and collaborators, which are not. */
record FieldRules(World world, Report report) {

    void check(ClassNode type) {
        for (FieldNode field : type.fields) {
            String construct = (field.access & ACC_STATIC) != 0 ? refusedStatic(field) : refusedInstance(field);
            if (construct != null) {
                report.add(type, field.name, 0, construct);
            }
        }
    }

    private static String refusedStatic(FieldNode field) {
        Type fieldType = Type.getType(field.desc);
        if ((field.access & ACC_FINAL) == 0) {
            return "static field that is not final";
        }
        if (field.value == null) {
            return "static field that is not a compile-time constant";
        }
        return World.isValue(fieldType) ? null : "constant of type " + fieldType.getClassName();
    }

    private String refusedInstance(FieldNode field) {
        Type fieldType = Type.getType(field.desc);
        if ((field.access & ACC_FINAL) == 0) {
            return "instance field that is not final";
        }
        return world.isCollaborator(fieldType) ? null : "instance field of type " + fieldType.getClassName();
    }
}
