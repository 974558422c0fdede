package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ValueType;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** A method by the names that class files use: internal name of its class, name, descriptor. */
record MethodRef(String owner, String name, String descriptor) {

    /**
     * The type of the function that it becomes: without a receiver.
     *
     * @throws UntranslatableException if a parameter or the result is no number that restricted Java has
     */
    FunctionType functionType() {
        Type result = Type.getReturnType(descriptor);
        return new FunctionType(
                Stream.of(Type.getArgumentTypes(descriptor))
                        .map(this::valueType)
                        .toList(),
                result.getSort() == Type.VOID ? List.of() : List.of(valueType(result)));
    }

    private ValueType valueType(Type type) {
        return switch (type.getSort()) {
            case Type.INT, Type.BOOLEAN -> ValueType.I32;
            case Type.LONG -> ValueType.I64;
            case Type.DOUBLE -> ValueType.F64;
            default -> throw new UntranslatableException(this, 0, "type " + type.getClassName());
        };
    }

    @Override
    public String toString() {
        return owner.replace('/', '.') + "." + name + descriptor;
    }
}
