package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.L2I;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * A type of WebAssembly's functions as Chicory's methods have it.
 *
 * @param parameters primitive types
 * @param result a primitive type or void; an array of longs for several results
 */
record CodeType(List<Type> parameters, Type result) {
    static final Type MEMORY = Type.getType(Memory.class);
    static final Type INSTANCE = Type.getType(Instance.class);

    private static final Type SEVERAL = Type.getType(long[].class);
    private static final Map<ValType, Type> TYPES = Map.of(
            ValType.I32, Type.INT_TYPE,
            ValType.I64, Type.LONG_TYPE,
            ValType.F32, Type.FLOAT_TYPE,
            ValType.F64, Type.DOUBLE_TYPE);

    static CodeType of(FunctionType type) {
        List<ValType> results = type.returns();
        return new CodeType(
                type.params().stream().map(TYPES::get).toList(),
                switch (results.size()) {
                    case 0 -> Type.VOID_TYPE;
                    case 1 -> TYPES.get(results.get(0));
                    default -> SEVERAL;
                });
    }

    boolean hasSeveralResults() {
        return result.equals(SEVERAL);
    }

    /** Whether {@link CodeFunction} has a method for it. */
    boolean isCodeFunction() {
        return !parameters.isEmpty() && parameters.size() <= CodeFunction.MAX_PARAMETERS;
    }

    /** Local variables that the parameters fill. */
    int slots() {
        return parameters.stream().mapToInt(Type::getSize).sum();
    }

    /** Descriptor of a method with nothing but these parameters. */
    String plain() {
        return Type.getMethodDescriptor(result, parameters.toArray(Type[]::new));
    }

    /** Descriptor of the method that Chicory makes of a function. */
    String function() {
        return Type.getMethodDescriptor(result, typesWith(MEMORY, INSTANCE));
    }

    private Type[] typesWith(Type... more) {
        Type[] all = parameters.toArray(new Type[parameters.size() + more.length]);
        System.arraycopy(more, 0, all, parameters.size(), more.length);
        return all;
    }

    /** Name of the method of {@link CodeFunction} for it. */
    String erasedName() {
        return hasSeveralResults() ? "callForSeveral" : "call";
    }

    /** Descriptor of the method of {@link CodeFunction} for it. */
    String erased() {
        return "(" + "J".repeat(parameters.size()) + ")" + (hasSeveralResults() ? SEVERAL.getDescriptor() : "J");
    }

    /** Turns a value on the stack into the bits of a long. */
    static void erase(MethodVisitor code, Type type) {
        switch (type.getSort()) {
            case Type.INT -> code.visitInsn(I2L);
            case Type.DOUBLE ->
                code.visitMethodInsn(INVOKESTATIC, "java/lang/Double", "doubleToRawLongBits", "(D)J", false);
            case Type.FLOAT -> {
                code.visitMethodInsn(INVOKESTATIC, "java/lang/Float", "floatToRawIntBits", "(F)I", false);
                code.visitInsn(I2L);
            }
            default -> {
                // a long already
            }
        }
    }

    /** Turns the bits of a long on the stack into a value. */
    static void restore(MethodVisitor code, Type type) {
        switch (type.getSort()) {
            case Type.INT -> code.visitInsn(L2I);
            case Type.DOUBLE ->
                code.visitMethodInsn(INVOKESTATIC, "java/lang/Double", "longBitsToDouble", "(J)D", false);
            case Type.FLOAT -> {
                code.visitInsn(L2I);
                code.visitMethodInsn(INVOKESTATIC, "java/lang/Float", "intBitsToFloat", "(I)F", false);
            }
            default -> {
                // a long is wanted
            }
        }
    }
}
