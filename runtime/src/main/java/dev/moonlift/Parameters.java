package dev.moonlift;

import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;

/**
 * The types of a lambda's parameters. Java forgets them, but a serializable lambda can be asked for the form in which
 * it would be stored, which has them.
 */
final class Parameters {
    private final Class<?>[] types;

    private Parameters(Class<?>[] types) {
        this.types = types;
    }

    /** The types of the last {@code count} parameters; Object where they cannot be found out. */
    static Parameters of(Serializable function, int count) {
        Class<?>[] types = new Class<?>[count];
        MethodType signature = signature(function);
        for (int i = 0; i < count; i++) {
            types[i] = signature == null ? Object.class : signature.parameterType(i);
            Conversion.to(types[i]);
        }
        return new Parameters(types);
    }

    private static MethodType signature(Serializable function) {
        try {
            Method writeReplace = function.getClass().getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            return writeReplace.invoke(function) instanceof SerializedLambda lambda
                    ? MethodType.fromMethodDescriptorString(
                            lambda.getInstantiatedMethodType(),
                            function.getClass().getClassLoader())
                    : null;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notALambda) {
            return null;
        }
    }

    /** An argument, converted to the parameter's type. The caller knows the type that it asks for. */
    @SuppressWarnings("unchecked")
    <T> T get(Arguments arguments, int position) {
        return (T) arguments.get(position, types[position - 1]);
    }
}
