package dev.moonlift.wasm.restricted;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_NATIVE;
import static org.objectweb.asm.Opcodes.ACC_SYNCHRONIZED;
import static org.objectweb.asm.Opcodes.ACC_VARARGS;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The head of a method; its body is left to {@link BodyRules}, a constructor's to {@link ConstructorRules}. */
record MethodRules(World world, Report report, ClassNode type, MethodNode method) {
    /** HotSpot's HugeMethodLimit: it interprets longer methods for ever. */
    static final int LONGEST_CODE = 8_000;

    void check(int codeLength) {
        if (method.name.equals("<clinit>")) {
            refuse("static initialiser");
            return;
        }
        checkModifiers();
        if (codeLength > LONGEST_CODE) {
            refuse("code of " + codeLength + " bytes, of which HotSpot compiles at most " + LONGEST_CODE);
        }
        if (method.name.equals("<init>")) {
            checkConstructorParameters();
            new ConstructorRules(report, type, method).check();
        } else {
            checkTypes();
            new BodyRules(world, report, type, method).check();
        }
    }

    private void checkModifiers() {
        refuseIf(ACC_NATIVE, "native method");
        refuseIf(ACC_SYNCHRONIZED, "synchronized method");
        refuseIf(ACC_ABSTRACT, "abstract method");
        refuseIf(ACC_VARARGS, "variadic method");
        if (method.signature != null && method.signature.startsWith("<")) {
            refuse("generic method");
        }
    }

    private void checkTypes() {
        for (Type parameter : Type.getArgumentTypes(method.desc)) {
            if (!World.isValue(parameter)) {
                refuse("parameter of type " + parameter.getClassName());
            }
        }
        Type result = Type.getReturnType(method.desc);
        if (!World.isValueOrVoid(result)) {
            refuse("result of type " + result.getClassName());
        }
    }

    private void checkConstructorParameters() {
        for (Type parameter : Type.getArgumentTypes(method.desc)) {
            if (!world.isCollaborator(parameter)) {
                refuse("constructor parameter of type " + parameter.getClassName());
            }
        }
    }

    private void refuseIf(int modifier, String construct) {
        if ((method.access & modifier) != 0) {
            refuse(construct);
        }
    }

    private void refuse(String construct) {
        report.add(type, method.name, firstLine(), construct);
    }

    /** The first line that has code: class files do not tell where the head stands. */
    private int firstLine() {
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }
}
