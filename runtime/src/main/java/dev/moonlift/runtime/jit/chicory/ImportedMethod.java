package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.kernel.interp.CompiledCode;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;

/**
 * A method of {@link CompiledCode} that a module imports.
 *
 * @param function name of the method by which Chicory's code calls it
 * @param module name of the module that the import names
 * @param name the kernel's name for it
 * @param wasmType its type in WebAssembly
 * @param type its type in Java
 */
record ImportedMethod(String function, String module, String name, FunctionType wasmType, MethodType type) {
    private static final Map<ValType, Class<?>> JAVA_TYPES = Map.of(
            ValType.I32, int.class, ValType.I64, long.class, ValType.F32, float.class, ValType.F64, double.class);

    /**
     * The method of an import.
     *
     * @param index of the function in the module
     * @throws EngineException if the kernel has none of this name and type
     */
    static ImportedMethod of(int index, String module, String name, FunctionType wasmType) {
        MethodType type = MethodType.methodType(resultOf(wasmType.returns()), javaTypes(wasmType.params()));
        try {
            Class<?> result =
                    CompiledCode.class.getMethod(name, type.parameterArray()).getReturnType();
            if (result == type.returnType()) {
                return new ImportedMethod(ClassPatches.methodOf(index), module, name, wasmType, type);
            }
        } catch (NoSuchMethodException e) {
            // as with one of another type
        }
        throw new EngineException("the kernel has no method " + name + " of type " + type);
    }

    private static Class<?> resultOf(List<ValType> results) {
        if (results.size() > 1) {
            throw new EngineException("methods of the kernel have one result at most");
        }
        return results.isEmpty() ? void.class : JAVA_TYPES.get(results.get(0));
    }

    private static List<Class<?>> javaTypes(List<ValType> types) {
        return types.stream().<Class<?>>map(JAVA_TYPES::get).toList();
    }
}
